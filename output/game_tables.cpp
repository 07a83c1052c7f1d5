#include "output/game_tables.hpp"

#include <algorithm>
#include <numeric>

namespace tauroa {

using hdf5::attach;
using hdf5::extent;
using hdf5::first_integers;
using hdf5::handle;
using hdf5::set_attribute;
using hdf5::write_scale;

namespace {

std::size_t length(const handle& scale) { return hdf5::size_of(scale.id())[0]; }

}  // namespace

template <class T>
void describe_flags(const handle& dataset, const std::vector<T>& values,
                    const std::vector<std::string>& meanings) {
    const auto words =
        std::accumulate(meanings.begin(), meanings.end(), std::string(),
                        [](auto text, const auto& word) { return text.empty() ? word : text + " " + word; });
    set_attribute(dataset.id(), "flag_values", values);
    set_attribute(dataset.id(), "flag_meanings", words);
}

template void describe_flags(const handle&, const std::vector<std::int16_t>&,
                             const std::vector<std::string>&);
template void describe_flags(const handle&, const std::vector<std::uint8_t>&,
                             const std::vector<std::string>&);

std::vector<std::string> read_meanings(hid_t in, const std::string& dataset) {
    const handle open = hdf5::open_dataset(in, dataset);
    const std::string text = hdf5::text_attribute(open.id(), "flag_meanings");
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

void write_heading(hid_t in, const std::string& kind_of_file, std::int32_t schema_version,
                   const std::string& game, const std::string& parameters) {
    set_attribute(in, "Conventions", std::string("CF-1.10"));
    set_attribute(in, "kind_of_file", kind_of_file);
    set_attribute(in, "schema_version", schema_version);
    set_attribute(in, "game", game);
    set_attribute(in, "parameters", parameters);
}

handle write_variables(hid_t in, const std::vector<std::string>& names,
                       const std::vector<std::uint8_t>& player, const std::vector<double>& period) {
    handle variable = hdf5::write_strings(in, "variable", names);
    hdf5::make_scale(variable.id(), "variable");
    attach(hdf5::write_array(in, "player", {player.size()}, player), {&variable});
    attach(hdf5::write_array(in, "period", {period.size()}, period), {&variable});
    return variable;
}

handle write_points(hid_t in, const map_equilibria& e, const handle& variable) {
    const std::size_t m = e.kind.size(), n = length(variable);
    handle point = write_scale(in, "point", first_integers<std::int16_t>(m));
    attach(hdf5::write_array(in, "location", {m, n}, e.location), {&point, &variable});
    const handle kind = hdf5::write_array(in, "kind", {m}, e.kind);
    attach(kind, {&point});
    describe_flags(kind, first_integers<std::uint8_t>(e.kind_names.size()), e.kind_names);
    attach(hdf5::write_array(in, "tau_star", {m}, e.tau_star), {&point});
    const handle windows_by = hdf5::write_array(in, "windows_by", {m}, e.windows_by);
    attach(windows_by, {&point});
    set_attribute(windows_by.id(), "long_name", std::string("how stability was decided"));
    describe_flags(windows_by, first_integers<std::uint8_t>(e.window_methods.size()), e.window_methods);
    return point;
}

void write_equilibria(hid_t in_group, const map_equilibria& e, const handle& tau, const handle& variable) {
    const std::size_t m = e.kind.size(), n = length(variable), taus = length(tau);
    const handle group = hdf5::create_group(in_group, "equilibria");
    const hid_t in = group.id();
    const handle point = write_points(in, e, variable);
    const handle eigenvalue = write_scale(in, "eigenvalue", first_integers<std::int32_t>(n));
    for (const auto& [name, values] : {std::pair{"stable", &e.stable}, {"attracts", &e.attracts}}) {
        const handle flag = hdf5::write_array(in, name, {taus, m}, *values);
        attach(flag, {&tau, &point});
        set_attribute(flag.id(), "dtype", std::string("bool"));
    }
    attach(hdf5::write_array(in, "gamma_max", {taus, m}, e.gamma_max), {&tau, &point});
    attach(hdf5::write_array(in, "spectral_radius", {taus, m}, e.spectral_radius), {&tau, &point});
    attach(hdf5::write_array(in, "eigenvalue_real", {taus, m, n}, e.eigenvalue_real),
           {&tau, &point, &eigenvalue});
    attach(hdf5::write_array(in, "eigenvalue_imag", {taus, m, n}, e.eigenvalue_imag),
           {&tau, &point, &eigenvalue});
}

void write_field(hid_t in, const map_field& field, const handle& variable) {
    const handle group = hdf5::create_group(in, "field");
    const handle across = write_scale(group.id(), field.axes[0].name, field.axes[0].at);
    const handle up = write_scale(group.id(), field.axes[1].name, field.axes[1].at);
    const extent size{length(variable), field.axes[1].at.size(), field.axes[0].at.size()};
    const handle gradient = hdf5::write_array(group.id(), "gradient", size, field.gradient);
    attach(gradient, {&variable, &up, &across});
    set_attribute(gradient.id(), "long_name",
                  std::string("individual gradients g; the flow is -Lambda_tau g"));
}

void write_provenance(hid_t file, const map_provenance& by) {
    const handle group = hdf5::create_group(file, "provenance");
    set_attribute(group.id(), "version", by.version);
    set_attribute(group.id(), "git_commit", by.commit);
    set_attribute(group.id(), "backend", by.backend);
    set_attribute(group.id(), "device", by.device);
    set_attribute(group.id(), "threads", by.threads);
    set_attribute(group.id(), "processes", by.processes);
    set_attribute(group.id(), "command_line", by.command_line);
    set_attribute(group.id(), "wall_seconds", by.wall_seconds);
    set_attribute(group.id(), "steps_computed", by.steps_computed);
    for (std::size_t i = 0; i < by.notes.size(); ++i)
        set_attribute(group.id(), "note_" + std::to_string(i + 1), by.notes[i]);
}

map_provenance read_provenance(hid_t file) {
    const handle group(H5Gopen2(file, "provenance", H5P_DEFAULT), H5Gclose, "opening /provenance");
    const hid_t in = group.id();
    map_provenance by{
        hdf5::text_attribute(in, "version"),
        hdf5::text_attribute(in, "git_commit"),
        hdf5::text_attribute(in, "backend"),
        hdf5::text_attribute(in, "device"),
        hdf5::text_attribute(in, "command_line"),
        hdf5::number_attribute<std::int32_t>(in, "threads"),
        hdf5::has_attribute(in, "processes") ? hdf5::number_attribute<std::int32_t>(in, "processes") : 1,
        hdf5::number_attribute<double>(in, "wall_seconds"),
        hdf5::number_attribute<std::uint64_t>(in, "steps_computed"),
        {}};
    for (int i = 1; hdf5::has_attribute(in, "note_" + std::to_string(i)); ++i)
        by.notes.push_back(hdf5::text_attribute(in, "note_" + std::to_string(i)));
    return by;
}

}  // namespace tauroa
