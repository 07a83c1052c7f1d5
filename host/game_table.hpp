#pragma once

// What the program calls of a game: functions compiled for its type, behind plain pointers, made by one template
// (host/game_table_of.hpp), for the program's own games and for those compiled from text alike. Everywhere: x [n], the
// game's parameters p, and matrices row by row.

#include "host/update_rule.hpp"
#include "kernels/game_runs.hpp"

namespace tauroa {

class interval;

struct game_table {
    game_runs runs;

    double (*cost)(const double* x, const double* p);               ///< f1
    void (*gradient)(const double* x, const double* p, double* g);  ///< g [n], of the costs by dual numbers
    void (*jacobian)(const double* x, const double* p, double* j);  ///< Dg [n, n], the same

    /// What game_enclosure says of them (host/enclosure.hpp): g [n], j [n, n], w [n, n], d [n, n, n].
    void (*gradient_in)(const interval* x, const double* p, interval* g);
    void (*jacobian_in)(const interval* x, const double* p, interval* j);
    void (*second_derivative_in)(const interval* x, const double* p, const interval* w, interval* d);
    void (*update_jacobian_in)(const update_rule& rule, const interval* x, const double* p, interval* j);
    double (*update_rounding_in)(const update_rule& rule, const interval* x, const double* p);
};

}  // namespace tauroa
