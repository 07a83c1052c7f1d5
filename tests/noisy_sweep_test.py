"""Sweeps with noise: the same runs however the work is shared, shares with errors that mean what they say, the update without
noise where sigma is 0, a linear game's known variance, requests refused."""

import json
import subprocess
import sys
import unittest

import h5netcdf  # noqa: F401  (xarray needs both engines; where one is missing these tests fail, they never skip)
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray
from many_ways import ManyWays
from tauroa_testing import GAMES, HERE, SANITIZED, Case, read, run, sweep_args, text

REQUEST = ["sweep", "torus", "--tau", "1,2", "--gamma", "0.04", "--update", "alternating", "--steps", "300", "--tol", "0.4",
           "--noise", "1.5", "--decay", "0.25", "--repeats", "5", "--seed", "12345", "--axis", "x1=-3:3:37",
           "--axis", "x2=-3:3:23", "--save-final"]
TORUS = {"game": "torus", "gamma": "0.04", "update": "alternating", "axis": ["x1=-3:3:20", "x2=-3:3:15"]}
SMALL = {"game": "torus", "axis": ["x1=-1:1:3", "x2=-1:1:3"], "noise": "0.1"}
MAP = ("x2", "x1")
LAYOUT = {
    "label": ("int16", ("tau", "repeat", *MAP)), "iterations": ("uint32", ("tau", "repeat", *MAP)),
    "final": ("float64", ("tau", "repeat", *MAP, "variable")), "repeat": ("uint32", ("repeat",)),
    "share": ("float64", ("tau", "outcome")), "share_error": ("float64", ("tau", "outcome")),
    "count": ("uint64", ("tau", "outcome")), "repeats/share": ("float64", ("tau", "outcome", *MAP)),
    "repeats/standard_error": ("float64", ("tau", "outcome", *MAP)),
}
# what is changed in a small request: what the message must name, one of them
GARBAGE = {
    **{f"noise {n}": ({"noise": n}, n) for n in ("-1", "-1e-300", "nan", "inf", "1e999", "loud", "")},
    **{f"decay {d}": ({"decay": d}, d) for d in ("-0.1", "1.01", "nan", "inf", "fast", "")},
    **{f"repeats {r}": ({"repeats": r}, r) for r in ("0", "-1", "1.5", "1e3", "1000001", "many", "", "9" * 30)},
    **{f"seed {s}": ({"seed": s}, s) for s in ("-1", "1.5", "x", "", "18446744073709551616")},
    "decay without noise": ({"noise": None, "decay": "0.5"}, "--decay 0.5"),
    "repeats without noise": ({"noise": None, "repeats": "3"}, "--repeats 3"),
    "seed without noise": ({"noise": None, "seed": "3"}, "--seed 3"),
    "labels only": ({"labels_only": True}, "--labels-only"),
    "a game of any size": ({"game": "covariance-gan", "axis": None}, "--noise 0.1"),
    "angles kicked too far": ({"noise": "1e9", "gamma": "0.001"}, "--noise 1e+09"),
    "too many cells": ({"repeats": "1000000", "axis": ["x1=-1:1:2000", "x2=-1:1:2000"]}, "--repeats"),
}


