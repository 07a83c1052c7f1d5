"""Draws a cost over the plane into a matplotlib Axes: as a landscape over its contours, or as contours alone."""

import numpy as np

from .game_tables import around
from .names import variable_name

COLOURS = "inferno"
VIEW = {"elev": 24, "azim": 135}     # x1 falls from left to front, x2 from front to right, as in the paper
LINES = 50                           # of the landscape's net, in each direction
LEVELS = 8
FLOOR = 1.25                         # how far below the landscape its contours lie, in its heights
BOX = {"aspect": (1, 1, 1.05), "zoom": 1.1}
POINTS = {"differential-nash": ("#CC79A7", "DNE"), "differential-stackelberg": ("#E69F00", "DSE")}
OTHERS = ("white", "non-equilibrium")
CROSS = {"marker": "X", "s": 55, "edgecolors": "black", "linewidths": 0.8}


def draw_landscape(axes, surface):
    """−f as a landscape in Axes with projection "3d", its contours and the critical points on the floor."""
    x, y = np.meshgrid(surface.x, surface.y)
    height = -surface.f
    span = np.ptp(height) or 1.0
    floor = height.min() - FLOOR * span
    axes.computed_zorder = False  # the crosses lie on the floor, and yet over its contours
    axes.contourf(x, y, height, LEVELS, zdir="z", offset=floor, cmap=COLOURS, zorder=0)
    for point in surface.points:
        axes.scatter(*point.location, floor, c=[colour_and_name(point)[0]], depthshade=False, zorder=1, **CROSS)
    axes.plot_surface(x, y, height, cmap=COLOURS, rcount=LINES, ccount=LINES, linewidth=0.2, edgecolor=(1, 1, 1, 0.25),
                      zorder=2)
    axes.set_zlim(floor, height.max())
    axes.set_zticks([tick for tick in axes.get_zticks() if height.min() - 1e-9 * span <= tick <= height.max()])
    axes.view_init(**VIEW)
    axes.set_box_aspect(**BOX)
    axes.set_xlabel(variable_name(surface.names[0]), labelpad=4)
    axes.set_ylabel(variable_name(surface.names[1]), labelpad=4)
    axes.tick_params(pad=0)


def colour_and_name(point):
    """Of its kind."""
    return POINTS.get(point.kind, OTHERS)


def draw_contours(axes, surface):
    """f in grey steps over the view that the Axes have; returns what a colour bar wants."""
    view = axes.get_xlim(), axes.get_ylim()
    columns, rows = (around(values, limits) for values, limits in zip((surface.x, surface.y), view))
    drawn = axes.contourf(surface.x[columns], surface.y[rows], surface.f[rows, columns], LEVELS, cmap="gray", zorder=0,
                          alpha=0.6)
    axes.set_xlim(view[0])
    axes.set_ylim(view[1])
    return drawn
