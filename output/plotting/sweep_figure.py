"""Whole figures of a sweep: the panels in rows, the names of the axes, the legend of style plain.

Every length here is in inches and every place is given outright: the same panels in every figure, whatever stands
half outside them.
"""

import math

from matplotlib.figure import Figure

from . import palette
from .legend import draw_legend, legend_entries
from .maps import cell_edges, draw_map
from .names import tau_name, variable_name
from .strips import draw_strip

MOST_ACROSS = 6             # panels in a row
PANEL, STRIP = 3.0, (6.0, 3.8)
BETWEEN = 0.36              # across, between panels: numbers and crosses stand half outside
BENEATH = 0.72              # a panel: its numbers and its τ
LEFT, RIGHT, TOP, BOTTOM = 0.95, 0.25, 0.2, 0.22
LEGEND_LINE = 0.24
LEAST_FOR_LEGEND = 6.4      # across
NAME_SIZE = 17              # points


def map_figure(sweep, tau_indices, style):
    """A panel for each τ with these indices. style: "paper" or "plain"."""
    rows = math.ceil(len(tau_indices) / MOST_ACROSS)
    columns = math.ceil(len(tau_indices) / rows)
    height = PANEL * height_to_width(sweep.axes)
    inside = columns * (PANEL + BETWEEN) - BETWEEN, rows * (height + BENEATH)
    figure, corner = _sheet(inside, sweep, tau_indices, style)
    for place, tau_index in enumerate(tau_indices):
        row, column = divmod(place, columns)
        axes = add_axes(figure, corner[0] + column * (PANEL + BETWEEN),
                         corner[1] + (rows - 1 - row) * (height + BENEATH) + BENEATH, PANEL, height)
        draw_map(axes, sweep, tau_index, streamlines=style == "paper", unreached=unreached_colours(style))
        axes.set_xlabel(tau_name(sweep.tau[tau_index]))
        _tick(axes)
        axes.tick_params(labelleft=column == 0)
    across, up = (variable_name(axis.name) for axis in sweep.axes)
    write(figure, corner[0] + inside[0] / 2, corner[1] + 0.02, across)
    write(figure, corner[0] - 0.75, corner[1] + (inside[1] + BENEATH) / 2, up, rotation=90)
    return figure


def strip_figure(sweep, tau_indices, style):
    """One picture of a sweep along one axis, τ upwards. style: "paper" or "plain"."""
    figure, corner = _sheet((STRIP[0], STRIP[1] + BENEATH), sweep, tau_indices, style)
    axes = add_axes(figure, corner[0], corner[1] + BENEATH, *STRIP)
    draw_strip(axes, sweep, tau_indices, unreached=unreached_colours(style))
    axes.set_xlabel(variable_name(sweep.axes[0].name))
    write(figure, corner[0] - 0.75, corner[1] + BENEATH + STRIP[1] / 2, r"$\tau$")
    return figure


def height_to_width(axes):
    """Of a panel: that of the view where both axes have about the same scale, else square."""
    width, height = (high - low for low, high in (cell_edges(axis.values) for axis in axes))
    return height / width if 0.5 <= height / width <= 2 else 1.0


def unreached_colours(style):
    """{-1, -2, -3: colour} in this style."""
    return palette.UNREACHED_GREYS if style == "plain" else palette.UNREACHED_WHITE


def add_axes(figure, left, bottom, width, height, **options):
    """Axes at this place, in inches. options: those of Figure.add_axes."""
    across, up = figure.get_size_inches()
    return figure.add_axes((left / across, bottom / up, width / across, height / up), **options)


def write(figure, x, y, text, **options):
    """A name centred at this place, in inches. options: those of Figure.text."""
    across, up = figure.get_size_inches()
    figure.text(x / across, y / up, text, **{"ha": "center", "va": "center", "fontsize": NAME_SIZE, **options})


def _sheet(inside, sweep, tau_indices, style):
    """A Figure around an inside of this size, and the inside's lower left corner; a legend below it in style plain."""
    entries = legend_entries(sweep, tau_indices) if style == "plain" else []
    legend = LEGEND_LINE * (len(entries) + 1) + 0.25 if entries else 0.0
    width, height = LEFT + inside[0] + RIGHT, TOP + inside[1] + BOTTOM + legend
    spare = max(0.0, LEAST_FOR_LEGEND - width) if entries else 0.0
    figure = Figure(figsize=(width + spare, height))
    if entries:
        draw_legend(figure, entries, sweep.tau[tau_indices], (0.5, legend / height))
    return figure, (LEFT + spare / 2, legend + BOTTOM)


def _tick(axes):
    """Few ticks, and numbers short enough for the room beside and between panels."""
    axes.locator_params(nbins=7, steps=(1, 2, 5, 10))
    axes.ticklabel_format(scilimits=(-3, 5), useMathText=True)
