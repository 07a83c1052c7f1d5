#pragma once

// The file of a sweep (INTERFACE.md; the README describes it for users):
//     /label int16 [tau, B, A], /iterations uint32 [tau, B, A], /final float64 [tau, B, A, variable]
//     /tau, one coordinate for each axis (A across, B up), /variable, /player, /period, /outcome
//     /equilibria/{point, location, kind, tau_star, windows_by, stable, attracts, gamma_max,
//                  spectral_radius, eigenvalue_real, eigenvalue_imag}
//     /certificates/{escape_low, escape_high, far_low, far_high, watch, test_interval, passage_blocks, passage_nearest, passage_bend,
//                    passage_drift, passage_farthest, capture_shape, capture_level, capture_rate, capture_steps}: what was proven
//     /measures/{distance, quantile, point, basin_entropy, boundary_basin_entropy, boundary_boxes, uncertain_share,
//                uncertainty_exponent, uncertainty_exponent_error, boundary_dimension, iterations_mean,
//                iterations_quantile, minimal_shock, edge_distance}: see output/measures
//     /count uint64, /share float64 [tau, outcome];  /field: g on a coarse grid, for figures;  /provenance
// Of starts at random: /label, /iterations [tau, sample], /final [tau, sample, variable], and
//     /sample uint64, /start float64 [sample, variable], /sample_low, /sample_high float64 [variable],
//     /share_error float64 [tau, outcome], attributes sample and seed; no /field
// With noise, attributes noise, decay, repeats and seed, a dimension `repeat` after tau in /label, /iterations and /final,
//     /repeat uint32, /share_error float64 [tau, outcome], /repeats/{share, standard_error} float64 [tau, outcome, B, A] (or
//     [tau, outcome, A], [tau, outcome, sample]); counts and shares are of all repeats; no /measures; in /equilibria, attracts
//     and spectral_radius are those of the last step's learning rate

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tauroa {

/// 2: /certificates; 3: its capture_rate, /measures; 4: its passage_*.
inline constexpr std::int32_t map_schema_version = 4;

/// What the attribute `proofs` says of a request with --plain; else "used".
inline constexpr const char* proofs_of_plain = "for_tests_of_arrival_only";
/// What it says where nothing is proven, as of a game whose number of variables depends on its parameters.
inline constexpr const char* no_proofs = "none";

/// Coordinates of one variable along one side of a map.
struct map_axis {
    std::string name;
    std::vector<double> at;
};

/// What is known of the critical points; tables row by row.
struct map_equilibria {
    std::vector<double> location;                          ///< [point, variable]
    std::vector<std::uint8_t> kind;                        ///< [point], see kind_names
    std::vector<std::string> kind_names;                   ///< by value
    std::vector<double> tau_star;                          ///< [point], NaN where not defined
    std::vector<std::uint8_t> windows_by;                  ///< [point], see window_methods
    std::vector<std::string> window_methods;               ///< by value
    std::vector<std::uint8_t> stable, attracts;            ///< [tau, point]
    std::vector<double> gamma_max, spectral_radius;        ///< [tau, point]
    std::vector<double> eigenvalue_real, eigenvalue_imag;  ///< [tau, point, eigenvalue], of J_tau
};

/// What was proven and used (host/certificates.hpp). Half-spaces x_v <= low, x_v >= high, infinite where there is none.
struct map_certificates {
    std::vector<double> escape_low, escape_high;  ///< [tau, variable]
    std::vector<double> far_low, far_high;        ///< [tau, variable]
    std::vector<double> watch;                    ///< [tau, point]: NaN where the point does not attract
    std::vector<std::uint32_t> test_interval;     ///< [tau]: steps between two tests
    /// [tau, point, length]: roots of kernels/problem.hpp's passage, within passage_blocks [length] times test_interval
    /// steps; NaN where nothing was proven.
    std::vector<std::int32_t> passage_blocks;
    std::vector<double> passage_nearest, passage_bend, passage_drift, passage_farthest;
    /// Where only labels are asked for: V = (x - x*)^T shape (x - x*) <= level: arrival within so many steps, sqrt(V)
    /// falling by the rate at first. [tau, point, variable, variable], the others [tau, point, level]; by ascending
    /// level, the last ones may repeat; NaN and 2^32 - 1 where there is none.
    std::vector<double> capture_shape, capture_level, capture_rate;
    std::vector<std::uint32_t> capture_steps;
    std::size_t capture_levels = 0;
};

/// The individual gradient g on a coarse grid over the map, for streamlines; the first axis is across.
struct map_field {
    std::vector<map_axis> axes;
    std::vector<double> gradient;  ///< [variable, up, across]
};

/// Starts at random: one row of them, in place of a grid.
struct map_sample {
    std::uint64_t count = 0, seed = 0;
    std::vector<double> low, high;  ///< [variable]: where starts lie; the same number twice where it is fixed
    /// Makes starts first ... first + count - 1, [count][variable]; not read back.
    std::function<void(std::uint64_t first, std::uint64_t count, double* to)> starts;
};

/// Stochastic tau-GDA (kernels/noise.hpp): so many independent runs of every start.
struct map_noise {
    double sigma = 0.0, decay = 0.0;
    std::uint64_t repeats = 1, seed = 0;
};

/// Everything in the file but labels, iterations, final states, and who computed them.
struct map_description {
    std::string game, update;
    std::string game_text;          ///< of a game that was made from it; else empty
    std::string parameters, fixed;  ///< JSON objects, name to value
    double gamma = 0.0, tolerance = 0.0;
    std::uint64_t steps = 0;
    std::vector<std::string> variables;
    std::vector<std::uint8_t> player;  ///< [variable]: 1 or 2
    std::vector<double> period;        ///< [variable]: 0 for none
    std::vector<double> base;          ///< [variable]: where it is fixed, if on no axis; not read back
    std::vector<map_axis> axes;        ///< one or two, the first across; none of a sample
    std::optional<map_sample> sample;
    std::optional<map_noise> noise;
    std::vector<double> tau;
    map_equilibria equilibria;
    map_certificates certificates;
    std::optional<map_field> field;
    bool save_final = false, plain = false, labels_only = false;
    bool unproven = false;  ///< plain, and no proof used at all

    /// The attribute `iterations_hold`: the end of a run, the step of the decision, or the first of the last stay.
    [[nodiscard]] const char* iterations_hold() const {
        return noise ? "last_stay" : labels_only ? "decision" : "end";
    }

    /// The attribute `proofs`.
    [[nodiscard]] const char* proofs() const {
        return unproven ? no_proofs : plain ? proofs_of_plain : "used";
    }

    [[nodiscard]] std::size_t points() const { return equilibria.kind.size(); }
    [[nodiscard]] std::uint64_t columns() const { return sample ? sample->count : axes[0].at.size(); }
    [[nodiscard]] std::uint64_t rows() const { return axes.size() > 1 ? axes[1].at.size() : 1; }
    [[nodiscard]] std::uint64_t cells() const { return rows() * columns(); }
    [[nodiscard]] std::uint64_t repeats() const { return noise ? noise->repeats : 1; }
    /// Planes of labels: those of the first tau, repeat by repeat, those of the second, ...
    [[nodiscard]] std::uint64_t layers() const { return tau.size() * repeats(); }
    /// At each tau.
    [[nodiscard]] std::uint64_t runs() const { return cells() * repeats(); }
};

/// Who computed a file, and how: not part of what is the same for the same request.
struct map_provenance {
    std::string version, commit, backend, device, command_line;
    std::int32_t threads = 0, processes = 1;
    double wall_seconds = 0.0;
    std::uint64_t steps_computed = 0;
    std::vector<std::string> notes;  ///< remarks on what is reproduced
};

/// Counts per tau and outcome: labels 0 ... m-1, then -1, -2, -3.
struct map_counts {
    std::vector<std::int16_t> outcome;  ///< [outcome]
    std::vector<std::uint64_t> count;   ///< [tau, outcome]
    [[nodiscard]] std::size_t size() const { return outcome.size(); }
};

}  // namespace tauroa
