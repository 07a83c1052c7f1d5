"""What the black-box tests share: running the program, the expected numbers of the two map games, comparing files."""
import os
import pathlib
import subprocess
import tempfile
import unittest
from dataclasses import dataclass
from typing import Callable

import h5py
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
BINARY = str(pathlib.Path(os.environ.get("TAUROA", HERE.parent / "build" / "tauroa")).resolve())
SANITIZED = bool(os.environ.get("TAUROA_SANITIZED"))  # several times slower: what takes long asks for less there
LINKS = {"DIMENSION_LIST", "REFERENCE_LIST"}  # HDF5's own bookkeeping of dimension scales
NASH, STACKELBERG, OTHER = "differential-nash", "differential-stackelberg", "non-equilibrium"


# --- the two games, written out by hand -------------------------------------------------------------------------
@dataclass(frozen=True)
class Game:
    derivatives: Callable  # (x1, x2) -> f_1, f_2, f_11, f_12, f_22
    half_width: float      # the default window is [-half_width, half_width] in both variables
    period: float          # 0: none
    points: list           # rows (point, kind, tau_star, stable_windows), in the order of the indices

    def gradient(self, x1, x2):
        first, second, *_ = self.derivatives(x1, x2)
        return np.array([first, -second])

    def jacobian(self, point):
        _, _, f11, f12, f22 = self.derivatives(*point)
        return np.array([[f11, f12], [-f12, -f22]])

    def difference(self, a, b):
        d = np.asarray(a) - np.asarray(b)
        return d - self.period * np.round(d / self.period) if self.period else d

    def distance(self, a, b):
        return np.linalg.norm(self.difference(a, b), axis=-1)

    def locations(self):
        """The critical points to machine precision: the table's, polished by Newton's method."""
        found = np.array([row[0] for row in self.points])
        for _ in range(6):
            found = np.array([p - np.linalg.solve(self.jacobian(p), self.gradient(*p)) for p in found])
        return found


def polynomial_derivatives(x, y):
    a, b, e = 0.3 * x * x + y, 0.3 * y * y + x, np.exp(-0.01 * (x * x + y * y))
    p, px, py = a * a + b * b, 1.2 * a * x + 2 * b, 2 * a + 1.2 * b * y
    pxx, pxy, pyy = 0.72 * x * x + 1.2 * a + 2, 1.2 * (x + y), 0.72 * y * y + 1.2 * b + 2
    return (-e * (px - 0.02 * x * p), -e * (py - 0.02 * y * p),
            -e * (pxx - 0.04 * x * px + (0.0004 * x * x - 0.02) * p),
            -e * (pxy - 0.02 * (x * py + y * px) + 0.0004 * x * y * p),
            -e * (pyy - 0.04 * y * py + (0.0004 * y * y - 0.02) * p))


def torus_derivatives(x, y):
    s, c = np.sin(x - y), np.cos(x - y)
    return 0.15 * np.sin(x) - s, s - 0.15 * np.sin(y), 0.15 * np.cos(x) - c, c, -c - 0.15 * np.cos(y)


def never(*point):
    return point, OTHER, None, []


PI = np.pi
GAMES = {
    "polynomial": Game(polynomial_derivatives, 15.0, 0.0, [
        never(-13.820094, 1.329052),
        ((-11.029739, -11.029739), STACKELBERG, 1.0, [[1.0, None]]),
        never(-8.951739, 10.572164), never(-3.333333, -3.333333),
        ((-1.621654, -1.621654), STACKELBERG, 1.0, [[1.0, None]]),
        never(0.0, 0.0), never(1.329052, -13.820094), never(2.157877, 13.643389),
        ((9.318059, 9.318059), OTHER, None, [[0.0, 1.0]]),
        ((10.572164, -8.951739), NASH, 0.0, [[0.0, None]]),
        never(13.643389, 2.157877)]),
    "torus": Game(torus_derivatives, PI, 2 * PI, [
        never(-1.645867, -1.495726),
        ((0.0, 0.0), STACKELBERG, 0.739130, [[0.739130, None]]),
        never(0.0, PI), never(1.645867, 1.495726),
        ((PI, 0.0), OTHER, None, [[0.0, 1.0]]),
        ((PI, PI), STACKELBERG, 1.352941, [[1.352941, None]])]),
}


def spectral_radius(jacobian, tau, gamma, update):
    """Of the update's linearisation at a critical point."""
    first, second = gamma * np.diag([1.0, 0.0]) @ jacobian, gamma * tau * np.diag([0.0, 1.0]) @ jacobian
    one = np.eye(2)
    step = (one - second) @ (one - first) if update == "alternating" else one - first - second
    return np.abs(np.linalg.eigvals(step)).max()


