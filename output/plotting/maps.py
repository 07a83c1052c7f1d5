"""Draws one map of a sweep into a matplotlib Axes, layer by layer: basins, hatching, streamlines, crosses."""

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from . import palette
from .streamlines import draw_streamlines

MOST_CELLS = 1200    # a panel is smaller than this in pixels; more cells would cost memory and show nothing
MOST_HATCHED = 300   # cells across the outline of a hatched basin: keeps vector files small
HATCH_COLOUR = "#9c9c9c"
CROSS = {"marker": "X", "s": 150, "linewidths": 1.5, "clip_on": False}


def draw_map(axes, sweep, tau_index, *, streamlines=True, colours=None, unreached=palette.UNREACHED_WHITE):
    """Everything of one τ of a SweepFile along two axes.

    colours: {label: colour} in place of the palette's. unreached: {-1, -2, -3: colour}.
    """
    styles = palette.point_styles(sweep.points, colours)
    across, up = sweep.axes
    draw_basins(axes, sweep.label(tau_index), across.values, up.values, styles, unreached)
    field = sweep.field(tau_index) if streamlines else None
    if field is not None and min(field.u.shape) > 1:
        draw_streamlines(axes, field)
    for point in stable_equilibria(sweep, tau_index):
        draw_cross(axes, sweep, point, styles[point.index])


def stable_equilibria(sweep, tau_index):
    """The equilibria that get a cross at this τ."""
    return [point for point in sweep.points if point.is_equilibrium and sweep.stable[tau_index, point.index]]


def cell_edges(values):
    """First and last edge of the cells around evenly spaced values: half a step beyond either end."""
    half = (values[-1] - values[0]) / (2 * (len(values) - 1)) if len(values) > 1 else 0.5
    return values[0] - half, values[-1] + half


def coarser(label, most):
    """label [B, A] with at most `most` rows and columns: the cells at the centres of even blocks."""
    rows, columns = (((np.arange(min(n, most)) + 0.5) * n / min(n, most)).astype(int) for n in label.shape)
    return label[np.ix_(rows, columns)]


def draw_basins(axes, label, x, y, styles, unreached=palette.UNREACHED_WHITE):
    """label [y, x] as flat cells centred on their starts, in the styles' colours; hatched where a style says so.

    One image, so that no seams show between cells; nearest, so that no colour is mixed from two basins.
    """
    extent = (*cell_edges(x), *cell_edges(y))
    image = colour_image(coarser(label, MOST_CELLS), styles, unreached)
    axes.imshow(image, origin="lower", extent=extent, interpolation="nearest", aspect="auto", zorder=0)
    axes.set_xlim(extent[:2])
    axes.set_ylim(extent[2:])
    outline = coarser(label, MOST_HATCHED)
    for index, style in enumerate(styles):
        if style.hatch:
            draw_hatching(axes, outline == index, extent, style.hatch)


def colour_image(label, styles, unreached):
    """label [B, A] as uint8 [B, A, 3]."""
    colours = [unreached[code] for code in (-3, -2, -1)] + [style.basin for style in styles]
    table = np.array([palette.to_bytes(colour) for colour in colours], dtype=np.uint8)
    return table[label + 3]


def draw_hatching(axes, mask, extent, hatch, colour=HATCH_COLOUR):
    """Hatches the cells where mask [y, x] holds, over extent (left, right, bottom, top)."""
    if mask.any():
        axes.add_patch(PathPatch(cells_path(mask, extent), facecolor="none", edgecolor=colour, linewidth=0,
                                 hatch=hatch, zorder=1))


def cells_path(mask, extent):
    """One path around the cells where mask [y, x] holds: a rectangle for each run in a row."""
    left, right, bottom, top = extent
    padded = np.pad(mask.astype(np.int8), ((0, 0), (1, 1)))
    row, first = np.nonzero(np.diff(padded, axis=1) == 1)
    _, end = np.nonzero(np.diff(padded, axis=1) == -1)
    x0, x1 = (left + (right - left) * column / mask.shape[1] for column in (first, end))
    y0, y1 = (bottom + (top - bottom) * (row + i) / mask.shape[0] for i in (0, 1))
    corners = np.stack([x0, y0, x1, y0, x1, y1, x0, y1, x0, y0], axis=1).reshape(-1, 2)
    codes = np.tile([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], len(row))
    return Path(corners, codes)


def draw_cross(axes, sweep, point, style):
    """A cross at the point, and at its copies a period away, wherever the view holds them.

    Filled where the point lies in the map's plane; hollow where the sweep holds other variables elsewhere and the
    cross is only the point's projection.
    """
    spans = [(axis, point.location[sweep.variables.index(axis.name)]) for axis in sweep.axes]
    xs, ys = (copies_in_view(value, axis.period, *cell_edges(axis.values)) for axis, value in spans)
    x, y = np.meshgrid(xs, ys)
    inside = sweep.on_the_map(point)
    axes.scatter(x.ravel(), y.ravel(), facecolors=[style.strong if inside else "white"],
                 edgecolors=["black" if inside else style.strong], zorder=4, **CROSS)


def copies_in_view(value, period, low, high):
    """value and what differs from it by periods, between low and high (ends included)."""
    if not period:
        return [value] if low <= value <= high else []
    first, last = np.ceil((low - value) / period - 1e-9), np.floor((high - value) / period + 1e-9)
    return [value + k * period for k in np.arange(first, last + 1)]
