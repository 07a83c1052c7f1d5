#include "host/eigenvalue_paths.hpp"

#include <cmath>
#include <numeric>

#include "host/matching.hpp"
#include "host/stability.hpp"

namespace tauroa {
namespace {

using spectrum = std::vector<std::complex<double>>;
using permutation = std::vector<std::size_t>;

constexpr int most_halvings = 10;
constexpr double widest_step = 1.05;  // of tau that is matched at once

permutation matched(const spectrum& from, const spectrum& to) {
    const auto n = static_cast<Eigen::Index>(from.size());
    Eigen::MatrixXd costs(n, n);
    for (Eigen::Index i = 0; i < n; ++i)
        for (Eigen::Index j = 0; j < n; ++j)
            costs(i, j) = std::norm(from[static_cast<std::size_t>(i)] - to[static_cast<std::size_t>(j)]);
    return minimal_matching(costs);
}

permutation composed(const permutation& first, const permutation& second) {
    permutation both(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) both[i] = second[first[i]];
    return both;
}

class follower {
  public:
    follower(const Eigen::MatrixXd& jacobian, int n1) : jacobian_(&jacobian), n1_(n1) {}

    struct stop {
        double tau;
        spectrum values;
    };
    [[nodiscard]] stop at(double tau) const {
        return {tau, sorted_eigenvalues(scaled_jacobian(*jacobian_, n1_, tau))};
    }
    /// For every eigenvalue at `from`, where it is among those at `to`.
    [[nodiscard]] permutation between(const stop& from, const stop& to, int halvings_left) const {
        if (halvings_left == 0) return matched(from.values, to.values);
        const stop middle = at(std::sqrt(from.tau * to.tau));
        if (to.tau > widest_step * from.tau)
            return composed(between(from, middle, halvings_left), between(middle, to, halvings_left));
        permutation direct = matched(from.values, to.values);
        if (direct == composed(matched(from.values, middle.values), matched(middle.values, to.values)))
            return direct;
        return composed(between(from, middle, halvings_left - 1), between(middle, to, halvings_left - 1));
    }

  private:
    const Eigen::MatrixXd* jacobian_;
    int n1_;
};

}  // namespace

eigenvalue_paths paths_along(const Eigen::MatrixXd& jacobian, int n1, const std::vector<double>& taus) {
    eigenvalue_paths all;
    const follower follow(jacobian, n1);
    follower::stop last{};
    for (const double tau : taus) {
        const follower::stop next = follow.at(tau);
        std::vector<std::uint32_t> path(next.values.size());
        if (all.path.empty()) {
            std::iota(path.begin(), path.end(), 0U);
        } else {
            const permutation to = follow.between(last, next, most_halvings);
            for (std::size_t i = 0; i < to.size(); ++i) path[to[i]] = all.path.back()[i];
        }
        all.eigenvalues.push_back(next.values);
        all.path.push_back(path);
        last = next;
    }
    return all;
}

}  // namespace tauroa
