#pragma once

#include <stdexcept>
#include <string>

namespace tauroa {

/// The request is wrong: the message names the value and what would be accepted. Exit status 2.
struct user_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The request was right and could not be carried out (disk full, device lost). Exit status 1.
struct failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The run was told to stop before its end; what was finished is kept. Exit status 75.
struct interrupted : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace tauroa
