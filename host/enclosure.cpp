#include "host/enclosure.hpp"

namespace tauroa {
namespace {

class enclosure final : public game_enclosure {
  public:
    explicit enclosure(const game_model& game)
        : table_(game.info().table),
          n_(static_cast<std::size_t>(game.info().n())),
          parameters_(game.parameters()) {}

    [[nodiscard]] box gradient(const box& x) const override {
        box g(n_);
        table_->gradient_in(x.data(), parameters_.data(), g.data());
        return g;
    }

    [[nodiscard]] interval_matrix jacobian(const box& x) const override {
        box j(n_ * n_);
        table_->jacobian_in(x.data(), parameters_.data(), j.data());
        return rows_of(j.data());
    }

    [[nodiscard]] std::vector<interval_matrix> second_derivative(const box& x,
                                                                 const interval_matrix& w) const override {
        box columns, d(n_ * n_ * n_);
        for (const box& row : w) columns.insert(columns.end(), row.begin(), row.end());
        table_->second_derivative_in(x.data(), parameters_.data(), columns.data(), d.data());
        std::vector<interval_matrix> of;
        for (std::size_t i = 0; i < n_; ++i) of.push_back(rows_of(&d[i * n_ * n_]));
        return of;
    }

    [[nodiscard]] interval_matrix update_jacobian(const update_rule& rule, const box& x) const override {
        box j(n_ * n_);
        table_->update_jacobian_in(rule, x.data(), parameters_.data(), j.data());
        return rows_of(j.data());
    }

    [[nodiscard]] double update_rounding(const update_rule& rule, const box& x) const override {
        return table_->update_rounding_in(rule, x.data(), parameters_.data());
    }

  private:
    /// A matrix [n, n] that stands row by row.
    [[nodiscard]] interval_matrix rows_of(const interval* from) const {
        interval_matrix rows;
        for (std::size_t i = 0; i < n_; ++i, from += n_) rows.emplace_back(from, from + n_);
        return rows;
    }

    const game_table* table_;
    std::size_t n_;
    std::vector<double> parameters_;
};

}  // namespace

std::unique_ptr<game_enclosure> enclosure_of(const game_model& game) {
    if (game.info().table == nullptr) return nullptr;
    return std::make_unique<enclosure>(game);
}

}  // namespace tauroa
