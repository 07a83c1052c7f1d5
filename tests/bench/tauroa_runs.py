"""Running the program as its users do, with its time and memory."""

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np


@dataclass(frozen=True)
class Figure:
    """A figure's settings (its starts on a square, alternating)."""
    name: str
    game: str
    gamma: float
    steps: int
    tolerance: float
    tau: tuple
    half_width: float
    edge: int

    def arguments(self, tau=None, edge=None, steps=None):
        width, edge = self.half_width, edge or self.edge
        axes = [f"--axis={v}={-width!r}:{width!r}:{edge}" for v in ("x1", "x2")]
        return ["sweep", self.game, "--tau", ",".join(map(str, tau or self.tau)), "--gamma", str(self.gamma), "--tol",
                str(self.tolerance), "--steps", str(steps or self.steps), "--update", "alternating", *axes]


FIG7B = Figure("Fig 7b", "polynomial", 0.001, 75001, 1e-3, (1, 2, 5, 20), 15.0, 200)
FIG8B = Figure("Fig 8b", "torus", 0.04, 20001, 1e-4, (1, 2, 5, 10), np.pi, 100)


@dataclass(frozen=True)
class Run:
    seconds: float    # of the whole process: start, planning, computing, writing the file
    megabytes: float  # the most that it had in memory


def sweep(program, arguments, file, **variables):
    """Runs `tauroa sweep`."""
    Path(file).unlink(missing_ok=True)
    begun = time.perf_counter()
    child = subprocess.Popen([program, *arguments, "-o", file], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, env=os.environ | variables)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"tauroa {' '.join(arguments)} ended with status {child.returncode}")
    return Run(time.perf_counter() - begun, usage.ru_maxrss / 1024)


def read(file):
    """label and iterations, [tau, x2, x1]; where the points are; which attract, [tau, point]; steps computed."""
    with h5py.File(file) as f:
        return (f["label"][:].astype(int), f["iterations"][:].astype(np.int64), f["equilibria/location"][:],
                f["equilibria/attracts"][:].astype(bool))
