// A figure's file: trajectories in its root, more of them, spectra and surfaces in groups.

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "host/cli/curve_session.hpp"
#include "host/cli/curve_text.hpp"
#include "host/cli/game_tables.hpp"
#include "host/cli/reproduce.hpp"
#include "host/cli/session_text.hpp"
#include "host/cli/spectrum_description.hpp"
#include "host/cli/trajectory_description.hpp"
#include "kernels/error.hpp"
#include "output/curve_reader.hpp"
#include "output/output_files.hpp"
#include "output/surface_file.hpp"

namespace tauroa::cli {
namespace {

surface_tables describe(const surface& s) {
    surface_tables to;
    to.game = s.request.game.name;
    to.parameters = json_object(parameters_of(*s.game));
    describe_variables(s.game->info(), to);
    to.across = {s.request.across.name, s.across};
    to.up = {s.request.up.name, s.up};
    to.f = s.f;
    to.equilibria = equilibria_tables(s.points, {});
    return to;
}

/// Where pairs become real or complex, paths turn sharply: these tau are added.
spectrum_request request_of(const figure_spectrum& s) {
    spectrum_request r{s.game, s.parameters, nearest_point(s.game, s.parameters, s.near), {s.tau.front()}};
    const auto turns = spectrum_of(r).real;
    r.tau = s.tau;
    for (const real_onset& turn : turns.value_or(std::vector<real_onset>()))
        if (s.tau.front() < turn.tau && turn.tau < s.tau.back()) r.tau.push_back(turn.tau);
    std::sort(r.tau.begin(), r.tau.end());
    r.tau.erase(std::unique(r.tau.begin(), r.tau.end()), r.tau.end());
    return r;
}

/// Everything of a figure, into its file's root.
class figure_writer {
  public:
    figure_writer(session& run, hid_t root, const std::function<void()>& pause)
        : run_(&run), root_(root), pause_(&pause) {}

    void write(const curve_figure& figure) {
        write_run(root_, figure.root);
        hdf5::set_attribute(root_, "figure", figure.name);
        hdf5::set_attribute(root_, "requests", request_text(figure));
        std::string note;
        for (const std::string& n : figure.notes) note.append(note.empty() ? "" : " ").append(n);
        hdf5::set_attribute(root_, "note", note);
        in_groups("runs", figure.runs, [&](hid_t in, const figure_run& r) { write_run(in, r.request); });
        in_groups("spectra", figure.spectra, [&](hid_t in, const figure_spectrum& s) {
            write_spectrum(in, cli::describe(spectrum_of(request_of(s))));
        });
        in_groups("surfaces", figure.surfaces, [&](hid_t in, const figure_surface& s) {
            write_surface(in, describe(surface_of(s.request)));
        });
    }

  private:
    void write_run(hid_t in, const trajectory_request& request) {
        trajectories t = run_trajectories(request, run_->told());
        (*pause_)();
        write_trajectories(in, cli::describe(std::move(t)), *pause_);
    }

    /// Calls write(group, item) with a group for each, named by it, inside one of that name.
    template <class Item, class Write>
    void in_groups(const std::string& name, const std::vector<Item>& items, Write write) {
        if (items.empty()) return;
        const hdf5::handle all = hdf5::create_group(root_, name);
        for (const Item& item : items) {
            (*pause_)();
            const hdf5::handle group = hdf5::create_group(all.id(), item.name);
            write(group.id(), item);
        }
    }

    session* run_;
    hid_t root_;
    const std::function<void()>* pause_;
};

std::uint64_t steps_of(const curve_figure& figure) {
    const auto steps = [](const trajectory_request& r) { return r.steps * r.starts.size() * r.tau.size(); };
    std::uint64_t all = steps(figure.root);
    for (const figure_run& r : figure.runs) all += steps(r.request);
    return all;
}

/// Whether the target is there and is what was asked for.
bool is_complete(const session& run, const curve_figure& figure, const std::string& target) {
    std::error_code error;
    if (!run.options().resume || !std::filesystem::exists(resolved(target), error)) return false;
    if (read_trajectory_summary(target).requests != request_text(figure))
        throw user_error("--resume: " + target + " is not " + figure.name +
                         " at the settings of this version; give another name, or --force to begin anew");
    if (run.talks()) std::cerr << target << " is complete\n";
    return true;
}

void write(session& run, const curve_figure& figure, const std::string& target) {
    check_target(target);
    if (is_complete(run, figure, target)) return;
    const std::function<void()> pause = [&] {
        try {
            run.check_stop();
        } catch (const interrupted& why) {
            throw interrupted(std::string(why.what()) + "; to go on: " + resuming_command(run.by()));
        }
    };
    write_curves(run, target, steps_of(figure), figure.notes, pause,
                 [&](hid_t root) { figure_writer(run, root, pause).write(figure); });
}

}  // namespace

std::string request_text(const curve_figure& figure) {
    std::string text = request_text(figure.root);
    for (const figure_run& r : figure.runs)
        text.append("\n[runs.").append(r.name).append("]\n").append(request_text(r.request));
    for (const figure_spectrum& s : figure.spectra)
        text.append("\n[spectra.")
            .append(s.name)
            .append("]\n")
            .append(request_text({s.game, s.parameters, 0, s.tau}));
    for (const figure_surface& s : figure.surfaces)
        text.append("\n[surfaces.")
            .append(s.name)
            .append("]\ngame = ")
            .append(s.request.game.name)
            .append("\naxis = ")
            .append(to_string(s.request.across))
            .append(" ")
            .append(to_string(s.request.up));
    return text;
}

void make_figure(session& run, const curve_figure& figure, const std::string& target) {
    together(run.all(), [&] {
        if (run.all().leads()) write(run, figure, target);
    });
}

}  // namespace tauroa::cli