class Request(ManyWays, Case):
    request = REQUEST

    def test_other_settings_are_refused(self):
        self.refuse_others({"--noise": "1.25", "--decay": "0.5", "--repeats": "4", "--seed": "7"},
                           left_out={"--noise", "--decay", "--repeats", "--seed"}, named="decay")

    def test_what_the_file_says(self):
        with h5py.File(self.expected) as file:
            for name, (kind, dimensions) in LAYOUT.items():
                self.assertEqual(file[name].dtype, np.dtype(kind), name)
                own = [name] if h5py.h5ds.is_scale(file[name].id) else [d[0].name[1:] for d in file[name].dims]
                self.assertEqual(tuple(own), dimensions, name)
            self.assertEqual([file.attrs[name] for name in ("noise", "decay", "repeats", "seed")], [1.5, 0.25, 5, 12345])
            self.assertEqual(text(file.attrs["proofs"]), "none")
            self.assertEqual(text(file.attrs["iterations_hold"]), "last_stay")
            self.assertNotIn("measures", file)
            label, outcome = file["label"][()], file["outcome"][()]
            share = np.stack([(label == code).mean(axis=1) for code in outcome], axis=1)
            np.testing.assert_array_equal(file["repeats/share"], share)
            np.testing.assert_allclose(file["repeats/standard_error"], np.sqrt(share * (1 - share) / 5), rtol=1e-15)
            np.testing.assert_array_equal(file["count"], np.round(5 * share.sum(axis=(2, 3))))
            np.testing.assert_allclose(file["share"], share.mean(axis=(2, 3)), rtol=1e-14)
            starts = 37 * 23
            np.testing.assert_allclose(file["share_error"], np.sqrt((share * (1 - share)).sum(axis=(2, 3)) / 4) / starts,
                                       rtol=1e-12, atol=1e-15)
            self.assertGreater((label == -1).sum(), 100)

    def test_labels_say_where_runs_are_at_the_horizon(self):
        label, iterations, final, attracts, location = read(self.expected, "label", "iterations", "final",
                                                            "equilibria/attracts", "equilibria/location")
        for t in range(2):
            near = np.array([(GAMES["torus"].distance(final[t], point) <= 0.4) & bool(on)
                             for point, on in zip(location, attracts[t])])
            np.testing.assert_array_equal(np.where(near.any(axis=0), near.argmax(axis=0), -1), label[t])
        np.testing.assert_array_equal(iterations[label == -1], 300)
        self.assertTrue((iterations[label >= 0] <= 300).all())
        self.assertGreater(len(np.unique(iterations[label >= 0])), 50)

    def test_fewer_repeats_and_other_tau_are_parts_of_it(self):
        changed = [{"--repeats": "3", "--tau": "2,7"}.get(before, word) for before, word in zip(["", *REQUEST], REQUEST)]
        self.ok(*changed, "-o", "part.h5")
        for name in ("label", "iterations", "final"):
            whole, part = (read(self.folder / path, name)[0] for path in ("expected.h5", "part.h5"))
            np.testing.assert_array_equal(part[0], whole[1, :3])
        self.assertTrue((part[0, 0] != part[0, 1]).any())

    def test_info(self):
        report = json.loads(self.ok("info", "expected.h5", "--json").out)
        self.assertEqual(report["noise"], {"sigma": 1.5, "decay": 0.25, "repeats": 5, "seed": 12345})
        self.assertIsNone(report["measures"])
        share, error = read(self.expected, "share", "share_error")
        np.testing.assert_allclose([row["share"] for row in report["shares"]], share, rtol=1e-15)
        np.testing.assert_allclose([row["share_error"] for row in report["shares"]], error, rtol=1e-15)
        said = self.ok("info", "expected.h5", "--verify").out
        self.assertIn("noise 1.5 in each coordinate", said)
        self.assertIn(f"{100 * share[1, 1]:.2f} % +- {100 * error[1, 1]:.2g} %", said)

    def test_xarray_and_ncdump_read_it(self):
        for engine in ("h5netcdf", "netcdf4"):
            for group in ("/", "/repeats", "/equilibria", "/certificates"):
                with xarray.open_dataset(self.expected, engine=engine, group=group) as opened, h5py.File(self.expected) as file:
                    inside = {n for n, d in file[group].items() if isinstance(d, h5py.Dataset)}
                    self.assertTrue(inside <= set(opened.variables), group)
                    for name, (_, dimensions) in LAYOUT.items():
                        if name in inside and group == "/":
                            self.assertEqual(opened[name].dims, dimensions)
                            np.testing.assert_array_equal(opened[name].values, file[name][()])
        done = subprocess.run(["ncdump", "-h", self.expected], capture_output=True, check=False, timeout=60)
        self.assertIn(b"short label(tau, repeat, x2, x1)", done.stdout)


