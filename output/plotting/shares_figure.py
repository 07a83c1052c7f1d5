"""The figure of the basins' shares against τ: the areas, below them the table of all edges, and the error of sampling."""

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import palette
from .legend import EDGE, TEXT_SIZE, outcome_names
from .shares import ARRIVES, ATTRACTS, STABLE, draw_shares
from .sweep_figure import add_axes, unreached_colours, write
from .windows import window_text

AREAS = 7.4, 3.6              # inches, as all that follows
LEFT, RIGHT, TOP = 0.95, 1.8, 0.6
BENEATH = 0.8                 # the areas: numbers and τ
LINE, NOTE_LINE, MARGIN = 0.26, 0.22, 0.2
SAMPLE = 0.34                 # of a colour or a line, across
NAME_AT, NAME_WIDTH = 0.5, 3.5     # the table's text, from the areas' left
COLUMNS = 0.0, 1.75, 3.5           # stable, attracts, arrives, from the end of the names
CHARACTER = 0.084                  # across, about
DARK = "#404040"


def shares_figure(sweep, tau_indices, style):
    """Shares of the basins at the τ of these indices, two or more, ascending.

    style: "paper" leaves white what reaches nothing, "plain" tells its kinds apart.
    """
    points, unreached = shown_outcomes(sweep, tau_indices)
    unreached = unreached if style == "plain" else []
    notes = caption(sweep, tau_indices)
    under = MARGIN + len(notes) * NOTE_LINE + MARGIN + (1 + len(points) + len(unreached)) * LINE
    names = outcome_names(sweep.points)
    spare = max(0.0, CHARACTER * max((len(names[point.index]) for point in points), default=0) - NAME_WIDTH)
    figure = Figure(figsize=(LEFT + AREAS[0] + RIGHT + spare, under + BENEATH + AREAS[1] + TOP))
    axes = add_axes(figure, LEFT, under + BENEATH, *AREAS)
    found = draw_shares(axes, sweep, tau_indices, unreached=unreached_colours(style),
                        edges_of={point.index for point in points})
    axes.set_ylabel("share of starts" if sweep.repeats is None else "share of runs", fontsize=TEXT_SIZE + 2)
    write(figure, LEFT + AREAS[0] / 2, under + BENEATH - 0.5, r"$\tau$")
    columns = NAME_AT, *(NAME_AT + NAME_WIDTH + spare + column for column in COLUMNS)
    _write_table(figure, under - LINE / 2, columns, rows_of(sweep, points, found, unreached))
    for line, note in enumerate(reversed(notes)):
        write(figure, LEFT, MARGIN + (line + 0.5) * NOTE_LINE, note, ha="left", fontsize=TEXT_SIZE - 2)
    return figure


def shown_outcomes(sweep, tau_indices):
    """The critical points that attract or are reached at any of these τ; and the labels below 0 that occur, from −1."""
    occurring = {code for code, share in sweep.shares(tau_indices).items() if share.any()}
    attracting = sweep.attracts[tau_indices].any(axis=0)
    points = [point for point in sweep.points if point.index in occurring or attracting[point.index]]
    return points, sorted((code for code in occurring if code < 0), reverse=True)


def caption(sweep, tau_indices):
    """What the figure cannot show: how many starts, the error of sampling, what the lines and triangles rest on."""
    update, gamma, steps = (sweep.setting(name) for name in ("update", "gamma", "steps"))
    placed = "at random" if sweep.is_sample else "on a grid"
    errors = np.array(list(sweep.share_errors(tau_indices).values()))
    if np.isnan(errors).all():  # one repeat
        known = "one run with noise for each: how far shares are from their means is not known."
    else:
        runs = "" if sweep.repeats is None else f", {sweep.repeats} repeats"
        kind = "binomial standard error of a share" if sweep.repeats is None else "bars: standard error of a share"
        known = f"{sweep.starts} starts {placed}{runs} for each; {kind}: at most {100 * np.nanmax(errors):.2g} %."
    notes = [
        f"{len(tau_indices)} τ, {known}",
        f"Stable: in continuous time. Radius: of the linearised {update} update, {_rate(sweep, gamma, steps)}"
        + (", between the file's τ by a straight line." if is_coarse(sweep.tau[tau_indices]) else "."),
        f"Arrive: every start next to the point, within {steps} steps; at the τ of the file.",
    ]
    return notes[:-1] if sweep.is_sample or sweep.repeats is not None else notes


def _rate(sweep, gamma, steps):
    """The learning rate of which the file's spectral radii are: with noise that of the last step."""
    decay = 0.0 if sweep.repeats is None else sweep.setting("decay")
    return f"γ₁ = {gamma:g}" if decay == 0 else f"the last step's γ = {gamma / max(steps, 1) ** decay:.3g}"


def is_coarse(tau):
    """Whether these τ, ascending, lie so far apart that what is read off between them may be far from the truth."""
    return bool((tau[1:] > 1.1 * tau[:-1]).any())


def rows_of(sweep, points, found, unreached):
    """[(colour, hatch, texts)] of the table: the points with their PointWindows found, then the labels below 0."""
    names, styles = outcome_names(sweep.points), palette.point_styles(sweep.points)
    rows = []
    for point in points:
        windows, style = found[point.index], styles[point.index]
        arrives = "–" if windows.arrives is None else window_text(windows.arrives, closed=True)
        rows.append((style.basin, style.hatch, (names[point.index], window_text(windows.stable),
                                                window_text(windows.attracts), arrives)))
    return rows + [(palette.UNREACHED_GREYS[code], "", (names[code],)) for code in unreached]


def _write_table(figure, y, columns, rows):
    """Its head at this height, the rows below it."""
    for column, head, look in zip(columns[1:], ("stable", "radius < 1", "starts nearby arrive"),
                                  (STABLE, ATTRACTS, ARRIVES)):
        _text(figure, column, y, head)
        _line_sample(figure, column - SAMPLE - 0.1, y, look)
    for line, (colour, hatch, texts) in enumerate(rows, start=1):
        _patch_sample(figure, y - line * LINE, colour, hatch)
        for column, text in zip(columns, texts):
            _text(figure, column, y - line * LINE, text)


def _text(figure, x, y, text):
    write(figure, LEFT + x, y, text, ha="left", fontsize=TEXT_SIZE)


def _patch_sample(figure, y, colour, hatch):
    """A basin's colour and hatching, at the left of the table."""
    across, up = figure.get_size_inches()
    figure.add_artist(Rectangle((LEFT / across, (y - 0.08) / up), SAMPLE / across, 0.16 / up, facecolor=colour, hatch=hatch,
                                edgecolor=EDGE, linewidth=0.8, transform=figure.transFigure))


def _line_sample(figure, x, y, look):
    """A short line, or a marker, left of a column's head."""
    across, up = figure.get_size_inches()
    ends = [LEFT + x + SAMPLE / 2] * 2 if "marker" in look else [LEFT + x, LEFT + x + SAMPLE]
    line = Line2D([end / across for end in ends], [y / up] * 2, color=DARK, transform=figure.transFigure, **look)
    figure.add_artist(line)
