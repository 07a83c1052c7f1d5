"""The eigenvalues of Jτ at one critical point along τ, of an HDF5 file."""

import json
from copy import copy

import numpy as np

from .game_tables import Tables, text


class SpectrumFile(Tables):
    """What a figure needs of a spectrum in a group of an open h5py file.

    tau [tau], ascending; eigenvalues complex [tau, path], each path continuous along tau; location [variable]; kind;
    tau_star: None where there is none; real_at: the τ at which a pair becomes real or complex,
    where known; windows [w, 2]: where the
    point is stable, open to above as infinity.
    """

    def __init__(self, group):
        super().__init__(group)
        self.tau = self._part("tau")[:]
        real = self._part("eigenvalue_real")
        if real.ndim != 2 or real.shape[0] != len(self.tau) or 0 in real.shape:
            raise self._refusal(f"{self._place()}/eigenvalue_real is {list(real.shape)}, not [tau, eigenvalue]")
        sorted_values = real[:] + 1j * self._shaped("eigenvalue_imag", *real.shape)
        path = self._shaped("path", *real.shape)
        if (np.sort(path, axis=1) != np.arange(real.shape[1])).any():
            raise self._refusal(f"{self._place()}/path holds other than each of 0 … {real.shape[1] - 1} once")
        self.eigenvalues = np.take_along_axis(sorted_values, np.argsort(path, axis=1), axis=1)
        self.location = self._part("location")[:]
        self.kind = str(self.setting("kind"))
        tau_star = float(self.setting("tau_star"))
        self.tau_star = tau_star if np.isfinite(tau_star) else None
        self.real_at = self._part("real_at")[:] if "real_at" in group else np.empty(0)
        self.windows = np.asarray(self._part("window")[:]).reshape(-1, 2)
        self.game = self.setting("game")
        self.parameters = json.loads(self.setting("parameters") or "{}")

    def at(self, tau_indices):
        """The same at these τ alone."""
        one = copy(self)
        one.tau, one.eigenvalues = self.tau[tau_indices], self.eigenvalues[tau_indices]
        return one

    def description(self):
        """Title and text for a figure's metadata."""
        attributes = self._group.attrs
        words = [f"{name} {text(attributes[name])}" for name in ("parameters", "point", "kind", "digest")
                 if name in attributes]
        return f"Spectrum: {self.game}", ", ".join(words)
