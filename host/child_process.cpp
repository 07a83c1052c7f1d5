#include "host/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// How a child begins.
class setting {
  public:
    explicit setting(const std::string& log) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        if (!log.empty()) {
            posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, log.c_str(),
                                             O_WRONLY | O_CREAT | O_TRUNC, S_IRUSR | S_IWUSR);
            posix_spawn_file_actions_adddup2(&files_, STDOUT_FILENO, STDERR_FILENO);
        }
        posix_spawnattr_init(&attributes_);
        sigset_t none, usual;
        sigemptyset(&none);
        sigemptyset(&usual);
        for (const int signal : {SIGINT, SIGTERM, SIGUSR1}) sigaddset(&usual, signal);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &usual);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    setting(const setting&) = delete;
    setting& operator=(const setting&) = delete;
    setting(setting&&) = delete;
    setting& operator=(setting&&) = delete;
    ~setting() {
        posix_spawn_file_actions_destroy(&files_);
        posix_spawnattr_destroy(&attributes_);
    }
    [[nodiscard]] const posix_spawn_file_actions_t* files() const { return &files_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

  private:
    posix_spawn_file_actions_t files_{};
    posix_spawnattr_t attributes_{};
};

int status_of(pid_t child, const std::string& program) {
    constexpr int not_started = 127;  // what posix_spawn's child gives where it cannot begin
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw failure("waiting for " + program);
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGINT || signal == SIGTERM) throw interrupted("stopped while " + program + " ran");
        throw failure(program + " was ended by signal " + std::to_string(signal));
    }
    if (WEXITSTATUS(status) == not_started) throw std::system_error(ENOENT, std::generic_category());
    return WEXITSTATUS(status);
}

}  // namespace

int run_program(std::vector<std::string> words, const std::string& log) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const setting how(log);
    pid_t child = 0;
    if (const int error =
            posix_spawnp(&child, arguments.front(), how.files(), how.attributes(), arguments.data(), environ);
        error != 0)
        throw std::system_error(error, std::generic_category());
    return status_of(child, words.front());
}

}  // namespace tauroa
