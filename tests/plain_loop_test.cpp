// Maps, with proofs and without, against the plain loop (plain_loop.hpp) at random windows, tau, learning rates, horizons
// and tolerances: the same label and iterations in every cell that has no differently labelled neighbour. With proofs,
// labels below 0 count as one.

#include "tests/plain_loop.hpp"

#include <gtest/gtest.h>

#include "all_games.hpp"
#include "tests/game_index.hpp"
#include "tests/random_maps.hpp"

namespace {

using namespace tauroa;
using namespace tauroa::random_maps;

constexpr std::uint64_t columns = 17, rows = 13;

map_request random_request(const game_info& info, std::mt19937_64& random) {
    const auto drawn = [&](double low, double high) { return between(random, low, high); };
    map_request r;
    r.game = info.name;
    draw_slice(r, info, random, 1.2, columns, rows);
    r.tau = {log_between(random, 0.3, 60.0)};
    const double scale = info.variables[0].period > 0.0 ? 0.3 : 0.005;
    r.gamma = scale * std::exp(drawn(-3.0, 0.0)) / std::max(1.0, r.tau[0] / 10.0);
    r.update = random() % 2 == 0 ? update_order::simultaneous : update_order::alternating;
    r.steps = static_cast<std::uint32_t>(drawn(0.0, 8000.0));
    r.tolerance = std::pow(10.0, drawn(-5.0, -1.0));
    r.plain = random() % 3 == 0;
    return r;
}

/// Which variable an axis is.
std::size_t index_of(const sweep_plan& plan, std::size_t axis) {
    return static_cast<std::size_t>(plan.game->info().variable_index(plan.request.axes[axis].name));
}

template <class Game>
cells expected(const sweep_plan& plan) {
    std::vector<double> location;
    std::vector<std::int16_t> label;
    for (std::size_t j = 0; j < plan.points.size(); ++j) {
        if (!plan.at[0][j].attracts) continue;
        label.push_back(static_cast<std::int16_t>(j));
        location.insert(location.end(), plan.points[j].location.begin(), plan.points[j].location.end());
    }
    const map_request& r = plan.request;
    const problem p{nullptr,     plan.game->parameters().data(),
                    r.update,    r.gamma,
                    r.tau[0],    r.steps,
                    r.tolerance, {location.data(), label.data(), static_cast<int>(label.size())}};
    cells all;
    for (const double up : plan.coordinates[1]) {
        for (const double across : plan.coordinates[0]) {
            std::vector<double> x = plan.base;
            x[index_of(plan, 0)] = across;
            x[index_of(plan, 1)] = up;
            const auto o = plain::run<Game>(x, p);
            all.label.push_back(o.label);
            all.iterations.push_back(o.iterations);
        }
    }
    return all;
}

/// Whether all neighbours of a cell have its label.
bool inside(const std::vector<std::int16_t>& label, std::uint64_t row, std::uint64_t column) {
    for (std::uint64_t r = row == 0 ? 0 : row - 1; r <= std::min(row + 1, rows - 1); ++r)
        for (std::uint64_t c = column == 0 ? 0 : column - 1; c <= std::min(column + 1, columns - 1); ++c)
            if (label[r * columns + c] != label[row * columns + column]) return false;
    return true;
}

TEST(PlainLoop, AgreesAtRandomSettingsInEveryGame) {
    std::mt19937_64 random(20261123);
    const int count = std::max(1, random_requests() / 5);  // of each game
    std::uint64_t compared = 0, arrived = 0, proven = 0;
    for (const game_info& info : all_game_infos()) {
        visit_game(all_games{}, game_index(info.name), [&]<class Game>(std::type_identity<Game> /*game*/) {
            for (int k = 0; k < count; ++k) {
                const sweep_plan plan = plan_of(random_request(info, random));
                const cells got = computed(plan, 1), want = expected<Game>(plan);
                for (std::uint64_t i = 0; i < rows * columns; ++i) {
                    if (!inside(want.label, i / columns, i % columns)) continue;
                    ++compared;
                    arrived += want.label[i] >= 0 ? 1 : 0;
                    const bool exact = plan.request.plain || want.label[i] >= 0;
                    proven += got.label[i] != want.label[i] ? 1 : 0;
                    ASSERT_TRUE(got.label[i] == want.label[i] || (!exact && got.label[i] < 0))
                        << info.name << " request " << k << " cell " << i << ": " << got.label[i] << ", "
                        << want.label[i];
                    ASSERT_TRUE(got.iterations[i] == want.iterations[i] || !exact)
                        << info.name << " request " << k << " cell " << i;
                }
            }
        });
    }
    const auto enough = static_cast<std::uint64_t>(count);
    EXPECT_GT(compared, 9000U * enough / 12U);
    EXPECT_GT(arrived, 2000U * enough / 12U);  // or the comparison shows little
    EXPECT_GT(proven, 200U * enough / 12U);
}

}  // namespace