class Noise(Case):
    """What comes out, against what is known."""

    def shares(self, name, **changes):
        return read(self.sweep(name, **TORUS | changes), "share")[0]

    def test_without_noise_it_is_the_deterministic_map(self):
        how = {"tau": "0.5,2,5", "steps": "6000", "tol": "1e-2"}
        plain, = read(self.sweep("plain.h5", **TORUS | how, plain=True), "label")
        self.assertEqual(len(np.unique(plain)), 4)
        for sigma in ("0", "1e-9"):
            label, = read(self.sweep(f"{sigma}.h5", **TORUS | how, noise=sigma, repeats="2"), "label")
            for repeat in range(2):
                np.testing.assert_array_equal(label[:, repeat], plain)
            np.testing.assert_array_equal(*(read(self.folder / f"{n}.h5", "share")[0] for n in (sigma, "plain")))

    def test_two_seeds_agree_within_their_errors(self):
        """Cell by cell: chi^2 of the differences of two binomials, its mean 1 a cell, its spread that of so many cells."""
        repeats = 12 if SANITIZED else 40
        found = [self.sweep(f"{seed}.h5", **TORUS, tau="2", steps="1500", tol="0.4", noise="0.3", repeats=str(repeats),
                            seed=str(seed)) for seed in (1, 2)]
        cells, shares, errors = (np.array([read(path, name)[0] for path in found])
                                 for name in ("repeats/share", "share", "share_error"))
        mean = cells.mean(axis=0)
        between = (mean > 0.2) & (mean < 0.8)
        chi = (cells[0] - cells[1])[between] ** 2 / (2 * (mean * (1 - mean))[between] / repeats)
        self.assertGreater(len(chi), 200)
        self.assertLess(abs(chi.mean() * (1 - 0.5 / repeats) - 1), 5 * chi.std() / np.sqrt(len(chi) / 3))  # labels sum to 1
        self.assertTrue((cells[0] != cells[1]).any())
        self.assertTrue((abs(shares[0] - shares[1]) <= 4 * np.hypot(*errors) + 1e-12).all(), (shares, errors))
        self.assertGreater((errors > 1e-3).sum(), 4)

    def test_the_errors_are_the_spread_of_many_seeds(self):
        """On a grid and of a sample: a variance of 60 shares, within 4.5 of its own standard errors of the mean of those
        that are stated."""
        for start in ({}, {"axis": None, "sample": "200"}):
            paths = [self.sweep(f"{seed}.h5", **TORUS | start, tau="2", steps="200", tol="0.3", noise="2", repeats="3",
                                seed=str(seed), force=True) for seed in range(60)]
            found, told = (np.array([read(path, name)[0][0] for path in paths]) for name in ("share", "share_error"))
            wide = found.mean(axis=0) > 0.02
            self.assertGreater(wide.sum(), 2)
            ratio = found.var(axis=0, ddof=1)[wide] / (told ** 2).mean(axis=0)[wide]
            self.assertTrue((abs(ratio - 1) < 4.5 * np.sqrt(2 / 59)).all(), ratio)

    def test_a_linear_game_has_the_variance_that_it_must(self):
        """x_{k+1} = A x_k - gamma w: the covariance is the S of S = A S A^T + gamma^2 sigma^2 I (simultaneous), w not scaled
        by tau; alternating, player 2 answers player 1's noise, too."""
        gamma, tau, sigma, root = 0.05, 4.0, 2.0, 1.0
        rows = np.array([[-2, 2 * root], [-2 * root * tau, tau]])  # Lambda_tau J of jin-stable-late, epsilon = 1
        first, second = (gamma * np.diag(d) @ rows for d in ([1, 0], [0, 1]))
        one = np.eye(2)
        for update, a, b in (("simultaneous", one - first - second, one),
                             ("alternating", (one - second) @ (one - first), np.diag([0, 1]) + (one - second) @ np.diag([1, 0]))):
            path = self.sweep(f"{update}.h5", "jin-stable-late", param="epsilon=1", tau="4", gamma="0.05", steps="300",
                              update=update, axis="x=-1:1:5", fix="y=0", noise="2", repeats="3000", save_final=True)
            x = read(path, "final")[0].reshape(-1, 2)
            wanted = np.zeros((2, 2))
            for _ in range(2000):
                wanted = a @ wanted @ a.T + (gamma * sigma) ** 2 * b @ b.T
            error = np.sqrt((np.outer(np.diag(wanted), np.diag(wanted)) + wanted ** 2) / len(x))
            self.assertTrue((abs(x.T @ x / len(x) - wanted) < 4.5 * error).all(), (update, x.T @ x / len(x), wanted))

    def test_decaying_steps_come_to_rest(self):
        """Proposition H.1: with decay noise averages out, without it does not; without it, nobody has stayed for long."""
        how = {"param": "epsilon=1", "tau": "4", "gamma": "0.2", "steps": "4000", "tol": "0.2", "axis": "x=-1:1:20", "fix": "y=0",
               "noise": "1", "repeats": "10"}
        constant, decaying = (self.sweep(f"{d}.h5", "jin-stable-late", **how, decay=d) for d in ("0", "0.6"))
        self.assertLess(read(constant, "share")[0][0, 0], 0.5)
        self.assertGreater(read(decaying, "share")[0][0, 0], 0.99)
        label, since = read(decaying, "label", "iterations")
        self.assertGreater((since[label == 0] < 3000).mean(), 0.5)
        label, since = read(constant, "label", "iterations")
        self.assertTrue((since[label == 0] > 3900).all())

    def test_points_of_arrival_are_those_of_the_last_learning_rate(self):
        """Of (pi, 0), stable below tau = 1: at tau = 1 the alternating update at gamma1 = 0.04 still attracts to it, at rates
        near 0 it does not."""
        for decay, radius in (("0", 0.04), ("1", 0.04 / 3000)):
            path = self.sweep(f"{decay}.h5", **TORUS, tau="1", steps="3000", noise="0", decay=decay)
            attracts, found = (table[0, 4] for table in read(path, "equilibria/attracts", "equilibria/spectral_radius"))
            self.assertEqual(found < 1 - 1e-12, bool(attracts))
            self.assertLess(abs(found - 1), 20 * radius ** 2)
            self.assertGreater(abs(found - 1), 0.01 * radius ** 2)


