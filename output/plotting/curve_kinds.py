"""Who draws files of trajectories, of spectra and of the paper's figures; each class is a row of KINDS in opening.py."""

from dataclasses import dataclass

from .curves import check_taus, curves_of
from .errors import RequestError
from .figure_file import FigureFile
from .spectrum_file import SpectrumFile
from .tau_list import evenly_chosen, find
from .trajectory_file import TrajectoryFile

MOST_TAUS = 24
TRAJECTORY_KINDS = ("trajectories", "distance")


@dataclass(frozen=True)
class Chosen:
    """taus: drawn, None for all. what: "trajectories", "distance", "spectrum", "surface", None for all of them."""

    taus: list | None
    what: str | None


class Trajectories:
    """A file of trajectories."""

    def __init__(self, file):
        self.run = TrajectoryFile(file)

    def choose(self, taus=None, what=None):
        """What to draw; and a note where that is not all that one might expect, else None."""
        refuse_other(what, TRAJECTORY_KINDS, "trajectories")
        check_taus(taus, [self.run])
        if taus is None and len(self.run.tau) > MOST_TAUS:
            taus = self.run.tau[evenly_chosen(len(self.run.tau), MOST_TAUS)]
            note = f"draws {MOST_TAUS} of the file's {len(self.run.tau)} τ, evenly chosen; --tau chooses others"
            return Chosen(list(taus), what), note
        if taus is not None and len(taus) > MOST_TAUS:
            raise RequestError(f"--tau names {len(taus)} values; accepted: at most {MOST_TAUS}")
        return Chosen(taus, what), None

    def draw(self, chosen, style):
        """A new matplotlib Figure of what was chosen."""
        from .curve_figures import trajectory_figure

        return trajectory_figure(curves_of([self.run], chosen.taus), style, chosen.what)

    def description(self):
        """What the figure's metadata says."""
        return self.run.description()


class Spectrum:
    """A file of the eigenvalues at one critical point."""

    def __init__(self, file):
        self.spectrum = SpectrumFile(file)

    def choose(self, taus=None, what=None):
        """The τ that are drawn."""
        refuse_other(what, ("spectrum",), "a spectrum")
        if taus is not None:
            find(taus, self.spectrum.tau)
        return Chosen(taus, what), None

    def draw(self, chosen, style):
        """A new matplotlib Figure; both styles are the same."""
        from .curve_figures import spectrum_figure

        spectrum = self.spectrum
        return spectrum_figure(spectrum if chosen.taus is None else spectrum.at(find(chosen.taus, spectrum.tau)))

    def description(self):
        """What the figure's metadata says."""
        return self.spectrum.description()


class PaperFigure:
    """A file of `tauroa reproduce`: panels as in the paper."""

    def __init__(self, file):
        self.figure = FigureFile(file)

    def choose(self, taus=None, what=None):
        """What to draw: all panels, or those of one kind; the trajectories of all τ, or of these."""
        from .paper_figures import LAYOUTS

        if self.figure.name not in LAYOUTS:
            raise RequestError(f"the file is of figure '{self.figure.name}'; accepted: {', '.join(LAYOUTS)}")
        kinds = [*TRAJECTORY_KINDS, *(["spectrum"] if self.figure.spectra else []),
                 *(["surface"] if self.figure.surfaces else [])]
        refuse_other(what, kinds, f"{self.figure.name} of the paper")
        check_taus(taus, [self.figure.root])
        return Chosen(taus, what), None

    def draw(self, chosen, style):
        """A new matplotlib Figure of what was chosen. style: "paper" with streamlines, "plain" without."""
        from .paper_figures import paper_figure

        return paper_figure(self.figure, chosen.taus, style, chosen.what)

    def description(self):
        """What the figure's metadata says: the remarks where the paper's text disagrees, too."""
        title, words = self.figure.root.description()
        return f"{title}: {self.figure.name}", words + (f". {self.figure.note}" if self.figure.note else "")


def refuse_other(what, accepted, holds):
    """Refuses what is not of this kind of file."""
    if what not in (None, *accepted):
        raise RequestError(f"--what {what}: the file holds {holds}; accepted: {', '.join(accepted)}")
