#include "host/cli/spectrum_description.hpp"

#include "host/cli/game_tables.hpp"

namespace tauroa::cli {

spectrum_tables describe(const point_spectrum& s) {
    spectrum_tables to;
    to.game = s.request.game.name;
    to.game_text = s.game->info().file;
    to.parameters = json_object(parameters_of(*s.game));
    to.point = s.request.point;
    to.kind = kind_names.at(static_cast<std::size_t>(s.point.kind));
    to.tau_star = s.point.tau_star.value_or(std::numeric_limits<double>::quiet_NaN());
    to.windows_by = window_method_names.at(static_cast<std::size_t>(s.point.windows.method));
    describe_variables(s.game->info(), to);
    to.location.assign(s.point.location.begin(), s.point.location.end());
    to.tau = s.request.tau;
    for (std::size_t t = 0; t < to.tau.size(); ++t) {
        for (const std::complex<double>& lambda : s.along.eigenvalues[t]) {
            to.real.push_back(lambda.real());
            to.imaginary.push_back(lambda.imag());
        }
        to.path.insert(to.path.end(), s.along.path[t].begin(), s.along.path[t].end());
    }
    to.onsets_known = s.real.has_value();
    for (const real_onset& onset : s.real.value_or(std::vector<real_onset>{})) {
        to.real_at.push_back(onset.tau);
        to.becomes_real.push_back(onset.becomes_real ? 1 : 0);
    }
    for (const tau_window& w : s.point.windows.windows) to.window.insert(to.window.end(), {w.low, w.high});
    return to;
}

}  // namespace tauroa::cli
