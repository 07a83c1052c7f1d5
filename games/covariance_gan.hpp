#pragma once

// f(V, W) = sum_ij W_ij (Sigma - V V^T)_ij - (mu / 2) tr(W^T W),   V, W in R^{d x d}, Sigma symmetric positive definite
// D1 f = -(W + W^T) V,   -D2 f = V V^T - Sigma + mu W.       Fiez and Ratliff 2021, eq. 58, K.6, Figs 10, 11
//
// Sigma = U U^T + I, U standard normal: U_ij is number i d + j (from 0) of the parameter seed's; entries that are given as
// Sigma1_2=0.5 stand in its place, on both sides of the diagonal.
//
// Critical points: W = (Sigma - V V^T) / mu and (Sigma - V V^T) V = 0, so that V V^T is Sigma on an invariant subspace of
// Sigma and 0 on its complement: 2^d families V O, O orthogonal, for a Sigma of d different eigenvalues. Those here:
//     V V^T = Sigma, W = 0   by its Cholesky factor L, V = L, and by V = L diag(1, ..., 1, -1): V O of det O = -1 is not
//                            connected with it. For d = 1 they are isolated, for d > 1 each stands for a continuum;
//     V = 0, W = Sigma / mu  isolated; not for mu = 0.
// The others, 0 < rank V < d, are left out.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <sstream>

#include "kernels/error.hpp"
#include "kernels/sized_game.hpp"

namespace tauroa::games {

class covariance_gan {
  public:
    static constexpr const char* name = "covariance-gan";
    static constexpr const char* reference = "eq. 58, K.6, Figs 10-11";
    static constexpr bool zero_sum = true;
    static constexpr const char* note =
        "SigmaI_J=VALUE, 1 <= I, J <= d: an entry of the symmetric Sigma; else Sigma = U U^T + I with U "
        "standard normal, drawn by seed";

    /// From d (1), mu (1), seed (0) and entries of Sigma. Throws user_error for others, for values out of range and where
    /// Sigma is not positive definite.
    covariance_gan(const named_values& given, normal_source normal) {
        for (const auto& [key, value] : given) read(key, value);
        for (const auto& [at, value] : given_)
            if (at.second > d_)
                throw user_error("--param " + text_of("Sigma", at.first, at.second) + ": Sigma is " +
                                 std::to_string(d_) + " by " + std::to_string(d_) + "; give 1 <= I, J <= d");
        make_sigma(normal);
        factorise();
        for (const char* matrix : {"V", "W"})
            for (int i = 1; i <= d_; ++i)
                for (int j = 1; j <= d_; ++j) names_.push_back(text_of(matrix, i, j));
        for (const auto& [at, value] : given_) given_names_.push_back(text_of("Sigma", at.first, at.second));
    }

    [[nodiscard]] int n1() const { return d_ * d_; }
    [[nodiscard]] int n2() const { return d_ * d_; }

    /// The window reaches half as far again as the entries of V and W at a critical point can.
    [[nodiscard]] std::vector<variable> variables() const {
        double largest = 0.0;
        for (int i = 0; i < d_; ++i) largest = std::max(largest, sigma_[at(i, i)]);
        const double reach_v = std::ceil(1.5 * std::sqrt(largest));
        const double reach_w = std::ceil(1.5 * largest / (mu_ > 0.0 ? mu_ : 1.0));
        std::vector<variable> all;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const double reach = i < square() ? reach_v : reach_w;
            all.push_back({names_[i].c_str(), -reach, reach});
        }
        return all;
    }

    [[nodiscard]] std::vector<parameter> parameters() const {
        std::vector<parameter> all{{"d", static_cast<double>(d_)}, {"mu", mu_}, {"seed", seed_}};
        auto key = given_names_.begin();
        for (const auto& of_sigma : given_) all.push_back({(key++)->c_str(), of_sigma.second});
        return all;
    }

    template <class T>
    void gradient(const T* x, T* g) const {
        const T *v = x, *w = x + square();
        T *of_v = g, *of_w = g + square();
        for (int i = 0; i < d_; ++i)
            for (int j = 0; j < d_; ++j) {
                T pull(0.0), product(0.0);
                for (int k = 0; k < d_; ++k) {
                    pull = fma(w[at(i, k)] + w[at(k, i)], v[at(k, j)], pull);
                    product = fma(v[at(i, k)], v[at(j, k)], product);
                }
                of_v[at(i, j)] = T(0.0) - pull;
                of_w[at(i, j)] = fma(T(mu_), w[at(i, j)], product - T(sigma_[at(i, j)]));
            }
    }

