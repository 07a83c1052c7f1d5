"""`tauroa trajectory`: its file, against an iteration written here in numpy, and in every reader that users have."""
import json
import signal
import subprocess
import time
import unittest

import h5netcdf  # noqa: F401  (xarray needs both engines; where one is missing these tests fail, they never skip)
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray

from file_test import PLAIN_TYPES, has_object_times, scales
from tauroa_testing import BINARY, GAMES, LINKS, Case, contents, objects, spectral_radius, text

ENDS = ("tau", "start")
POINTS = ("tau", "point")
SPECTRA = ("tau", "point", "eigenvalue")
# path: (type, dimensions)
LAYOUT = {
    "/x": ("float64", ("tau", "start", "step", "variable")), "/tau": ("float64", ("tau",)),
    "/start": ("uint32", ("start",)), "/step": ("uint64", ("step",)), "/variable": (None, ("variable",)),
    "/player": ("uint8", ("variable",)), "/period": ("float64", ("variable",)), "/end": ("int16", ENDS),
    "/distance": ("float64", ENDS), "/rate_measured": ("float64", ENDS), "/rate_spectral": ("float64", ENDS),
    "/rate_theorem_4": ("float64", ENDS), "/rate_mended": ("float64", ENDS),
    "/equilibria/point": ("int16", ("point",)), "/equilibria/eigenvalue": ("int32", ("eigenvalue",)),
    "/equilibria/location": ("float64", ("point", "variable")), "/equilibria/kind": ("uint8", ("point",)),
    "/equilibria/tau_star": ("float64", ("point",)), "/equilibria/windows_by": ("uint8", ("point",)),
    "/equilibria/stable": ("uint8", POINTS), "/equilibria/attracts": ("uint8", POINTS),
    "/equilibria/gamma_max": ("float64", POINTS), "/equilibria/spectral_radius": ("float64", POINTS),
    "/equilibria/eigenvalue_real": ("float64", SPECTRA), "/equilibria/eigenvalue_imag": ("float64", SPECTRA),
    "/field/gradient": ("float64", ("variable", "x2", "x1")), "/field/x1": ("float64", ("x1",)),
    "/field/x2": ("float64", ("x2",)),
}
TORUS = {"start": ["x1=2,x2=-1", "x2=-2.1,x1=1.9"], "tau": "5,1", "gamma": "0.04", "steps": "2000",
         "update": "alternating"}


def trajectory_args(game="polynomial", **changes):
    """A small valid request with some options changed: None drops one, a list repeats it, True is a bare flag."""
    options = {"start": "x1=-9,x2=-9", "tau": "5", "gamma": "0.001", "steps": "20", "o": "out.h5"} | changes
    args = ["trajectory", game]
    for name, value in options.items():
        for one in value if isinstance(value, list) else [value]:
            flag = "-o" if name == "o" else "--" + name
            args += [] if one is None else [flag] if one is True else [flag, one]
    return args


def iterate(game, start, tau, gamma, update, steps):
    """x_0 ... x_steps as SPEC.md describes them."""
    rows = [np.array(start, dtype=float)]
    for _ in range(steps):
        x = rows[-1].copy()
        g = game.gradient(*x)
        x[0] -= gamma * g[0]
        x[1] -= gamma * tau * (game.gradient(x[0], x[1]) if update == "alternating" else g)[1]
        rows.append(game.difference(x, 0.0))
    return np.array(rows)


class Trajectory(Case):
    def trajectory(self, output="out.h5", game="polynomial", **changes):
        """Runs a request that must succeed; its file's path, and what it printed."""
        result = self.ok(*trajectory_args(game, o=output, **changes))
        return self.folder / output, result.out


