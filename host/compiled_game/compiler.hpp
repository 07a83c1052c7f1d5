#pragma once

#include <string>

#include "host/compiled_game/game_code.hpp"

namespace tauroa {

/// Compiles a code's text, which stands in the file `source`, into the shared object `object`; what the compiler says goes to
/// the file `log`. No shell is asked. Throws user_error where there is no such compiler, interrupted where a signal stopped
/// it, failure with its first error where it fails: the code is this program's own, so that is a mistake in this program.
void compile(const game_code& code, const std::string& source, const std::string& object,
             const std::string& log);

}  // namespace tauroa
