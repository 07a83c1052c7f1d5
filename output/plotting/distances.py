"""Draws distances to an equilibrium against the iteration, player by player, into a matplotlib Axes."""

import re

import numpy as np

from .names import block_name

LINES = ({"linestyle": "solid", "zorder": 4}, {"linestyle": (0, (3.2, 1.6)), "zorder": 5})  # of players 1 and 2
WIDTH = 1.6


def draw_distances(axes, curves):
    """Each player's distance to the critical point at which a path ended, else to the one nearest to its last state.

    Solid player 1's, dashed player 2's, on a logarithmic axis. Of covariance-gan ‖Σ − VVᵀ‖ and ‖W‖; of a game whose points
    the file does not know, the distance to the path's last state.
    """
    for curve in curves:
        for start in range(curve.run.starts):
            step, distances = distances_of(curve, start)
            for distance, look in zip(distances, LINES):
                positive = np.where(distance > 0, distance, np.nan)
                axes.plot(step, positive, color=curve.colour_of(start), linewidth=WIDTH, **look)
    axes.set_yscale("log")
    axes.set_xlabel("iteration $k$")


def distances_of(curve, start):
    """The steps [k] and both players' distances [2, k] of one path."""
    run = curve.run
    step, x = run.path(curve.tau_index, start)
    if run.game == "covariance-gan":
        return step, covariance_residuals(run, x)
    aim = run.aim(curve.tau_index, start)
    if aim is None:
        return step[:-1], run.distances(x[:-1], x[-1:])
    return step, run.distances(x, aim.location)


def covariance_residuals(run, x):
    """‖Σ − VVᵀ‖ and ‖W‖ (Frobenius) [2, k] of covariance-gan's states x [k, 2 d²].

    The legend of Figure 10j says ‖W + Wᵀ‖, but its curves are ‖W‖: in 10g (d = 5, τ = 1) the dashed one is at about 4.6 at
    k = 100 and 0.7 at k = 4900, where ‖W‖ is 4.5 and 0.68, ‖W + Wᵀ‖ 4.3 and 1.36, half of that 2.2 and 0.68.
    """
    d = round((x.shape[1] / 2) ** 0.5)
    v, w = (x[:, half].reshape(-1, d, d) for half in (slice(d * d), slice(d * d, None)))
    residual = covariance(run.parameters, d) - v @ v.transpose(0, 2, 1)
    return np.array([np.linalg.norm(residual, axis=(1, 2)), np.linalg.norm(w, axis=(1, 2))])


def covariance(parameters, d):
    """Σ [d, d] from its entries Sigma1_1, …; those not given are their transposes."""
    sigma = np.full((d, d), np.nan)
    for name, value in parameters.items():
        entry = re.fullmatch(r"Sigma(\d+)_(\d+)", name)
        if entry:
            sigma[tuple(int(index) - 1 for index in entry.groups())] = value
    return np.where(np.isnan(sigma), sigma.T, sigma)


def distance_names(run):
    """What the solid and the dashed line are, in mathtext."""
    if run.game == "covariance-gan":
        return r"$‖\Sigma - VV^T‖$", r"$‖W‖$"
    return tuple(_distance_name(run, run.of_player(player)) for player in (1, 2))


def _distance_name(run, variables):
    """|θ − θ*| of one variable, ‖x1 − x1*‖ of several; of the last state, K stands for the *."""
    name = block_name([run.variables[i] for i in variables]).strip("$")
    aim, bar = "*" if run.points else "K", "|" if len(variables) == 1 else "‖"
    return rf"${bar}{name} - {name}^{{{aim}}}{bar}$"
