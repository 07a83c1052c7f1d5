#pragma once

#include <exception>

namespace tauroa::cli {

/// Somebody else has told what went wrong, another process of this job say; what is left is the exit status.
struct told_elsewhere {
    int status;
};

/// The exit status that an error stands for (INTERFACE.md).
int exit_status(const std::exception_ptr& wrong);

/// Tells an error in one line on standard error, unless that was done, and returns its exit status.
int report(const std::exception_ptr& wrong);

}  // namespace tauroa::cli
