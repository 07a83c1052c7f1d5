#pragma once

// The paper's figures: for each, the requests at the paper's settings (SPEC.md section 3) and what is to be said where the
// paper's text disagrees with its own formulas or code.

#include <string>
#include <vector>

#include "host/point_spectrum.hpp"
#include "host/request.hpp"
#include "host/surface.hpp"
#include "host/trajectory.hpp"

namespace tauroa::cli {

struct map_figure {
    std::string name;
    map_request request;
    std::vector<std::string> notes;
};

/// A spectrum at the critical point nearest to `near` [n].
struct figure_spectrum {
    std::string name, game;
    named_values parameters;
    std::vector<double> near;
    std::vector<double> tau;
};

struct figure_run {
    std::string name;
    trajectory_request request;
};

struct figure_surface {
    std::string name;
    surface_request request;
};

/// A figure of trajectories, and of what stands beside them: the file's root, and groups by name.
struct curve_figure {
    std::string name;
    trajectory_request root;
    std::vector<figure_run> runs{};          ///< /runs/NAME
    std::vector<figure_spectrum> spectra{};  ///< /spectra/NAME
    std::vector<figure_surface> surfaces{};  ///< /surfaces/NAME
    std::vector<std::string> notes{};
};

/// Figures 7b and 8b.
std::vector<map_figure> map_figures();

std::vector<curve_figure> dirac_gan_figures();       ///< Figures 1 and 9
std::vector<curve_figure> four_variable_figures();   ///< Figures 4 and 5
std::vector<curve_figure> polynomial_figures();      ///< Figures 6 and 7a
std::vector<curve_figure> torus_figures();           ///< Figure 8a
std::vector<curve_figure> covariance_gan_figures();  ///< Figures 10 and 11

/// All of these, in the paper's order.
std::vector<curve_figure> curve_figures();

/// `low` above 0, as many tau as make a smooth curve; denser near `low`, where eigenvalues move fast.
std::vector<double> smooth_taus(double low, double high);

}  // namespace tauroa::cli
