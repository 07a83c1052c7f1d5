#pragma once

// The two kinds of figures that `reproduce` makes.

#include "host/cli/figures/figures.hpp"
#include "host/cli/session.hpp"

namespace tauroa::cli {

/// DIR/NAME.h5
std::string target_of(const std::string& figure, const run_options& options);

/// What the file of a figure holds by its requests, as text: the same text, the same file.
std::string request_text(const curve_figure& figure);

/// Computes the figure and writes its file. Every process of the crew calls it. With --resume, a file that is there is
/// complete; throws user_error where it is of other requests.
void make_figure(session& run, const curve_figure& figure, const std::string& target);

}  // namespace tauroa::cli