class Numbers(Trajectory):
    def compare(self, name, start, gamma, update, steps):
        path, _ = self.trajectory(f"{name}-{update}.h5", name, start=f"x1={start[0]},x2={start[1]}", tau="1,5,20",
                                  gamma=str(gamma), steps=str(steps), update=update)
        with h5py.File(path) as file:
            for tau, x in zip((1, 5, 20), file["x"][:, 0]):
                away = GAMES[name].distance(x, iterate(GAMES[name], start, tau, gamma, update, steps))
                self.assertLess(away.max(), 1e-9, f"{name}, {update}, tau = {tau}")

    def test_every_state_is_that_of_numpy(self):
        for update in ("simultaneous", "alternating"):
            self.compare("polynomial", (-9.0, -9.0), 1e-3, update, 3000)
            self.compare("torus", (1.9, -2.1), 0.04, update, 1000)

    def test_every_keeps_the_same_states(self):
        whole, _ = self.trajectory("whole.h5", "torus", **TORUS)
        for every in (7, 2000, 2001):
            some, _ = self.trajectory(f"{every}.h5", "torus", **TORUS, every=str(every))
            with h5py.File(whole) as all_file, h5py.File(some) as file:
                np.testing.assert_array_equal(file["step"][()], np.arange(0, 2001, every))
                np.testing.assert_array_equal(file["x"][()], all_file["x"][:, :, ::every])

    def test_nan_after_divergence(self):
        path, out = self.trajectory(gamma="1e14", steps="3")
        with h5py.File(path) as file:
            np.testing.assert_array_equal(file["x"][0, 0], [[-9, -9]] + [[np.nan, np.nan]] * 3)
            self.assertEqual(file["end"][0, 0], -2)
            self.assertTrue(np.isnan(file["rate_measured"][0, 0]))
        self.assertIn("diverged", out)

    def test_ends_and_rates(self):
        path, out = self.trajectory(start=["x1=-9,x2=-9", "x1=10,x2=-9", "x1=0,x2=40"], tau="5,20", steps="20000")
        game = GAMES["polynomial"]
        with h5py.File(path) as file:
            np.testing.assert_array_equal(file["end"][()], [[1, 9, -1], [1, 9, -1]])
            points, last = file["equilibria/location"][()], file["x"][:, :, -1]
            away = np.linalg.norm(last[:, :, None] - points, axis=-1).min(axis=-1)
            np.testing.assert_allclose(file["distance"][()], away, atol=1e-12)
            for t, tau in enumerate((5, 20)):
                for start, point in enumerate((1, 9)):
                    want = spectral_radius(game.jacobian(game.locations()[point]), tau, 0.001, "simultaneous")
                    self.assertAlmostEqual(file["rate_spectral"][t, start], want, delta=1e-9)
                    measured = file["rate_measured"][t, start]
                    self.assertAlmostEqual(np.log(measured) / np.log(want), 1, delta=0.02)
            self.assertTrue(np.isnan(file["rate_measured"][:, 2]).all() and np.isnan(file["rate_spectral"][:, 2]).all())
            values, words = file["end"].attrs["flag_values"], text(file["end"].attrs["flag_meanings"]).split()
            self.assertEqual(dict(zip(values.tolist(), words))[1], "at_point_1")
        self.assertEqual([("at 1 (-11.029739" in line, "at none of the listed" in line) for line in out.splitlines()[1:]],
                         [(True, False), (False, False), (False, True)] * 2)

    def test_tol_decides_where_a_trajectory_has_ended(self):
        for tol, end in (("1e-3", -1), ("4", 1)):
            path, _ = self.trajectory(tol=tol, force=True)
            with h5py.File(path) as file:
                self.assertEqual(file["end"][0, 0], end)

    def test_a_start_from_a_file(self):
        (self.folder / "a.toml").write_text("x2 = -2.1\nx1 = 1.9\n")
        one, _ = self.trajectory("one.h5", "torus", **TORUS)
        two, _ = self.trajectory("two.h5", "torus", **TORUS | {"start": ["x1=2,x2=-1", "@a.toml"]})
        self.assert_same_data(one, two)

    def test_a_field_around_the_trajectories(self):
        path, _ = self.trajectory(steps="3000")
        with h5py.File(path) as file:
            field, x = file["field"], file["x"][0, 0]
            grid = np.meshgrid(field["x1"][()], field["x2"][()])
            np.testing.assert_allclose(field["gradient"][()], GAMES["polynomial"].gradient(*grid), atol=1e-9)
            for i, name in enumerate(("x1", "x2")):
                width = np.ptp(x[:, i])
                ends = [x[:, i].min() - width / 2, x[:, i].max() + width / 2]
                np.testing.assert_allclose(field[name][()][[0, -1]], ends)


