#include "host/cli/proven.hpp"

#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "host/linear_algebra.hpp"
#include "host/number.hpp"

namespace tauroa::cli {
namespace {

using json = nlohmann::ordered_json;

/// A half-space from which no start arrives.
struct proven_set {
    double bound;
    const char* what;
    const char* side;
    std::string variable;
};

std::vector<proven_set> half_spaces_at(const map_description& d, std::size_t t) {
    const map_certificates& c = d.certificates;
    const std::size_t n = d.variables.size();
    std::vector<proven_set> all;
    for (std::size_t v = 0; v < n; ++v) {
        const auto add = [&](const std::vector<double>& bounds, const char* what, const char* side) {
            const double bound = bounds[t * n + v];
            if (std::isfinite(bound)) all.push_back({bound, what, side, d.variables[v]});
        };
        add(c.escape_low, "escaped", "<=");
        add(c.escape_high, "escaped", ">=");
        add(c.far_low, "too far to arrive", "<=");
        add(c.far_high, "too far to arrive", ">=");
    }
    return all;
}

struct watched_point {
    std::size_t point;
    double distance;
};

std::vector<watched_point> watch_at(const map_description& d, std::size_t t) {
    std::vector<watched_point> all;
    for (std::size_t j = 0; j < d.points(); ++j) {
        const double distance = d.certificates.watch[t * d.points() + j];
        if (std::isfinite(distance)) all.push_back({j, distance});
    }
    return all;
}

/// Ellipsoids around one point at one tau: where its levels are in the tables, those that repeat left out.
struct ellipsoids {
    std::size_t point, shape, first_level, levels;
};

std::vector<ellipsoids> capture_at(const map_description& d, std::size_t t) {
    const map_certificates& c = d.certificates;
    const std::size_t n = d.variables.size();
    std::vector<ellipsoids> all;
    for (std::size_t j = 0; j < d.points() && c.capture_levels > 0; ++j) {
        const std::size_t row = t * d.points() + j, first = row * c.capture_levels;
        std::size_t levels = 0;
        while (levels < c.capture_levels && c.capture_level[first + levels] > 0.0 &&
               (levels == 0 || c.capture_level[first + levels] > c.capture_level[first + levels - 1]))
            ++levels;
        if (levels > 0) all.push_back({j, row * n * n, first, levels});
    }
    return all;
}

/// The longest and the shortest half axis of x^T P x <= level.
std::pair<double, double> half_axes(const map_description& d, const ellipsoids& e) {
    const auto n = static_cast<Eigen::Index>(d.variables.size());
    const Eigen::MatrixXd shape =
        Eigen::Map<const Eigen::MatrixXd>(d.certificates.capture_shape.data() + e.shape, n, n);
    const double level = d.certificates.capture_level[e.first_level + e.levels - 1];
    const double largest = -smallest_symmetric_eigenvalue(-shape);
    return {std::sqrt(level / smallest_symmetric_eigenvalue(shape)), std::sqrt(level / largest)};
}

/// Texts, one after the other.
std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string all;
    for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
    return all;
}

/// To three digits.
std::string brief(double x) {
    std::ostringstream text;
    text << std::setprecision(3) << x;
    return text.str();
}

std::string text_of_half_spaces(const map_description& d, std::size_t t) {
    std::vector<std::string> parts;
    for (const proven_set& p : half_spaces_at(d, t)) {
        std::ostringstream text;
        text << p.what << " from " << p.variable << ' ' << p.side << ' ' << p.bound;
        parts.push_back(text.str());
    }
    if (parts.empty() && !d.plain) return "no half-space from which starts cannot arrive";
    return joined(parts, "; ");
}

std::string text_of_capture(const map_description& d, std::size_t t) {
    std::vector<std::string> parts;
    for (const ellipsoids& e : capture_at(d, t)) {
        const auto [longest, shortest] = half_axes(d, e);
        parts.push_back("by " + std::to_string(e.point) + " within half axes " + brief(longest) + ", " +
                        brief(shortest));
    }
    return parts.empty() ? "" : "captured " + joined(parts, "; ");
}

std::string text_of_tests(const map_description& d, std::size_t t) {
    const std::uint32_t every = d.certificates.test_interval[t];
    std::vector<std::string> parts;
    for (const watched_point& w : watch_at(d, t))
        parts.push_back(brief(w.distance) + " of " + std::to_string(w.point));
    if (every <= 1 || parts.empty()) return "";
    return "what has arrived is within " + joined(parts, ", ") + " still " + std::to_string(every) +
           " steps later";
}

/// An array of tables, one for each tau and each of what of(d, t) finds there.
template <class Of, class Table>
json for_each_tau(const map_description& d, Of of, Table table) {
    json all = json::array();
    for (std::size_t t = 0; t < d.tau.size(); ++t)
        for (const auto& found : of(d, t)) all.push_back(table(t, found));
    return all;
}

/// Of one point at one tau.
json passages_as_json(const map_description& d, std::size_t t, std::size_t point) {
    const map_certificates& c = d.certificates;
    json all = json::array();
    for (std::size_t length = 0; length < c.passage_blocks.size(); ++length) {
        const std::size_t at = (t * d.points() + point) * c.passage_blocks.size() + length;
        if (std::isfinite(c.passage_nearest[at]))
            all.push_back(
                {{"steps", static_cast<std::uint32_t>(c.passage_blocks[length]) * c.test_interval[t]},
                 {"nearest", c.passage_nearest[at]},
                 {"bend", c.passage_bend[at]},
                 {"drift", c.passage_drift[at]},
                 {"farthest", c.passage_farthest[at]}});
    }
    return all;
}

}  // namespace

