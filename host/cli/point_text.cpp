#include "host/cli/point_text.hpp"

#include <cmath>
#include <iomanip>
#include <sstream>

namespace tauroa::cli {

using json = nlohmann::ordered_json;

json finite(double x) { return std::isfinite(x) ? json(x) : json(nullptr); }

json to_json(const std::vector<tau_window>& windows) {
    json all = json::array();
    for (const tau_window& w : windows) all.push_back({w.low, finite(w.high)});
    return all;
}

json parameters_json(const game_model& game) {
    json all = json::object();
    for (std::size_t i = 0; i < game.parameters().size(); ++i)
        all[game.info().parameters[i].name] = game.parameters()[i];
    return all;
}

std::string text_of(const Eigen::VectorXd& x) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(6) << "(";
    const auto shown = static_cast<Eigen::Index>(shown_of(static_cast<std::size_t>(x.size())));
    for (Eigen::Index i = 0; i < shown; ++i) text << (i == 0 ? "" : ", ") << x(i);
    if (shown < x.size()) text << ", and " << x.size() - shown << " more";
    return text.str() + ")";
}

std::string short_text_of(const Eigen::VectorXd& x) {
    if (x.size() <= 2) return text_of(x);
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << "(";
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        const bool left_out = x.size() > 4 && i >= 2 && i + 1 < x.size();
        if (!left_out) text << (i == 0 ? "" : ", ") << x(i) + 0.0;
        if (left_out && i == 2) text << ", ...";
    }
    return text.str() + ")";
}

std::string text_of(const std::vector<tau_window>& windows) {
    std::ostringstream text;
    text << std::setprecision(7);
    for (const tau_window& w : windows) {
        text << (text.tellp() > 0 ? " and (" : "tau in (") << w.low << ", ";
        if (std::isfinite(w.high))
            text << w.high << ")";
        else
            text << "inf)";
    }
    return windows.empty() ? "no tau" : text.str();
}

}  // namespace tauroa::cli
