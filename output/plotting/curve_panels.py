"""The panels that figures of trajectories and of spectra are made of, and their legends."""

from functools import partial

from .curves import tau_name
from .distances import LINES, distance_names, draw_distances
from .eigenvalues import DASHES, colours_of, draw_parts, draw_plane
from .names import variable_name
from .paths import draw_over_streamlines, draw_paths
from .sheet import NAME_SIZE, SIZE, TEXT_SIZE, Panel, line_entry, marker_entry

FIELD = 2.35, 2.35
MOST_PAIRS = 6


def plane_panel(curves, letter="", across=0, up=1, **options):
    """All paths in the plane of two variables."""
    return Panel("trajectories", lambda axes: draw_paths(axes, curves, across, up, **options), letter)


def pairs_of(run):
    """(across, up) of the planes that are drawn of a game: player 1's first variable with player 2's first, and so on."""
    return list(zip(run.of_player(1).tolist(), run.of_player(2).tolist()))[:MOST_PAIRS]


def field_panels(curves, letter="", *, streamlines=True, size=FIELD):
    """A panel over streamlines for each Curve of a game of two variables."""
    return [Panel("trajectories", partial(_draw_field, curve=curve, streamlines=streamlines), letter, size,
                  continues=number > 0) for number, curve in enumerate(curves)]


def _draw_field(axes, curve, streamlines):
    draw_over_streamlines(axes, curve, streamlines=streamlines)
    axes.set_title(curve.label, fontsize=NAME_SIZE - 2, pad=6)


def distance_panel(curves, letter="", size=SIZE):
    """Each player's distance to where the paths tend."""
    legend = [line_entry(name, linestyle=look["linestyle"], linewidth=1.6)
              for name, look in zip(distance_names(curves[0].run), LINES)]
    return Panel("distance", lambda axes: draw_distances(axes, curves), letter, size, legend=legend)


def eigenvalue_plane_panel(spectrum, letter="", *, until=None):
    """The eigenvalues in the complex plane."""
    first, last = spectrum.tau[0], spectrum.tau[-1] if until is None else until
    legend = [marker_entry(tau_name(float(f"{first:.2g}")), "o", "white"), marker_entry(tau_name(last), "*", "white", 10)]
    options = {} if until is None else {"until": until}
    return Panel("spectrum", lambda axes: draw_plane(axes, spectrum, **options), letter, legend=legend)


def eigenvalue_panel(spectrum, parts, letter="", title=""):
    """Real parts, imaginary parts or both against τ."""
    def draw(axes):
        draw_parts(axes, spectrum, parts)
        axes.set_ylabel({("real",): "Re", ("imag",): "Im"}.get(tuple(parts), "") + r" $\lambda_i$" * (len(parts) == 1))
        axes.set_title(title, fontsize=TEXT_SIZE + 1, loc="left", pad=6)
    legend = [line_entry("Re"), line_entry("Im", linestyle=DASHES)] if len(parts) > 1 else []
    return Panel("spectrum", draw, letter, legend=legend)


def eigenvalue_entries(spectrum, most=8):
    """[(handle, text)] for its paths, if they are few."""
    colours = colours_of(spectrum)
    if len(colours) > most:
        return []
    return [line_entry(rf"$\lambda_{{{i}}}$", colour) for i, colour in enumerate(colours, start=1)]


def curve_entries(curves):
    """[(handle, text)] for the paths' colours."""
    return [line_entry(curve.label, curve.colour) for curve in curves]


def mark_entries(curves):
    """[(handle, text)] for the markers that occur in the planes."""
    run, entries = curves[0].run, []
    entries.append(marker_entry(start_name(run), "o"))
    kinds = {True: ("equilibrium", "*", 11), False: ("non-equilibrium", "s", 7)}
    for is_equilibrium in sorted({point.is_equilibrium for point in run.points}, reverse=True):
        name, marker, size = kinds[is_equilibrium]
        entries.append(marker_entry(name, marker, size=size))
    if run.points:
        entries.append(marker_entry(r"hollow: not stable at $\tau$", "*", "white", 11))
    if any(curve.run.end[curve.tau_index].min() == -1 for curve in curves):
        entries.append(marker_entry("last state, at no critical point", "D", "white", 6))
    return entries


def start_name(run):
    """(x1⁰, x2⁰), or the word where there are many variables."""
    if len(run.variables) != 2:
        return "start"
    return "start " + "$(" + ", ".join(variable_name(name).strip("$") + "^0" for name in run.variables) + ")$"
