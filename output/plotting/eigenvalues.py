"""Draws how the eigenvalues of Jτ move with τ into a matplotlib Axes."""

import numpy as np

from . import palette

LINE = {"linewidth": 1.8, "solid_capstyle": "round", "zorder": 4}
FIRST, LAST = ({"marker": marker, "s": size, "linewidths": 0.7, "edgecolors": "black", "zorder": 6, "clip_on": False}
               for marker, size in (("o", 60), ("*", 130)))
DASHES = (0, (3.2, 1.6))
AXIS = {"color": "#808080", "linewidth": 0.8, "zorder": 1}
STABLE = {"facecolor": "#e4efe6", "linewidth": 0, "zorder": 0}
EDGE = {"color": "#404040", "linewidth": 1.0, "linestyle": (0, (4, 2)), "zorder": 2}
REAL_AT = {"color": "#606060", "linewidth": 1.0, "linestyle": (0, (1, 1.6)), "zorder": 2}


def colours_of(spectrum):
    """One for each path."""
    return palette.line_colours(spectrum.eigenvalues.shape[1], palette.EIGENVALUE_COLOURS)


def draw_plane(axes, spectrum, *, until=np.inf, colours=None):
    """The paths in the complex plane, a dot at the first τ, a star at the last; those up to `until` alone.

    A line at Re = 0: to its right an eigenvalue is stable.
    """
    shown = spectrum.tau <= until * (1 + 1e-9)
    axes.axvline(0, **AXIS)
    for path, colour in zip(spectrum.eigenvalues[shown].T, colours or colours_of(spectrum)):
        axes.plot(path.real, path.imag, color=colour, **LINE)
        axes.scatter(path.real[:1], path.imag[:1], color=[colour], **FIRST)
        axes.scatter(path.real[-1:], path.imag[-1:], color=[colour], **LAST)
    axes.set_xlabel(r"Re spec $J_\tau$")
    axes.set_ylabel(r"Im spec $J_\tau$")


def draw_parts(axes, spectrum, parts=("real", "imag"), *, colours=None):
    """Real parts, imaginary parts or both against τ; of both, the imaginary ones dashed.

    Shaded where the point is stable, dashed lines at the edges of that, dotted ones where a pair becomes real or complex.
    """
    mark_taus(axes, spectrum)
    for part in parts:
        look = {**LINE, "linestyle": DASHES if part == "imag" and len(parts) > 1 else "solid"}
        for path, colour in zip(spectrum.eigenvalues.T, colours or colours_of(spectrum)):
            axes.plot(spectrum.tau, getattr(path, part), color=colour, **look)
    axes.set_xlabel(r"$\tau$")


def mark_taus(axes, spectrum):
    """The windows in which the point is stable, and the τ at which eigenvalues become real or complex."""
    first, last = spectrum.tau[0], spectrum.tau[-1]
    axes.axhline(0, **AXIS)
    for low, high in spectrum.windows:
        if low < last and high > first:
            axes.axvspan(max(low, first), min(high, last), **STABLE)
        for edge in (low, high):
            if first < edge < last:
                axes.axvline(edge, **EDGE)
    for tau in spectrum.real_at:
        if first < tau < last:
            axes.axvline(tau, **REAL_AT)
    margin = 0.03 * (last - first)
    axes.set_xlim(first - margin, last + margin)
