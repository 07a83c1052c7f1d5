#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "host/cli/equilibria_report.hpp"
#include "host/cli/point_text.hpp"
#include "host/cli/text_table.hpp"
#include "host/number.hpp"
#include "host/request.hpp"

namespace tauroa::cli {
namespace {

std::string digits(double x, int precision) {
    std::ostringstream text;
    text << std::setprecision(precision) << x;
    return text.str();
}

std::string digits(const std::optional<double>& x, int precision) { return x ? digits(*x, precision) : "-"; }

std::string kind_text(const equilibrium& e) {
    if (!e.isolated) return "not isolated";
    switch (e.kind) {
        case kind::differential_nash:
            return "Nash";
        case kind::differential_stackelberg:
            return "Stackelberg";
        case kind::non_equilibrium:
            return "non-equilibrium";
        case kind::degenerate:
            return "degenerate";
    }
    return "";
}

std::string windows_text(const stability_windows& of) {
    std::string text;
    for (const tau_window& w : of.windows)
        text += (text.empty() ? "(" : " (") + digits(w.low, 7) + ", " + digits(w.high, 7) + ")";
    if (text.empty()) text = "never";
    return of.method == window_method::scan ? text + " (scanned, 1e-6 to 1e6)" : text;
}

void print_points(const equilibria_report& r) {
    text_table table({"#", "point", "kind", "tau*", "tau0", "tight", "stable for tau in"});
    for (std::size_t j = 0; j < r.points.size(); ++j) {
        const equilibrium& e = r.points[j].point;
        table.add({std::to_string(j), short_text_of(e.location), kind_text(e), digits(e.tau_star, 7),
                   digits(e.tau_zero, 7), digits(e.tau_zero_tight, 7), windows_text(e.windows)});
    }
    table.print(std::cout);
}

std::string onsets_text(const std::optional<std::vector<real_onset>>& onsets) {
    if (!onsets) return "not looked for: too many variables";
    std::string text;
    for (const real_onset& o : *onsets)
        text += (text.empty() ? "" : ", ") + std::string(o.becomes_real ? "real" : "complex") + " from " +
                digits(o.tau, 8);
    return text.empty() ? "at no tau" : text;
}

void print_onsets(const equilibria_report& r) {
    text_table table({"#", "a pair of eigenvalues becomes, as tau rises"});
    for (std::size_t j = 0; j < r.points.size(); ++j)
        table.add({std::to_string(j), onsets_text(r.points[j].onsets)});
    table.print(std::cout);
}

std::string yes(bool x) { return x ? "yes" : "no"; }

/// What there is to say at one tau depends on the learning rate and the update.
struct columns_shown {
    bool attraction, gamma_max, rate;
};

columns_shown columns_of(const equilibria_report& r) {
    const bool simultaneous = r.update == update_order::simultaneous;
    return {r.gamma.has_value(), simultaneous, simultaneous && r.gamma.has_value()};
}

std::vector<std::string> tau_header(const columns_shown& shown) {
    std::vector<std::string> header{"tau", "#", "stable"};
    if (shown.attraction) header.insert(header.end(), {"attracts", "radius"});
    if (shown.gamma_max) header.emplace_back("gamma_max");
    if (shown.rate) header.insert(header.end(), {"rate", "steps", "mended", "steps", "ball"});
    return header;
}

std::vector<std::string> tau_row(const tau_report& t, std::size_t index, const columns_shown& shown) {
    std::vector<std::string> row{digits(t.tau, 6), std::to_string(index), yes(t.at.stable)};
    if (shown.attraction) row.insert(row.end(), {yes(t.at.attracts), digits(t.at.spectral_radius, 9)});
    if (shown.gamma_max) row.push_back(t.at.gamma_max > 0.0 ? digits(t.at.gamma_max, 6) : "-");
    if (!shown.rate) return row;
    if (!t.at.rate) {
        row.insert(row.end(), {"-", "-", "-", "-", "-"});
        return row;
    }
    const local_rate& rate = *t.at.rate;
    row.insert(row.end(), {digits(rate.stated.rate, 7) + (rate.holds ? "" : "!"),
                           digits(std::ceil(rate.stated.steps_per_decade), 12), digits(rate.mended.rate, 7),
                           digits(std::ceil(rate.mended.steps_per_decade), 12),
                           t.ball ? digits(t.ball->radius, 3) : "-"});
    return row;
}

void print_legend(const columns_shown& shown) {
    if (shown.attraction) std::cout << "radius: spectral radius of the update\n";
    if (shown.rate)
        std::cout
            << "rate: Theorem 4's bound per step (!: untrue here, the radius is larger); mended: as its "
               "proof bears it\n"
               "steps: for each factor of ten in the distance; ball: distance from which the mended rate "
               "holds\n";
}

void print_taus(const equilibria_report& r) {
    const columns_shown shown = columns_of(r);
    text_table table(tau_header(shown));
    for (std::size_t t = 0; t < r.points.front().at_tau.size(); ++t)
        for (std::size_t j = 0; j < r.points.size(); ++j) table.add(tau_row(r.points[j].at_tau[t], j, shown));
    table.print(std::cout);
    print_legend(shown);
}

}  // namespace

void print_table(const equilibria_report& r) {
    std::cout << r.game->info().name << ": " << r.points.size()
              << " critical points found in its window (complete: " << (r.complete ? "proven" : "not proven")
              << ")\n\n";
    if (r.points.empty()) return;
    print_points(r);
    std::cout << "tau*: stable beyond it; tau0: unstable beyond it, by Theorem 2's construction; tight: the "
                 "least such tau\n\n";
    print_onsets(r);
    if (r.points.front().at_tau.empty()) return;
    std::cout << "\n" << to_string(r.update) << " update";
    if (r.gamma) std::cout << ", gamma = " << shortest(*r.gamma);
    std::cout << "\n";
    print_taus(r);
}

}  // namespace tauroa::cli
