#include "host/cli/equilibria_report.hpp"
#include "host/cli/options.hpp"
#include "host/completeness.hpp"
#include "host/number.hpp"
#include "host/tau_list.hpp"

namespace tauroa::cli {
namespace {

bool proven_complete(const game_model& game, const std::vector<equilibrium>& points) {
    if (game.sized() != nullptr) return false;
    std::vector<Eigen::VectorXd> locations;
    locations.reserve(points.size());
    for (const equilibrium& e : points) locations.push_back(e.location);
    return prove_complete(game.info(), *enclosure_of(game), locations).proven;
}

tau_report report_at(const equilibria_report& r, const equilibrium& e, double tau) {
    const game_info& info = r.game->info();
    tau_report t{tau, at_tau(e, info.n1, tau, r.gamma, r.update), std::nullopt};
    if (t.at.rate)
        t.ball = contraction_ball_of(*enclosure_of(*r.game), info, {r.update, *r.gamma, tau}, e.location,
                                     e.jacobian, *t.at.rate);
    return t;
}

equilibria_report report_of(const equilibria_options& o) {
    equilibria_report r{make_game(o.game.chosen(), parse_named_values("--param", o.parameters)),
                        std::nullopt,
                        parse_update(o.update),
                        false,
                        {}};
    const std::vector<double> taus = o.tau ? parse_tau_list(*o.tau) : std::vector<double>{};
    if (o.gamma) r.gamma = parse_positive("--gamma", *o.gamma);
    const std::vector<equilibrium> points = equilibria_of(*r.game);
    r.complete = proven_complete(*r.game, points);
    for (const equilibrium& e : points) {
        point_report p{e, real_onsets(e.jacobian, r.game->info().n1), {}};
        for (const double tau : taus) p.at_tau.push_back(report_at(r, e, tau));
        r.points.push_back(std::move(p));
    }
    return r;
}

}  // namespace

void run_equilibria(const equilibria_options& o) {
    const equilibria_report r = report_of(o);
    o.as_json ? print_json(r) : print_table(r);
}

}  // namespace tauroa::cli