class File(Trajectory):
    """One file of the torus, looked at from all sides."""

    def setUp(self):
        super().setUp()
        self.path, _ = self.trajectory("paths.h5", "torus", **TORUS)
        self.file = h5py.File(self.path)
        self.addCleanup(self.file.close)

    def test_paths_types_and_dimensions(self):
        found = {n: d for n, d in objects(self.file).items() if isinstance(d, h5py.Dataset)}
        self.assertEqual(set(found), set(LAYOUT))
        for name, (kind, dimensions) in LAYOUT.items():
            self.assertEqual(scales(found[name]), list(dimensions), name)
            if kind:
                self.assertEqual(found[name].dtype, np.dtype(kind), name)
        self.assertEqual(self.file["x"].shape, (2, 2, 2001, 2))

    def test_coordinates_and_attributes(self):
        np.testing.assert_array_equal(self.file["tau"][()], [1, 5])
        np.testing.assert_array_equal(self.file["start"][()], [0, 1])
        np.testing.assert_array_equal(self.file["step"][()], np.arange(2001))
        np.testing.assert_array_equal(self.file["x"][1, :, 0], [[2, -1], [1.9, -2.1]])
        want = {"kind_of_file": "trajectory", "game": "torus", "update": "alternating", "gamma": 0.04, "steps": 2000,
                "every": 1, "tol": 1e-3, "schema_version": 1, "parameters": "{}"}
        for name, value in want.items():
            got = self.file.attrs[name]
            self.assertEqual(text(got) if isinstance(value, str) else got, value, name)

    def test_plain_types_no_fill_values_no_times(self):
        data = self.path.read_bytes()
        for name, item in objects(self.file).items():
            types = [item.id.get_type()] if isinstance(item, h5py.Dataset) else []
            types += [h5py.h5a.open(item.id, key.encode()).get_type() for key in item.attrs if key not in LINKS]
            self.assertTrue({t.get_class() for t in types} <= PLAIN_TYPES, name)
            self.assertNotIn("_FillValue", item.attrs, name)
            self.assertFalse(has_object_times(item, data), name)

    def test_xarray_opens_it_with_both_engines(self):
        for engine in ("h5netcdf", "netcdf4"):
            for group in ("/", "/equilibria", "/field"):
                with xarray.open_dataset(self.path, engine=engine, group=group) as opened:
                    names = [n for n, d in self.file[group].items() if isinstance(d, h5py.Dataset)]
                    self.assertEqual(set(names), set(opened.variables), (engine, group))
                    for name in names:
                        self.assertEqual(opened[name].dims, tuple(scales(self.file[group][name])))
                        if self.file[group][name].dtype.kind in "iuf":
                            np.testing.assert_array_equal(opened[name].values, self.file[group][name][()])

    def test_ncdump(self):
        done = subprocess.run(["ncdump", "-h", self.path], capture_output=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"double x(tau, start, step, variable)", done.stdout)

    def test_the_same_request_gives_the_same_file(self):
        again, _ = self.trajectory("again.h5", "torus", **TORUS, quiet=True)
        self.assert_same_data(self.path, again)

    def test_equilibria_are_those_of_a_sweep(self):
        self.ok("sweep", "torus", "--tau", "1,5", "--gamma", "0.04", "--steps", "10", "--update", "alternating", "-o",
                "map.h5", "--axis", "x1=-1:1:2", "--axis", "x2=-1:1:2")
        ours, theirs = contents(self.path), contents(self.folder / "map.h5")
        for name in theirs:
            if name.startswith("/equilibria"):
                self.assertEqual(ours[name], theirs[name], name)


class Information(Trajectory):
    def test_text_json_and_verify(self):
        self.trajectory("paths.h5", "torus", **TORUS | {"steps": "20000"})
        out = self.ok("info", "paths.h5", "--verify").out
        for word in ("torus", "alternating", "x1=1.9,x2=-2.1", "spectral radius", "digest"):
            self.assertIn(word, out)
        told = json.loads(self.ok("info", "paths.h5", "--json").out)
        self.assertEqual((told["kind_of_file"], told["tau"], told["starts"]),
                         ("trajectory", [1, 5], [{"x1": 2, "x2": -1}, {"x1": 1.9, "x2": -2.1}]))
        self.assertEqual(len(told["ends"]), 4)

    def test_toml_is_the_request(self):
        first, _ = self.trajectory("first.h5", "torus", **TORUS, every="3")
        (self.folder / "request.toml").write_text(self.ok("info", "first.h5", "--toml").out)
        self.ok("trajectory", "--config", "request.toml", "-o", "again.h5")
        self.assert_same_data(first, self.folder / "again.h5")

    def test_a_changed_file_does_not_verify(self):
        path, _ = self.trajectory("paths.h5", "torus", **TORUS)
        with h5py.File(path, "r+") as file:
            file["x"][0, 0, 5, 0] += 1e-9
        result = subprocess.run([BINARY, "info", path, "--verify"], capture_output=True, check=False, timeout=60)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"digest", result.stderr)


class Stopping(Trajectory):
    def test_a_signal_leaves_nothing(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            args = trajectory_args(steps="4000000000", every="1000")
            with subprocess.Popen([BINARY, *args], cwd=self.folder, stderr=subprocess.PIPE, text=True) as running:
                running.stderr.readline()  # it has begun
                time.sleep(0.3)
                running.send_signal(number)
                self.assertEqual(running.wait(timeout=60), 75)
                self.assertIn(number.name, running.stderr.read())
            self.assertEqual(list(self.folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
