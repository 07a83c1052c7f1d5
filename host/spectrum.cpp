#include "host/spectrum.hpp"

#include <array>
#include <complex>
#include <limits>

#include "host/learning_rate.hpp"
#include "host/linear_algebra.hpp"
#include "host/stability.hpp"

namespace tauroa {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXcd;
using complex = std::complex<double>;

constexpr Index largest_direct = 16;

/// The blocks of J.
struct blocks {
    Eigen::Block<const MatrixXd> j11, j12, j21, j22;
    blocks(const MatrixXd& j, Index n1)
        : j11(j, 0, 0, n1, n1),
          j12(j, 0, n1, n1, j.rows() - n1),
          j21(j, n1, 0, j.rows() - n1, n1),
          j22(j, n1, n1, j.rows() - n1, j.rows() - n1) {}
};

bool is_multiple_of_one(const MatrixXd& a) { return a == a(0, 0) * MatrixXd::Identity(a.rows(), a.cols()); }

VectorXcd joined(const VectorXcd& a, const VectorXcd& b) {
    VectorXcd all(a.size() + b.size());
    all << a, b;
    return all;
}

/// Of a symmetric matrix in a fraction of the time.
VectorXcd eigenvalues_by_symmetry(const MatrixXd& a) {
    return a == a.transpose() ? symmetric_eigenvalues(a).cast<complex>() : eigenvalues_of(a);
}

/// Both roots of x^2 - sum x + product; the smaller from the larger, so that it keeps its digits.
std::array<complex, 2> roots(const complex& sum, const complex& product) {
    const complex half = 0.5 * sum, root = std::sqrt(half * half - product);
    const complex larger = std::abs(half + root) >= std::abs(half - root) ? half + root : half - root;
    return {larger, larger == 0.0 ? 0.0 : product / larger};
}

/// Where both diagonal blocks are multiples of I: roots_of(s) for each s, and `others` of the larger block.
template <class F>
VectorXcd by_quadratics(const blocks& of, F roots_of, double others1, double others2) {
    const Index n1 = of.j11.rows(), n2 = of.j22.rows();
    VectorXcd all = VectorXcd::Constant(n1 + n2, n1 <= n2 ? others2 : others1);
    const VectorXcd products = eigenvalues_by_symmetry(n1 <= n2 ? of.j12 * of.j21 : of.j21 * of.j12);
    const double rounding = std::numeric_limits<double>::epsilon() * static_cast<double>(products.size()) *
                            products.cwiseAbs().maxCoeff();
    Index i = 0;
    for (const complex& product : products) {
        const complex s = std::abs(product) <= rounding ? 0.0 : product;
        for (const complex& lambda : roots_of(s)) all(i++) = lambda;
    }
    return all;
}

bool is_direct(const MatrixXd& jacobian) { return jacobian.rows() <= largest_direct; }

bool has_two_scalars(const blocks& of) { return is_multiple_of_one(of.j11) && is_multiple_of_one(of.j22); }

}  // namespace

bool is_block_triangular(const MatrixXd& jacobian, int n1) {
    const blocks of(jacobian, n1);
    return of.j12.isZero(0.0) || of.j21.isZero(0.0);
}

VectorXcd spectrum(const MatrixXd& jacobian, int n1, double tau) {
    const blocks of(jacobian, n1);
    if (is_direct(jacobian)) return eigenvalues_of(scaled_jacobian(jacobian, n1, tau));
    if (is_block_triangular(jacobian, n1))
        return joined(eigenvalues_by_symmetry(of.j11), tau * eigenvalues_by_symmetry(of.j22));
    if (!has_two_scalars(of)) return eigenvalues_of(scaled_jacobian(jacobian, n1, tau));
    const double a = of.j11(0, 0), c = tau * of.j22(0, 0);
    return by_quadratics(
        of, [=](const complex& s) { return roots(a + c, a * c - tau * s); }, a, c);
}

VectorXcd update_spectrum(const MatrixXd& jacobian, int n1, double tau, double gamma, update_order update) {
    const blocks of(jacobian, n1);
    const bool structured = is_block_triangular(jacobian, n1) || has_two_scalars(of);
    if (is_direct(jacobian) || !structured)
        return eigenvalues_of(linearisation_of(jacobian, n1, tau, gamma, update));
    if (update == update_order::simultaneous || is_block_triangular(jacobian, n1))
        return (1.0 - gamma * spectrum(jacobian, n1, tau).array()).matrix();
    const double p = 1.0 - gamma * of.j11(0, 0), q = 1.0 - gamma * tau * of.j22(0, 0);
    const double coupling = gamma * gamma * tau;
    return by_quadratics(
        of, [=](const complex& s) { return roots(p + q + coupling * s, p * q); }, p, q);
}

}  // namespace tauroa
