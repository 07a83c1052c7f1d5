"""Figures of any trajectory and of any spectrum."""

from dataclasses import replace

from .curve_legends import curve_entries, eigenvalue_entries, mark_entries
from .curve_panels import (distance_panel, eigenvalue_panel, eigenvalue_plane_panel, field_panels, pairs_of,
                           plane_panel)
from .names import kind_name, point_name
from .sheet import sheet_figure

MOST_ACROSS = 4     # panels in a row


def trajectory_figure(curves, style, what=None):
    """Of a game of two variables a panel for each τ, of another one for each pair of coordinates; and the distances.

    style: "paper" with streamlines, "plain" without.
    """
    run = curves[0].run
    if len(run.variables) == 2 and run.field(0) is not None:
        together = False
        panels = field_panels(curves, streamlines=style == "paper")
    else:
        together = True
        panels = [plane_panel(curves, across=across, up=up) for across, up in pairs_of(run)]
    rows = [panels[i:i + MOST_ACROSS] for i in range(0, len(panels), MOST_ACROSS)]
    rows = [[replace(row[0], continues=False), *row[1:]] for row in rows] + [[distance_panel(curves)]]
    return sheet_figure(rows, [curve_entries(curves), mark_entries(curves, together)], what)


def spectrum_figure(spectrum):
    """The complex plane, the real and the imaginary parts against τ."""
    where = f"{point_name(spectrum.location)}  {kind_name(spectrum.kind)}"
    tau_star = "" if spectrum.tau_star is None else rf"$\tau^* = {spectrum.tau_star:.6g}$"
    panels = [eigenvalue_plane_panel(spectrum), eigenvalue_panel(spectrum, ["real"], title=where),
              eigenvalue_panel(spectrum, ["imag"], title=tau_star)]
    return sheet_figure([panels], [eigenvalue_entries([spectrum])])
