#pragma once

#include "kernels/problem.hpp"

namespace tauroa {

class start_queue;

/// Runs starts of the block from the queue until there are none left, in the calling thread.
using lanes_function = void (*)(const problem&, const start_block&, const results&, start_queue&);

}  // namespace tauroa
