"""Trajectories of an HDF5 file, read one path at a time."""

import numpy as np

from .game_tables import GameTables
from .tables import text

NO_POINT, DIVERGED = -1, -2  # in /end


class TrajectoryFile(GameTables):
    """What a figure needs of trajectories in a group of an open h5py file.

    Beside GameTables' parts: starts: how many; step [step]; end [tau, start]: the point at which it ended, NO_POINT,
    DIVERGED; stable bool [tau, point]; game; parameters {name: value}.
    """

    def __init__(self, group):
        super().__init__(group)
        self.step = self._numbers("step", None).astype(float)
        self._x = self._part("x")
        shape = len(self.tau), self._x.shape[1] if self._x.ndim == 4 else 0, len(self.step), len(self.variables)
        if self._x.shape != shape or 0 in shape or self._x.dtype.kind != "f":
            raise self._refusal(f"{self._place()}/x is {list(self._x.shape)}, not [tau, start, step, variable]")
        self.starts = self._x.shape[1]
        self.end = self._numbers("end", len(self.tau), self.starts)
        if (self.end < DIVERGED).any() or (self.end >= len(self.points)).any():
            raise self._refusal(f"{self._place()}/end holds a number of no point")
        self.stable = np.zeros((len(self.tau), 0), bool)
        if self.points:
            self.stable = self._numbers("equilibria/stable", len(self.tau), len(self.points)).astype(bool)
        self.game = self.setting("game")
        self.parameters = self._read_parameters()

    def _read_points(self):
        """None where the file knows none."""
        return super()._read_points() if "equilibria/location" in self._group else []

    def path(self, tau_index, start):
        """The steps [k] and the states [k, variable], up to where they diverge."""
        x = self._x[tau_index, start]
        lost = np.flatnonzero(~np.isfinite(x).all(axis=1))
        length = lost[0] if len(lost) else len(x)
        return self.step[:length], x[:length]

    def aim(self, tau_index, start):
        """The critical point at which the path ended, else that nearest to its last state; None where none is known."""
        if self.end[tau_index, start] >= 0:
            return self.points[self.end[tau_index, start]]
        _, x = self.path(tau_index, start)
        if not self.points or not len(x):
            return None
        return min(self.points, key=lambda point: np.linalg.norm(self.away(x[-1], point.location)))

    def away(self, x, location):
        """x − location, of angles the shorter way round; x [..., variable]."""
        period = np.where(self.periods > 0, self.periods, 1.0)
        away = x - location
        return np.where(self.periods > 0, away - period * np.round(away / period), away)

    def of_player(self, player):
        """The indices of a player's variables."""
        return np.flatnonzero(self.players == player)

    def distances(self, x, location):
        """[2, step]: of the states x [step, variable] to location, each player's variables by themselves."""
        away = self.away(x, location)
        return np.array([np.linalg.norm(away[:, self.of_player(player)], axis=1) for player in (1, 2)])

    def field(self, tau_index):
        """−Λτ g in the plane of the two variables of a game of two, or None."""
        return self.field_along(*self.variables, tau_index) if len(self.variables) == 2 else None

    def description(self):
        """Title and text for a figure's metadata."""
        attributes = self._group.attrs
        words = [f"{name} {text(attributes[name])}" for name in ("parameters", "update", "gamma", "steps", "digest")
                 if name in attributes]
        return f"Trajectories: {self.game}", ", ".join(words)
