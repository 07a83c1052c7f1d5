#include "host/claims/findings.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "host/linear_algebra.hpp"
#include "host/number.hpp"

namespace tauroa::claims {

using Eigen::MatrixXd;
using Eigen::VectorXd;

std::string of_total(std::size_t some, std::size_t all) {
    return std::to_string(some) + " of " + std::to_string(all);
}

finding rounds_to(double ours, const std::string& paper) {
    const auto dot = paper.find('.');
    const std::size_t places = dot == std::string::npos ? 0 : paper.size() - dot - 1;
    const double half = 0.5 * std::pow(10.0, -static_cast<double>(places));
    const bool agrees = std::abs(ours - parse_number("the paper's value", paper)) <= half * (1.0 + 1e-9);
    return {text(ours, 8), agrees};
}

finding rounds_to(const VectorXd& ours, const std::vector<std::string>& paper) {
    bool agrees = static_cast<std::size_t>(ours.size()) == paper.size();
    for (std::size_t i = 0; agrees && i < paper.size(); ++i)
        agrees = rounds_to(ours(static_cast<Eigen::Index>(i)), paper[i]).agrees;
    return {text(ours, 8), agrees};
}

bool same(double ours, double paper) { return std::abs(ours - paper) <= 1e-9 * std::abs(paper); }

finding is_matrix(const MatrixXd& ours, const MatrixXd& paper) {
    const double apart = (ours - paper).cwiseAbs().maxCoeff();
    std::ostringstream rows;
    for (Eigen::Index i = 0; i < ours.rows(); ++i)
        rows << (i == 0 ? "" : "; ") << text(VectorXd(ours.row(i).transpose()));
    return {rows.str(), apart <= 1e-9 * paper.cwiseAbs().maxCoeff()};
}

MatrixXd diagonal(const std::vector<double>& entries) { return vector(entries).asDiagonal(); }

double distance_between(const spectrum& ours, spectrum formula) {
    double largest = 0.0, size = 0.0;
    for (const auto& l : ours) {
        const auto nearest = std::min_element(formula.begin(), formula.end(), [&](auto& a, auto& b) {
            return std::abs(a - l) < std::abs(b - l);
        });
        largest = std::max(largest, std::abs(*nearest - l));
        size = std::max(size, std::abs(l));
        formula.erase(nearest);
    }
    return largest / size;
}

finding is_spectrum(const subject& at, const std::vector<double>& taus,
                    const std::function<spectrum(double)>& formula) {
    double largest = 0.0;
    for (const double tau : taus)
        largest = std::max(largest, distance_between(at.eigenvalues(tau), formula(tau)));
    return {"differs by at most " + text(largest, 2) + " (relative) at tau = " + text(taus), largest <= 1e-6};
}

spectrum pair(double a, double d, double q) {
    const std::complex<double> root = std::sqrt(std::complex<double>(d));
    return {(a + root) / q, (a - root) / q};
}

spectrum joined(spectrum a, const spectrum& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

finding is_stable_for(const subject& at, tau_window expected) {
    const auto& windows = at.point->windows.windows;
    const bool agrees = windows.size() == 1 &&
                        std::abs(windows[0].low - expected.low) <= 1e-9 * expected.low &&
                        (windows[0].high == expected.high || same(windows[0].high, expected.high));
    return {text(windows), agrees};
}

bool rises(const std::vector<double>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

bool falls(const std::vector<double>& values) {
    return std::adjacent_find(values.begin(), values.end(), std::less_equal<>()) == values.end();
}

std::vector<double> symmetric_spectrum(const MatrixXd& a) {
    std::vector<double> values;
    for (const auto& l : sorted_eigenvalues(0.5 * (a + a.transpose()))) values.push_back(l.real());
    return values;
}

finding others_never_stable(const known_game& game) {
    std::size_t others = 0, never = 0;
    std::string stable;
    for (const equilibrium& e : game.points) {
        if (is_equilibrium(e.kind)) continue;
        ++others;
        if (e.windows.windows.empty())
            ++never;
        else
            stable += "; " + text(e.location) + " is stable for tau in " + text(e.windows.windows);
    }
    return {of_total(never, others) + stable, never == others};
}

finding tends_to_schur(const subject& at, double tau) {
    const std::vector<double> slow = symmetric_spectrum(at.schur()), fast = symmetric_spectrum(-at.d22());
    const auto error = [&](double t) {
        spectrum ours = at.eigenvalues(t);
        std::sort(ours.begin(), ours.end(), [](auto& a, auto& b) { return std::abs(a) < std::abs(b); });
        const auto middle = ours.begin() + static_cast<std::ptrdiff_t>(slow.size());
        spectrum large(middle, ours.end());
        for (auto& l : large) l /= t;
        return std::max(distance_between({ours.begin(), middle}, {slow.begin(), slow.end()}),
                        distance_between(large, {fast.begin(), fast.end()}));
    };
    const double near = error(tau), nearer = error(10.0 * tau);
    return {"S1: " + text(slow) + "; -D22: " + text(fast) + "; relative error " + text(near, 2) +
                " at tau = " + text(tau) + ", " + text(nearer, 2) + " at " + text(10.0 * tau),
            near < 0.05 && nearer < std::max(0.2 * near, 1e-9)};
}

std::string name_of_end(const known_game& game, const VectorXd& x) {
    if (!x.allFinite()) return "diverged";
    const int index = game.index_at(x, 1e-3);
    return index < 0 ? "no critical point" : text(game.points[static_cast<std::size_t>(index)].location, 4);
}

run longer(run with) {
    with.steps *= 10;
    return with;
}

finding ends_at(const known_game& game, const VectorXd& start, const std::vector<double>& taus, run with,
                const std::vector<std::vector<double>>& expected) {
    finding found{"", true};
    for (std::size_t i = 0; i < taus.size(); ++i) {
        with.tau = taus[i];
        const VectorXd x = end_of(game, start, with);
        found.ours += (i == 0 ? "" : "; ") + text(taus[i]) + ": " + name_of_end(game, x);
        const int index = x.allFinite() ? game.index_at(x, 1e-3) : -1;
        const int wanted = expected[i].empty() ? -1 : game.index_at(vector(expected[i]), 0.01);
        found.agrees = found.agrees && index == wanted;
    }
    return found;
}

}  // namespace tauroa::claims
