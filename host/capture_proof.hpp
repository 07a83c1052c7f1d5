#pragma once

// How much one exact step x -> F(x) lowers V(x) = d^T P d, d = x - x*, proven in interval arithmetic. With
// delta(x) = F(x) - x and G = DF - I, which are of the order of gamma1 and therefore known to relative accuracy:
//     V(F(x)) - (1 - s) V(x) = 2 d^T P delta + delta^T P delta + s d^T P d                    =: W(x)
// 1. In a shell, inner <= V <= outer: W <= 0 on each of the boxes that cover it. On the box m + e, |e| <= w, where
//    delta(m + e) = delta(m) + G' e with G' in G(box),
//        W(m + e) = W(m) + b^T e + e^T H e,   b = 2 P delta + 2 G'^T P (d + delta) + 2 s P d   at m,
//                                             H = 2 P G' + G'^T P G' + s P.
//    The boxes are in y, d = U y with U^T P U near I and U^T H U near a diagonal, so that thin ellipsoids and
//    fast directions take no more of them than others: there
//    e = U e_y, and W(m + e) = W(m) + (U^T b)^T e_y + e_y^T (U^T H U) e_y.
// 2. In an ellipsoid, V <= level: (1 - s) P - DF^T P DF = -(s P + P G + G^T P + G^T P G) is positive definite on each of
//    the boxes that cover it, and therefore for the mean of DF between x* and any x in it: V(F(x) - F(x*)) <= (1 - s) V(x).

#include "host/exact_update.hpp"
#include "host/interval_algebra.hpp"

namespace tauroa {

class capture_proof {
  public:
    /// Proofs around x_star [n] for P = shape [n, n], taken exactly.
    capture_proof(const exact_update& update, const Eigen::VectorXd& x_star, const Eigen::MatrixXd& shape);

    /// Whether P is proven to be positive definite; nothing else can be asked where it is not.
    [[nodiscard]] bool valid() const { return least_ > 0.0; }
    /// ||d||^2 <= V(x) / least().
    [[nodiscard]] double least() const { return least_; }
    /// |d_i| <= reach()[i] sqrt(V(x)).
    [[nodiscard]] const Eigen::VectorXd& reach() const { return reach_; }
    /// A box [n] around {V <= level}.
    [[nodiscard]] box around(double level) const;
    /// V(x* + d).
    [[nodiscard]] interval value(const box& d) const { return dot(d, product(p_, d)); }

    /// Whether V(F(x)) <= (1 - s) V(x) is proven for every x with inner <= V(x) <= outer.
    [[nodiscard]] bool shell_falls(double inner, double outer, double s);
    /// Whether V(F(x) - F(x*)) <= (1 - s) V(x) is proven for every x with V(x) <= level.
    [[nodiscard]] bool contracts(double level, double s);

  private:
    struct cell;
    template <class Test>
    [[nodiscard]] bool covered(double inner, double outer, int budget, const Test& test);
    [[nodiscard]] cell cell_at(const box& y) const;
    [[nodiscard]] bool falls(const cell& at, double s) const;
    [[nodiscard]] bool contracts(const cell& at, double s) const;

    [[nodiscard]] interval_matrix rise(const interval_matrix& pg, const interval_matrix& gt, double s) const;

    exact_update update_;
    box centre_;
    interval_matrix p_, u_, ut_, utpu_;  ///< P, U, U^T, U^T P U
    double least_ = 0.0;
    int cells_left_ = 15'000;  ///< to look at, in all proofs together: some ten milliseconds in two variables
    Eigen::VectorXd reach_;
    double reach_of_y_ = 0.0;  ///< |y_i| <= this sqrt(V)
};

}  // namespace tauroa
