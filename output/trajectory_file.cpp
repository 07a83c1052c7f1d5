#include "output/trajectory_file.hpp"

#include <algorithm>

#include "kernels/error.hpp"
#include "output/game_tables.hpp"
#include "output/game_text.hpp"

namespace tauroa {
namespace {

using hdf5::attach;
using hdf5::extent;
using hdf5::handle;
using hdf5::number_attribute;
using hdf5::read_array;
using hdf5::set_attribute;
using hdf5::text_attribute;

constexpr const char* rate_comment =
    "factor per step: slope of the least-squares line through log distance, from where the distance stays at "
    "or below 1e-3 of "
    "the start's to where it first falls below 1e-10 of it or 1e-12 of the game's scale; NaN where that is "
    "too short";

void name(const handle& dataset, const char* what) {
    set_attribute(dataset.id(), "long_name", std::string(what));
}

void write_attributes(hid_t in, const trajectory_tables& t) {
    write_heading(in, "trajectory", trajectory_schema_version, t.game, t.parameters);
    write_game_text(in, t.game_text);
    set_attribute(in, "update", t.update);
    set_attribute(in, "gamma", t.gamma);
    set_attribute(in, "steps", t.steps);
    set_attribute(in, "every", t.every);
    set_attribute(in, "tol", t.tolerance);
}

/// Codes of `end` and what they mean.
void describe_end(const handle& end, std::size_t points) {
    std::vector<std::int16_t> values = hdf5::first_integers<std::int16_t>(points);
    std::vector<std::string> words;
    for (std::size_t j = 0; j < points; ++j) words.push_back("at_point_" + std::to_string(j));
    values.insert(values.end(), {-1, -2});
    words.insert(words.end(), {"at_no_point", "diverged"});
    describe_flags(end, values, words);
}

/// Trajectory by trajectory, in chunks of some 65 536 numbers.
void write_states(hid_t in, const trajectory_tables& t, std::initializer_list<const handle*> scales,
                  const std::function<void()>& pause) {
    constexpr hsize_t numbers = 1U << 16U;
    const hsize_t rows = t.step.size(), n = t.variables.size();
    const extent size{t.tau.size(), t.starts, rows, n};
    const handle x = hdf5::create_dataset(in, "x", H5T_IEEE_F64LE, size,
                                          {1, 1, std::clamp<hsize_t>(numbers / n, 1, rows), n});
    attach(x, scales);
    name(x, "state x_k; NaN from divergence on");
    for (std::size_t i = 0; i < t.tau.size() * t.starts; ++i) {
        pause();
        hdf5::write_block(x.id(), H5T_NATIVE_DOUBLE, {i / t.starts, i % t.starts, 0, 0}, {1, 1, rows, n},
                          t.x.data() + i * rows * n);
    }
}

void write_ends(hid_t in, const trajectory_tables& t, const handle& tau, const handle& start) {
    const extent size{t.tau.size(), t.starts};
    const handle end = hdf5::write_array(in, "end", size, t.end);
    attach(end, {&tau, &start});
    name(end, "critical point within tol of the last state");
    describe_end(end, t.equilibria.kind.size());
    const auto add = [&](const char* called, const std::vector<double>& values, const char* what) {
        handle dataset = hdf5::write_array(in, called, size, values);
        attach(dataset, {&tau, &start});
        name(dataset, what);
        return dataset;
    };
    add("distance", t.distance, "distance of the last state to the nearest critical point");
    const handle rate =
        add("rate_measured", t.rate_measured, "convergence to where it ended, measured, per step");
    set_attribute(rate.id(), "comment", std::string(rate_comment));
    add("rate_spectral", t.rate_spectral, "spectral radius of the update's linearisation where it ended");
    add("rate_theorem_4", t.rate_theorem_4, "rate of Theorem 4 where it ended, as stated");
    add("rate_mended", t.rate_mended, "rate of Theorem 4 with beta of the slowest eigenvalue");
}

/// Sizes that the tables must have for one another; a file may come from anywhere.
void check_sizes(const trajectory_tables& t) {
    const std::size_t m = t.equilibria.kind.size(), n = t.variables.size(), ends = t.tau.size() * t.starts;
    bool right = n > 0 && t.player.size() == n && t.period.size() == n && ends > 0 && !t.step.empty() &&
                 t.end.size() == ends && t.equilibria.location.size() == m * n;
    for (const auto* rates :
         {&t.distance, &t.rate_measured, &t.rate_spectral, &t.rate_theorem_4, &t.rate_mended})
        right = right && rates->size() == ends;
    if (!right) throw failure("its tables do not fit each other");
    for (const std::int16_t end : t.end)
        if (end < -2 || end >= static_cast<std::int64_t>(m))
            throw failure("end has a value without a meaning");
    for (const std::uint8_t k : t.equilibria.kind)
        if (k >= t.equilibria.kind_names.size())
            throw failure("equilibria/kind has a value without a meaning");
}

void read_settings(hid_t in, trajectory_tables& t) {
    if (text_attribute(in, "kind_of_file") != "trajectory") throw failure("kind_of_file is not trajectory");
    if (number_attribute<std::int32_t>(in, "schema_version") != trajectory_schema_version)
        throw failure("another schema version than " + std::to_string(trajectory_schema_version));
    t.game = text_attribute(in, "game");
    t.game_text = read_game_text(in);
    t.update = text_attribute(in, "update");
    t.parameters = text_attribute(in, "parameters");
    t.gamma = number_attribute<double>(in, "gamma");
    t.tolerance = number_attribute<double>(in, "tol");
    t.steps = number_attribute<std::uint64_t>(in, "steps");
    t.every = number_attribute<std::uint64_t>(in, "every");
}

}  // namespace

void write_trajectories(hid_t in, const trajectory_tables& t, const std::function<void()>& pause) {
    write_attributes(in, t);
    const handle tau = hdf5::write_scale(in, "tau", t.tau);
    name(tau, "timescale separation gamma2 / gamma1");
    const handle start = hdf5::write_scale(in, "start", hdf5::first_integers<std::uint32_t>(t.starts));
    const handle step = hdf5::write_scale(in, "step", t.step);
    name(step, "k");
    const handle variable = write_variables(in, t.variables, t.player, t.period);
    write_states(in, t, {&tau, &start, &step, &variable}, pause);
    write_ends(in, t, tau, start);
    write_equilibria(in, t.equilibria, tau, variable);
    if (t.field) write_field(in, *t.field, variable);
}

trajectory_tables read_trajectories(hid_t in) {
    trajectory_tables t;
    read_settings(in, t);
    t.variables = hdf5::read_strings(in, "variable");
    t.player = read_array<std::uint8_t>(in, "player");
    t.period = read_array<double>(in, "period");
    t.tau = read_array<double>(in, "tau");
    t.starts = read_array<std::uint32_t>(in, "start").size();
    const handle step = hdf5::open_dataset(in, "step");
    const extent rows = hdf5::size_of(step.id());
    if (rows.size() != 1 || rows[0] == 0) throw failure("step is no coordinate");
    t.step.resize(1);
    hdf5::read_block(step.id(), H5T_NATIVE_UINT64, {rows[0] - 1}, {1}, t.step.data());
    t.end = read_array<std::int16_t>(in, "end");
    t.distance = read_array<double>(in, "distance");
    t.rate_measured = read_array<double>(in, "rate_measured");
    t.rate_spectral = read_array<double>(in, "rate_spectral");
    t.rate_theorem_4 = read_array<double>(in, "rate_theorem_4");
    t.rate_mended = read_array<double>(in, "rate_mended");
    t.equilibria.location = read_array<double>(in, "equilibria/location");
    t.equilibria.kind = read_array<std::uint8_t>(in, "equilibria/kind");
    t.equilibria.kind_names = read_meanings(in, "equilibria/kind");
    check_sizes(t);
    const handle x = hdf5::open_dataset(in, "x");
    if (hdf5::size_of(x.id()) != extent{t.tau.size(), t.starts, rows[0], t.variables.size()})
        throw failure("x does not fit its dimensions");
    t.x.resize(t.starts * t.variables.size());
    hdf5::read_block(x.id(), H5T_NATIVE_DOUBLE, {0, 0, 0, 0}, {1, t.starts, 1, t.variables.size()},
                     t.x.data());
    return t;
}

}  // namespace tauroa
