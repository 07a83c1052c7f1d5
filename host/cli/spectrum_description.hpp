#pragma once

#include "host/spectrum.hpp"
#include "output/spectrum_file.hpp"

namespace tauroa::cli {

/// What a file holds of a spectrum.
spectrum_tables describe(const spectrum& s);

}  // namespace tauroa::cli
