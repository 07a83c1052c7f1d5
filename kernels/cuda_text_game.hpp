#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "kernels/cuda_tile.hpp"
#include "kernels/game_runs.hpp"

namespace tauroa::cuda {

class loaded_game;

/// The kernels of the games that a device runs: those of the program, and those of games as text, each of which is compiled
/// when it first runs and stays loaded. From any thread.
class known_kernels {
  public:
    explicit known_kernels(int device);
    known_kernels(const known_kernels&) = delete;
    known_kernels& operator=(const known_kernels&) = delete;
    known_kernels(known_kernels&&) = delete;
    known_kernels& operator=(known_kernels&&) = delete;
    ~known_kernels();

    /// As long as this lives; the device is the thread's current one. Throws as nvrtc does, and as check() does.
    tile_kernels of(const game_runs& game);

  private:
    int device_;
    std::mutex mutex_;
    std::map<std::string, std::unique_ptr<const loaded_game>> loaded_;  // by their texts
};

}  // namespace tauroa::cuda
