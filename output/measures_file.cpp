#include "output/measures_file.hpp"

#include <numeric>

#include "kernels/error.hpp"
#include "output/hdf5.hpp"
#include "output/measures/basin_entropy.hpp"

namespace tauroa {
namespace {

using hdf5::extent;
using hdf5::handle;
using hdf5::read_array;
using hdf5::set_attribute;

constexpr const char* method =
    "every outcome counts, arrived or not; formulas and sources: README. Boxes have box_edge starts along "
    "each axis; "
    "distances are in cells, along the axes, never across the map's edge";

/// Reads a range of one tau from a dataset [tau, up, across] or [tau, across].
void read_cells(const handle& dataset, std::size_t tau, const cell_range& range, hid_t type, void* to) {
    const bool two_axes = hdf5::size_of(dataset.id()).size() > 2;
    extent offset{tau}, count{1};
    if (two_axes) {
        offset.push_back(range.row);
        count.push_back(range.rows);
    }
    offset.push_back(range.column);
    count.push_back(range.columns);
    hdf5::read_block(dataset.id(), type, offset, count, to);
}

void describe(const handle& dataset, const char* what) {
    set_attribute(dataset.id(), "long_name", std::string(what));
    set_attribute(dataset.id(), "units", std::string("1"));
}

/// The group while it is written, and its dimensions.
struct measures_group {
    handle group, tau, distance, quantile, point;

    template <class T>
    void add(const char* name, std::initializer_list<const handle*> scales, const std::vector<T>& values,
             const char* what) const {
        extent size;
        for (const handle* s : scales) size.push_back(hdf5::size_of(s->id())[0]);
        const handle dataset = hdf5::write_array(group.id(), name, size, values);
        hdf5::attach(dataset, scales);
        describe(dataset, what);
    }
};

measures_group create_group(hid_t file, const map_measures& m) {
    std::vector<std::int16_t> points(m.edge_distance.size());
    std::iota(points.begin(), points.end(), std::int16_t{0});
    measures_group g;
    g.group = hdf5::create_group(file, "measures");
    set_attribute(g.group.id(), "method", std::string(method));
    set_attribute(g.group.id(), "box_edge", static_cast<std::uint64_t>(entropy_box_edge));
    set_attribute(g.group.id(), "boxes", m.boxes);
    g.tau = hdf5::open_dataset(file, "tau");
    g.distance = hdf5::write_scale(g.group.id(), "distance", m.distance);
    describe(g.distance, "distance between two starts, in cells");
    g.quantile = hdf5::write_scale(g.group.id(), "quantile", m.quantile);
    describe(g.quantile, "share of starts at most at the quantile");
    g.point = hdf5::write_scale(g.group.id(), "point", points);
    describe(g.point, "critical point");
    return g;
}

void write_boundary(const measures_group& g, const map_measures& m) {
    g.add("basin_entropy", {&g.tau}, m.basin_entropy, "basin entropy S_b, in nats");
    g.add("boundary_basin_entropy", {&g.tau}, m.boundary_basin_entropy,
          "boundary basin entropy S_bb, in nats; beyond ln 2 the boundary is fractal");
    g.add("boundary_boxes", {&g.tau}, m.boundary_boxes, "boxes with more than one outcome");
    g.add("uncertain_share", {&g.tau, &g.distance}, m.uncertain_share,
          "share of starts with another outcome at this distance along an axis");
    g.add("uncertainty_exponent", {&g.tau}, m.exponent, "slope alpha of ln uncertain_share on ln distance");
    g.add("uncertainty_exponent_error", {&g.tau}, m.exponent_error, "standard error of the slope alpha");
    g.add("boundary_dimension", {&g.tau}, m.boundary_dimension,
          "dimension of the boundary, number of axes - alpha; its error is alpha's");
}

void write_points(const measures_group& g, const map_measures& m, bool labels_only) {
    g.add("iterations_mean", {&g.tau, &g.point}, m.iterations_mean,
          labels_only ? "mean of the steps until the label was certain" : "mean of the steps until arrival");
    g.add("iterations_quantile", {&g.tau, &g.point, &g.quantile}, m.iterations_quantile,
          labels_only ? "steps until the label was certain that so many of the basin's starts do not exceed"
                      : "steps until arrival that so many of the basin's starts do not exceed");
    g.add(
        "minimal_shock", {&g.tau, &g.point}, m.minimal_shock,
        "distance from the point to the nearest start with another label; the boundary is at most one cell's "
        "diagonal nearer; an upper bound where it exceeds edge_distance");
    g.add("edge_distance", {&g.point}, m.edge_distance, "distance from the point to the map's edge");
}

}  // namespace

void write_measures(hid_t file, const map_description& about, const std::function<void()>& pause) {
    const handle label = hdf5::open_dataset(file, "label"),
                 iterations = hdf5::open_dataset(file, "iterations");
    const map_cells cells{[&](std::size_t tau, const cell_range& range, std::int16_t* to) {
                              pause();
                              read_cells(label, tau, range, H5T_NATIVE_INT16, to);
                          },
                          [&](std::size_t tau, const cell_range& range, std::uint32_t* to) {
                              pause();
                              read_cells(iterations, tau, range, H5T_NATIVE_UINT32, to);
                          }};
    const map_measures measured = measures_of(about, cells);
    const measures_group group = create_group(file, measured);
    write_boundary(group, measured);
    write_points(group, measured, about.labels_only);
}

map_measures read_measures(hid_t file, const map_description& about) {
    const handle group(H5Gopen2(file, "measures", H5P_DEFAULT), H5Gclose, "opening /measures");
    const hid_t in = group.id();
    map_measures m;
    m.boxes = hdf5::number_attribute<std::uint64_t>(in, "boxes");
    m.distance = read_array<std::uint32_t>(in, "distance");
    m.quantile = read_array<double>(in, "quantile");
    m.boundary_boxes = read_array<std::uint64_t>(in, "boundary_boxes");
    const std::size_t taus = about.tau.size(), points = about.points();
    const auto table = [in](const char* name, std::size_t size) {
        std::vector<double> values = read_array<double>(in, name);
        if (values.size() != size)
            throw failure(std::string("/measures/") + name + " does not fit the others");
        return values;
    };
    m.basin_entropy = table("basin_entropy", taus);
    m.boundary_basin_entropy = table("boundary_basin_entropy", taus);
    m.uncertain_share = table("uncertain_share", taus * m.distance.size());
    m.exponent = table("uncertainty_exponent", taus);
    m.exponent_error = table("uncertainty_exponent_error", taus);
    m.boundary_dimension = table("boundary_dimension", taus);
    m.iterations_mean = table("iterations_mean", taus * points);
    m.iterations_quantile = table("iterations_quantile", taus * points * m.quantile.size());
    m.minimal_shock = table("minimal_shock", taus * points);
    m.edge_distance = table("edge_distance", points);
    if (m.boundary_boxes.size() != taus) throw failure("/measures/boundary_boxes does not fit the others");
    return m;
}

}  // namespace tauroa
