"""The eigenvalues of Jτ at one critical point along τ, of an HDF5 file."""

from copy import copy

import numpy as np

from .tables import Tables, text


class SpectrumFile(Tables):
    """What a figure needs of a spectrum in a group of an open h5py file.

    tau [tau], ascending; eigenvalues complex [tau, path], each path continuous along tau; location [variable]; kind;
    tau_star: None where there is none; real_at: the τ at which a pair becomes real or complex, where known; windows [w, 2]:
    where the point is stable, open to above as infinity.
    """

    def __init__(self, group):
        super().__init__(group)
        self.tau = self._numbers("tau", None)
        real = self._numbers("eigenvalue_real", len(self.tau), None)
        sorted_values = real + 1j * self._numbers("eigenvalue_imag", *real.shape)
        path = self._numbers("path", *real.shape)
        if (np.sort(path, axis=1) != np.arange(real.shape[1])).any():
            raise self._refusal(f"{self._place()}/path holds other than each of 0 … {real.shape[1] - 1} once")
        self.eigenvalues = np.take_along_axis(sorted_values, np.argsort(path, axis=1), axis=1)
        self.location = self._numbers("location", real.shape[1])
        self.kind = str(self.setting("kind"))
        self.tau_star = self._read_tau_star()
        self.real_at = self._numbers("real_at", self._part("real_at").size) if "real_at" in group else np.empty(0)
        self.windows = self._numbers("window", self._part("window").size // 2, 2, finite=False)
        self.game = self.setting("game")
        self.parameters = self._read_parameters()

    def _read_tau_star(self):
        """The attribute, or None where it is NaN."""
        value = self.setting("tau_star")
        if isinstance(value, str):
            raise self._refusal(f"{self._place()} has tau_star '{value}'")
        return float(value) if np.isfinite(value) else None

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
