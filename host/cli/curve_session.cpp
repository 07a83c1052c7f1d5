#include "host/cli/curve_session.hpp"

#include <filesystem>
#include <iomanip>
#include <iostream>

#include "kernels/error.hpp"
#include "output/new_file.hpp"
#include "output/output_files.hpp"
#include "version.hpp"

namespace tauroa::cli {

void check_new_file(const run_options& o, const std::string& what) {
    const std::string& target = needed(o.output, "-o FILE.h5", "where the " + what + " goes");
    check_target(target);
    std::error_code error;
    if (!o.force && std::filesystem::exists(resolved(target), error))
        throw user_error("-o " + target + ": exists; give another name, or --force to replace it (a " + what +
                         " is computed in one go: there is nothing to resume)");
}

void check_stop(const session& run) {
    try {
        run.check_stop();
    } catch (const interrupted& why) {
        throw interrupted(std::string(why.what()) + "; nothing was kept: give the command again");
    }
}

void write_curves(const session& run, const std::string& target, std::uint64_t steps_computed,
                  const std::vector<std::string>& notes, const std::function<void()>& pause,
                  const std::function<void(hid_t root)>& fill) {
    const auto begun = steady::now();
    pause();
    map_provenance by;
    by.version = program_version;
    by.commit = git_commit;
    by.backend = "reference";  // its step, on this processor
    by.device = "scalar";
    by.command_line = run.by().text();
    by.threads = 1;
    by.steps_computed = steps_computed;
    by.notes = notes;
    new_file file(target);
    fill(file.root());
    by.wall_seconds = seconds_since(begun);
    file.finish(by, pause);
    if (run.talks())
        std::cerr << "wrote " << target << " in " << std::fixed << std::setprecision(1)
                  << seconds_since(begun) << " s" << std::defaultfloat << '\n';
}

}  // namespace tauroa::cli
