"""The same maps as a user would write them in Python: with numpy, all starts at once, and with numba, start by start on
all cores, each left where it has arrived. From the formulas of the paper and the label rule alone (README.md); every
start is iterated to its end, as `tauroa sweep --plain` does it."""

import math
from dataclasses import dataclass

import numpy as np

try:
    import numba
except ImportError:
    numba = None

NOT_ARRIVED, DIVERGED, FAR = -1, -2, 1e12


# f = -exp(-0.01 (x1^2 + x2^2)) ((0.3 x1^2 + x2)^2 + (0.3 x2^2 + x1)^2); player 1 goes down f, player 2 up.
def polynomial(exp):
    def first(x, y):
        a, b = 0.3 * x * x + y, 0.3 * y * y + x
        return exp(-0.01 * (x * x + y * y)) * (0.02 * x * (a * a + b * b) - 1.2 * a * x - 2.0 * b)

    def second(x, y):
        a, b = 0.3 * x * x + y, 0.3 * y * y + x
        return exp(-0.01 * (x * x + y * y)) * (1.2 * b * y + 2.0 * a - 0.02 * y * (a * a + b * b))

    return first, second


# f = -0.15 cos x1 + cos(x1 - x2) + 0.15 cos x2
def torus(sin):
    def first(x, y):
        return 0.15 * sin(x) - sin(x - y)

    def second(x, y):
        return 0.15 * sin(y) - sin(x - y)

    return first, second


GAMES = {"polynomial": (polynomial, "exp", 0.0), "torus": (torus, "sin", 2.0 * math.pi)}


@dataclass(frozen=True)
class Work:
    """A map with the alternating update."""
    game: str
    gamma: float
    tau: float
    steps: int
    tolerance: float
    axis: np.ndarray    # of both variables
    points: np.ndarray  # [label, 2]: every critical point
    attracts: np.ndarray  # [label]

    @property
    def targets(self):
        """[(label, x1, x2)] of those at which a start may arrive."""
        return np.array([(j, *self.points[j]) for j in np.flatnonzero(self.attracts)], dtype=float).reshape(-1, 3)


# --- numpy: all starts at once ----------------------------------------------------------------------------------
def with_numpy(work):
    """(label, iterations) as [x2, x1]."""
    game, function, period = GAMES[work.game]
    first, second = game(getattr(np, function))
    x, y = (v.copy() for v in np.meshgrid(work.axis, work.axis))
    label, iterations = np.full(x.shape, NOT_ARRIVED), np.full(x.shape, work.steps)
    live = np.ones(x.shape, bool)

    def turned(v):
        return v - period * np.rint(v / period) if period else v

    for k in range(work.steps + 1):
        for j, *at in work.targets:
            ended = live & (turned(x - at[0]) ** 2 + turned(y - at[1]) ** 2 <= work.tolerance ** 2)
            label[ended], iterations[ended] = j, k
            live &= ~ended
        ended = live & ~((np.abs(x) <= FAR) & (np.abs(y) <= FAR))
        label[ended], iterations[ended] = DIVERGED, k
        live &= ~ended
        x = turned(x - work.gamma * first(x, y))
        y = turned(y - work.gamma * work.tau * second(x, y))
    return label, iterations


# --- numba: start by start --------------------------------------------------------------------------------------
def compiled(name):
    """The map of a game, compiled at its first call."""
    game, function, period = GAMES[name]
    first, second = (numba.njit(f) for f in game(getattr(math, function)))

    @numba.njit
    def turned(v):
        return v - period * math.floor(v / period + 0.5) if period > 0.0 else v

    @numba.njit
    def run(x, y, gamma, tau, steps, tolerance, targets):
        for k in range(steps + 1):
            for j in range(targets.shape[0]):
                across, up = turned(x - targets[j, 1]), turned(y - targets[j, 2])
                if across * across + up * up <= tolerance * tolerance:
                    return targets[j, 0], k
            if not (abs(x) <= FAR and abs(y) <= FAR):
                return DIVERGED, k
            x = turned(x - gamma * first(x, y))
            y = turned(y - gamma * tau * second(x, y))
        return NOT_ARRIVED, steps

    @numba.njit(parallel=True)
    def run_all(axis, gamma, tau, steps, tolerance, targets):
        n = axis.size
        label, iterations = np.empty(n * n, np.int64), np.empty(n * n, np.int64)
        for i in numba.prange(n * n):
            label[i], iterations[i] = run(axis[i % n], axis[i // n], gamma, tau, steps, tolerance, targets)
        return label.reshape(n, n), iterations.reshape(n, n)

    return run_all


class Numba:
    """A game's map on all cores; compiled when it is made, so that calls take the computing's time alone."""

    def __init__(self, work):
        self.run = compiled(work.game)
        self.call(work, steps=2)
        numba.set_parallel_chunksize(64)  # starts differ in their steps: small portions keep all cores busy

    def call(self, work, steps=None):
        return self.run(work.axis, work.gamma, work.tau, steps or work.steps, work.tolerance, work.targets)
