#include "host/cli/drawing.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include "host/child_process.hpp"
#include "kernels/error.hpp"
#include "version.hpp"

namespace tauroa::cli {
namespace {

namespace fs = std::filesystem;

std::string script() { return std::string(source_folder) + "/output/draw.sh"; }

void check_figure(const fs::path& figure, bool may_replace) {
    const std::string option = "--plot " + figure.string();
    const std::set<std::string> endings{".png", ".pdf", ".svg"};
    std::error_code error;
    if (!endings.contains(figure.extension().string()))
        throw user_error(option + ": its ending says the format: .png, .pdf or .svg");
    if (figure.has_parent_path() && !fs::is_directory(figure.parent_path(), error))
        throw user_error(option + ": no directory " + figure.parent_path().string() +
                         "; give a file in one that is there");
    if (fs::is_directory(figure, error))
        throw user_error(option + ": is a directory; give the name of a file");
    if (!may_replace && fs::exists(figure, error))
        throw user_error(option + ": exists; give another name, or --force to replace it");
}

/// Whether plot.py can begin.
bool can_draw() {
    try {
        return run_program({script(), "--help"}, "/dev/null") == 0;
    } catch (const std::system_error&) {
        return false;
    }
}

}  // namespace

drawing::drawing(std::string figure, bool may_replace) : figure_(std::move(figure)) {
    check_figure(figure_, may_replace);
    if (!can_draw())
        throw user_error("--plot " + figure_ + ": " + script() +
                         " cannot be run, or no python3 has h5py and matplotlib; ./setup.sh installs them");
}

void drawing::draw(const std::string& map) const {
    if (run_program({script(), map, "-o", figure_}, "") != 0)
        throw failure("--plot " + figure_ + ": not drawn; the map is in " + map);
}

}  // namespace tauroa::cli
