"""Games in numpy, for synthetic files of trajectories: individual gradients, critical points, τ-GDA (SPEC sections 1, 3)."""

from dataclasses import dataclass

import numpy as np

from synthetic_sweep import NASH, OTHER, STACKELBERG, polynomial_gradient, torus_gradient


@dataclass(frozen=True)
class Game:
    """gradient: x [n], parameters → g [n]; points: (location, kind)."""

    name: str
    variables: tuple
    gradient: object
    points: tuple
    period: float = 0.0

    @property
    def player(self):
        half = len(self.variables) // 2
        return np.repeat([1, 2], half)


def quadratic(x, p):
    """eq. 52."""
    a, b, c, d = x
    return p["v"] * np.array([-a - c, b / 2 + d / 2, a + c / 2, -b / 2 + d])


def polynomial_4d(x, p):
    """eq. 53."""
    a, b, c, d = x
    q = a * a + 2 * a * c + c * c / 2 - b * b / 2 + 2 * b * d - d * d
    s, w = (a - 1)**2 + (b - 1)**2 - (c - 1)**2 - (d - 1)**2, 1.25 * (a - 1)**2
    return np.array([w * (2 * a + 2 * c) + 2.5 * (a - 1) * q + 2 * a * s + 2 * a * a * (a - 1),
                     w * (2 * d - b) + 2 * a * a * (b - 1),
                     -w * (2 * a + c) + 2 * a * a * (c - 1),
                     -w * (2 * b - 2 * d) + 2 * a * a * (d - 1)])


def dirac_gan(x, p):
    """Section 5: ℓ'(t) = 1 / (1 + e^t)."""
    slope = 1 / (1 + np.exp(x[0] * x[1]))
    return np.array([slope * x[1], -slope * x[0] + p["mu"] * x[1]])


def dirac_gan_nonsaturating(x, p):
    """eq. 56."""
    up, down = (1 / (1 + np.exp(sign * x[0] * x[1])) for sign in (-1, 1))
    return np.array([up * x[1], -down * x[0] + p["mu"] * x[1]])


def covariance_gan(x, p):
    """eq. 58."""
    d = round((len(x) / 2)**0.5)
    sigma = np.array([[p[f"Sigma{i}_{j}"] for j in range(1, d + 1)] for i in range(1, d + 1)])
    v, w = x.reshape(2, d, d)
    return np.array([-(w + w.T) @ v, -(sigma - v @ v.T) + p["mu"] * w]).ravel()


FOUR = "x11", "x12", "x21", "x22"
POLYNOMIAL = Game("polynomial", ("x1", "x2"), lambda x, p: np.array(polynomial_gradient(*x)), (
    ((-13.820094, 1.329052), OTHER), ((-11.029739, -11.029739), STACKELBERG), ((-8.951739, 10.572164), OTHER),
    ((-3.333333, -3.333333), OTHER), ((-1.621654, -1.621654), STACKELBERG), ((0.0, 0.0), OTHER),
    ((1.329052, -13.820094), OTHER), ((2.157877, 13.643389), OTHER), ((9.318059, 9.318059), OTHER),
    ((10.572164, -8.951739), NASH), ((13.643389, 2.157877), OTHER)))
TORUS = Game("torus", ("x1", "x2"), lambda x, p: np.array(torus_gradient(*x)), (
    ((-1.645867, -1.495726), OTHER), ((0.0, 0.0), STACKELBERG), ((0.0, np.pi), OTHER), ((1.645867, 1.495726), OTHER),
    ((np.pi, 0.0), OTHER), ((np.pi, np.pi), STACKELBERG)), 2 * np.pi)
QUADRATIC = Game("quadratic", FOUR, quadratic, (((0.0,) * 4, STACKELBERG),))
POLYNOMIAL_4D = Game("polynomial-4d", FOUR, polynomial_4d, (
    ((-4.734, 0.278, -92.474, 0.533), NASH), ((0.0,) * 4, OTHER), ((1.0,) * 4, NASH)))
DIRAC_GAN = Game("dirac-gan", ("theta", "omega"), dirac_gan, (((0.0, 0.0), STACKELBERG),))
NONSATURATING = Game("dirac-gan-nonsaturating", ("theta", "omega"), dirac_gan_nonsaturating, (((0.0, 0.0), STACKELBERG),))


def covariance_game(sigma):
    """covariance-gan of this size; its points where d = 1."""
    d = len(sigma)
    names = [f"{letter}{i}_{j}" for letter in "VW" for i in range(1, d + 1) for j in range(1, d + 1)]
    root = float(sigma[0][0])**0.5
    points = (((-root, 0.0), STACKELBERG), ((root, 0.0), STACKELBERG)) if d == 1 else ()
    return Game("covariance-gan", tuple(names), covariance_gan, points)


def covariance_parameters(sigma, mu):
    entries = {f"Sigma{i}_{j}": float(value) for i, row in enumerate(sigma, 1) for j, value in enumerate(row, 1)}
    return {"d": len(sigma), "mu": mu, **entries}


def jacobian(game, x, p, h=1e-6):
    """Dg by central differences."""
    x = np.asarray(x, float)
    return np.array([(game.gradient(x + h * e, p) - game.gradient(x - h * e, p)) / (2 * h) for e in np.eye(len(x))]).T


def scaled(game, j, tau):
    """Jτ of J."""
    return np.where(game.player == 2, tau, 1.0)[:, None] * j


def iterate(game, x, p, tau, gamma, steps, every, alternating=False):
    """[1 + steps / every, n], angles kept within half a period of 0."""
    step = gamma * np.where(game.player == 2, tau, 1.0)
    first = game.player == 1
    states, x = [], np.array(x, float)
    for k in range(steps + 1):
        if k % every == 0:
            states.append(x)
        if alternating:
            x = np.where(first, x - step * game.gradient(x, p), x)
            x = np.where(first, x, x - step * game.gradient(x, p))
        else:
            x = x - step * game.gradient(x, p)
        if game.period:
            x = x - game.period * np.round(x / game.period)
        if not (abs(x) <= 1e12).all():
            x = np.full_like(x, np.nan)
    return np.array(states)
