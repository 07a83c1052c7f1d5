"""What sweeps and trajectories have in common: variables, τ, critical points, the field −Λτ g, settings."""

from dataclasses import dataclass

import numpy as np

from .errors import RequestError

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


class Tables:
    """A group of an open h5py file whose parts are asked for by name."""

    def __init__(self, group):
        self._group = group

    def setting(self, name):
        """An attribute: gamma, update, steps, tol, …"""
        if name not in self._group.attrs:
            raise self._refusal(f"{self._place() or 'the file'} has no attribute {name}")
        value = self._group.attrs[name]
        return text(value) if isinstance(value, (bytes, str)) else value

    def _place(self):
        """The group's path; nothing of the root."""
        return self._group.name.rstrip("/")

    def _part(self, name):
        """The dataset of this name; refuses a file that lacks it."""
        if name not in self._group:
            raise self._refusal(f"has no {self._place()}/{name}")
        return self._group[name]

    def _shaped(self, name, *shape):
        """All of the dataset of this name; refuses one that has not this shape."""
        part = self._part(name)
        if part.shape != shape:
            raise self._refusal(f"{self._place()}/{name} is {list(part.shape)}, not {list(shape)}")
        return part[:]

    def _refusal(self, what):
        return RequestError(f"{self._group.file.filename}: {what}; accepted: a file written by tauroa")


class GameTables(Tables):
    """tau [tau]; variables: names; players, periods [variable]; points: CriticalPoint, by label."""

    def __init__(self, group):
        super().__init__(group)
        self.tau = self._part("tau")[:]
        self.variables = [text(name) for name in self._part("variable")[:]]
        self.periods = self._part("period")[:]
        self.points = self._read_points()

    @property
    def players(self):
        """1 or 2 [variable]."""
        return self._part("player")[:]

    def field_along(self, across, up, tau_index):
        """−Λτ g at this τ in the plane of these two variables as a Field, or None where the file has none."""
        if "field" not in self._group:
            return None
        gradient = self._part("field/gradient")
        weight = np.where(self.players == 2, self.tau[tau_index], 1.0)
        x, y = (self._part(f"field/{name}")[:] for name in (across, up))
        i, j = (self.variables.index(name) for name in (across, up))
        return Field(x, y, -weight[i] * gradient[i], -weight[j] * gradient[j])

    def _read_points(self):
        """Every critical point, with its kind spelled as flag_meanings spells it."""
        kinds = kind_names(self._part("equilibria/kind"))
        locations = self._part("equilibria/location")[:]
        attracts = self._part("equilibria/attracts")[:].astype(bool).any(axis=0)
        tau_star = [value if np.isfinite(value) else None for value in self._part("equilibria/tau_star")[:]]
        return [CriticalPoint(i, location, kind, bool(attracts[i]), tau_star[i])
                for i, (location, kind) in enumerate(zip(locations, kinds))]


def kind_names(kinds):
    """A dataset of kinds in words, by its flags."""
    meanings = dict(zip(np.atleast_1d(kinds.attrs["flag_values"]).tolist(), text(kinds.attrs["flag_meanings"]).split()))
    return [meanings.get(int(kind), "unknown") for kind in kinds[:]]


def text(value):
    """An attribute as str, however it was stored."""
    return value.decode() if isinstance(value, bytes) else str(value)
