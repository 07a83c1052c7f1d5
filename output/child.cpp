#include "output/child.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <system_error>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

constexpr int exit_yes = 40, exit_no = 41, exit_threw = 42;  // none that a sanitizer or a signal gives

/// In the child: no output, no core, an end to its time; the answer is its exit status.
[[noreturn]] void answer(const std::function<bool()>& question, unsigned seconds) {
    const rlimit time{seconds, seconds}, none{0, 0};
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_CORE, &none);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
    dup2(nowhere, STDERR_FILENO);
    try {
        _exit(question() ? exit_yes : exit_no);
    } catch (const std::exception&) {
        _exit(exit_threw);
    }
}

}  // namespace

std::optional<bool> answer_of_child(const std::function<bool()>& question, unsigned seconds) {
    const pid_t child = fork();
    if (child < 0) throw failure("starting a process: " + std::generic_category().message(errno));
    if (child == 0) answer(question, seconds);
    int status = 0;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) throw failure("waiting for a process: " + std::generic_category().message(errno));
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : exit_threw;
    return code == exit_yes || code == exit_no ? std::optional(code == exit_yes) : std::nullopt;
}

}  // namespace tauroa
