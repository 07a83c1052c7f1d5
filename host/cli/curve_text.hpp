#pragma once

#include <string>

#include "host/point_spectrum.hpp"
#include "host/trajectory.hpp"
#include "output/spectrum_file.hpp"
#include "output/trajectory_file.hpp"

namespace tauroa::cli {

/// The requests of what files hold. Throw user_error where that is none.
trajectory_request request_of(const trajectory_tables& t);
spectrum_request request_of(const spectrum_tables& t);

/// Requests as TOML that --config takes.
std::string request_text(const trajectory_request& r);
std::string request_text(const spectrum_request& r);

}  // namespace tauroa::cli
