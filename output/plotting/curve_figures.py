"""Figures of any trajectory and of any spectrum."""

from .curve_panels import (curve_entries, distance_panel, eigenvalue_entries, eigenvalue_panel, eigenvalue_plane_panel,
                           field_panels, mark_entries, pairs_of, plane_panel)
from .names import kind_name, point_name
from .sheet import sheet_figure

MOST_ACROSS = 4     # panels in a row
MOST_NAMED = 12     # curves in the legend


def trajectory_figure(curves, style, what=None):
    """Of a game of two variables a panel for each τ, of another one for each pair of coordinates; and the distances.

    style: "paper" with streamlines, "plain" without.
    """
    run = curves[0].run
    if len(run.variables) == 2 and run.field(0) is not None:
        panels = field_panels(curves, streamlines=style == "paper")
    else:
        panels = [plane_panel(curves, across=across, up=up) for across, up in pairs_of(run)]
    rows = [panels[i:i + MOST_ACROSS] for i in range(0, len(panels), MOST_ACROSS)]
    rows = [[first_of_row(row[0]), *row[1:]] for row in rows] + [[distance_panel(curves)]]
    return sheet_figure(rows, curve_entries(thinned(curves)) + mark_entries(curves), what)


def thinned(curves):
    """At most as many as a legend names: the first and the last among them."""
    step = max(1, -(-(len(curves) - 1) // (MOST_NAMED - 1)))
    return [*curves[:-1:step], curves[-1]]


def first_of_row(panel):
    """The panel with its own numbers upwards."""
    from dataclasses import replace

    return replace(panel, continues=False)


def spectrum_figure(spectrum):
    """The complex plane, the real and the imaginary parts against τ."""
    where = f"{point_name(spectrum.location)}  {kind_name(spectrum.kind)}"
    panels = [eigenvalue_plane_panel(spectrum), eigenvalue_panel(spectrum, ["real"], title=where),
              eigenvalue_panel(spectrum, ["imag"])]
    return sheet_figure([panels], eigenvalue_entries(spectrum))
