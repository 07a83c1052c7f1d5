"""Draws a sweep along one axis into a matplotlib Axes: that axis across, one row of equal height for each τ."""

import numpy as np
from matplotlib.ticker import LogLocator, MaxNLocator

from . import palette
from .maps import cell_edges, copies_in_view, draw_basins
from .tau_list import evenly_chosen

MOST_ROWS = 1200   # a figure is smaller than this in pixels
MOST_NAMED = 10    # this many τ are named one by one; of more, round numbers are


def draw_strip(axes, sweep, tau_indices, *, colours=None, unreached=palette.UNREACHED_WHITE):
    """Where starts arrive at each of these τ, and where the equilibria are while they are stable.

    Rows are counted 0, 1, … upwards, whatever the distances between the τ; the ticks say which τ a row is.
    colours: {label: colour} in place of the palette's. unreached: {-1, -2, -3: colour}.
    """
    tau_indices = [tau_indices[i] for i in evenly_chosen(len(tau_indices), MOST_ROWS)]
    styles = palette.point_styles(sweep.points, colours)
    label = np.array([sweep.label(i) for i in tau_indices])
    certainty = None if sweep.repeats is None else np.array([sweep.certainty(i) for i in tau_indices])
    draw_basins(axes, label, sweep.axes[0].values, np.arange(len(tau_indices)), styles, unreached, certainty)
    for point in sweep.points:
        if point.is_equilibrium:
            draw_stable_rows(axes, sweep, point, sweep.stable[tau_indices, point.index], styles[point.index])
    name_rows(axes, sweep.tau[tau_indices])


def draw_stable_rows(axes, sweep, point, stable, style):
    """A bold line along the point's coordinate, and its copies in view, in the rows where stable [row] holds.

    Dashed where the point lies off the line of starts, and the line is only its projection.
    """
    axis = sweep.axes[0]
    value = point.location[sweep.variables.index(axis.name)]
    first, end = (np.flatnonzero(np.diff(np.pad(stable.astype(int), 1)) == sign) for sign in (1, -1))
    for x in copies_in_view(value, axis.period, *cell_edges(axis.values)):
        common = {"ymin": first - 0.5, "ymax": end - 0.5, "clip_on": False}
        if sweep.on_the_map(point):
            axes.vlines([x] * len(first), colors="black", linewidths=5, zorder=4, **common)
            axes.vlines([x] * len(first), colors=[style.strong], linewidths=2.5, zorder=5, **common)
        else:
            axes.vlines([x] * len(first), colors=[style.strong], linewidths=2, linestyles="dashed", zorder=4, **common)


def name_rows(axes, tau):
    """Ticks at rows, named by their τ; between rows where that makes the numbers round."""
    shown = tau if len(tau) <= MOST_NAMED else round_numbers(tau)
    axes.set_yticks(np.interp(shown, tau, np.arange(len(tau))), [f"{value:.6g}" for value in shown])


def is_widening(tau):
    """Whether the steps between these τ grow, as those of logarithms do."""
    steps = np.diff(tau)
    return steps.max() > 3 * steps.min()


def round_numbers(tau):
    """Round numbers between the first and the last of tau: by decades where tau widens its steps."""
    locator = LogLocator(subs=(1, 2, 5), numticks=30) if is_widening(tau) else MaxNLocator(8, steps=(1, 2, 5, 10))
    numbers = np.array(locator.tick_values(tau[0], tau[-1]))
    numbers = numbers[(numbers >= tau[0] * (1 - 1e-9)) & (numbers <= tau[-1] * (1 + 1e-9))]
    return numbers if len(numbers) > 1 else tau[[0, -1]]
