#include "host/compiled_game/game_code.hpp"

#include <algorithm>
#include <cstdlib>

#include "host/compiled_game/plug_in_texts.hpp"
#include "host/text_game/content_key.hpp"
#include "kernels/error.hpp"
#include "kernels/instruction_sets.hpp"

namespace tauroa {
namespace {

constexpr std::string_view place_of_game = "tauroa_game_goes_here", place_of_key = "tauroa_key_goes_here";
constexpr std::string_view mark = "TAUROA_HD";  // of functions, in a definition

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// The text with the definition in place; what functions begin with stands there between parentheses.
std::string with_definition(std::string_view text, const std::string& definition) {
    const std::size_t at = text.find(place_of_game), open = text.find('(', at),
                      line_end = text.find('\n', at), close = text.rfind(')', line_end);
    if (at == std::string_view::npos || close == std::string_view::npos || close < open)
        throw failure("the text of compiled games has no place for a game");
    const std::string_view beginning = text.substr(open + 1, close - open - 1);
    std::string all(text.substr(0, at));
    all += replaced(definition, mark, beginning);
    all += text.substr(close + 1);
    return all;
}

const plug_in_text& text_for(const std::string& set) {
    const auto& all = build().texts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& t) { return t.set == set; });
    if (found == all.end()) throw failure("no text of compiled games for the instruction set " + set);
    return *found;
}

std::string compiler() {
    const char* chosen = std::getenv("TAUROA_CXX");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return chosen != nullptr && *chosen != '\0' ? chosen : build().compiler;
}

}  // namespace

game_code code_of(const std::string& definition) {
    const plug_in_text& from = text_for(chosen_instruction_set().name);
    game_code code{with_definition(from.text, definition), compiler(), {"-std=c++20", "-O3"}, {}};
    for (const auto* options : {&build().options, &from.options})
        code.options.insert(code.options.end(), options->begin(), options->end());
    code.options.insert(code.options.end(), {"-fPIC", "-shared", "-fvisibility=hidden", "-w"});
    std::string how = code.compiler + '\n' + build().compiler_version;
    for (const std::string& option : code.options) how += '\n' + option;
    code.key = text_game::content_key(how, code.text);
    code.text = replaced(std::move(code.text), place_of_key, '"' + code.key + '"');
    return code;
}

std::string device_text_of(const std::string& definition) {
    return build().device_text.empty() ? "" : with_definition(build().device_text, definition);
}

}  // namespace tauroa
