#include "host/matching.hpp"

#include <limits>
#include <utility>

namespace tauroa {
namespace {

constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

/// Rows are matched one after the other. Every reduced cost, cost - of_row - of_column, is at least 0, and 0 where a row and
/// a column are matched.
class matcher {
  public:
    explicit matcher(const Eigen::MatrixXd& costs)
        : costs_(&costs),
          n_(static_cast<std::size_t>(costs.rows())),
          of_row_(n_, 0.0),
          of_column_(n_, 0.0),
          row_of_(n_, nobody) {}

    /// Matches one more row: along the shortest path from it to a column without a row.
    void add(std::size_t row) {
        std::vector<double> distance(n_, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> before(n_, nobody);  ///< the column from which a column was reached
        std::vector<bool> done(n_, false);
        std::size_t column = nobody;
        do {
            relax(column == nobody ? row : row_of_[column], column, done, distance, before);
            column = nearest(done, distance);
            lower_potentials(row, distance[column], done, distance);
            done[column] = true;
        } while (row_of_[column] != nobody);
        while (before[column] != nobody) {
            row_of_[column] = row_of_[before[column]];
            column = before[column];
        }
        row_of_[column] = row;
    }

    [[nodiscard]] std::vector<std::size_t> columns() const {
        std::vector<std::size_t> of(n_);
        for (std::size_t column = 0; column < n_; ++column) of[row_of_[column]] = column;
        return of;
    }

  private:
    void relax(std::size_t row, std::size_t from, const std::vector<bool>& done,
               std::vector<double>& distance, std::vector<std::size_t>& before) const {
        for (std::size_t column = 0; column < n_; ++column) {
            if (done[column]) continue;
            const double reduced =
                (*costs_)(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) - of_row_[row] -
                of_column_[column];
            if (reduced >= distance[column]) continue;
            distance[column] = reduced;
            before[column] = from;
        }
    }

    [[nodiscard]] std::size_t nearest(const std::vector<bool>& done,
                                      const std::vector<double>& distance) const {
        std::size_t best = nobody;
        for (std::size_t column = 0; column < n_; ++column)
            if (!done[column] && (best == nobody || distance[column] < distance[best])) best = column;
        return best;
    }

    /// Makes the nearest column's reduced cost 0, and keeps those along the path so far at 0.
    void lower_potentials(std::size_t row, double by, const std::vector<bool>& done,
                          std::vector<double>& distance) {
        of_row_[row] += by;
        for (std::size_t column = 0; column < n_; ++column) {
            if (done[column]) {
                of_row_[row_of_[column]] += by;
                of_column_[column] -= by;
            } else {
                distance[column] -= by;
            }
        }
    }

    const Eigen::MatrixXd* costs_;
    std::size_t n_;
    std::vector<double> of_row_, of_column_;
    std::vector<std::size_t> row_of_;
};

}  // namespace

std::vector<std::size_t> minimal_matching(const Eigen::MatrixXd& costs) {
    matcher m(costs);
    for (std::size_t row = 0; row < static_cast<std::size_t>(costs.rows()); ++row) m.add(row);
    return m.columns();
}

}  // namespace tauroa
