"""The paper's figures as files, in numpy, at a share of their steps.

    python3 tests/synthetic_figures.py DIRECTORY [SHARE]    writes fig1.h5 … there, to look at
"""

import sys
from pathlib import Path

import h5py
import numpy as np

import curve_games as games
from synthetic_curves import covariance_setting, polynomial_cost, write_spectrum, write_surface, write_trajectory


def steps_of(steps, share):
    """A share of them, at least 20."""
    return max(20, round(steps * share))


def fig1(file, share, game=games.DIRAC_GAN):
    common = {"gamma": 0.01, "steps": steps_of(4000, share), "region": ((-2, 2), (-2, 2))}
    write_trajectory(file, game, {"mu": 0.3}, [(1, 1)], (1, 4, 8, 16), **common)
    write_trajectory(file.create_group("runs/mu_1"), game, {"mu": 1.0}, [(1, 1)], (1,), **common)
    if game is games.DIRAC_GAN:
        for mu, last, onset in ((0.3, 20, 100 / 9), (1, 5, 1)):
            write_spectrum(file.create_group(f"spectra/mu_{mu}"), game, {"mu": mu}, 0, np.linspace(1e-3, last, 400), [onset])


def fig9(file, share):
    fig1(file, share, games.NONSATURATING)


def fig4(file, share):
    write_trajectory(file, games.QUADRATIC, {"v": 4.0}, [(5, 4, 3, 2)], (2, 2.5, 3, 5, 10), gamma=5e-4,
                     steps=steps_of(20000, share))
    write_spectrum(file.create_group("spectra/origin"), games.QUADRATIC, {"v": 4.0}, 0, np.linspace(1, 16.5, 600),
                   [1 + 0.75**0.5, 6 + 32**0.5])


def fig5(file, share):
    write_trajectory(file, games.POLYNOMIAL_4D, {}, [(-1, 2.5, 2.5, 3)], (0.75, 2, 5, 12), gamma=5e-4,
                     steps=steps_of(20000, share))
    write_spectrum(file.create_group("spectra/origin"), games.POLYNOMIAL_4D, {}, 1, np.linspace(1e-3, 30, 3000))


def polynomial_run(file, share, region):
    write_trajectory(file, games.POLYNOMIAL, {}, [(-9, -9)], (1, 2, 5, 20), gamma=1e-4, steps=steps_of(25000, share),
                     region=region)


def fig6(file, share):
    polynomial_run(file, share, None)
    write_spectrum(file.create_group("spectra/dse"), games.POLYNOMIAL, {}, 1, np.linspace(1e-3, 60, 600))
    write_surface(file.create_group("surfaces/cost"), games.POLYNOMIAL, polynomial_cost, 25, 251)


def fig7a(file, share):
    polynomial_run(file, share, ((-14.4, -6.8), (-14.7, -5.9)))


def fig8a(file, share):
    write_trajectory(file, games.TORUS, {}, [(2, -1), (1.9, -2.1)], (1, 2, 5, 10), gamma=1e-3, alternating=True,
                     steps=steps_of(30000, share), region=((-np.pi, np.pi),) * 2)


def covariance(group, d, mu, share, region=None):
    sigma, start = covariance_setting(d)
    write_trajectory(group, games.covariance_game(sigma), games.covariance_parameters(sigma, mu), [start], (1, 5, 10, 25),
                     gamma=1e-3, steps=10 * (steps_of(5000, share) // 10), every=10, region=region)


def fig10(file, share):
    covariance(file, 1, 0.5, share)
    for name, d, mu in (("d1_mu0.75", 1, 0.75), ("d1_mu1", 1, 1.0), ("d5", 5, 1.0), ("d10", 10, 1.0), ("d20", 20, 1.0)):
        covariance(file.create_group(f"runs/{name}"), d, mu, share)
    sigma, _ = covariance_setting(1)
    for mu, last in ((0.5, 100), (0.75, 50), (1, 30)):
        write_spectrum(file.create_group(f"spectra/mu_{mu}"), games.covariance_game(sigma),
                       games.covariance_parameters(sigma, mu), 1, np.linspace(0.1, last, 400))


def fig11(file, share):
    region = (-0.4, 2.4), (-1.2, 2.4)
    covariance(file, 1, 0.5, share, region)
    covariance(file.create_group("runs/mu_0.75"), 1, 0.75, share, region)
    covariance(file.create_group("runs/mu_1"), 1, 1.0, share, region)


FIGURES = {write.__name__: write for write in (fig1, fig4, fig5, fig6, fig7a, fig8a, fig9, fig10, fig11)}


def write_figure(path, name, share):
    """The file of the figure of this name."""
    with h5py.File(path, "w") as file:
        FIGURES[name](file, share)
        file.attrs["figure"], file.attrs["note"] = name, "synthetic"


if __name__ == "__main__":
    for figure in FIGURES:
        write_figure(Path(sys.argv[1]) / f"{figure}.h5", figure, float((sys.argv[2:] or ["1"])[0]))
