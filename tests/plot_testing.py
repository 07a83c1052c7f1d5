"""What the tests of figures share: output/ on the path, a directory with a small sweep, and reading pictures."""

import io
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parent.parent
PLOT = REPOSITORY / "output" / "plot.py"
sys.dont_write_bytecode = True
sys.path.insert(0, str(REPOSITORY / "output"))

import matplotlib.image  # noqa: E402

from plotting import palette  # noqa: E402
from plotting.opening import open_file  # noqa: E402
from plotting.save import publication_settings  # noqa: E402
from synthetic_sweep import TORUS, labels, write_sweep  # noqa: E402

# By label of the torus: (0, 0) and (π, π) are equilibria, (π, 0) is none.
ORIGIN, OTHER, CORNER = 0, 1, 2
BLUE, ORANGE, PURPLE, WHITE = "#0072B2", "#E69F00", "#CC79A7", "#ffffff"


def run(*arguments, cwd=None):
    """plot.py without a display, as a finished process."""
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "MPLBACKEND")}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    return subprocess.run([sys.executable, str(PLOT), *map(str, arguments)], capture_output=True, text=True,
                          encoding="utf-8", env=environment, cwd=cwd, check=False)


def six_outcomes():
    """A map [2, 12, 10] of six bands, two rows each: labels -3 … 2 upwards; at the second τ the other way round."""
    bands = np.repeat(np.arange(-3, 3), 2)[:, None].repeat(10, axis=1)
    return np.array([bands, bands[::-1]])


def pixels(figure):
    """A Figure as red, green, blue [row, column, 3], rows downwards."""
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=100)
    drawn.seek(0)
    return png_pixels(drawn)


def png_pixels(file):
    """The same of a PNG."""
    return (matplotlib.image.imread(file)[..., :3] * 255).round().astype(int)


def cell_pixels(image, axes, row, column, shape):
    """What image shows of one cell of a map of this shape [B, A] in axes, but for a pixel or two at its edges."""
    box = axes.get_position()
    height, width = image.shape[:2]
    x = [box.x0 + box.width * (column + side) / shape[1] for side in (0.15, 0.85)]
    y = [1 - box.y0 - box.height * (row + side) / shape[0] for side in (0.85, 0.15)]
    block = image[round(y[0] * height):round(y[1] * height), round(x[0] * width):round(x[1] * width)]
    return block.reshape(-1, image.shape[-1])


def colours_in(block):
    return {tuple(pixel) for pixel in block.tolist()}


def rgb(colour):
    return tuple(palette.to_bytes(colour))


def light(colour):
    """A basin's colour, from its point's."""
    return rgb(palette.lighter(colour, palette.WHITE_PER_ROUND[0]))


class InDirectory(unittest.TestCase):
    """With self.directory, gone afterwards, and torus.h5 in it: six_outcomes at τ = 1 and 2."""

    def setUp(self):
        held = tempfile.TemporaryDirectory()
        self.addCleanup(held.cleanup)
        self.directory = Path(held.name)
        self.torus = self.directory / "torus.h5"
        write_sweep(self.torus, TORUS, (1, 2), six_outcomes())

    def strip(self):
        """A sweep along x1 at three τ, at x2 = 0."""
        path = self.directory / "strip.h5"
        line = np.linspace(-np.pi, np.pi, 21)
        label = np.array([labels(TORUS, line, 0 * line, tau, 0.04, 3000, 1e-2) for tau in (0.5, 2, 4)])
        write_sweep(path, TORUS, (0.5, 2, 4), label, axes=("x1",), fixed='{"x2": 0.0}')
        return path, label

    def draw(self, path, style, taus=None, what=None):
        """The Figure of a file, as the command line would make it."""
        with publication_settings(), open_file(path) as opened:
            return opened.draw(opened.choose(taus, what)[0], style)

    def picture(self, path, style):
        """The Figure of a file, and its pixels."""
        figure = self.draw(path, style)
        with publication_settings():
            return figure, pixels(figure)
