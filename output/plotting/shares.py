"""Draws how the share of each basin changes with τ into a matplotlib Axes: stacked areas, and the edges of windows."""

import numpy as np

from . import palette
from .maps import HATCH_COLOUR
from .strips import is_widening, round_numbers
from .windows import edges, point_windows

STABLE = {"linestyle": (0, (4, 2)), "linewidth": 1.6}    # continuous time
ATTRACTS = {"linestyle": "solid", "linewidth": 1.6}      # the update at this learning rate
ARRIVES = {"marker": "v", "markersize": 8, "markeredgewidth": 0.8, "linestyle": "none"}
TOGETHER = 0.005  # of the axis: what is nearer than this would hide one another


def draw_shares(axes, sweep, tau_indices, *, colours=None, unreached=palette.UNREACHED_WHITE, edges_of=None):
    """The share of starts [0, 1] that end at each critical point, against τ; where none is reached, on top.

    Over it, in each point's colour, the edges of its windows of τ (windows.py): dashed of stability in continuous time,
    solid of attraction by the update; triangles above mark where the starts next to the point begin or cease to arrive.
    colours: {label: colour} in place of the palette's. unreached: {-1, -2, -3: colour}. edges_of: the points (by index)
    whose edges are drawn, default all. Returns {index: PointWindows} of those.
    """
    tau = sweep.tau[tau_indices]
    styles = palette.point_styles(sweep.points, colours)
    draw_areas(axes, tau, sweep.shares(tau_indices), styles, unreached)
    if sweep.repeats is not None:
        draw_errors(axes, tau, sweep.shares(tau_indices), sweep.share_errors(tau_indices))
    found = {point.index: point_windows(sweep, point, tau_indices) for point in sweep.points
             if edges_of is None or point.index in edges_of}
    name_taus(axes, tau)
    draw_edges(axes, [(windows, styles[index].strong) for index, windows in found.items()])
    return found


def draw_areas(axes, tau, shares, styles, unreached):
    """shares: {outcome: share [tau]}, stacked by outcome as the legend lists them, from below."""
    lower = np.zeros(len(tau))
    for outcome in sorted(shares, key=lambda code: (code < 0, abs(code))):
        if not shares[outcome].any():
            continue
        upper = lower + shares[outcome]
        colour, hatch = (styles[outcome].basin, styles[outcome].hatch) if outcome >= 0 else (unreached[outcome], "")
        axes.fill_between(tau, lower, upper, facecolor=colour, edgecolor="none", linewidth=0, zorder=0)
        if hatch:
            axes.fill_between(tau, lower, upper, facecolor="none", edgecolor=HATCH_COLOUR, linewidth=0, hatch=hatch,
                              zorder=1)
        axes.plot(tau, upper, color="white", linewidth=0.6, zorder=1)
        lower = upper
    axes.set_ylim(0, 1)


def draw_errors(axes, tau, shares, errors):
    """A bar at the upper edge of each critical point's area: the standard error of its share."""
    upper = np.zeros(len(tau))
    for outcome in sorted(code for code in shares if code >= 0):
        upper = upper + shares[outcome]
        known = (shares[outcome] > 0) & (errors[outcome] > 0)
        axes.errorbar(tau[known], upper[known], errors[outcome][known], fmt="none", ecolor="black", elinewidth=0.8,
                      capsize=2, zorder=2)


def draw_edges(axes, windows_and_colours):
    """Lines from bottom to top at the edges of PointWindows, triangles above; those that coincide share the height."""
    lines, triangles = [], []
    for windows, colour in windows_and_colours:
        lines += [(tau, colour, STABLE) for tau in edges(windows.stable)]
        lines += [(tau, colour, ATTRACTS) for tau in edges(windows.attracts)]
        triangles += [(tau, colour) for tau in edges(windows.arrives or [])]
    for group in _together(axes, lines):
        for place, (tau, colour, look) in enumerate(group):
            axes.axvline(tau, place / len(group), (place + 1) / len(group), color=colour, zorder=3, **look)
    for group in _together(axes, triangles):
        for place, (tau, colour) in enumerate(group):
            axes.plot([tau], [1.035 + 0.05 * place], color=colour, markeredgecolor="black", clip_on=False, zorder=5,
                      transform=axes.get_xaxis_transform(), **ARRIVES)


def _together(axes, marks):
    """Marks (τ, …) in groups of those that stand at nearly the same place of the axis."""
    def place(mark):
        return axes.transLimits.transform(axes.transScale.transform((mark[0], 0)))[0]
    groups = []
    for mark in sorted(marks, key=place):
        if groups and place(mark) - place(groups[-1][-1]) < TOGETHER:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def name_taus(axes, tau):
    """A logarithmic axis where the τ widen their steps; round numbers at its ticks."""
    axes.set_xscale("log" if is_widening(tau) else "linear")
    axes.set_xlim(tau[0], tau[-1])
    numbers = round_numbers(tau)
    axes.set_xticks(numbers, [f"{value:.6g}" for value in numbers])
    axes.minorticks_off()
