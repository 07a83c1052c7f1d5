#pragma once

// What a backend is asked (SPEC.md section 5): plain data, the same for every backend.

#include <cstdint>

namespace tauroa {

/// simultaneous: both players step from x_k (eq. 2). alternating: player 1 first, player 2 sees the new x1.
enum class update_order : std::uint8_t { simultaneous, alternating };

/// Labels that are no index of a critical point.
enum outcome_code : std::int16_t { not_arrived = -1, diverged = -2, escaped = -3 };

/// A coordinate beyond this, on a line, counts as diverged.
inline constexpr double divergence_bound = 1e12;

/// Maps are computed and stored in squares of this many cells a side.
inline constexpr std::uint64_t block_edge = 512;

/// Steps between two looks at what was proven (SPEC.md section 5): the same in every backend, as it decides iterations.
inline constexpr std::uint32_t proof_interval = 64;

/// The points at which a start may arrive: those that attract, by ascending label.
/// location: [count][n], row by row; label: [count].
struct arrival_points {
    const double* location = nullptr;
    const std::int16_t* label = nullptr;
    int count = 0;
};

/// The half-spaces x_v <= low[v] and x_v >= high[v] of every variable v [n], infinite where there is none; null: none.
struct half_spaces {
    const double* low = nullptr;
    const double* high = nullptr;
};

/// Ellipsoids around the points of arrival, from which arrival within a number of steps is proven: the quadratic form
/// V = (x - x*)^T shape (x - x*) at most level[l], by ascending l, and steps[l] more steps at most.
struct capture_ellipsoids {
    const double* shape = nullptr;         ///< [points.count][n][n]
    const double* level = nullptr;         ///< [points.count][levels]; the last ones may repeat
    const std::uint32_t* steps = nullptr;  ///< [points.count][levels]
    int levels = 0;                        ///< 0: none
};

/// What lets a start pass by a point of arrival x* within so many steps, in squares. With d = x_k - x*, its first movement
/// m = x_{k+1} - x_k, the change of that c = x_{k+2} - 2 x_{k+1} + x_k, and l = d + steps m, where it would be if it went
/// straight on: it arrives nowhere, at no other point either, where it still approaches at l, l.m <= 0, and
///     nearest + bend |c|^2 + drift |m|^2 < |l|^2   and   |d|^2 + bend |c|^2 + drift |m|^2 <= farthest.
struct passage {
    double nearest, bend, drift, farthest;
};
inline constexpr passage passed_by_nobody{__builtin_huge_val(), 0.0, 0.0, 0.0};

/// Of how many lengths passages are: 1, 2, 4, ... blocks.
inline constexpr int passage_lengths = 3;

/// How many steps a backend may take between two tests for arrival and divergence without missing either: where, after
/// so many steps, x lies further than watch [points] from every point of arrival (its square, given) and no line's
/// coordinate beyond `bound`, there was neither in between (host/certificates.hpp). With one step nothing is skipped.
/// Where it lies nearer, its passage may still say that it did not arrive.
struct test_interval {
    std::uint32_t steps = 1;                ///< with proofs, a divisor of proof_interval
    const double* squared_watch = nullptr;  ///< [points.count]; null with steps = 1
    double bound = divergence_bound;
    const passage* passages = nullptr;  ///< [points.count][passage_lengths]; null: none
};

/// The noise of stochastic tau-GDA, eq. 26 (kernels/noise.hpp).
struct noise {
    double sigma = 0.0;        ///< standard deviation of each coordinate of w
    double decay = 0.0;        ///< beta: gamma_k = gamma / (k + 1)^beta
    std::uint64_t seed = 0;    ///< of the generator
    std::uint32_t repeat = 0;  ///< which of the independent runs of every start
};

class sized_gradient;
struct game_runs;

/// One tau of a sweep.
struct problem {
    const game_runs* game = nullptr;     ///< what runs it (kernels/game_runs.hpp)
    const double* parameters = nullptr;  ///< the game's, in its order
    update_order update = update_order::simultaneous;
    double gamma = 0.0;       ///< player 1's learning rate
    double tau = 1.0;         ///< player 2 learns tau times as fast
    std::uint32_t steps = 0;  ///< the horizon K
    double tolerance = 1e-3;  ///< arrival within this distance
    arrival_points points;
    half_spaces escape{};          ///< proven to be mapped into themselves, and to hold no point of arrival
    half_spaces far_away{};        ///< proven to be too far from every point of arrival for K steps
    capture_ellipsoids capture{};  ///< used where the iterations of labels do not matter
    test_interval interval{};
    /// The gradient of a game whose number of variables is known at run time only (kernels/sized_game.hpp): in place of
    /// `game` and `parameters`, on the CPU, with no proof used.
    const sized_gradient* sized = nullptr;
    /// Noise, and the label rule of kernels/noisy_run.hpp, on the CPU, with no proof used; null: none.
    const noise* disturbance = nullptr;
};

/// Some starts of a grid. With c = first + i, start i has the variable `across` at across_at[c % columns],
/// the variable `up` (where there is one: >= 0) at up_at[c / columns], and every other as in `base` [n].
/// Or starts one by one: where `points` is given, start i is its row c, and nothing of a grid is read.
struct start_block {
    const double* base = nullptr;
    int variables = 0;  ///< n
    int across = 0, up = -1;
    const double* across_at = nullptr;
    const double* up_at = nullptr;
    std::uint64_t columns = 0;           ///< of the grid
    std::uint64_t first = 0, count = 0;  ///< the starts meant, counted row by row
    const double* points = nullptr;      ///< [first + count][n], row by row
    /// Read where there is noise only: start c has in the whole grid the number number + c / columns * row_length +
    /// c % columns, in a whole sample number + c.
    std::uint64_t number = 0, row_length = 0;
};

/// Where a backend writes: label [count], iterations [count], final state [count][n] or null.
struct results {
    std::int16_t* label = nullptr;
    std::uint32_t* iterations = nullptr;
    double* final_state = nullptr;
    std::uint64_t* tally = nullptr;  ///< see kernels/tally.hpp; null: not asked for
    int points = 0;                  ///< critical points, for the tally
};

}  // namespace tauroa
