#include "host/cli/measures_report.hpp"

#include <cmath>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

#include "output/measures/basin_entropy.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

/// The values of `table` [row, count] in one row.
std::vector<double> row_of(const std::vector<double>& table, std::size_t row, std::size_t count) {
    const auto first = table.begin() + static_cast<std::ptrdiff_t>(row * count);
    return {first, first + static_cast<std::ptrdiff_t>(count)};
}

/// The quantiles that the text shows.
bool is_shown(double quantile) { return quantile == 0.05 || quantile == 0.5 || quantile == 0.95; }

}  // namespace

std::string basin_report(const map_summary& s, std::size_t tau, std::size_t point) {
    if (s.about.noise) return "";  // none are taken
    const map_measures& m = s.measures;
    const std::size_t place = tau * s.about.points() + point;
    if (std::isnan(m.iterations_mean[place])) return "";
    std::ostringstream text;
    text << "; steps" << std::fixed << std::setprecision(0);
    const std::vector<double> steps = row_of(m.iterations_quantile, place, m.quantile.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
        if (is_shown(m.quantile[i])) text << ' ' << steps[i];
    text << ", mean " << std::setprecision(1) << m.iterations_mean[place];
    const double shock = m.minimal_shock[place];
    if (!std::isnan(shock))
        text << "; shock " << (shock > m.edge_distance[point] ? "<= " : "") << std::defaultfloat
             << std::setprecision(4) << shock;
    return text.str();
}

std::string boundary_report(const map_summary& s, std::size_t tau) {
    if (s.about.noise) return "";
    const map_measures& m = s.measures;
    std::ostringstream text;
    text << std::setprecision(4);
    if (!std::isnan(m.basin_entropy[tau])) text << "; S_b = " << m.basin_entropy[tau];
    if (!std::isnan(m.boundary_basin_entropy[tau]))
        text << ", S_bb = " << m.boundary_basin_entropy[tau] << " (" << m.boundary_boxes[tau] << " of "
             << m.boxes << " boxes)";
    if (!std::isnan(m.exponent[tau]))
        text << "; alpha = " << m.exponent[tau] << ", D = " << m.boundary_dimension[tau] << ", both +- "
             << std::setprecision(1) << m.exponent_error[tau];
    const std::string found = text.str();
    return found.empty() ? "" : "    boundary: " + found.substr(2) + '\n';
}

std::string measures_legend() {
    return "steps: so many at most for 5, 50, 95 % of the starts; shock: from the point to the nearest start "
           "with "
           "another label\n";
}

json measures_as_json(const map_summary& s) {
    if (s.about.noise) return nullptr;
    const map_measures& m = s.measures;
    const std::size_t points = s.about.points();
    json all{{"box_edge", entropy_box_edge},     {"boxes", m.boxes},
             {"distance", m.distance},           {"quantile", m.quantile},
             {"edge_distance", m.edge_distance}, {"at_tau", json::array()}};
    for (std::size_t t = 0; t < s.about.tau.size(); ++t) {
        json basins = json::array();
        for (std::size_t j = 0; j < points; ++j) {
            const std::size_t place = t * points + j;
            basins.push_back(
                {{"label", j},
                 {"iterations_mean", m.iterations_mean[place]},
                 {"iterations_quantile", row_of(m.iterations_quantile, place, m.quantile.size())},
                 {"minimal_shock", m.minimal_shock[place]}});
        }
        all["at_tau"].push_back({{"tau", s.about.tau[t]},
                                 {"basin_entropy", m.basin_entropy[t]},
                                 {"boundary_basin_entropy", m.boundary_basin_entropy[t]},
                                 {"boundary_boxes", m.boundary_boxes[t]},
                                 {"uncertain_share", row_of(m.uncertain_share, t, m.distance.size())},
                                 {"uncertainty_exponent", m.exponent[t]},
                                 {"uncertainty_exponent_error", m.exponent_error[t]},
                                 {"boundary_dimension", m.boundary_dimension[t]},
                                 {"basins", basins}});
    }
    return all;
}

}  // namespace tauroa::cli
