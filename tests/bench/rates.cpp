// rates REPETITIONS
//
// How fast steps are in one thread, by instruction set: the ceiling for their operations, bare loops of them, and the
// cpu backend in plain iteration of a part of Figures 7b and 8b. All take turns, REPETITIONS times, so that what else
// the machine does meets all of them; the best time counts. One line of JSON for each.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <functional>
#include <iostream>

#include "host/sweep.hpp"
#include "kernels/instruction_sets.hpp"
#include "tests/bench/loops.hpp"

namespace {

using namespace tauroa;

struct contest {
    std::string what, game, update, set;
    int in_flight;
    std::function<double()> run;  ///< returns the steps done
    double best = 0.0;            ///< steps per second
};

/// Seconds that this thread has computed: others may have had the processor in between.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// A part of the game's figure, every start iterated to its end by one thread.
sweep_plan plan_for(const std::string& game, update_order update, const std::string& set) {
    const bool torus = game == "torus";
    map_request r;
    r.game = game;
    r.update = update;
    r.tau = {5.0};
    r.gamma = torus ? 0.04 : 0.001;
    r.tolerance = torus ? 1e-4 : 1e-3;
    r.steps = torus ? 20001 : 75001;
    r.plain = true;
    r = completed(r);
    for (axis& a : r.axes) a.count = (set == "scalar" ? 6 : 100) * (torus ? 2 : 1);
    return plan_of(r);
}

double run_engine(const sweep_plan& plan, const std::string& set) {
    setenv("TAUROA_INSTRUCTION_SET", set.c_str(), 1);
    progress done;
    run_sweep(plan, *make_backend("cpu", 1), done, [](const tile& /*unread*/) {});
    return static_cast<double>(done.steps.load());
}

void add_loops(std::vector<contest>& to, const std::string& set,
               const std::vector<bench::timed_loop>& loops) {
    constexpr std::uint32_t steps = 240000;
    for (const auto& l : loops)
        to.push_back({l.what, l.game, l.update, set, l.in_flight, [l] {
                          l.run(steps);
                          return static_cast<double>(steps / l.in_flight * l.in_flight) * l.width;
                      }});
}

void add_engine(std::vector<contest>& to, const std::string& set) {
    for (const char* game : {"polynomial", "torus"})
        for (const auto update : {update_order::simultaneous, update_order::alternating}) {
            auto plan = std::make_shared<sweep_plan>(plan_for(game, update, set));
            to.push_back({"engine", game, to_string(update), set, 0, [=] { return run_engine(*plan, set); }});
        }
}

/// Cycles per second: of additions that wait for each other, one a cycle.
double clock_rate() {
    constexpr int additions = 1000000;
    std::uint64_t sum = 0;
    const double begun = now();
    for (int i = 0; i < additions; ++i) asm volatile("add $1, %0\n\tadd $1, %0" : "+r"(sum));
    return 2.0 * additions / (now() - begun);
}

void print(const contest& c) {
    std::cout << R"({"what": ")" << c.what << R"(", "game": ")" << c.game << R"(", "update": ")" << c.update
              << R"(", "set": ")" << c.set << R"(", "in_flight": )" << c.in_flight << R"(, "rate": )"
              << c.best << "}\n";
}

void run(int repetitions) {
    std::vector<contest> all;
    for (const instruction_set& set : instruction_sets()) {
        if (!set.supported) continue;
        const std::string name = set.name;
        if (name == "avx2") add_loops(all, name, bench::avx2_loops());
        if (name == "avx512") add_loops(all, name, bench::avx512_loops());
        add_engine(all, name);
    }
    double cycles = 0.0;
    for (int i = 0; i < repetitions; ++i) {
        cycles = std::max(cycles, clock_rate());
        for (contest& c : all) {
            const double begun = now();
            const double steps = c.run();
            c.best = std::max(c.best, steps / (now() - begun));
        }
    }
    for (const contest& c : all) print(c);
    print({"clock", "", "", "", 0, {}, cycles});
}

}  // namespace

int main(int count, char** words) {
    try {
        run(count > 1 ? std::stoi(words[1]) : 5);
    } catch (const std::exception& error) {
        std::cerr << "rates: " << error.what() << '\n';
        return 1;
    }
}
