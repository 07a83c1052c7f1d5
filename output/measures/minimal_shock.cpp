#include "output/measures/minimal_shock.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tauroa {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double same_place = 1e-9;

double squared_distance(double a, double b, double period) {
    const double d = period > 0.0 ? std::remainder(a - b, period) : a - b;
    return d * d;
}

std::size_t variable_of(const map_description& about, const map_axis& axis) {
    return static_cast<std::size_t>(std::find(about.variables.begin(), about.variables.end(), axis.name) -
                                    about.variables.begin());
}

/// The period of an axis' variable, 0 for none.
double period_of(const map_description& about, const map_axis& axis) {
    return about.period[variable_of(about, axis)];
}

/// How far x is from the nearer end of an axis; negative if outside, infinite where the starts go all the way round.
double distance_to_ends(const map_axis& axis, double x, double period) {
    const double length = axis.at.back() - axis.at.front();
    double beyond = x - axis.at.front();
    if (period > 0.0) {
        const double spacing = length / static_cast<double>(axis.at.size() - 1);
        if (length + spacing >= period - same_place) return infinity;
        beyond -= period * std::floor(beyond / period);
        if (beyond > period - same_place) beyond -= period;
    }
    if (beyond < -same_place || beyond > length + same_place) return -1.0;
    return std::max(0.0, std::min(beyond, length - beyond));
}

point_in_plane seen_from_plane(const map_description& about, const double* location) {
    if (about.sample) return {false, 0.0, 0.0, nan};  // there is no plane
    point_in_plane seen{true, 0.0, 0.0, infinity};
    std::vector<bool> free(about.variables.size(), false);
    for (std::size_t i = 0; i < about.axes.size(); ++i) {
        const map_axis& axis = about.axes[i];
        const std::size_t v = variable_of(about, axis);
        free[v] = true;
        (i == 0 ? seen.across : seen.up) = location[v];
        seen.to_edge = std::min(seen.to_edge, distance_to_ends(axis, location[v], about.period[v]));
    }
    seen.inside = seen.to_edge >= 0.0;
    for (std::size_t v = 0; v < free.size(); ++v)
        if (!free[v] &&
            squared_distance(location[v], about.base[v], about.period[v]) > same_place * same_place)
            seen.inside = false;
    if (!seen.inside) seen.to_edge = nan;
    return seen;
}

}  // namespace

std::vector<point_in_plane> points_in_plane(const map_description& about) {
    std::vector<point_in_plane> all;
    for (std::size_t j = 0; j < about.points(); ++j)
        all.push_back(seen_from_plane(about, about.equilibria.location.data() + j * about.variables.size()));
    return all;
}

minimal_shock::minimal_shock(const map_description& about, const std::vector<point_in_plane>& points,
                             std::size_t tau)
    : about_(&about), points_(&points) {
    for (std::size_t j = 0; j < points.size(); ++j) {
        const bool attracts = about.equilibria.attracts[tau * points.size() + j] != 0;
        targets_.push_back({attracts && points[j].inside, infinity});
    }
}

void minimal_shock::add(const label_view& view, const cell_range& core) {
    for (std::size_t j = 0; j < targets_.size(); ++j)
        if (targets_[j].wanted) add_for(j, view, core);
}

void minimal_shock::add_for(std::size_t point, const label_view& view, const cell_range& core) {
    const point_in_plane& to = (*points_)[point];
    const map_axis& axis = about_->axes[0];
    const double period = period_of(*about_, axis);
    across_.resize(core.columns);
    for (std::uint64_t c = 0; c < core.columns; ++c)
        across_[c] = squared_distance(axis.at[core.column + c], to.across, period);
    const map_axis* rows = about_->axes.size() > 1 ? &about_->axes[1] : nullptr;
    const double row_period = rows != nullptr ? period_of(*about_, *rows) : 0.0;
    double nearest = targets_[point].nearest;
    for (std::uint64_t row = core.row; row < core.row + core.rows; ++row) {
        const double up = rows != nullptr ? squared_distance(rows->at[row], to.up, row_period) : 0.0;
        if (up >= nearest) continue;
        const std::int16_t* label = view.at(row, core.column);
        for (std::uint64_t c = 0; c < core.columns; ++c)
            if (label[c] != static_cast<std::int16_t>(point)) nearest = std::min(nearest, across_[c] + up);
    }
    targets_[point].nearest = nearest;
}

double minimal_shock::of(std::size_t point) const {
    const target& t = targets_[point];
    return t.wanted && std::isfinite(t.nearest) ? std::sqrt(t.nearest) : nan;
}

}  // namespace tauroa
