#include "output/certificates_group.hpp"

#include <array>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

using hdf5::attach;
using hdf5::first_integers;
using hdf5::handle;
using hdf5::read_array;
using hdf5::set_attribute;
using hdf5::write_array;
using hdf5::write_scale;

constexpr const char* in_general =
    "enclosures of the computed iteration in interval arithmetic, rounding included";
constexpr const char* of_half_spaces = "branch and bound over all values of the other variables";
constexpr const char* of_watch =
    "powers of the enclosed derivative of the update on a ball around the point, and bounds of its rounding";
constexpr const char* of_capture =
    "branch and bound: V falls in every step from the shells around the point, or the update contracts in V";

void name(const handle& dataset, const char* what) {
    set_attribute(dataset.id(), "long_name", std::string(what));
}

void name(const handle& dataset, const char* what, const char* method) {
    name(dataset, what);
    set_attribute(dataset.id(), "method", std::string(method));
}

/// Ellipsoids of capture, where there are any.
void write_capture(hid_t in, const map_description& about, const handle& tau, const handle& variable,
                   const handle& point) {
    const map_certificates& c = about.certificates;
    const std::size_t m = about.points(), n = about.variables.size(), taus = about.tau.size();
    if (c.capture_levels == 0) return;
    const handle row = write_scale(in, "row", first_integers<std::int32_t>(n));
    name(row, "row of capture_shape, by variable");
    const handle shape = write_array(in, "capture_shape", {taus, m, n, n}, c.capture_shape);
    attach(shape, {&tau, &point, &row, &variable});
    name(shape, "P of V = (x - x*)^T P (x - x*); NaN where nothing was proven", of_capture);
    const handle level = write_scale(in, "level", first_integers<std::int32_t>(c.capture_levels));
    name(level, "levels of V, from the innermost out; the last ones may repeat");
    const hdf5::extent size{taus, m, c.capture_levels};
    const handle bound = write_array(in, "capture_level", size, c.capture_level);
    name(bound, "starts with V at most this arrive within capture_steps; NaN where nothing was proven",
         of_capture);
    const handle rate = write_array(in, "capture_rate", size, c.capture_rate);
    name(rate,
         "factor by which sqrt(V) falls in a step of exact arithmetic, from this level to the next inner one",
         of_capture);
    const handle steps = write_array(in, "capture_steps", size, c.capture_steps);
    name(steps,
         "steps until arrival at most, rounded up to a test of proofs; 4294967295 where nothing was proven",
         of_capture);
    for (const handle* dataset : {&bound, &rate, &steps}) attach(*dataset, {&tau, &point, &level});
}

void read_capture(hid_t file, map_certificates& c) {
    if (!hdf5::has_link(file, "certificates/level")) return;
    c.capture_levels = read_array<std::int32_t>(file, "certificates/level").size();
    c.capture_shape = read_array<double>(file, "certificates/capture_shape");
    c.capture_level = read_array<double>(file, "certificates/capture_level");
    c.capture_rate = read_array<double>(file, "certificates/capture_rate");
    c.capture_steps = read_array<std::uint32_t>(file, "certificates/capture_steps");
}

struct passage_column {
    const char* name;
    std::vector<double> map_certificates::*values;
};
constexpr std::array<passage_column, 4> passage_columns{
    {{"passage_nearest", &map_certificates::passage_nearest},
     {"passage_bend", &map_certificates::passage_bend},
     {"passage_drift", &map_certificates::passage_drift},
     {"passage_farthest", &map_certificates::passage_farthest}}};

/// Who passes by the points.
void write_passages(hid_t in, const map_description& about, const handle& tau, const handle& point) {
    const map_certificates& c = about.certificates;
    const handle blocks = write_scale(in, "passage_blocks", c.passage_blocks);
    name(blocks, "within how many times test_interval steps a start passes by");
    const hdf5::extent size{about.tau.size(), about.points(), c.passage_blocks.size()};
    for (const passage_column& column : passage_columns) {
        const handle dataset = write_array(in, column.name, size, c.*column.values);
        attach(dataset, {&tau, &point, &blocks});
        name(
            dataset,
            "with d = x_k - x*, m = x_{k+1} - x_k, c = x_{k+2} - 2 x_{k+1} + x_k, l = d + steps m, steps = "
            "passage_blocks times test_interval: no arrival within steps where l.m <= 0, |l|^2 > nearest^2 + "
            "bend^2 |c|^2 + drift^2 |m|^2 and |d|^2 + bend^2 |c|^2 + drift^2 |m|^2 <= farthest^2; NaN where "
            "nothing was proven",
            of_watch);
    }
}

