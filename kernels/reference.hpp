#pragma once

#include "kernels/backend.hpp"

namespace tauroa {

std::unique_ptr<backend> make_reference_backend();

}  // namespace tauroa