    [[nodiscard]] std::vector<known_point> critical_points() const {
        std::vector<double> at_factor = factor_;
        at_factor.resize(2 * square());
        std::vector<double> turned = at_factor;
        for (int i = 0; i < d_; ++i) turned[at(i, d_ - 1)] = 0.0 - turned[at(i, d_ - 1)];
        std::vector<known_point> all{{at_factor, d_ == 1}, {turned, d_ == 1}};
        if (mu_ > 0.0) {
            std::vector<double> at_zero(square());
            for (const double s : sigma_) at_zero.push_back(s / mu_);
            all.push_back({at_zero, true});
        }
        return all;
    }

  private:
    using place = std::pair<int, int>;  // of an entry of Sigma, counted from 1, row <= column

    static constexpr int most_rows = 64;
    static constexpr double most = 1e6, most_seed = 0x1p53;
    static constexpr double singular = 1e-12;  // of a pivot, relative to the entry of Sigma on its diagonal

    /// The place of an entry in a matrix kept row by row.
    [[nodiscard]] std::size_t at(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(d_) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] std::size_t square() const {
        return static_cast<std::size_t>(d_) * static_cast<std::size_t>(d_);
    }

    static std::string text_of(const char* matrix, int row, int column) {
        return matrix + std::to_string(row) + "_" + std::to_string(column);
    }

    [[noreturn]] static void refuse(const std::string& key, double value, const char* accepted) {
        std::ostringstream text;
        text << "--param " << key << "=" << value << ": give " << accepted;
        throw user_error(text.str());
    }

    static bool is_whole(double value, double low, double high) {
        return low <= value && value <= high && value == std::floor(value);
    }

    /// The place that SigmaI_J names, whether I <= J or not; Sigma alone is that of d = 1.
    static std::optional<place> place_of(const std::string& key) {
        if (key == "Sigma") return place{1, 1};
        constexpr std::size_t before = 5;  // letters of Sigma
        const char* end = key.data() + key.size();
        int row = 0, column = 0;
        if (key.compare(0, before, "Sigma") != 0) return std::nullopt;
        const char* gap = std::from_chars(key.data() + before, end, row).ptr;
        if (gap != end) std::from_chars(gap + 1, end, column);
        if (row < 1 || column < 1 || key != text_of("Sigma", row, column)) return std::nullopt;
        return place{std::min(row, column), std::max(row, column)};
    }

    void read(const std::string& key, double value) {
        if (const auto at = place_of(key)) {
            if (!(std::abs(value) <= most)) refuse(key, value, "a number from -1e6 to 1e6");
            if (!given_.emplace(*at, value).second) throw user_error("--param " + key + ": given twice");
        } else if (key == "d") {
            if (!is_whole(value, 1.0, most_rows)) refuse(key, value, "a whole number from 1 to 64");
            d_ = static_cast<int>(value);
        } else if (key == "mu") {
            if (value != 0.0 && !(1.0 / most <= value && value <= most))
                refuse(key, value, "0, or a number from 1e-6 to 1e6");
            mu_ = value;
        } else if (key == "seed") {
            if (!is_whole(value, 0.0, most_seed)) refuse(key, value, "a whole number from 0 to 2^53");
            seed_ = value;
        } else {
            throw user_error("--param " + key + ": " + name +
                             " has no such parameter; it has d, mu, seed and SigmaI_J, 1 <= I, J <= d");
        }
    }

    void make_sigma(normal_source normal) {
        const auto seed = static_cast<std::uint64_t>(seed_);
        std::vector<double> u(square());
        for (std::size_t i = 0; i < u.size(); ++i) u[i] = normal(seed, i);
        sigma_.resize(square());
        for (int i = 0; i < d_; ++i)
            for (int j = 0; j < d_; ++j) {
                double sum = i == j ? 1.0 : 0.0;
                for (int k = 0; k < d_; ++k) sum = fma(u[at(i, k)], u[at(j, k)], sum);
                sigma_[at(i, j)] = sum;
            }
        for (const auto& [p, value] : given_)
            sigma_[at(p.first - 1, p.second - 1)] = sigma_[at(p.second - 1, p.first - 1)] = value;
    }

    /// Sigma = L L^T, column by column (Golub and Van Loan, "Matrix Computations", 4th ed., section 4.2).
    void factorise() {
        factor_.resize(square());
        for (int j = 0; j < d_; ++j)
            for (int i = j; i < d_; ++i) {
                double rest = sigma_[at(i, j)];
                for (int k = 0; k < j; ++k) rest = fma(-factor_[at(i, k)], factor_[at(j, k)], rest);
                if (i == j && !(rest > singular * sigma_[at(j, j)]))
                    throw user_error("--param " + text_of("Sigma", j + 1, j + 1) +
                                     ": Sigma is not positive definite; give entries of one that is");
                factor_[at(i, j)] = i == j ? std::sqrt(rest) : rest / factor_[at(j, j)];
            }
    }

    int d_ = 1;
    double mu_ = 1.0, seed_ = 0.0;
    std::map<place, double> given_;  // entries of Sigma
    std::vector<double> sigma_, factor_;
    std::vector<std::string> names_, given_names_;
};

}  // namespace tauroa::games
