#include "host/point_spectrum.hpp"

#include <algorithm>

#include "kernels/error.hpp"

namespace tauroa {
namespace {

void check(const spectrum_request& r, std::size_t points, std::size_t n) {
    if (r.point >= points)
        throw user_error("--point " + std::to_string(r.point) + ": " + r.game.name + " has " +
                         (points == 0 ? "no critical points in its window"
                                      : "critical points 0 to " + std::to_string(points - 1) +
                                            "; `tauroa equilibria " + r.game.name + "` lists them"));
    if (r.tau.size() * n > most_eigenvalues)
        throw user_error("--tau asks for " + std::to_string(r.tau.size() * n) + " eigenvalues; at most " +
                         std::to_string(most_eigenvalues) + " in one file: give fewer tau");
}

}  // namespace

point_spectrum spectrum_of(const spectrum_request& request) {
    point_spectrum s{request, make_game(request.game, request.parameters), {}, {}, {}};
    const game_info& info = s.game->info();
    std::vector<equilibrium> points = equilibria_of(*s.game);
    check(request, points.size(), static_cast<std::size_t>(info.n()));
    s.point = std::move(points[request.point]);
    s.along = paths_along(s.point.jacobian, info.n1, request.tau);
    s.real = real_onsets(s.point.jacobian, info.n1);
    return s;
}

std::uint64_t nearest_point(const game_choice& game, const named_values& parameters,
                            const std::vector<double>& x) {
    const auto model = make_game(game, parameters);
    const Eigen::VectorXd to = Eigen::Map<const Eigen::VectorXd>(x.data(), model->info().n());
    const std::vector<critical_point> points = find_critical_points(*model);
    const auto away = [&](const critical_point& p) { return model->difference(p.location, to).norm(); };
    const auto nearest = std::min_element(points.begin(), points.end(),
                                          [&](const auto& a, const auto& b) { return away(a) < away(b); });
    if (nearest == points.end()) throw user_error(game.name + ": has no critical points in its window");
    return static_cast<std::uint64_t>(nearest - points.begin());
}

}  // namespace tauroa
