"""Sweep files for the plot tests, in INTERFACE's layout, from a τ-GDA in numpy (SPEC sections 1, 3, 4, 5).

    python3 tests/synthetic_sweep.py DIRECTORY [CELLS]    writes polynomial.h5 and torus.h5 there, to look at
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np

NASH, STACKELBERG, OTHER, DEGENERATE = range(4)
MEANINGS = "differential-nash differential-stackelberg non-equilibrium degenerate"


@dataclass(frozen=True)
class Game:
    """gradient: (x1, x2) → (g1, g2). points: (location, kind, (τ from, τ to) where stable), by label."""

    name: str
    gradient: object
    half: float
    period: float
    points: tuple


def polynomial_gradient(x1, x2):
    """eq. 54."""
    a, b = 0.3 * x1**2 + x2, 0.3 * x2**2 + x1
    squares, e = 0.02 * (a * a + b * b), np.exp(-0.01 * (x1**2 + x2**2))
    return e * (x1 * (squares - 1.2 * a) - 2 * b), e * (x2 * (1.2 * b - squares) + 2 * a)


def torus_gradient(x1, x2):
    """eq. 55."""
    return 0.15 * np.sin(x1) - np.sin(x1 - x2), 0.15 * np.sin(x2) - np.sin(x1 - x2)


INFINITY = float("inf")
POLYNOMIAL = Game("polynomial", polynomial_gradient, 15.0, 0.0, (
    ((-11.029739, -11.029739), STACKELBERG, (1, INFINITY)),
    ((-1.621654, -1.621654), STACKELBERG, (1, INFINITY)),
    ((9.318059, 9.318059), OTHER, (0, 1)),
    ((10.572164, -8.951739), NASH, (0, INFINITY))))
TORUS = Game("torus", torus_gradient, np.pi, 2 * np.pi, (
    ((0.0, 0.0), STACKELBERG, (0.739130, INFINITY)),
    ((np.pi, 0.0), OTHER, (0, 1)),
    ((np.pi, np.pi), STACKELBERG, (1.352941, INFINITY))))


def labels(game, x1, x2, tau, gamma, steps, tol):
    """The label of every start (x1, x2), by the alternating update."""
    label = np.full(x1.shape, -1, np.int16)
    x1, x2 = x1.copy(), x2.copy()
    for _ in range(steps):
        x1 = x1 - gamma * game.gradient(x1, x2)[0]
        x2 = x2 - gamma * tau * game.gradient(x1, x2)[1]
    for index, (location, _, _) in enumerate(game.points):
        away = np.hypot(*(_wrapped(x - c, game.period) for x, c in zip((x1, x2), location)))
        label[away <= tol] = index
    return label


def _wrapped(distance, period):
    return distance - period * np.round(distance / period) if period else distance


def jacobian(game, location, h=1e-5):
    """Dg by central differences."""
    x = np.asarray(location, float)
    return np.array([(np.array(game.gradient(*(x + h * e))) - game.gradient(*(x - h * e))) / (2 * h)
                     for e in np.eye(2)]).T


def spectral_radius(j, tau, gamma):
    """Of the alternating update's linearisation."""
    first, second = np.diag([gamma, 0]) @ j, np.diag([0, gamma * tau]) @ j
    return np.abs(np.linalg.eigvals((np.eye(2) - second) @ (np.eye(2) - first))).max()


def write_sweep(path, game, taus, label, *, axes=("x1", "x2"), fixed="{}", with_field=True):
    """A sweep of the game with this label [tau, up, across] or, along one axis, [tau, across]."""
    with h5py.File(path, "w") as file:
        file.attrs.update({"kind_of_file": "sweep", "game": game.name, "parameters": "{}", "fixed": fixed,
                           "update": "alternating", "gamma": 0.04, "steps": 1000, "tol": 1e-4,
                           "schema_version": 1, "digest": "0" * 64})
        _scale(file, "tau", np.asarray(taus, float))
        for axis, size in zip(axes, label.shape[:0:-1]):
            _scale(file, axis, np.linspace(-game.half, game.half, size))
        _attach(file, file.create_dataset("label", data=label.astype(np.int16), compression="gzip"),
                ("tau", *axes[::-1]))
        file["variable"] = np.array(["x1", "x2"], dtype=h5py.string_dtype())
        file["player"] = np.array([1, 2], np.uint8)
        file["period"] = np.full(2, game.period)
        _write_points(file, game, taus)
        _write_shares(file, game, label)
        if len(axes) == 2 and with_field:
            _write_field(file, game, axes)


