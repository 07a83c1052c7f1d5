"""A sweep's HDF5 file, read one τ at a time: a map may have 4000 × 4000 starts and there may be many τ."""

import json
from dataclasses import dataclass

import numpy as np

from .errors import RequestError
from .game_tables import GameTables
from .tables import text

ON_THE_MAP = 1e-6  # farther from the map's plane than this, a point is not in it


@dataclass(frozen=True)
class Axis:
    """One variable that spans the map: its grid, ascending and evenly spaced, and its period or 0."""

    name: str
    values: np.ndarray
    period: float


class SweepFile(GameTables):
    """What a figure needs of an open h5py file.

    tau [tau]; is_sample: starts at random, no grid; axes: (across,) or (across, up), of a sample none; variables: names;
    points: CriticalPoint, by label; stable, attracts bool [tau, point].
    """

    def __init__(self, file):
        super().__init__(file)
        self._label = self._part("label")
        if self._label.ndim not in (2, 3):
            raise RequestError(f"{file.filename}: /label has {self._label.ndim} axes; "
                               "accepted: [tau, B, A] or [tau, A]")
        self.is_sample = "sample" in file.attrs
        self.axes = () if self.is_sample else tuple(self._axis(i) for i in range(self._label.ndim - 1, 0, -1))
        self.stable = self._numbers("equilibria/stable", len(self.tau), len(self.points)).astype(bool)
        self.attracts = self._numbers("equilibria/attracts", len(self.tau), len(self.points)).astype(bool)

    @property
    def is_map(self):
        """Two axes; otherwise one."""
        return self._label.ndim == 3

    def label(self, tau_index):
        """int16 [B, A], or [A] of a sweep along one axis."""
        label = self._label[tau_index]
        known = (label >= -3) & (label < len(self.points))
        if not known.all():
            raise RequestError(f"{self._group.file.filename}: /label holds {label[~known].flat[0]}; "
                               f"accepted: -3 to {len(self.points) - 1}")
        return label

    def shares(self, tau_indices):
        """{outcome: share of starts at each of these τ}, outcome as in /label."""
        outcomes = self._part("outcome")[:].tolist()
        share = self._part("share")
        rows = np.array([share[i] for i in tau_indices])
        return dict(zip(outcomes, rows.T))

    @property
    def starts(self):
        """How many there are at each τ."""
        return int(np.prod(self._label.shape[1:]))

    def spectral_radius(self, index):
        """Of the update's linearisation at the critical point of this index [tau]."""
        return self._part("equilibria/spectral_radius")[:, index]

    def slowest_decay(self, index):
        """The smallest real part of Jτ's eigenvalues at the critical point of this index [tau]."""
        return self._part("equilibria/eigenvalue_real")[:, index].min(axis=-1)

    def arrives_around(self, point, tau_indices):
        """Whether, at each of these τ, every start within 1½ grid steps of the point in each coordinate arrives at it.

        None where the map holds no such start, or the starts are at random.
        """
        if self.is_sample or not self.on_the_map(point):
            return None
        places = [np.flatnonzero(self._near(axis, point)) for axis in reversed(self.axes)]
        if any(len(place) == 0 for place in places):
            return None
        first, *rest = places
        labels = [self._label[i, first][(..., *rest)] for i in tau_indices]  # whole rows: HDF5 wants one list
        return np.array([bool((label == point.index).all()) for label in labels])

    def _near(self, axis, point):
        """Which of the axis's values [axis] are within 1½ steps of the point's coordinate."""
        step = (axis.values[-1] - axis.values[0]) / max(1, len(axis.values) - 1)
        away = axis.values - point.location[self.variables.index(axis.name)]
        if axis.period:
            away = away - axis.period * np.round(away / axis.period)
        return abs(away) <= 1.5 * step * (1 + 1e-9)  # half way between two starts, both neighbours on either side

    def field(self, tau_index):
        """−Λτ g at this τ as a Field, or None where the file has no /field."""
        return self.field_along(*(axis.name for axis in self.axes), tau_index) if self.is_map else None

    def on_the_map(self, point):
        """Whether the point lies in the map's plane: all its other variables are where the sweep holds them."""
        fixed = json.loads(text(self._group.attrs.get("fixed", "{}")) or "{}")
        for name, value in fixed.items():
            variable = self.variables.index(name)
            away, period = point.location[variable] - value, self.periods[variable]
            if abs(away - period * round(away / period) if period else away) > ON_THE_MAP:
                return False
        return True

    def description(self):
        """Title and text for a figure's metadata."""
        attributes = self._group.attrs
        words = [f"{name} {text(attributes[name])}" for name in ("update", "gamma", "steps", "tol", "digest")
                 if name in attributes]
        return f"Regions of attraction: {text(attributes.get('game', 'unnamed game'))}", ", ".join(words)

    def _axis(self, dimension):
        """The Axis that is this dimension of /label, by its dimension scale."""
        scales = self._label.dims[dimension]
        if len(scales) == 0:
            raise RequestError(f"{self._group.file.filename}: axis {dimension} of /label has no dimension scale; "
                               "accepted: a sweep written by tauroa")
        name = scales[0].name.rsplit("/", 1)[-1]
        period = self.periods[self.variables.index(name)] if name in self.variables else 0.0
        return Axis(name, scales[0][:], float(period))
