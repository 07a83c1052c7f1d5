#include "output/measures/map_measures.hpp"

#include <algorithm>

#include "output/measures/basin_entropy.hpp"
#include "output/measures/iteration_statistics.hpp"
#include "output/measures/minimal_shock.hpp"
#include "output/measures/uncertainty.hpp"

namespace tauroa {
namespace {

std::vector<std::uint8_t> attracting(const map_description& about, std::size_t tau) {
    const auto m = static_cast<std::ptrdiff_t>(about.points());
    const auto first = about.equilibria.attracts.begin() + static_cast<std::ptrdiff_t>(tau) * m;
    return {first, first + m};
}

void append_entropy(map_measures& to, const basin_entropy& entropy) {
    to.boundary_boxes.push_back(entropy.boundary_boxes());
    to.basin_entropy.push_back(entropy.of_all());
    to.boundary_basin_entropy.push_back(entropy.of_boundary());
}

void append_uncertainty(map_measures& to, const uncertainty& uncertain, std::size_t axes) {
    const std::vector<double> shares = uncertain.shares();
    const scaling_exponent fitted = fitted_exponent(shares);
    to.uncertain_share.insert(to.uncertain_share.end(), shares.begin(), shares.end());
    to.exponent.push_back(fitted.alpha);
    to.exponent_error.push_back(fitted.error);
    to.boundary_dimension.push_back(static_cast<double>(axes) - fitted.alpha);
}

void append_points(map_measures& to, const iteration_statistics& statistics, const minimal_shock& shocks,
                   std::size_t points) {
    for (std::size_t j = 0; j < points; ++j) {
        to.iterations_mean.push_back(statistics.mean(j));
        for (std::size_t i = 0; i < quantile_percent.size(); ++i)
            to.iterations_quantile.push_back(statistics.quantile(j, i));
        to.minimal_shock.push_back(shocks.of(j));
    }
}

}  // namespace

map_measures measures_of(const map_description& about, const map_cells& cells, const reading_pace& pace) {
    const std::size_t axes = about.axes.size();
    const std::vector<point_in_plane> points = points_in_plane(about);
    map_measures all;
    for (const int percent : quantile_percent) all.quantile.push_back(percent / 100.0);
    for (const point_in_plane& p : points) all.edge_distance.push_back(p.to_edge);
    map_walk walk(about.rows(), about.columns(), cells, pace);
    const std::uint64_t side_by_side =
        about.sample ? 0 : about.columns();  // a sample's starts are no neighbours
    for (std::size_t t = 0; t < about.tau.size(); ++t) {
        basin_entropy entropy(about.rows(), side_by_side);
        uncertainty uncertain(about.rows(), side_by_side, axes);
        minimal_shock shocks(about, points, t);
        iteration_statistics statistics(attracting(about, t), about.steps);
        map_visitor visitor;
        if (!about.sample)
            visitor.neighbourhoods = [&](const label_view& view, const cell_range& core) {
                entropy.add(view, core);
                uncertain.add(view, core);
                shocks.add(view, core);
            };
        visitor.iterations = [&](const std::int16_t* label, const std::uint32_t* iterations,
                                 std::uint64_t n) { statistics.add(label, iterations, n); };
        walk.show(t, visitor);
        visitor.neighbourhoods = nullptr;
        while (statistics.needs_another_pass()) walk.show(t, visitor);
        all.boxes = entropy.boxes();
        all.distance = uncertain.distances();
        append_entropy(all, entropy);
        append_uncertainty(all, uncertain, axes);
        append_points(all, statistics, shocks, points.size());
    }
    return all;
}

}  // namespace tauroa
