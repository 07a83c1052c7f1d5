#pragma once

#include "host/point_spectrum.hpp"
#include "output/spectrum_file.hpp"

namespace tauroa::cli {

/// What a file holds of a spectrum.
spectrum_tables describe(const point_spectrum& s);

}  // namespace tauroa::cli
