"""A figure of many panels: what each draws, where it stands, its letter, the legends. Lengths in inches."""

from dataclasses import dataclass, field, replace
from typing import Callable

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from .sweep_figure import add_axes, write

SIZE = 3.1, 2.5
LEFT, RIGHT = 0.95, 0.15      # of a panel: its numbers and the name of its axis
TOP, BENEATH = 0.42, 0.62     # letter and legend above; numbers and name below
TIGHT = 0.4                   # left of a panel that continues the one before it
MARGIN = 0.12
LEGEND_LINE, LEGEND_ENTRY = 0.28, 0.62    # of the figure's legend: a line; an entry, without its text
TEXT_SIZE, NAME_SIZE = 10, 13             # points
CHARACTER = 0.085
MOST_STRETCHED = 1.6
LINE_LENGTH = 1.7             # of legends, in text sizes


@dataclass(frozen=True)
class Panel:
    """what: trajectories, distance, spectrum or surface. draw(axes) draws it. letter: of the paper's figure, or none.

    continues: shares the letter and the upward axis of the panel before. legend: [(handle, text)] above the panel.
    """

    what: str
    draw: Callable
    letter: str = ""
    size: tuple = SIZE
    continues: bool = False
    legend: list = field(default_factory=list)
    projection: str | None = None

    @property
    def left(self):
        return TIGHT if self.continues else LEFT


def sheet_figure(rows, legend=(), what=None):
    """A Figure of these rows of Panels, only those of this kind if what says one.

    legend: below them, groups of [(handle, text)], each from a new line. Rows narrower than the widest are stretched.
    """
    rows = [[panel for panel in row if what in (None, panel.what)] for row in rows]
    rows = [row for row in rows if row]
    inside = max(sum(panel.left + panel.size[0] + RIGHT for panel in row) for row in rows)
    rows, width = [_stretched(row, inside) for row in rows], 2 * MARGIN + inside
    heights = [TOP + max(panel.size[1] for panel in row) + BENEATH for row in rows]
    lines = [line for entries in legend for line in _in_lines(entries, inside)]
    figure = Figure(figsize=(width, 2 * MARGIN + sum(heights) + len(lines) * LEGEND_LINE))
    bottom = figure.get_size_inches()[1] - MARGIN
    for row, height in zip(rows, heights):
        bottom -= height
        x = MARGIN
        for panel in row:
            _draw_panel(figure, panel, x + panel.left, bottom + BENEATH)
            x += panel.left + panel.size[0] + RIGHT
    for number, line in enumerate(lines):
        _draw_legend_line(figure, line, width / 2, MARGIN + (len(lines) - number - 0.5) * LEGEND_LINE)
    return figure


def _stretched(row, width):
    """The row's panels so much wider that they fill this width, or as much as MOST_STRETCHED allows."""
    room = sum(panel.left + RIGHT for panel in row)
    factor = min(MOST_STRETCHED, (width - room) / sum(panel.size[0] for panel in row))
    return [replace(panel, size=(factor * panel.size[0], panel.size[1])) for panel in row]


def _draw_panel(figure, panel, x, y):
    axes = add_axes(figure, x, y, *panel.size, projection=panel.projection)
    if panel.projection is None:
        axes.grid(True, color="#dddddd", linewidth=0.6, zorder=0)
        axes.set_axisbelow(True)
    axes.tick_params(labelsize=TEXT_SIZE)
    panel.draw(axes)
    for axis in (axes.xaxis, axes.yaxis):
        axis.label.set_size(NAME_SIZE)
    if panel.projection is None:
        _few_ticks(axes)
    if panel.continues:
        axes.set_ylabel("")
        axes.tick_params(labelleft=False)
    if panel.letter and not panel.continues:
        write(figure, x - 0.55, y + panel.size[1] + 0.17, f"({panel.letter})", fontsize=TEXT_SIZE + 2, fontweight="bold")
    if panel.legend:
        axes.legend(*zip(*panel.legend), loc="lower right", bbox_to_anchor=(1.02, 1.0), ncol=len(panel.legend),
                    frameon=False, fontsize=TEXT_SIZE, handlelength=LINE_LENGTH, columnspacing=1.0, handletextpad=0.4,
                    borderaxespad=0, borderpad=0.25)


def _few_ticks(axes):
    """On linear axes, so that numbers do not touch."""
    for name, scale in (("x", axes.get_xscale()), ("y", axes.get_yscale())):
        if scale == "linear":
            axes.locator_params(axis=name, nbins=6, steps=(1, 2, 2.5, 5, 10))
            getattr(axes, name + "axis").get_offset_text().set_color("black")
            axes.ticklabel_format(axis=name, scilimits=(-3, 6), useMathText=True)


def _in_lines(entries, width):
    """The entries in lines no wider than this."""
    lines, used = [], width
    for entry in entries:
        length = LEGEND_ENTRY + CHARACTER * len(_plain(entry[1]))
        if used + length > width:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += length
    return lines


def _plain(text):
    """About what is seen of a text in mathtext."""
    return text.replace("$", "").replace("\\", "").replace(" ", "") + " " * text.count(" ")


def _draw_legend_line(figure, entries, x, y):
    across, up = figure.get_size_inches()
    legend = figure.legend(*zip(*entries), loc="center", bbox_to_anchor=(x / across, y / up), ncol=len(entries),
                           frameon=False, fontsize=TEXT_SIZE + 1, handlelength=LINE_LENGTH, columnspacing=1.4,
                           borderaxespad=0, borderpad=0)
    figure.add_artist(legend)


def line_entry(text, colour="black", **look):
    """A line in a legend."""
    return Line2D([], [], **{"color": colour, "linewidth": 2.0, **look}), text


def marker_entry(text, marker, face="black", size=8):
    """A marker in a legend."""
    return Line2D([], [], linestyle="none", marker=marker, markersize=size, markerfacecolor=face, markeredgecolor="black",
                  markeredgewidth=0.9), text
