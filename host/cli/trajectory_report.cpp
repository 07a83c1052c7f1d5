#include "host/cli/trajectory_report.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "host/cli/point_text.hpp"
#include "host/number.hpp"
#include "host/request.hpp"

namespace tauroa::cli {
namespace {

constexpr Eigen::Index most_coordinates = 8;  // in a line

std::string point_name(const trajectories& t, std::int16_t label) {
    const equilibrium& e = t.points[static_cast<std::size_t>(label)];
    std::string text = std::to_string(label) + " ";
    if (e.location.size() <= most_coordinates) text += text_of(e.location) + " ";
    return text + kind_names.at(static_cast<std::size_t>(e.kind));
}

std::string rates_text(const trajectory_end& end) {
    std::ostringstream text;
    text << std::setprecision(9) << ", per step ";
    if (std::isnan(end.rate_measured))
        text << "not measured";
    else
        text << end.rate_measured << " measured";
    text << ", " << end.rate_spectral << " the spectral radius";
    return text.str();
}

std::string end_text(const trajectories& t, const trajectory_end& end) {
    if (end.label == diverged) return "diverged";
    std::ostringstream text;
    text << std::setprecision(3);
    if (end.label < 0) {
        text << "at no critical point";
        if (end.nearest >= 0)
            text << ", " << end.distance << " from the nearest, " << point_name(t, end.nearest);
    } else {
        text << "at " << point_name(t, end.label) << ", distance " << end.distance << rates_text(end);
    }
    return text.str();
}

}  // namespace

void print_ends(const trajectories& t) {
    const trajectory_request& r = t.request;
    std::cout << r.game << ", " << to_string(r.update) << ", gamma = " << shortest(r.gamma)
              << ", K = " << r.steps << ", tol = " << shortest(r.tolerance) << "; at k = " << t.step.back()
              << ":\n";
    for (std::size_t tau = 0; tau < r.tau.size(); ++tau)
        for (std::size_t start = 0; start < r.starts.size(); ++start)
            std::cout << "tau = " << shortest(r.tau[tau]) << ", start " << start << ": "
                      << end_text(t, t.ends[tau * r.starts.size() + start]) << '\n';
}

}  // namespace tauroa::cli