class Options(Case):
    def test_garbage_is_refused(self):
        for name, (changes, named) in GARBAGE.items():
            with self.subTest(name):
                self.refused(*sweep_args(**SMALL | changes), named=named)

    def test_garbage_in_a_configuration_is_refused(self):
        head = 'game = "torus"\ntau = "5"\ngamma = 0.01\nsteps = 20\n'
        for body, named in (("noise = -1\n", "-1"), ("noise = [5]\n", "noise"), ("repeats = 4\n", "4"), ("decay = 0.5\n", "0.5"),
                            ("noise = 1\ndecay = 2\n", "2")):
            (self.folder / "c.toml").write_text(head + body)
            self.refused("sweep", "--config", "c.toml", "-o", "out.h5", named=named)
        for other in (["trajectory", "torus", "--start", "x1=1,x2=1", "--tau", "1", "--gamma", "0.1", "--steps", "9"],
                      ["equilibria", "torus"], ["reproduce", "fig8b"]):
            self.refused(*other, "--noise", "1", "-o", "out.h5", named="--noise")

    def test_what_else_goes_with_it(self):
        for name, (changes, shape) in {"one axis": ({"axis": "x1=-1:1:7", "fix": "x2=0.5"}, (1, 2, 7)),
                                       "sample": ({"axis": None, "sample": "6"}, (1, 2, 6)),
                                       "plain": ({"plain": True}, (1, 2, 3, 3))}.items():
            with self.subTest(name):
                path = self.sweep("more.h5", **SMALL | changes | {"repeats": "2", "force": True})
                self.assertEqual(read(path, "label")[0].shape, shape)
                self.assertEqual(read(path, "repeats/share")[0].shape[2:], shape[2:])
                self.ok("info", "more.h5", "--verify")
        one = self.sweep("one.h5", **SMALL)
        self.assertTrue(np.isnan(read(one, "share_error")[0]).all())  # of one repeat nothing can be said

    def test_dry_run(self):
        said = run(sweep_args(**TORUS, noise="1", repeats="1000", dry_run=True, o=None), self.folder).out
        self.assertIn("starts: 300000", said)


class Figures(Case):
    """plot.py of files with noise."""

    def plot(self, *arguments):
        return subprocess.run([sys.executable, HERE.parent / "output" / "plot.py", *arguments], cwd=self.folder,
                              capture_output=True, text=True, check=False)

    def test_maps_shares_and_the_share_of_a_label(self):
        self.sweep("map.h5", **TORUS, tau="1,2,5", steps="300", tol="0.3", noise="2", repeats="6")
        self.sweep("line.h5", **TORUS | {"axis": "x1=-3:3:30"}, fix="x2=0.2", tau="1,2,5", steps="300", tol="0.3", noise="2",
                   repeats="6")
        made = set()
        for name, arguments in {"paper": ["map.h5"], "plain": ["map.h5", "--style", "plain"], "label": ["map.h5", "--label", "1"],
                                "none": ["map.h5", "--label", "-1", "--tau", "2"], "shares": ["map.h5", "--what", "shares"],
                                "line": ["line.h5"]}.items():
            done = self.plot(*arguments, "-o", f"{name}.png")
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)
            made.add((self.folder / f"{name}.png").read_bytes())
        self.assertEqual(len(made), 6)
        for wrong, named in ((["map.h5", "--label", "6"], "--label 6"), (["line.h5", "--label", "1"], "--label 1"),
                             (["map.h5", "--label", "1", "--what", "shares"], "--label 1")):
            done = self.plot(*wrong, "-o", "wrong.png")
            self.assertEqual(done.returncode, 2)
            self.assertIn(named, done.stderr)
            self.assertFalse((self.folder / "wrong.png").exists())


if __name__ == "__main__":
    unittest.main()
