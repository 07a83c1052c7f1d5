#include <cmath>
#include <iomanip>
#include <numbers>
#include <sstream>

#include "host/claims/findings.hpp"

namespace tauroa::claims {
namespace {

template <class Values, class Write>
std::string list_of(const Values& values, Write write) {
    std::string all;
    for (const auto& v : values) all.append(all.empty() ? "" : ", ").append(write(v));
    return all;
}

}  // namespace

std::string text(double x, int digits) {
    std::ostringstream out;
    out << std::setprecision(digits) << (x == 0.0 ? 0.0 : x);  // no -0
    return out.str();
}

std::string text(const std::vector<double>& values, int digits) {
    return list_of(values, [digits](double x) { return text(x, digits); });
}

std::string text(const Eigen::VectorXd& x, int digits) {
    const auto entry = [digits](double v) {
        if (std::abs(v) == std::numbers::pi) return std::string(v > 0.0 ? "pi" : "-pi");
        return text(std::abs(v) < 1e-12 ? 0.0 : v, digits);
    };
    return std::string("(").append(list_of(x, entry)).append(")");
}

std::string text(const spectrum& eigenvalues, int digits) {
    return list_of(eigenvalues, [digits](const std::complex<double>& l) {
        if (l.imag() == 0.0) return text(l.real(), digits);
        return text(l.real(), digits) + (l.imag() > 0.0 ? "+" : "-") + text(std::abs(l.imag()), digits) + "i";
    });
}

std::string text(const std::vector<tau_window>& windows) {
    if (windows.empty()) return "no tau";
    return list_of(windows, [](const tau_window& w) {
        const std::string high = std::isfinite(w.high) ? text(w.high, 7) : "inf";
        return std::string("(").append(text(w.low, 7)).append(", ").append(high).append(")");
    });
}

}  // namespace tauroa::claims
