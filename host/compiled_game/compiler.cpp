#include "host/compiled_game/compiler.hpp"

#include <fstream>
#include <system_error>
#include <vector>

#include "host/child_process.hpp"
#include "host/compiled_game/plug_in_texts.hpp"
#include "kernels/error.hpp"
#include "kernels/first_error.hpp"

namespace tauroa {
namespace {

/// The compiler's exit status.
int status_of(const std::string& compiler, std::vector<std::string> words, const std::string& log) {
    try {
        return run_program(std::move(words), log);
    } catch (const std::system_error& why) {
        throw user_error("--game-file: no compiler " + compiler + " (" + why.code().message() +
                         "): a game as text is compiled here; install it, or name one of " +
                         build().compiler_version + " in TAUROA_CXX");
    }
}

}  // namespace

void compile(const game_code& code, const std::string& source, const std::string& object,
             const std::string& log) {
    std::vector<std::string> words{code.compiler};
    words.insert(words.end(), code.options.begin(), code.options.end());
    words.insert(words.end(), {"-x", "c++", source, "-o", object});
    if (status_of(code.compiler, std::move(words), log) == 0) return;
    std::ifstream messages(log);
    throw failure("compiling the game failed, by a mistake in this program or another compiler than " +
                  build().compiler_version + "; " + code.compiler + " says: " + first_error(messages));
}

}  // namespace tauroa
