"""Which paths of which runs a figure shows, and the colour and label of each."""

from dataclasses import dataclass

from . import palette
from .names import tau_name, value_name
from .tau_list import find
from .trajectory_file import TrajectoryFile

SHADES_OF_STARTS = (0.0, 0.45, 0.25, 0.65)  # white in the colour of the first, second … start


@dataclass(frozen=True)
class Curve:
    """The paths of one run at one τ. colour: of the first start. label: what tells it from the figure's others."""

    run: TrajectoryFile
    tau_index: int
    colour: tuple
    label: str

    def colour_of(self, start):
        """Paler from start to start."""
        return palette.lighter(self.colour, SHADES_OF_STARTS[start % len(SHADES_OF_STARTS)])

    @property
    def points_stable(self):
        """bool [point]."""
        return self.run.stable[self.tau_index]


def curves_of(runs, taus=None, *, among=None, colours=None, labels=None):
    """The Curves of these runs, of all their τ or, of each run, those among taus that it has.

    colours, labels: one for each τ of each run, in that order, in place of the palette's and of "τ = …". among: the
    runs that a label tells this one from, default runs.
    """
    places = [(run, i) for run in runs for i in range(len(run.tau))]
    colours = colours or palette.line_colours(len(places), palette.PATH_COLOURS)
    labels = labels or [label_of(run, i, among or runs) for run, i in places]
    return [Curve(run, i, colour, label) for (run, i), colour, label in zip(places, colours, labels)
            if taus is None or any(abs(run.tau[i] - tau) <= 1e-9 * tau for tau in taus)]


def label_of(run, tau_index, runs):
    """τ, and the parameters in which the runs differ."""
    differing = [name for name, value in run.parameters.items()
                 if any(other.parameters.get(name) != value for other in runs)]
    return ", ".join([tau_name(run.tau[tau_index])] + [value_name(name, run.parameters[name]) for name in differing])


def check_taus(taus, runs):
    """Refuses τ that no run has."""
    if taus is not None:
        find(taus, sorted({tau for run in runs for tau in run.tau}))
