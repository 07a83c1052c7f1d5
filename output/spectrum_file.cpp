#include "output/spectrum_file.hpp"

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
using hdf5::write_array;
using hdf5::write_scale;

void name(const handle& dataset, const char* what) {
    set_attribute(dataset.id(), "long_name", std::string(what));
}

void write_attributes(hid_t in, const spectrum_tables& t) {
    write_heading(in, "spectrum", spectrum_schema_version, t.game, t.parameters);
    write_game_text(in, t.game_text);
    set_attribute(in, "point", t.point);
    set_attribute(in, "kind", t.kind);
    set_attribute(in, "tau_star", t.tau_star);
    set_attribute(in, "windows_by", t.windows_by);
}

void write_eigenvalues(hid_t in, const spectrum_tables& t, const handle& tau) {
    const std::size_t n = t.variables.size();
    const extent size{t.tau.size(), n};
    const handle eigenvalue = write_scale(in, "eigenvalue", hdf5::first_integers<std::int32_t>(n));
    const handle real = write_array(in, "eigenvalue_real", size, t.real);
    const handle imaginary = write_array(in, "eigenvalue_imag", size, t.imaginary);
    const handle path = write_array(in, "path", size, t.path);
    for (const handle* dataset : {&real, &imaginary, &path}) attach(*dataset, {&tau, &eigenvalue});
    name(real, "real parts of the eigenvalues of J_tau, by real, then imaginary part");
    name(imaginary, "imaginary parts of the eigenvalues of J_tau");
    name(path, "continuous path along tau on which the eigenvalue lies");
}

void write_onsets(hid_t in, const spectrum_tables& t) {
    if (!t.onsets_known) return;
    const handle real_at = write_scale(in, "real_at", t.real_at);
    name(real_at, "tau at which a pair of eigenvalues becomes real or complex");
    const handle becomes = write_array(in, "becomes_real", {t.real_at.size()}, t.becomes_real);
    attach(becomes, {&real_at});
    set_attribute(becomes.id(), "dtype", std::string("bool"));
    name(becomes, "whether it becomes real for rising tau, or else complex");
}

void write_windows(hid_t in, const spectrum_tables& t) {
    const std::size_t count = t.window.size() / 2;
    const handle number = write_scale(in, "number", hdf5::first_integers<std::int32_t>(count));
    const handle side = hdf5::write_strings(in, "side", {"low", "high"});
    hdf5::make_scale(side.id(), "side");
    const handle window = write_array(in, "window", {count, 2}, t.window);
    attach(window, {&number, &side});
    name(window, "open intervals of tau at which the critical point is stable");
}

/// Sizes that the tables must have for one another; a file may come from anywhere.
void check_sizes(const spectrum_tables& t) {
    const std::size_t n = t.variables.size(), all = t.tau.size() * n;
    if (n == 0 || t.tau.empty() || t.location.size() != n || t.player.size() != n || t.period.size() != n ||
        t.real.size() != all || t.imaginary.size() != all || t.path.size() != all ||
        t.becomes_real.size() != t.real_at.size() || t.window.size() % 2 != 0)
        throw failure("its tables do not fit each other");
}

}  // namespace

void write_spectrum(hid_t in, const spectrum_tables& t) {
    write_attributes(in, t);
    const handle tau = write_scale(in, "tau", t.tau);
    name(tau, "timescale separation gamma2 / gamma1");
    const handle variable = write_variables(in, t.variables, t.player, t.period);
    attach(write_array(in, "location", {t.location.size()}, t.location), {&variable});
    write_eigenvalues(in, t, tau);
    write_onsets(in, t);
    write_windows(in, t);
}

spectrum_tables read_spectrum(hid_t in) {
    if (text_attribute(in, "kind_of_file") != "spectrum") throw failure("kind_of_file is not spectrum");
    if (number_attribute<std::int32_t>(in, "schema_version") != spectrum_schema_version)
        throw failure("another schema version than " + std::to_string(spectrum_schema_version));
    spectrum_tables t;
    t.game = text_attribute(in, "game");
    t.game_text = read_game_text(in);
    t.parameters = text_attribute(in, "parameters");
    t.kind = text_attribute(in, "kind");
    t.windows_by = text_attribute(in, "windows_by");
    t.point = number_attribute<std::uint64_t>(in, "point");
    t.tau_star = number_attribute<double>(in, "tau_star");
    t.variables = hdf5::read_strings(in, "variable");
    t.player = read_array<std::uint8_t>(in, "player");
    t.period = read_array<double>(in, "period");
    t.location = read_array<double>(in, "location");
    t.tau = read_array<double>(in, "tau");
    t.real = read_array<double>(in, "eigenvalue_real");
    t.imaginary = read_array<double>(in, "eigenvalue_imag");
    t.path = read_array<std::uint32_t>(in, "path");
    t.onsets_known = hdf5::has_link(in, "real_at");
    if (t.onsets_known) {
        t.real_at = read_array<double>(in, "real_at");
        t.becomes_real = read_array<std::uint8_t>(in, "becomes_real");
    }
    t.window = read_array<double>(in, "window");
    check_sizes(t);
    return t;
}

}  // namespace tauroa
