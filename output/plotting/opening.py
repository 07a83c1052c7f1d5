"""Which kind of file it is, and who draws that kind.

A new kind is one row in KINDS: a class with `choose(taus)`, `draw(chosen, style)`, `description()`.
"""

from contextlib import contextmanager
from pathlib import Path

import h5py

from .errors import RequestError
from .sweep_file import SweepFile
from .tau_list import evenly_chosen, find

MOST_PANELS = 24
MOST_PANELS_ASKED = 96  # beyond this, even with --tau, one figure is too large to be looked at


class Sweep:
    """A file of maps over starts."""

    def __init__(self, file):
        self.sweep = SweepFile(file)

    def choose(self, taus=None):
        """Indices of the τ to draw, those asked for or all; and a note where that had to be too few, else None."""
        held = self.sweep.tau
        chosen = list(range(len(held))) if taus is None else find(taus, held)
        if not self.sweep.is_map:
            return chosen, None
        if taus is None and len(chosen) > MOST_PANELS:
            note = f"draws {MOST_PANELS} of the file's {len(held)} τ, evenly chosen; --tau chooses others"
            return evenly_chosen(len(held), MOST_PANELS), note
        if len(chosen) > MOST_PANELS_ASKED:
            raise RequestError(f"--tau names {len(chosen)} values; accepted: at most {MOST_PANELS_ASKED}")
        return chosen, None

    def draw(self, chosen, style):
        """A new matplotlib Figure of the τ with these indices."""
        from .sweep_figure import map_figure, strip_figure

        return (map_figure if self.sweep.is_map else strip_figure)(self.sweep, chosen, style)

    def description(self):
        """What the figure's metadata says."""
        return self.sweep.description()


KINDS = {"sweep": Sweep}


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
    """The root attribute, or "sweep" for a file without it that holds labels, or None."""
    kind = file.attrs.get("kind_of_file")
    if kind is None:
        return "sweep" if "label" in file else None
    return kind.decode() if isinstance(kind, bytes) else str(kind)
