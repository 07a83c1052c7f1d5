"""Draws paths of trajectories in a plane of two variables into a matplotlib Axes, with starts and critical points."""

import numpy as np

from .maps import copies_in_view
from .names import variable_name
from .streamlines import draw_streamlines

MARGIN = 0.06        # of the view, around what is in it
FAR = 10             # times the size of starts and points: a diverging path beyond is out of view
LINE = {"linewidth": 1.8, "solid_capstyle": "round", "zorder": 5}
OVER_STREAMLINES = {"linewidth": 3.2}
START = {"marker": "o", "s": 60, "linewidths": 0.9, "zorder": 7, "clip_on": False}
LAST = {"marker": "D", "s": 34, "linewidths": 1.3, "zorder": 6, "clip_on": False}
EQUILIBRIUM = {"marker": "*", "s": 170, "linewidths": 0.9, "zorder": 8, "clip_on": False}
NON_EQUILIBRIUM = {"marker": "s", "s": 45, "linewidths": 0.9, "zorder": 8, "clip_on": False}
PLAIN_FIELD = {"density": 1.0, "linewidth": 0.9, "arrowsize": 1.0}


def draw_paths(axes, curves, across=0, up=1, *, points_colour="black", view=None, line=None):
    """The paths of these Curves, of every start, in the plane of the variables with these indices.

    A dot at each start, a hollow diamond at the last state of a path that ended at no critical point; the critical points
    in view as draw_points has them, filled where stable at any τ drawn. A path stops where it diverges, and breaks where
    an angle wraps. view: ((low, high), (low, high)), by default what holds the paths. line: Axes.plot's options.
    """
    axes.set_xlim(*(view or view_of(curves, across, up))[0])
    axes.set_ylim(*(view or view_of(curves, across, up))[1])
    for curve in curves:
        run = curve.run
        for start in range(run.starts):
            _, x = run.path(curve.tau_index, start)
            x = x[:, [across, up]]
            axes.plot(*broken_at_wraps(x, run.periods[[across, up]]).T, color=curve.colour_of(start),
                      **{**LINE, **(line or {})})
            if not len(x):
                continue
            _mark(axes, x[:1], curve.colour_of(start) if line else "black", "black", START)
            if run.end[curve.tau_index, start] == -1:
                _mark(axes, x[-1:], "white", curve.colour_of(start), LAST)
    draw_points(axes, curves[0].run, np.any([curve.points_stable for curve in curves], axis=0), across, up,
                points_colour, among=points_near(curves))
    axes.set_xlabel(variable_name(curves[0].run.variables[across]))
    axes.set_ylabel(variable_name(curves[0].run.variables[up]))


def draw_over_streamlines(axes, curve, *, streamlines=True, view=None):
    """The paths of one Curve of a game of two variables, over streamlines of −Λτ g: the stronger the field, the paler.

    view: ((low, high), (low, high)), by default all of the field.
    """
    field = curve.run.field(curve.tau_index)
    if field is not None:
        view = view or ((field.x[0], field.x[-1]), (field.y[0], field.y[-1]))
        field = field.within(view)
    if field is not None and streamlines and min(field.u.shape) > 1:
        axes.set_xlim(*view[0])
        axes.set_ylim(*view[1])
        draw_streamlines(axes, field, shaded=True, **PLAIN_FIELD)
    draw_paths(axes, [curve], view=view, points_colour=curve.colour, line=OVER_STREAMLINES)


def draw_points(axes, run, stable, across=0, up=1, colour="black", *, among=None):
    """The critical points in view: equilibria as stars, others as squares; filled with colour where stable [point], else
    hollow. among: only these points."""
    for point in run.points if among is None else among:
        places = [copies_in_view(point.location[i], run.periods[i], *sorted(limits))
                  for i, limits in ((across, axes.get_xlim()), (up, axes.get_ylim()))]
        x, y = (place.ravel() for place in np.meshgrid(*places))
        if len(x):
            look = EQUILIBRIUM if point.is_equilibrium else NON_EQUILIBRIUM
            _mark(axes, np.array([x, y]).T, colour if stable[point.index] else "white", "black", look)


def points_near(curves):
    """The critical points that lie where the paths run, in every variable: a plane should show none from far away."""
    run = curves[0].run
    if len(run.variables) == 2:
        return run.points
    spans = [_span(curves, i) for i in range(len(run.variables))] if run.points else []
    return [point for point in run.points if all(low <= x <= high for x, (low, high) in zip(point.location, spans))]


def _mark(axes, places, face, edge, look):
    axes.scatter(*np.asarray(places).T, facecolors=[face], edgecolors=[edge], **look)


def broken_at_wraps(x, periods):
    """States x [k, 2] with a row of NaN wherever an angle jumps by more than half its period; a period of 0 is none."""
    jumps = (np.abs(np.diff(x, axis=0)) > np.where(periods > 0, periods / 2, np.inf)).any(axis=1)
    return np.insert(x, np.flatnonzero(jumps) + 1, np.nan, axis=0)


def view_of(curves, across, up):
    """((low, high), (low, high)) around the paths and the points that they tend to; all of an angle."""
    return tuple(_span(curves, i) for i in (across, up))


def _span(curves, i):
    """(low, high) of variable i."""
    period = curves[0].run.periods[i]
    if period > 0:
        return -period / 2, period / 2
    values = []
    for curve in curves:
        for start in range(curve.run.starts):
            _, x = curve.run.path(curve.tau_index, start)
            aim = curve.run.aim(curve.tau_index, start)
            fixed = np.append(x[:1, i], [] if aim is None else aim.location[i])
            near = np.abs(x[:, i]) <= FAR * max(1.0, *np.abs(fixed), 0.0)
            values.append(np.append(fixed if curve.run.end[curve.tau_index, start] >= 0 else fixed[:1], x[near, i]))
    values = np.concatenate(values) if values else np.zeros(0)
    low, high = (values.min(), values.max()) if len(values) else (-1.0, 1.0)
    margin = MARGIN * (high - low) or 1.0
    return low - margin, high + margin
