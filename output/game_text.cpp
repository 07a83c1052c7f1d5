#include "output/game_text.hpp"

#include <array>
#include <fstream>

#include "kernels/error.hpp"
#include "output/guarded.hpp"

namespace tauroa {
namespace {

constexpr const char* attribute = "game_file";

bool is_hdf5(const std::string& path) {
    constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
    std::array<char, signature.size()> begin{};
    std::ifstream file(path, std::ios::binary);
    file.read(begin.data(), begin.size());
    return file && std::string_view(begin.data(), begin.size()) == signature;
}

}  // namespace

void write_game_text(hid_t root, const std::string& text) {
    if (!text.empty()) hdf5::set_attribute(root, attribute, text);
}

std::string read_game_text(hid_t root) {
    return hdf5::has_attribute(root, attribute) ? hdf5::text_attribute(root, attribute) : "";
}

std::optional<std::string> stored_game_text(const std::string& path) {
    if (!is_hdf5(path)) return std::nullopt;
    std::string text = read_guarded(path, "a file of this program", read_game_text);
    if (text.empty())
        throw user_error("--game-file " + path +
                         ": holds no game as text; give a TOML file, or a file made with --game-file");
    return text;
}

}  // namespace tauroa
