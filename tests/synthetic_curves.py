"""Files of trajectories and spectra for the plot tests, from τ-GDA in numpy; synthetic_figures.py: those of the paper."""

import json

import h5py
import numpy as np


from curve_games import iterate, jacobian, scaled
from synthetic_sweep import MEANINGS, OTHER, _attach, _scale

KINDS = MEANINGS.split()


def write_trajectory(group, game, parameters, starts, taus, *, gamma, steps, every=1, alternating=False, region=None):
    """Lays out a group, or a file's root, as trajectories. region: ((low, high), (low, high)) of a field, or None."""
    group.attrs.update({"kind_of_file": "trajectory", "game": game.name, "parameters": json.dumps(parameters),
                        "update": "alternating" if alternating else "simultaneous", "gamma": gamma, "steps": steps,
                        "every": every, "schema_version": 1})
    _scale(group, "tau", np.asarray(taus, float))
    _scale(group, "start", np.arange(len(starts), dtype=np.uint32))
    _scale(group, "step", np.arange(0, steps + 1, every, dtype=np.uint64))
    _write_variables(group, game)
    with np.errstate(all="ignore"):
        x = np.array([[iterate(game, start, parameters, tau, gamma, steps, every, alternating) for start in starts]
                      for tau in taus])
    group["x"] = x
    _attach(group, group["x"], ("tau", "start", "step", "variable"))
    group["end"] = np.array([[_end(game, path[-1]) for path in paths] for paths in x], np.int16)
    if game.points:
        _write_points(group.create_group("equilibria"), game, parameters, taus, gamma)
    if region:
        _write_field(group, game, parameters, region)


def write_spectrum(group, game, parameters, point, taus, onsets=()):
    """Lays out a group as the eigenvalues of Jτ at a critical point (by its number)."""
    location, kind = game.points[point]
    group.attrs.update({"kind_of_file": "spectrum", "game": game.name, "parameters": json.dumps(parameters),
                        "point": point, "kind": KINDS[kind], "schema_version": 1})
    _scale(group, "tau", np.asarray(taus, float))
    _write_variables(group, game)
    group["location"] = np.array(location)
    j = jacobian(game, location, parameters)
    values = np.array([np.sort_complex(np.linalg.eigvals(scaled(game, j, tau)).round(9)) for tau in taus])
    group["eigenvalue_real"], group["eigenvalue_imag"] = values.real, values.imag
    group["path"] = followed(values)
    stable = values.real.min(axis=1) > 1e-9
    edges = np.flatnonzero(np.diff(np.pad(stable.astype(int), 1)))
    bounds = np.concatenate([[0.0], (taus[1:] + taus[:-1]) / 2, [np.inf]])
    group["window"] = bounds[edges].reshape(-1, 2)
    group.attrs["tau_star"] = np.nan if kind == OTHER or not stable.any() else bounds[edges][-2]
    group["real_at"] = np.array(onsets, float)


def followed(values):
    """path [tau, eigenvalue]: the nearest to where the path's straight continuation leads, greedily."""
    paths = np.zeros(values.shape, np.uint32)
    paths[0] = np.arange(values.shape[1])
    before = last = values[0]
    for i, row in enumerate(values[1:], start=1):
        cost = abs((2 * last - before)[:, None] - row[None, :])
        new = np.empty_like(last)
        for _ in row:
            path, place = np.unravel_index(np.nanargmin(cost), cost.shape)
            paths[i, place], new[path] = path, row[place]
            cost[path], cost[:, place] = np.inf, np.inf
        before, last = last, new
    return paths


def write_surface(group, game, cost, half, size):
    """Lays out a group as a cost over a square."""
    line = np.linspace(-half, half, size)
    group.attrs["kind_of_file"] = "surface"
    for name in game.variables:
        _scale(group, name, line)
    group["f"] = cost(*np.meshgrid(line, line))
    _attach(group, group["f"], game.variables[::-1])
    points = group.create_group("equilibria")
    _write_kinds(points, game)


def _write_variables(group, game):
    group["variable"] = np.array(game.variables, dtype=h5py.string_dtype())
    group["variable"].make_scale("variable")
    group["player"] = game.player.astype(np.uint8)
    group["period"] = np.full(len(game.variables), game.period)


def _end(game, x, tolerance=1e-3):
    if not np.isfinite(x).all():
        return -2
    for index, (location, _) in enumerate(game.points):
        away = x - np.array(location)
        if game.period:
            away = away - game.period * np.round(away / game.period)
        if np.linalg.norm(away) <= tolerance:
            return index
    return -1


def _write_kinds(group, game):
    group["location"] = np.array([location for location, _ in game.points])
    kind = group.create_dataset("kind", data=np.array([kind for _, kind in game.points], np.uint8))
    kind.attrs["flag_values"], kind.attrs["flag_meanings"] = np.arange(4, dtype=np.uint8), MEANINGS


def _write_points(group, game, parameters, taus, gamma):
    _write_kinds(group, game)
    values = np.array([[np.linalg.eigvals(scaled(game, jacobian(game, location, parameters), tau))
                        for location, _ in game.points] for tau in taus])
    group["tau_star"] = np.full(len(game.points), np.nan)
    group["stable"] = (values.real.min(axis=-1) > 1e-5).astype(np.uint8)
    group["attracts"] = (abs(1 - gamma * values).max(axis=-1) < 1).astype(np.uint8)


def _write_field(group, game, parameters, region, size=41):
    lines = [np.linspace(*limits, size) for limits in region]
    for name, line in zip(game.variables, lines):
        group[f"field/{name}"] = line
    group["field/gradient"] = np.array([[game.gradient(np.array([x, y]), parameters) for x in lines[0]]
                                        for y in lines[1]]).transpose(2, 0, 1)


def polynomial_cost(x1, x2):
    """eq. 54."""
    return -np.exp(-0.01 * (x1**2 + x2**2)) * ((0.3 * x1**2 + x2)**2 + (0.3 * x2**2 + x1)**2)


def covariance_setting(d):
    """Σ, V0, W0 by a seed of their own."""
    random = np.random.default_rng(d)
    u, v, w = random.standard_normal((3, d, d))
    return u @ u.T + np.eye(d), np.concatenate([v.ravel(), w.ravel()])
