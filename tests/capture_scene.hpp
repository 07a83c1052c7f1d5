#pragma once

// What tests of capture start from: a game at one setting, and what attracts there.

#include <memory>
#include <string>
#include <vector>

#include "host/capture.hpp"
#include "host/theory.hpp"

namespace tauroa::capture_scene {

/// A game at one setting of the paper's maps, and what attracts there.
struct scene {
    std::unique_ptr<game_model> game;
    std::unique_ptr<game_enclosure> enclosure;
    update_rule rule;
    double tolerance;
    std::vector<Eigen::VectorXd> points;

    [[nodiscard]] std::vector<Eigen::VectorXd> others_than(std::size_t j) const {
        std::vector<Eigen::VectorXd> others = points;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(j));
        return others;
    }
    [[nodiscard]] capture_region region(std::size_t j) const {
        return capture_of(*enclosure, game->info(), rule, points[j], tolerance, others_than(j));
    }
};

inline scene scene_of(const std::string& name, update_rule rule, double tolerance) {
    scene s{make_game(name), nullptr, rule, tolerance, {}};
    s.enclosure = enclosure_of(*s.game);
    for (const equilibrium& e : equilibria_of(*s.game))
        if (at_tau(e, s.game->info().n1, rule.tau, rule.gamma, rule.update).attracts)
            s.points.push_back(e.location);
    return s;
}

}  // namespace tauroa::capture_scene
