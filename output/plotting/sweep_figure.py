"""Whole figures of a sweep: the panels in rows, the names of the axes, the legend of style plain.

Every length here is in inches and every place is given outright: the same panels in every figure, whatever stands
half outside them.
"""

import math
from dataclasses import dataclass

from matplotlib.figure import Figure

from . import palette
from .legend import draw_legend, legend_entries, outcome_names
from .maps import cell_edges, draw_map, draw_share
from .names import tau_name, variable_name
from .strips import draw_strip

MOST_ACROSS = 6             # panels in a row
PANEL, STRIP = 3.0, (6.0, 3.8)
BETWEEN = 0.36              # across, between panels: numbers and crosses stand half outside
BENEATH = 0.72              # a panel: its numbers and its τ
LEFT, RIGHT, TOP, BOTTOM = 0.95, 0.25, 0.2, 0.22
SCALE = 1.3                 # beside panels: a scale of colours, its numbers and its name
LEGEND_LINE = 0.24
LEAST_FOR_LEGEND = 6.4      # across
NAME_SIZE = 17              # points


def map_figure(sweep, tau_indices, style):
    """A panel for each τ with these indices. style: "paper" or "plain"."""
    grid = _panels(sweep, len(tau_indices))
    figure, corner = _sheet(grid.inside, sweep, tau_indices, style)

    def draw(axes, tau_index):
        draw_map(axes, sweep, tau_index, streamlines=style == "paper", unreached=unreached_colours(style))
    _fill(figure, corner, grid, sweep, tau_indices, draw)
    return figure


def share_figure(sweep, tau_indices, label):
    """The same of the share of one label, of a NoisySweepFile, beside a scale of its colours."""
    grid = _panels(sweep, len(tau_indices))
    corner = LEFT, BOTTOM
    figure = Figure(figsize=(LEFT + grid.inside[0] + SCALE, TOP + grid.inside[1] + BOTTOM))
    images = []
    _fill(figure, corner, grid, sweep, tau_indices,
          lambda axes, tau_index: images.append(draw_share(axes, sweep, label, tau_index)))
    beside = add_axes(figure, LEFT + grid.inside[0] + 0.2, BOTTOM + BENEATH, 0.16, grid.inside[1] - BENEATH)
    figure.colorbar(images[0], cax=beside)
    beside.set_ylabel(f"share of {sweep.repeats} repeats:\n{outcome_names(sweep.points)[label]}", fontsize=NAME_SIZE - 6)
    return figure


@dataclass(frozen=True)
class _Grid:
    """Panels of this height in rows and columns, and the size of them all."""

    rows: int
    columns: int
    height: float
    inside: tuple


def _panels(sweep, count):
    rows = math.ceil(count / MOST_ACROSS)
    columns = math.ceil(count / rows)
    height = PANEL * height_to_width(sweep.axes)
    return _Grid(rows, columns, height, (columns * (PANEL + BETWEEN) - BETWEEN, rows * (height + BENEATH)))


def _fill(figure, corner, grid, sweep, tau_indices, draw):
    """A panel for each τ, by draw(axes, tau_index), and the names of the axes."""
    for place, tau_index in enumerate(tau_indices):
        row, column = divmod(place, grid.columns)
        axes = add_axes(figure, corner[0] + column * (PANEL + BETWEEN),
                        corner[1] + (grid.rows - 1 - row) * (grid.height + BENEATH) + BENEATH, PANEL, grid.height)
        draw(axes, tau_index)
        axes.set_xlabel(tau_name(sweep.tau[tau_index]))
        _tick(axes)
        axes.tick_params(labelleft=column == 0)
    across, up = (variable_name(axis.name) for axis in sweep.axes)
    write(figure, corner[0] + grid.inside[0] / 2, corner[1] + 0.02, across)
    write(figure, corner[0] - 0.75, corner[1] + (grid.inside[1] + BENEATH) / 2, up, rotation=90)


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
        shares = "share of starts"
        if sweep.repeats is not None:
            shares = f"share of runs, {sweep.repeats} of each start (paler where fewer of them agree),"
        draw_legend(figure, entries, sweep.tau[tau_indices], (0.5, legend / height), shares)
    return figure, (LEFT + spare / 2, legend + BOTTOM)


def _tick(axes):
    """Few ticks, and numbers short enough for the room beside and between panels."""
    axes.locator_params(nbins=7, steps=(1, 2, 5, 10))
    axes.ticklabel_format(scilimits=(-3, 5), useMathText=True)