def write_sample(path, game, taus, label):
    """The same of starts at random, label [tau, start]."""
    write_sweep(path, game, taus, label, axes=("sample",))
    with h5py.File(path, "r+") as file:
        file.attrs["sample"], file.attrs["seed"] = label.shape[1], 0
        file["sample"][:] = np.arange(label.shape[1])
        file["start"] = np.random.default_rng(1).uniform(-game.half, game.half, (label.shape[1], 2))
        _attach(file, file["start"], ("sample", "variable"))


def write_noisy_sweep(path, game, taus, label, **how):
    """The same with noise, label [tau, repeat, up, across] or [tau, repeat, across]. how: as of write_sweep."""
    write_sweep(path, game, taus, label[:, 0], **how)
    with h5py.File(path, "r+") as file:
        axes = [dimension[0].name[1:] for dimension in file["label"].dims][1:]
        repeats = label.shape[1]
        file.attrs.update({"noise": 0.5, "decay": 0.0, "repeats": np.uint64(repeats), "seed": np.uint64(0)})
        for name in ("label", "share", "count"):
            del file[name]
        _scale(file, "repeat", np.arange(repeats, dtype=np.uint32))
        _attach(file, file.create_dataset("label", data=label.astype(np.int16)), ("tau", "repeat", *axes))
        share = np.stack([(label == code).mean(axis=1) for code in file["outcome"][:]], axis=1)
        file["repeats/share"] = share
        cells = tuple(range(2, share.ndim))
        file["share"] = share.mean(axis=cells)
        with np.errstate(invalid="ignore", divide="ignore"):
            variance = (share * (1 - share)).sum(axis=cells) / np.float64(repeats - 1)
        file["share_error"] = np.sqrt(variance) / np.prod(share.shape[2:])


def _scale(file, name, values):
    file[name] = values
    file[name].make_scale(name)


def _attach(file, dataset, names):
    for dimension, name in zip(dataset.dims, names):
        dimension.attach_scale(file[name])
        dimension.label = name


def _write_points(file, game, taus):
    group = file.create_group("equilibria")
    group["location"] = np.array([location for location, _, _ in game.points])
    kind = group.create_dataset("kind", data=np.array([kind for _, kind, _ in game.points], np.uint8))
    kind.attrs["flag_values"] = np.arange(4, dtype=np.uint8)
    kind.attrs["flag_meanings"] = MEANINGS
    group["tau_star"] = np.array([low if kind != OTHER else np.nan for _, kind, (low, _) in game.points])
    group["stable"] = np.array([[low < tau < high for _, _, (low, high) in game.points] for tau in taus], np.uint8)
    jacobians = [jacobian(game, location) for location, _, _ in game.points]
    group["eigenvalue_real"] = np.array([[np.sort(np.linalg.eigvals(np.diag([1, tau]) @ j).real) for j in jacobians]
                                         for tau in taus])
    group["spectral_radius"] = np.array([[spectral_radius(j, tau, file.attrs["gamma"]) for j in jacobians]
                                         for tau in taus])
    group["attracts"] = (group["spectral_radius"][:] < 1).astype(np.uint8)


def _write_shares(file, game, label):
    outcome = [*range(len(game.points)), -1, -2, -3]
    file["outcome"] = np.array(outcome, np.int16)
    cells = label.reshape(len(label), -1)
    file["count"] = np.array([[np.sum(row == code) for code in outcome] for row in cells], np.uint64)
    file["share"] = file["count"][:] / cells.shape[1]


def _write_field(file, game, axes, size=41):
    """g on a coarse grid, [variable, up, across]."""
    line = np.linspace(-game.half, game.half, size)
    across, up = np.meshgrid(line, line)
    x = {axes[0]: across, axes[1]: up}
    for axis in axes:
        file[f"field/{axis}"] = line
    file["field/gradient"] = np.array(game.gradient(x["x1"], x["x2"]))


def write_game(path, game, taus, *, cells, gamma, steps, tol):
    """A sweep of the game's window at these τ."""
    line = np.linspace(-game.half, game.half, cells)
    starts = np.meshgrid(line, line)
    write_sweep(path, game, taus, np.array([labels(game, *starts, tau, gamma, steps, tol) for tau in taus]))


if __name__ == "__main__":
    directory, size = Path(sys.argv[1]), int((sys.argv[2:] or ["80"])[0])
    write_game(directory / "polynomial.h5", POLYNOMIAL, (0.5, 1, 2, 5, 20),
               cells=size, gamma=0.004, steps=15000, tol=0.05)
    write_game(directory / "torus.h5", TORUS, (1, 2, 5, 10), cells=size, gamma=0.04, steps=20000, tol=1e-4)
