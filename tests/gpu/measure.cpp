// measure FIGURE BACKEND EDGE STEPS ROWS SECONDS FILE
//
// Computes a figure of the paper at EDGE x EDGE starts for each of its tau, STEPS of its steps (0: all of them), in blocks
// of ROWS rows, and begins no block after SECONDS. The blocks of all tau come in a scattered order, so that what is done
// by then is a fair sample. After each block it prints on one line, as JSON, what is done and how long the backend took.
// FILE (-: none) gets labels, iterations and final states of every block, in their order.

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>
#include <fstream>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

#include "kernels/backend.hpp"
#include "tests/game_index.hpp"
#include "tests/gpu/figures.hpp"

namespace {

using namespace tauroa;

/// The points that attract at one of the figure's tau.
struct targets {
    std::vector<double> location;
    std::vector<std::int16_t> label;

    targets(const figure& f, std::size_t t) {
        for (const arrival& a : f.arrivals) {
            if (!a.attracts[t]) continue;
            label.push_back(a.label);
            location.insert(location.end(), a.at.begin(), a.at.end());
        }
    }
    [[nodiscard]] arrival_points view() const {
        return {location.data(), label.data(), static_cast<int>(label.size())};
    }
};

/// Where a block's results go.
struct output {
    std::vector<std::int16_t> label;
    std::vector<std::uint32_t> iterations;
    std::vector<double> final_state;

    explicit output(std::uint64_t count) : label(count), iterations(count), final_state(2 * count) {}
    results where() { return {label.data(), iterations.data(), final_state.data()}; }
    void write(std::ostream& to) const {
        const auto put = [&to](const auto& values) {
            to.write(reinterpret_cast<const char*>(values.data()),
                     static_cast<std::streamsize>(values.size() * sizeof values[0]));
        };
        put(label);
        put(iterations);
        put(final_state);
    }
};

/// What is done for one tau.
struct account {
    std::uint64_t starts = 0, steps = 0;
    double seconds = 0.0;
};

class stopwatch {
  public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    }

  private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

class measurement {
  public:
    measurement(const figure& f, const std::string& backend_name, std::uint64_t edge, std::uint32_t steps,
                std::uint64_t rows)
        : figure_(f),
          edge_(edge),
          rows_(std::min(rows, edge)),
          steps_(steps == 0 ? f.steps : steps),
          with_(make_backend(backend_name, 0)) {
        const double spacing = (f.high - f.low) / static_cast<double>(edge - 1);
        for (std::uint64_t i = 0; i < edge; ++i) at_.push_back(static_cast<double>(i) * spacing + f.low);
        account ready;  // what a first use of the backend costs is not measured
        run(0, 0, 1, 1, ready);
    }

    void until(double seconds, std::ostream& file) {
        const stopwatch since_begin;
        const std::uint64_t blocks = (edge_ + rows_ - 1) / rows_, jobs = blocks * figure_.tau.size();
        const std::uint64_t stride = scattering(jobs);
        for (std::uint64_t i = 0; i < jobs && since_begin.seconds() < seconds; ++i) {
            const std::uint64_t job = i * stride % jobs, t = job % figure_.tau.size(),
                                row = job / figure_.tau.size() * rows_;
            run(t, row, std::min(rows_, edge_ - row), steps_, accounts_[t]).write(file);
            print();
        }
    }

  private:
    /// A number near n divided by the golden ratio, without a factor in common with n.
    static std::uint64_t scattering(std::uint64_t n) {
        auto stride = static_cast<std::uint64_t>(0.618 * static_cast<double>(n)) + 1;
        while (std::gcd(stride, n) != 1) ++stride;
        return stride;
    }

    output run(std::uint64_t t, std::uint64_t row, std::uint64_t rows, std::uint32_t steps, account& sum) {
        const targets points(figure_, t);
        const problem p{&built_in_runs(game_index(figure_.game)),
                        nullptr,
                        update_order::alternating,
                        figure_.gamma,
                        figure_.tau[t],
                        steps,
                        figure_.tolerance,
                        points.view()};
        const start_block starts{base_.data(), 2, 0, 1, at_.data(), at_.data() + row, edge_, 0, rows * edge_};
        output out(starts.count);
        progress done;
        const stopwatch watch;
        with_->run(p, starts, out.where(), done);
        sum.seconds += watch.seconds();
        sum.starts += starts.count;
        sum.steps += done.steps;
        return out;
    }

    void print() const {
        std::cout << R"({"figure": ")" << figure_.name << R"(", "game": ")" << figure_.game
                  << R"(", "backend": ")" << with_->name() << R"(", "device": ")" << with_->device()
                  << R"(", "edge": )" << edge_ << R"(, "horizon": )" << steps_ << R"(, "tau": [)";
        for (std::size_t t = 0; t < accounts_.size(); ++t)
            std::cout << (t == 0 ? "" : ", ") << R"({"tau": )" << figure_.tau[t] << R"(, "targets": )"
                      << targets(figure_, t).label.size() << R"(, "starts": )" << accounts_[t].starts
                      << R"(, "steps": )" << accounts_[t].steps << R"(, "seconds": )" << accounts_[t].seconds
                      << "}";
        std::cout << "]}" << std::endl;
    }

    figure figure_;
    std::uint64_t edge_, rows_;
    std::uint32_t steps_;
    std::unique_ptr<backend> with_;
    std::vector<double> at_, base_{0.0, 0.0};
    std::array<account, 4> accounts_;
};

figure figure_named(const std::string& name) {
    for (const figure& f : figures())
        if (f.name == name) return f;
    throw std::invalid_argument("no figure " + name);
}

int measure(const std::vector<std::string>& words) {
    if (words.size() != 7)
        throw std::invalid_argument("use: measure FIGURE BACKEND EDGE STEPS ROWS SECONDS FILE");
    const std::uint64_t edge = std::stoull(words[2]), rows = std::stoull(words[4]);
    if (edge < 2 || rows < 1) throw std::invalid_argument("EDGE is at least 2, ROWS at least 1");
    measurement of(figure_named(words[0]), words[1], edge, static_cast<std::uint32_t>(std::stoul(words[3])),
                   rows);
    std::ofstream file(words[6] == "-" ? "/dev/null" : words[6], std::ios::binary);
    of.until(std::stod(words[5]), file);
    file.close();
    if (!file) throw std::runtime_error("could not write " + words[6]);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return measure({argv + 1, argv + argc});
    } catch (const std::exception& error) {
        std::cerr << "measure: " << error.what() << "\n";
        return 1;
    }
}
