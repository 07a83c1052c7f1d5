#include "kernels/logarithm.hpp"

#include <cmath>
#include <numbers>

namespace tauroa {

double portable_log(double x) {
    constexpr int last_term = 11;  // s^2 < 0.0295: what is left out is below 2^-60 of the sum
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < 0.5 * std::numbers::sqrt2) {
        m *= 2.0;
        --exponent;
    }
    const double s = (m - 1.0) / (m + 1.0), z = s * s;
    double sum = 0.0;
    for (int k = last_term; k >= 0; --k) sum = sum * z + 1.0 / (2 * k + 1);
    return exponent * std::numbers::ln2 + 2.0 * s * sum;
}

}  // namespace tauroa
