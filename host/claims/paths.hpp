#pragma once

// What the paper reads off eigenvalues drawn against tau.

#include "host/claims/known_games.hpp"

namespace tauroa::claims {

/// The tau at which pairs of eigenvalues of J_tau become real as tau rises, ascending.
std::vector<double> becomes_real(const subject& at);

/// The tau at which imaginary parts are largest along their paths, inside (low, high), one for each pair; ascending.
std::vector<double> imaginary_peaks(const subject& at, double low, double high);

/// The tau beyond which |Im| <= Re of every eigenvalue, first met on the way from low to high, a window of stability.
double rotation_ends(const subject& at, double low, double high);

}  // namespace tauroa::claims
