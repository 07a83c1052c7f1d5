"""What sweeps and trajectories have in common: variables, τ, critical points, the field −Λτ g, settings."""

from dataclasses import dataclass

import numpy as np

from .tables import Tables

EQUILIBRIUM_KINDS = ("differential-nash", "differential-stackelberg")


@dataclass(frozen=True)
class CriticalPoint:
    """Row `index` of /equilibria: label `index` means arrival here.

    location [variable]; kind as flag_meanings spells it; attracts: at any τ of the file; tau_star: None where there is
    none.
    """

    index: int
    location: np.ndarray
    kind: str
    attracts: bool
    tau_star: float | None = None

    @property
    def is_equilibrium(self):
        return self.kind in EQUILIBRIUM_KINDS


@dataclass(frozen=True)
class Field:
    """−Λτ g in a plane: u along x [nx], v along y [ny]; both [ny, nx]."""

    x: np.ndarray
    y: np.ndarray
    u: np.ndarray
    v: np.ndarray

    def within(self, view):
        """The part in view ((low, high), (low, high)), and one value beyond on each side."""
        columns, rows = (around(values, limits) for values, limits in zip((self.x, self.y), view))
        return Field(self.x[columns], self.y[rows], self.u[rows, columns], self.v[rows, columns])


def around(values, limits):
    """A slice of the ascending values within the limits, and of one beyond each."""
    first, last = np.searchsorted(values, limits[0], "right") - 1, np.searchsorted(values, limits[1], "left")
    return slice(max(first, 0), min(last, len(values) - 1) + 1)


class GameTables(Tables):
    """tau [tau]; variables: names; players, periods [variable]; points: CriticalPoint, by label."""

    def __init__(self, group):
        super().__init__(group)
        self.tau = self._numbers("tau", None)
        self.variables = self._texts("variable")
        self.periods = self._numbers("period", len(self.variables))
        self.players = self._numbers("player", len(self.variables))
        self.points = self._read_points()

    def field_along(self, across, up, tau_index):
        """−Λτ g at this τ in the plane of these two variables as a Field, or None where the file has none."""
        if "field" not in self._group:
            return None
        weight = np.where(self.players == 2, self.tau[tau_index], 1.0)
        x, y = (self._numbers(f"field/{name}", None) for name in (across, up))
        gradient = self._numbers("field/gradient", len(self.variables), len(y), len(x), finite=False)
        i, j = (self.variables.index(name) for name in (across, up))
        return Field(x, y, -weight[i] * gradient[i], -weight[j] * gradient[j])

    def _read_points(self):
        """Every critical point, with its kind spelled as flag_meanings spells it."""
        kinds = self._kinds("equilibria/kind")
        m = len(kinds)
        locations = self._numbers("equilibria/location", m, len(self.variables))
        attracts = self._numbers("equilibria/attracts", len(self.tau), m).astype(bool).any(axis=0)
        tau_star = [value if np.isfinite(value) else None
                    for value in self._numbers("equilibria/tau_star", m, finite=False)]
        return [CriticalPoint(i, location, kind, bool(attracts[i]), tau_star[i])
                for i, (location, kind) in enumerate(zip(locations, kinds))]
