"""A sweep's file with noise: where most of each start's repeats end, and how many of them do."""

import numpy as np

from .errors import RequestError
from .sweep_file import SweepFile


class NoisySweepFile(SweepFile):
    """A SweepFile whose label() is the most frequent one of a start's repeats; of several, the first in /outcome."""

    planes = 2
    layout = "[tau, repeat, B, A] or [tau, repeat, A]"

    def __init__(self, file):
        super().__init__(file)
        self.repeats = self._label.shape[1]

    def label(self, tau_index):
        outcomes = self._part("outcome")[:]
        return outcomes[self._shares_of_cells(tau_index).argmax(axis=0)]

    def certainty(self, tau_index):
        return self._shares_of_cells(tau_index).max(axis=0)

    def share_of(self, label, tau_index):
        """The share of each start's repeats that end with the label, [B, A] or [A]."""
        return self._part("repeats/share")[tau_index, self.place_of(label)]

    def place_of(self, label):
        """Where the label stands in /outcome; refuses one that does not."""
        outcomes = self._part("outcome")[:].tolist()
        if label not in outcomes:
            raise RequestError(f"--label {label}: no label of the file; accepted: {', '.join(map(str, outcomes))}")
        return outcomes.index(label)

    def share_errors(self, tau_indices):
        return self._by_outcome("share_error", tau_indices)

    def arrives_around(self, point, tau_indices):
        return None  # of some repeats, perhaps

    def description(self):
        title, words = super().description()
        attributes = self._group.attrs
        return title, words + "".join(f", {name} {attributes[name]}" for name in ("noise", "decay", "repeats", "seed"))

    def _shares_of_cells(self, tau_index):
        """[outcome, B, A] or [outcome, A]."""
        return np.asarray(self._part("repeats/share")[tau_index])
