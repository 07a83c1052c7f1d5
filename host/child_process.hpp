#pragma once

#include <string>
#include <vector>

namespace tauroa {

/// Runs a program, looked for on the PATH, with these words, itself the first, and waits for its end; no shell is asked. It has
/// nothing to read, and no signal is blocked or handled in it as it is here. log: a file for all that it says; where it is
/// empty, that goes where this program's goes. Returns its exit status. Throws std::system_error where it cannot be started,
/// interrupted where SIGINT or SIGTERM ended it, failure where another signal did.
int run_program(std::vector<std::string> words, const std::string& log);

}  // namespace tauroa
