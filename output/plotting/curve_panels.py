"""The panels that figures of trajectories and of spectra are made of, and their legends."""

from functools import partial

from .curves import tau_name
from .distances import LINES, distance_names, draw_distances
from .eigenvalues import DASHES, draw_parts, draw_plane
from .paths import draw_over_streamlines, draw_paths, view_of
from .sheet import NAME_SIZE, SIZE, TEXT_SIZE, Panel, line_entry, marker_entry

FIELD = 2.35, 2.35
MOST_PAIRS = 6


def plane_panel(curves, letter="", across=0, up=1, **options):
    """All paths in the plane of two variables."""
    return Panel("trajectories", lambda axes: draw_paths(axes, curves, across, up, **options), letter)


def pairs_of(run):
    """(across, up) of the planes that are drawn of a game: player 1's first variable with player 2's first, and so on."""
    return list(zip(run.of_player(1).tolist(), run.of_player(2).tolist()))[:MOST_PAIRS]


def field_panels(curves, letter="", *, streamlines=True, size=FIELD, close=False):
    """A panel over streamlines for each Curve of a game of two variables. close: no more of the field than holds the paths."""
    view = view_of(curves, 0, 1) if close else None
    return [Panel("trajectories", partial(_draw_field, curve=curve, streamlines=streamlines, view=view), letter, size,
                  continues=number > 0) for number, curve in enumerate(curves)]


def _draw_field(axes, curve, streamlines, view):
    draw_over_streamlines(axes, curve, streamlines=streamlines, view=view)
    axes.set_title(curve.label, fontsize=NAME_SIZE - 2, pad=6)


def distance_panel(curves, letter="", title="", size=SIZE):
    """Each player's distance to where the paths tend."""
    legend = [line_entry(name, linestyle=look["linestyle"], linewidth=1.6)
              for name, look in zip(distance_names(curves[0].run), LINES)]
    return Panel("distance", _titled(lambda axes: draw_distances(axes, curves), title), letter, size, legend=legend)


def _titled(draw, title):
    """draw, and a title at the left above."""
    def draw_both(axes):
        draw(axes)
        axes.set_title(title, fontsize=TEXT_SIZE + 1, loc="left", pad=5)
    return draw_both


def eigenvalue_plane_panel(spectrum, letter="", title="", *, until=None):
    """The eigenvalues in the complex plane."""
    first, last = spectrum.tau[0], spectrum.tau[-1] if until is None else until
    legend = [marker_entry(tau_name(float(f"{first:.2g}")), "o", "white"), marker_entry(tau_name(last), "*", "white", 10)]
    options = {} if until is None else {"until": until}
    return Panel("spectrum", _titled(lambda axes: draw_plane(axes, spectrum, **options), title), letter, legend=legend)


def eigenvalue_panel(spectrum, parts, letter="", title=""):
    """Real parts, imaginary parts or both against τ."""
    def draw(axes):
        draw_parts(axes, spectrum, parts)
        axes.set_ylabel({("real",): "Re", ("imag",): "Im"}.get(tuple(parts), "") + r" $\lambda_i$" * (len(parts) == 1))
    legend = [line_entry("Re"), line_entry("Im", linestyle=DASHES)] if len(parts) > 1 else []
    return Panel("spectrum", _titled(draw, title), letter, legend=legend)