# --- running the program ----------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


def sweep_args(game="polynomial", **changes):
    """A small valid sweep with some options changed: None drops one, a list repeats it, True is a bare flag."""
    options = {"tau": "5", "gamma": "0.001", "steps": "20",
               "axis": ["x1=-15:15:3", "x2=-15:15:3"], "o": "out.h5"} | changes
    args = ["sweep"] + ([game] if game is not None else [])
    for name, value in options.items():
        flag = "-o" if name == "o" else "--" + name.replace("_", "-")
        for one in value if isinstance(value, list) else [value]:
            args += [] if one is None else [flag] if one is True else [flag, one]
    return args


def run(args, folder, seconds=600 if SANITIZED else 120, **variables):
    """Runs the program in a folder; a run that takes too long raises subprocess.TimeoutExpired."""
    done = subprocess.run([BINARY, *args], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=seconds, env=os.environ | variables, check=False)
    return Result(done.returncode, *(text.decode("utf-8", "replace") for text in (done.stdout, done.stderr)))


class Case(unittest.TestCase):
    """A test case with a folder of its own, in which the program runs."""
    maxDiff = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def ok(self, *args, **how):
        """Runs a request that must succeed."""
        result = run(args, self.folder, **how)
        self.assertEqual(result.status, 0, f"{args}: {result.err}")
        return result

    def sweep(self, output, game="polynomial", **changes):
        """Runs a sweep that must succeed, and returns its file's path."""
        self.ok(*sweep_args(game, o=output, **changes))
        return self.folder / output

    def assert_refusal(self, result, named, said=None):
        """A wrong request's answer: exit 2, nothing on stdout, one line on stderr that names the value (one of them)."""
        named = [named] if isinstance(named, str) else named
        said = said or repr(named)
        self.assertEqual(result.status, 2, f"{said}: {result.err or result.out}")
        self.assertEqual(result.out, "", said)
        self.assertTrue(is_one_line(result.err), f"{said}: {result.err!r}")
        self.assertTrue(any(name in result.err for name in named), f"{said}: none of {named} in {result.err!r}")

    def refused(self, *args, named=""):
        """Runs a request that must be refused and must leave the folder as it was."""
        before = snapshot(self.folder)
        self.assert_refusal(run(args, self.folder), named, f"{args}")
        self.assertEqual(snapshot(self.folder), before, f"{args} changed a file")

    def assert_same_data(self, first, second):
        """Two files agree in every dataset and attribute outside /provenance."""
        one, other = contents(first), contents(second)
        self.assertEqual(one.keys(), other.keys())
        for name in one:
            self.assertEqual(one[name], other[name], name)


def is_one_line(said):
    return len(said) > 1 and said.endswith("\n") and said.count("\n") == 1


def snapshot(folder):
    """Every file below a folder: bytes and time of the last change (None for a folder)."""
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) if p.is_file() else None
            for p in sorted(folder.rglob("*"))}


# --- reading files ----------------------------------------------------------------------------------------------
def read(path, *names):
    """These datasets of a file, whole."""
    with h5py.File(path) as file:
        return [file[name][()] for name in names]


def objects(file):
    """Every group and dataset of an open file by its path, the root included."""
    found = {"/": file}
    file.visititems(lambda name, item: found.update({"/" + name: item}))
    return found


def value_of(data):
    """Something comparable: type, shape and bytes (strings as a list; NaN equals itself)."""
    array = np.asarray(data)
    plain = array.tolist() if array.dtype.hasobject else array.tobytes()
    return str(array.dtype), array.shape, plain


def contents(path):
    """Every dataset and attribute outside /provenance, comparable."""
    found = {}
    with h5py.File(path, "r") as file:
        for name, item in objects(file).items():
            if name.startswith("/provenance"):
                continue
            found[name] = value_of(item[()]) if isinstance(item, h5py.Dataset) else "group"
            found |= {f"{name}@{key}": value_of(item.attrs[key]) for key in item.attrs if key not in LINKS}
    return found


def text(value):
    """A string attribute, however it is stored."""
    return value.decode() if isinstance(value, bytes) else str(value)


def numbers(tree):
    """Every number in a JSON value."""
    if isinstance(tree, (dict, list)):
        return [n for item in (tree.values() if isinstance(tree, dict) else tree) for n in numbers(item)]
    return [tree] if isinstance(tree, (int, float)) and not isinstance(tree, bool) else []


def find(tree, key):
    """The values of a key wherever it stands in a JSON value."""
    if isinstance(tree, list):
        return [v for item in tree for v in find(item, key)]
    if isinstance(tree, dict):
        return [v for k, item in tree.items() for v in ([item] if k == key else []) + find(item, key)]
    return []
