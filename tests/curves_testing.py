"""What the tests of figures of curves share: small files, and reading lines."""

import h5py
import numpy as np

import curve_games as games
from plot_testing import InDirectory
from synthetic_curves import write_spectrum, write_trajectory
from synthetic_figures import write_figure


def lines_of(axes, points):
    """The data of the lines with at least so many points."""
    return [np.array(line.get_data()) for line in axes.lines if len(line.get_xdata()) >= points]


class WithFiles(InDirectory):
    """With files of a trajectory and of a spectrum."""

    def trajectory(self, game=games.DIRAC_GAN, parameters=None, starts=((1.0, 1.0),), taus=(1, 4), steps=50, **options):
        path = self.directory / "trajectory.h5"
        with h5py.File(path, "w") as file:
            write_trajectory(file, game, parameters or {"mu": 0.3}, starts, taus,
                             **{"gamma": 0.05, "steps": steps, **options})
        return path

    def spectrum(self, game=games.QUADRATIC, parameters=None, point=0, taus=np.linspace(1, 16, 60)):
        path = self.directory / "spectrum.h5"
        with h5py.File(path, "w") as file:
            write_spectrum(file, game, parameters or {"v": 4.0}, point, taus, [1 + 0.75**0.5])
        return path

    def figure_file(self, name, share=0.01):
        path = self.directory / f"{name}.h5"
        write_figure(path, name, share)
        return path