void print_proven(const map_description& d) {
    if (d.noise)
        std::cout << "with noise nothing is proven: every run was iterated to its end\n";
    else if (d.unproven)
        std::cout << "every start was iterated to its end, with a test for arrival at every step; nothing is "
                     "proven "
                     "of this game\n";
    else if (d.plain)
        std::cout << "--plain: every start was iterated to its end; proofs say only how often to look for "
                     "arrivals\n";
    for (std::size_t t = 0; t < d.tau.size(); ++t) {
        std::vector<std::string> parts{text_of_half_spaces(d, t), text_of_capture(d, t), text_of_tests(d, t)};
        std::erase(parts, "");
        if (!parts.empty())
            std::cout << "proven, tau = " << shortest(d.tau[t]) << ": " << joined(parts, "\n    ") << '\n';
    }
    if (d.labels_only)
        std::cout << "labels only: iterations hold the step at which the label was certain, by proven "
                     "ellipsoids of capture\n";
}

json half_spaces_as_json(const map_description& d) {
    return for_each_tau(d, half_spaces_at, [&](std::size_t t, const proven_set& p) -> json {
        return {{"tau", d.tau[t]},
                {"what", p.what},
                {"variable", p.variable},
                {"side", p.side},
                {"bound", p.bound}};
    });
}

json arrival_tests_as_json(const map_description& d) {
    json all = json::array();
    for (std::size_t t = 0; t < d.tau.size(); ++t) {
        json watch = json::array();
        for (const watched_point& w : watch_at(d, t))
            watch.push_back({{"point", w.point},
                             {"distance", w.distance},
                             {"passages", passages_as_json(d, t, w.point)}});
        all.push_back({{"tau", d.tau[t]}, {"every", d.certificates.test_interval[t]}, {"watch", watch}});
    }
    return all;
}

json capture_as_json(const map_description& d) {
    const map_certificates& c = d.certificates;
    const std::size_t n = d.variables.size();
    return for_each_tau(d, capture_at, [&](std::size_t t, const ellipsoids& e) -> json {
        json shape = json::array(), levels = json::array();
        for (std::size_t i = 0; i < n; ++i) {
            const double* row = c.capture_shape.data() + e.shape + i * n;
            shape.push_back(std::vector<double>(row, row + n));
        }
        for (std::size_t l = e.first_level; l < e.first_level + e.levels; ++l)
            levels.push_back(
                {{"level", c.capture_level[l]}, {"rate", c.capture_rate[l]}, {"steps", c.capture_steps[l]}});
        return {{"tau", d.tau[t]}, {"point", e.point}, {"shape", shape}, {"levels", levels}};
    });
}

}  // namespace tauroa::cli
