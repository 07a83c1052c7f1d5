#include "host/compiled_game/compiler.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <vector>

#include "host/compiled_game/plug_in_texts.hpp"
#include "kernels/error.hpp"

namespace tauroa {
namespace {

/// How a child begins: standard output and error in a file, no signal blocked or handled as here.
class setting {
  public:
    explicit setting(const std::string& log) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_addopen(&files_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                         S_IRUSR | S_IWUSR);
        posix_spawn_file_actions_adddup2(&files_, STDOUT_FILENO, STDERR_FILENO);
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

[[noreturn]] void refuse_compiler(const std::string& compiler, int error) {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the text of an errno
    throw user_error("--game-file: no compiler " + compiler + " (" + std::strerror(error) +
                     "): a game as text is compiled here; install it, or name one of " +
                     build().compiler_version + " in TAUROA_CXX");
}

/// The child's exit status; throws interrupted where a signal ended it.
int status_of(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw failure("waiting for the compiler");
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        if (signal == SIGINT || signal == SIGTERM) throw interrupted("stopped while the game was compiled");
        throw failure("the compiler was ended by signal " + std::to_string(signal));
    }
    return WEXITSTATUS(status);
}

/// The first line of a log that tells of an error; else the first line.
std::string first_error(const std::string& log) {
    std::ifstream file(log);
    std::string line, first;
    while (std::getline(file, line)) {
        if (line.find("error") != std::string::npos) return line;
        if (first.empty()) first = line;
    }
    return first.empty() ? "no message" : first;
}

}  // namespace

void compile(const game_code& code, const std::string& source, const std::string& object,
             const std::string& log) {
    constexpr int not_there = 127;  // what posix_spawn's child gives where it cannot begin
    std::vector<std::string> words{code.compiler};
    words.insert(words.end(), code.options.begin(), code.options.end());
    words.insert(words.end(), {"-x", "c++", source, "-o", object});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const setting how(log);
    pid_t child = 0;
    if (const int error = posix_spawnp(&child, code.compiler.c_str(), how.files(), how.attributes(),
                                       arguments.data(), environ);
        error != 0)
        refuse_compiler(code.compiler, error);
    const int status = status_of(child);
    if (status == not_there) refuse_compiler(code.compiler, ENOENT);
    if (status != 0)
        throw failure("compiling the game failed, by a mistake in this program or another compiler than " +
                      build().compiler_version + "; " + code.compiler + " says: " + first_error(log));
}

}  // namespace tauroa