void read_passages(hid_t file, map_certificates& c) {
    c.passage_blocks = read_array<std::int32_t>(file, "certificates/passage_blocks");
    for (const passage_column& column : passage_columns)
        c.*column.values = read_array<double>(file, "certificates/" + std::string(column.name));
}

void check_sizes(const map_certificates& c, std::size_t taus, std::size_t m, std::size_t n) {
    bool right = c.watch.size() == taus * m && c.test_interval.size() == taus;
    for (const passage_column& column : passage_columns)
        right = right && (c.*column.values).size() == taus * m * c.passage_blocks.size();
    for (const auto* sides : {&c.escape_low, &c.escape_high, &c.far_low, &c.far_high})
        right = right && sides->size() == taus * n;
    const std::size_t levels = taus * m * c.capture_levels;
    right = right && c.capture_level.size() == levels && c.capture_rate.size() == levels &&
            c.capture_steps.size() == levels &&
            c.capture_shape.size() == (c.capture_levels > 0 ? taus * m * n * n : 0);
    if (!right) throw failure("/certificates does not fit /tau, /variable and /equilibria");
}

}  // namespace

void write_certificates(hid_t file, const map_description& about, const handle& tau, const handle& variable) {
    const map_certificates& c = about.certificates;
    const std::size_t m = about.points(), n = about.variables.size(), taus = about.tau.size();
    const handle group = hdf5::create_group(file, "certificates");
    const hid_t in = group.id();
    set_attribute(in, "method", std::string(in_general));
    const auto sides = [&](const char* called, const std::vector<double>& values, const char* what) {
        const handle dataset = write_array(in, called, {taus, n}, values);
        attach(dataset, {&tau, &variable});
        name(dataset, what, of_half_spaces);
    };
    sides("escape_low", c.escape_low, "starts with x_v at most this have escaped");
    sides("escape_high", c.escape_high, "starts with x_v at least this have escaped");
    sides("far_low", c.far_low, "starts with x_v at most this are too far to arrive within K steps");
    sides("far_high", c.far_high, "starts with x_v at least this are too far to arrive within K steps");
    // /equilibria/point once more: netCDF, and with it xarray, finds a dimension's scale in a dataset's own group and in
    // those above it, never beside it.
    const handle point = write_scale(in, "point", first_integers<std::int16_t>(m));
    name(point, "critical point, as in /equilibria");
    const handle watch = write_array(in, "watch", {taus, m}, c.watch);
    attach(watch, {&tau, &point});
    name(watch, "a start that arrived is within this after test_interval steps more", of_watch);
    const handle interval = write_array(in, "test_interval", {taus}, c.test_interval);
    attach(interval, {&tau});
    name(interval, "steps from one test for arrival to the next; 1 where no watch distance was proven",
         of_watch);
    write_passages(in, about, tau, point);
    write_capture(in, about, tau, variable, point);
}

map_certificates read_certificates(hid_t file, const map_description& about) {
    map_certificates c;
    c.escape_low = read_array<double>(file, "certificates/escape_low");
    c.escape_high = read_array<double>(file, "certificates/escape_high");
    c.far_low = read_array<double>(file, "certificates/far_low");
    c.far_high = read_array<double>(file, "certificates/far_high");
    c.watch = read_array<double>(file, "certificates/watch");
    c.test_interval = read_array<std::uint32_t>(file, "certificates/test_interval");
    read_passages(file, c);
    read_capture(file, c);
    check_sizes(c, about.tau.size(), about.points(), about.variables.size());
    return c;
}

}  // namespace tauroa
