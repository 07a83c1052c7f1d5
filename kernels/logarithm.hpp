#pragma once

namespace tauroa {

/// ln x for normal x > 0, within a few units in the last place and with the same bits on every machine, which the C
/// library's is not: x = 2^e m with m in [sqrt(1/2), sqrt 2), ln m = 2 artanh s, s = (m - 1) / (m + 1).
double portable_log(double x);

}  // namespace tauroa
