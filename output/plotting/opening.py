"""Which kind of file it is, and who draws that kind.

A new kind is one row in KINDS: a class with `choose(taus, what)`, `draw(chosen, style)`, `description()`.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import h5py

from .curve_kinds import PaperFigure, Spectrum, Trajectories, refuse_other
from .errors import RequestError
from .sweep_file import SweepFile
from .tables import text
from .tau_list import evenly_chosen, find

MOST_PANELS = 24
MOST_PANELS_ASKED = 96  # beyond this, even with --tau, one figure is too large to be looked at


@dataclass(frozen=True)
class Chosen:
    """What is drawn: "maps" or "shares", at the τ of these indices; for a sweep along one axis, maps are a strip."""

    what: str
    indices: list


class Sweep:
    """A file of maps over starts."""

    def __init__(self, file):
        self.sweep = SweepFile(file)

    def choose(self, taus=None, what=None):
        """What to draw at these τ, or at all; and a note where that is not what one might expect, else None.

        what: "maps" or "shares"; by default maps, except of a file with more τ than a figure has panels, and of one with
        starts at random, of which there are no maps.
        """
        refuse_other(what, ("maps", "shares"), "a sweep")
        held = self.sweep.tau
        indices = list(range(len(held))) if taus is None else find(taus, held)
        if self.sweep.is_sample:
            return _shares_of_sample(what, indices), None
        too_many = self.sweep.is_map and taus is None and len(indices) > MOST_PANELS
        if what == "shares" or (what is None and too_many):
            if len(indices) < 2:
                raise RequestError(f"--what shares: {len(indices)} τ; accepted: two or more, to draw shares against")
            note = None if what else f"draws shares against the file's {len(held)} τ; --what maps or --tau draws maps"
            return Chosen("shares", sorted(indices)), note
        if too_many:
            note = f"draws {MOST_PANELS} of the file's {len(held)} τ, evenly chosen; --tau chooses others"
            return Chosen("maps", evenly_chosen(len(held), MOST_PANELS)), note
        if self.sweep.is_map and len(indices) > MOST_PANELS_ASKED:
            raise RequestError(f"--tau names {len(indices)} values; accepted: at most {MOST_PANELS_ASKED}")
        return Chosen("maps", indices), None

    def draw(self, chosen, style):
        """A new matplotlib Figure of what was chosen."""
        from .shares_figure import shares_figure
        from .sweep_figure import map_figure, strip_figure

        maps = map_figure if self.sweep.is_map else strip_figure
        return (shares_figure if chosen.what == "shares" else maps)(self.sweep, chosen.indices, style)

    def description(self):
        """What the figure's metadata says."""
        return self.sweep.description()


def _shares_of_sample(what, indices):
    """The one thing that can be drawn of starts at random."""
    if what == "maps":
        raise RequestError("--what maps: the file's starts are at random (sweep --sample), on no grid; accepted: shares")
    if len(indices) < 2:
        raise RequestError(f"{len(indices)} τ of starts at random (sweep --sample); accepted: two or more, to draw shares "
                           "against; tauroa info shows shares in numbers")
    return Chosen("shares", sorted(indices))


KINDS = {"sweep": Sweep, "trajectory": Trajectories, "spectrum": Spectrum, "figure": PaperFigure}


@contextmanager
def open_file(path):
    """The drawer of the file at path, as a context; refuses what is not tauroa's."""
    accepted = f"accepted: an HDF5 file written by tauroa ({', '.join(KINDS)})"
    if not Path(path).is_file():
        raise RequestError(f"{path}: no such file; {accepted}")
    if not h5py.is_hdf5(path):
        raise RequestError(f"{path}: not an HDF5 file; {accepted}")
    try:
        file = h5py.File(path, "r")
    except OSError as error:
        raise RequestError(f"{path}: cannot be opened ({error}); {accepted}") from error
    with file:
        kind = _kind_of_file(file)
        if kind not in KINDS:
            raise RequestError(f"{path}: holds {kind or 'nothing of tauroa'}; {accepted}")
        yield KINDS[kind](file)


def _kind_of_file(file):
    """The root attribute, "figure" for a file of a figure, "sweep" for one without either that holds labels, or None."""
    kind = file.attrs.get("kind_of_file")
    if kind is None:
        return "sweep" if "label" in file else None
    return "figure" if text(kind) == "trajectory" and "figure" in file.attrs else text(kind)
