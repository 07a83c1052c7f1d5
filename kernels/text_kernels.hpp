#pragma once

#include "kernels/game_runs.hpp"
#include "kernels/nvrtc.hpp"

namespace tauroa::cuda {

/// A text game's kernels (cuda_kernels.cuh), compiled: names are, in this order, begin_kernel's, advance_kernel's
/// simultaneous and alternating, and advance_noisy_kernel's.
inline device_code kernels_of_text(const nvrtc& by, const device_source& game, const std::string& target) {
    return by.compile(
        game.text,
        {"tauroa::begin_kernel<tauroa::games::text>",
         "tauroa::advance_kernel<tauroa::update_order::simultaneous, tauroa::games::text>",
         "tauroa::advance_kernel<tauroa::update_order::alternating, tauroa::games::text>",
         "tauroa::advance_noisy_kernel<tauroa::update_order::simultaneous, tauroa::games::text>",
         "tauroa::advance_noisy_kernel<tauroa::update_order::alternating, tauroa::games::text>"},
        target);
}

}  // namespace tauroa::cuda
