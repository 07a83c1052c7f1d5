"""What the lines and markers of curves mean: entries (handle, text) of a figure's legend."""

import numpy as np
from matplotlib.patches import Patch

from .eigenvalues import EDGE, REAL_AT, STABLE, colours_of
from .maps import copies_in_view
from .names import variable_name
from .paths import points_near, view_of
from .sheet import line_entry, marker_entry

MOST_NAMED = 12     # curves
MOST_PATHS = 8      # of eigenvalues
SHORT_KINDS = {"differential-nash": "DNE", "differential-stackelberg": "DSE"}


def curve_entries(curves):
    """The paths' colours; of many the first, some between and the last."""
    step = max(1, -(-(len(curves) - 1) // (MOST_NAMED - 1)))
    return [line_entry(curve.label, curve.colour) for curve in [*curves[:-1:step], curves[-1]]]


def mark_entries(curves, together=False):
    """The markers that occur in the planes of these Curves, of one each or of all together."""
    run, shown = curves[0].run, points_in_view(curves)
    equilibria = sorted({SHORT_KINDS[point.kind] for point in shown if point.is_equilibrium})
    entries = [marker_entry(start_name(run), "o")]
    if equilibria:
        entries.append(marker_entry(f"equilibrium ({', '.join(equilibria)})", "*", size=11))
    if len(equilibria) < len({SHORT_KINDS.get(point.kind) for point in shown}):
        entries.append(marker_entry("non-equilibrium", "s", size=7))
    stable = np.array([curve.points_stable for curve in curves])[:, [point.index for point in shown]]
    if together and not stable.any(axis=0).all():
        entries.append(marker_entry(r"hollow: stable at no $\tau$ shown", "*", "white", 11))
    elif not together and not stable.all():
        entries.append(marker_entry(r"hollow: not stable at this $\tau$", "*", "white", 11))
    if any((curve.run.end[curve.tau_index] == -1).any() for curve in curves):
        entries.append(marker_entry("last state, at no critical point", "D", "white", 6))
    return entries


def points_in_view(curves):
    """Of the first run, in the view of the field or else of the paths."""
    run = curves[0].run
    field = run.field(0)
    if len(run.variables) != 2:
        return points_near(curves)
    view = ((field.x[0], field.x[-1]), (field.y[0], field.y[-1])) if field else view_of(curves, 0, 1)
    return [point for point in run.points
            if all(copies_in_view(x, period, *span) for x, period, span in zip(point.location, run.periods, view))]


def start_name(run):
    """(x1⁰, x2⁰), or the word where there are many variables."""
    if len(run.variables) != 2:
        return "start"
    return "start " + "$(" + ", ".join(variable_name(name).strip("$") + "^0" for name in run.variables) + ")$"


def eigenvalue_entries(spectra, along_tau=True):
    """The colours of the first one's paths, if they are few; along_tau: and what the marks of all of them along τ mean."""
    colours = colours_of(spectra[0])
    paths = [line_entry(rf"$\lambda_{{{i}}}$", colour) for i, colour in enumerate(colours, start=1)]
    entries = paths if len(paths) <= MOST_PATHS else []
    if not along_tau:
        return entries
    if any(len(spectrum.windows) for spectrum in spectra):
        entries.append((Patch(facecolor=STABLE["facecolor"], edgecolor=EDGE["color"], linewidth=0.8,
                              linestyle=EDGE["linestyle"]), "stable"))
    if any(len(spectrum.real_at) for spectrum in spectra):
        entries.append(line_entry("a pair becomes real or complex", **REAL_AT))
    return entries
