#include "host/claims/known_games.hpp"

#include <algorithm>

#include "host/linear_algebra.hpp"
#include "host/number.hpp"
#include "host/sweep.hpp"
#include "kernels/error.hpp"
#include "kernels/trajectory.hpp"

namespace tauroa::claims {

using Eigen::MatrixXd;
using Eigen::VectorXd;

VectorXd vector(const std::vector<double>& x) {
    return Eigen::Map<const VectorXd>(x.data(), static_cast<Eigen::Index>(x.size()));
}

int known_game::index_at(const VectorXd& x, double tolerance) const {
    const auto near = [&](const equilibrium& e) {
        return model->difference(x, e.location).norm() <= tolerance;
    };
    const auto found = std::find_if(points.begin(), points.end(), near);
    return found == points.end() ? -1 : static_cast<int>(found - points.begin());
}

spectrum subject::eigenvalues(double tau) const {
    return sorted_eigenvalues(scaled_jacobian(jacobian(), game->n1(), tau));
}

double subject::least_real_part(double tau) const { return eigenvalues(tau).front().real(); }

double subject::largest_imaginary_part(double tau) const {
    double largest = 0.0;
    for (const auto& l : eigenvalues(tau)) largest = std::max(largest, l.imag());
    return largest;
}

MatrixXd subject::d11() const { return jacobian().topLeftCorner(game->n1(), game->n1()); }

MatrixXd subject::d12() const {
    return jacobian().topRightCorner(game->n1(), jacobian().cols() - game->n1());
}

MatrixXd subject::d22() const {
    const Eigen::Index n2 = jacobian().rows() - game->n1();
    return -jacobian().bottomRightCorner(n2, n2);
}

MatrixXd subject::schur() const { return d11() - d12() * solve(d22(), d12().transpose()); }

MatrixXd trajectory(const known_game& game, const VectorXd& start, const run& with, std::uint32_t every) {
    problem p;
    p.game = game.model->runs();
    p.parameters = game.model->parameters().data();
    p.update = with.update;
    p.gamma = with.gamma;
    p.tau = with.tau;
    p.steps = with.steps;
    p.sized = game.model->sized();
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows(1 + with.steps / every,
                                                                                start.size());
    run_trajectory(p, start.data(), every, rows.data());
    return rows;
}

VectorXd end_of(const known_game& game, const VectorXd& start, const run& with) {
    return trajectory(game, start, with, with.steps).row(1).transpose();
}

const known_game& known_games::game(const std::string& name, const named_values& parameters) {
    const auto [at, is_new] = games_.try_emplace({name, parameters});
    if (is_new) {
        at->second.model = make_game(name, parameters);
        at->second.points = equilibria_of(*at->second.model);
    }
    return at->second;
}

subject known_games::point(const std::string& name, const std::vector<double>& x,
                           const named_values& parameters) {
    const known_game& of = game(name, parameters);
    const int index = of.index_at(vector(x), 0.01);
    if (index < 0) {
        std::string where;
        for (const double v : x) where += (where.empty() ? "" : ", ") + shortest(v);
        throw failure("claims: " + name + " has no critical point at (" + where + ")");
    }
    return {&of, &of.points[static_cast<std::size_t>(index)]};
}

const map_counts& known_games::counts(const map_settings& of) {
    for (const auto& [settings, known] : maps_)
        if (settings == of) return known;
    map_request request;
    request.game = of.game;
    request.tau = of.tau;
    request.gamma = of.gamma;
    request.steps = of.steps;
    request.tolerance = of.tolerance;
    request.update = of.update;
    request.labels_only = true;
    for (const variable& v : find_game(of.game).variables)
        request.axes.push_back({v.name, v.low, v.high, of.resolution});
    const sweep_plan plan = plan_of(request);
    const std::size_t outcomes = tally_size(static_cast<int>(plan.points.size()));
    map_counts counts(of.tau.size(), std::vector<std::uint64_t>(outcomes));
    const auto with = make_backend("cpu", 0);
    progress done;
    run_sweep(plan, *with, done, [&](const tile& t) {
        for (std::size_t i = 0; i < t.tally.size(); ++i) counts[t.at.layer][i] += t.tally[i];
    });
    return maps_.emplace_back(of, std::move(counts)).second;
}

}  // namespace tauroa::claims
