"""Draws the flow of a field into a matplotlib Axes: lines with an arrow half way, black or shaded by magnitude."""

import numpy as np
from matplotlib.patches import FancyArrowPatch

from .palette import lighter

STREAMLINES = {"density": 1.1, "linewidth": 1.3, "arrowsize": 1.35, "minlength": 0.12}
SHORTEST_WITH_ARROW, ARROWS_APART = 0.12, 0.04  # in panel widths
SHADES = 8           # from the colour itself, where the field is weakest, to the palest
PALEST = 0.87        # white's share there


def draw_streamlines(axes, field, colour="black", shaded=False, **options):
    """The flow of a Field. shaded: lighter where the field is stronger. options: Axes.streamplot's, over STREAMLINES.

    The view stays what it is; empty Axes show the field's grid.
    """
    options = {**STREAMLINES, **options}
    before = list(axes.patches)
    if not axes.has_data():
        axes.set_xlim(field.x[0], field.x[-1])
        axes.set_ylim(field.y[0], field.y[-1])
    view = axes.get_xlim(), axes.get_ylim()
    drawn = axes.streamplot(field.x, field.y, field.u, field.v, color=colour, zorder=2, **options).lines
    lines = _joined(drawn.get_segments())
    for arrow in [patch for patch in axes.patches if patch not in before]:
        arrow.remove()  # streamplot puts one on every line, however short, and moves the view to hold it
    axes.set_xlim(view[0])
    axes.set_ylim(view[1])
    shades = [_shades(field, line) if shaded else np.zeros(len(line), int) for line in lines]
    _recolour(drawn, lines, shades, colour)
    _draw_arrows(axes, lines, shades, colour, linewidth=options["linewidth"], mutation_scale=10 * options["arrowsize"])


def _joined(segments):
    """streamplot's pieces (of two points each, in older matplotlib) as whole lines [point, 2].

    A tenth of the size in a PDF, and no gaps at the bends.
    """
    lines = []
    for segment in segments:
        if lines and (lines[-1][-1] == segment[0]).all():
            lines[-1].extend(segment[1:])
        else:
            lines.append(list(segment))
    return [np.array(line) for line in lines]


def _shades(field, line):
    """0 … SHADES−1 at each point of a line [point, 2]: the magnitude at the nearest place of the field's grid."""
    magnitude = np.hypot(field.u, field.v)
    column, row = (np.rint((line[:, i] - grid[0]) / (grid[-1] - grid[0]) * (len(grid) - 1)).astype(int)
                   for i, grid in enumerate((field.x, field.y)))
    low, high = magnitude.min(), magnitude.max()
    if not (np.isfinite(high) and high > low):
        return np.zeros(len(line), int)
    return ((magnitude[row, column] - low) / (high - low) * (SHADES - 1)).round().astype(int)


def _shade(colour, shade):
    """The colour of a shade."""
    return lighter(colour, PALEST * shade / (SHADES - 1))


def _recolour(drawn, lines, shades, colour):
    """Gives the LineCollection these lines, cut where their shade changes."""
    pieces, colours = [], []
    for line, shade in zip(lines, shades):
        cuts = [0, *(np.flatnonzero(np.diff(shade)) + 1), len(line) - 1]
        for first, last in zip(cuts, cuts[1:]):
            if last > first:
                pieces.append(line[first:last + 1])
                colours.append(_shade(colour, shade[first]))
    drawn.set_segments(pieces)
    drawn.set_color(colours)
    drawn.set_capstyle("round")


def _draw_arrows(axes, lines, shades, colour, **look):
    """An arrow half way along each line, where it does not crowd another. look: FancyArrowPatch's."""
    taken = np.empty((0, 2))
    for line, shade in zip(lines, shades):
        along = np.cumsum(np.hypot(*np.diff(axes.transLimits.transform(line), axis=0).T))
        middle = int(np.searchsorted(along, along[-1] / 2))
        place = axes.transLimits.transform(line[middle])
        if along[-1] < SHORTEST_WITH_ARROW or (np.hypot(*(taken - place).T) < ARROWS_APART).any():
            continue
        taken = np.vstack([taken, place])
        axes.add_patch(FancyArrowPatch(line[middle], line[middle:middle + 2].mean(axis=0), arrowstyle="-|>",
                                       color=_shade(colour, shade[middle]), zorder=3, **look))
