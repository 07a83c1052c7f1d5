"""Starts at random: the same ones however the work is shared, shares with errors that mean what they say, requests refused."""

import json
import subprocess
import unittest

import h5netcdf  # noqa: F401  (xarray needs both engines; where one is missing these tests fail, they never skip)
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray
from many_ways import ManyWays
from tauroa_testing import GAMES, SANITIZED, Case, read, run, sweep_args, text

COUNT = 2001 if SANITIZED else 12001
REQUEST = ["sweep", "torus", "--tau", "1,2,5", "--gamma", "0.04", "--update", "alternating", "--steps", "3000",
           "--tol", "1e-2", "--sample", str(COUNT), "--seed", "12345", "--axis", "x2=-1:2.5", "--save-final"]
SMALL = {"game": "torus", "axis": None, "sample": "4", "o": "out.h5"}
# path: (type, dimensions), of what a grid's file has not, or has otherwise
LAYOUT = {
    "label": ("int16", ("tau", "sample")), "iterations": ("uint32", ("tau", "sample")),
    "final": ("float64", ("tau", "sample", "variable")), "sample": ("uint64", ("sample",)),
    "start": ("float64", ("sample", "variable")), "sample_low": ("float64", ("variable",)),
    "sample_high": ("float64", ("variable",)), "share": ("float64", ("tau", "outcome")),
    "share_error": ("float64", ("tau", "outcome")),
}
NEIGHBOURS = ["basin_entropy", "boundary_basin_entropy", "uncertain_share", "uncertainty_exponent",
              "uncertainty_exponent_error", "boundary_dimension", "minimal_shock", "edge_distance"]
GARBAGE = {
    **{f"sample {n}": ({"sample": n}, n) for n in ("0", "-1", "1.5", "1e3", "many", "", "1099511627777", "9" * 30)},
    **{f"seed {s}": ({"seed": s}, s) for s in ("-1", "1.5", "0x3", "x", "", "18446744073709551616")},
    **{f"axis {a}": ({"axis": a}, a) for a in ("x1=0:1:3", "x1=1:0", "x1=0:0", "x1=0:nan", "x1=0:1e999", "x1=0", "x1=", "x1",
                                              "x9=0:1", "x1=-1e300:1", "")},
    "cells": ({"sample": "1099511627776", "tau": "1,2"}, "--sample"),
    "seed without sample": ({"sample": None, "seed": "3"}, "--seed 3"),
    "range without sample": ({"sample": None, "axis": ["x1=0:1", "x2=0:1"]}, "x1=0:1"),
    "axis twice": ({"axis": ["x1=0:1", "x1=0:2"]}, "x1"),
    "axis and fix": ({"axis": "x1=0:1", "fix": "x1=0"}, "x1"),
    "all fixed": ({"fix": ["x1=0", "x2=1"]}, "x1"),
}


class Request(ManyWays, Case):
    request = REQUEST

    def test_other_settings_are_refused(self):
        self.refuse_others({"--sample": str(COUNT + 1), "--seed": "12346", "--axis": "x2=-1:2.25"},
                           left_out={"--sample", "--seed", "--axis"}, named="axis")
        self.refused("sweep", *REQUEST[1:], "--axis", "x1=-1:1:5", "-o", "other.h5", named="x1=-1:1:5")

    def test_what_the_file_says(self):
        with h5py.File(self.expected) as file:
            for name, (kind, dimensions) in LAYOUT.items():
                self.assertEqual(file[name].dtype, np.dtype(kind), name)
                own = [name] if h5py.h5ds.is_scale(file[name].id) else [d[0].name[1:] for d in file[name].dims]
                self.assertEqual(tuple(own), dimensions, name)
            self.assertEqual((file.attrs["sample"], file.attrs["seed"]), (COUNT, 12345))
            np.testing.assert_array_equal(file["sample"], np.arange(COUNT))
            np.testing.assert_array_equal(file["sample_low"], [-np.pi, -1])
            np.testing.assert_array_equal(file["sample_high"], [np.pi, 2.5])
            np.testing.assert_allclose(file["start"][()].min(axis=0), [-np.pi, -1], atol=24 / COUNT)
            np.testing.assert_allclose(file["start"][()].max(axis=0), [np.pi, 2.5], atol=24 / COUNT)
            label, share = file["label"][()], file["share"][()]
            np.testing.assert_array_equal(share, [[np.mean(row == code) for code in file["outcome"]] for row in label])
            np.testing.assert_allclose(file["share_error"], np.sqrt(share * (1 - share) / COUNT), rtol=1e-15)
            self.assertIn("sqrt(share (1 - share) / sample)", text(file["share_error"].attrs["long_name"]))
            self.assertNotIn("field", file)
            for name in NEIGHBOURS:
                self.assertTrue(np.isnan(file["measures"][name]).all(), name)
            arrived = file["iterations"][2][label[2] == 5]
            self.assertAlmostEqual(file["measures/iterations_mean"][2, 5], arrived.mean(), places=6)

    def test_labels_are_those_of_the_starts(self):
        label, final, start = read(self.expected, "label", "final", "start")
        away = GAMES["torus"].distance(final[2], [0, 0])
        np.testing.assert_array_equal(away <= 1e-2, label[2] == 1)
        at_once = self.sweep("zero.h5", "torus", tau="1", gamma="0.04", steps="0", sample="40001", seed="12345",
                             axis="x2=-1:2.5", save_final=True)
        first, own = read(at_once, "final", "start")  # more than are written at once
        np.testing.assert_array_equal(first[0], own)
        np.testing.assert_array_equal(first[0, :COUNT], start)

    def test_info_shows_the_errors(self):
        report = json.loads(self.ok("info", "expected.h5", "--json").out)
        self.assertEqual((report["sample"]["count"], report["sample"]["seed"]), (COUNT, 12345))
        self.assertEqual(report["sample"]["ranges"][1], {"name": "x2", "low": -1, "high": 2.5})
        share, error = read(self.expected, "share", "share_error")
        np.testing.assert_allclose([row["share_error"] for row in report["shares"]], error, rtol=1e-15)
        said = self.ok("info", "expected.h5", "--verify").out
        self.assertIn(f"{100 * share[2, 1]:.2f} % +- {100 * error[2, 1]:.2g} %", said)

    def test_xarray_and_ncdump_read_it(self):
        for engine in ("h5netcdf", "netcdf4"):
            for group in ("/", "/measures", "/equilibria", "/certificates"):
                with xarray.open_dataset(self.expected, engine=engine, group=group) as opened, h5py.File(self.expected) as file:
                    inside = {n for n, d in file[group].items() if isinstance(d, h5py.Dataset)}
                    self.assertEqual(inside, set(opened.variables))
                    if group == "/":
                        for name, (_, dimensions) in LAYOUT.items():
                            self.assertEqual(opened[name].dims, dimensions)
                            np.testing.assert_array_equal(opened[name].values, file[name][()])
        done = subprocess.run(["ncdump", "-h", self.expected], capture_output=True, check=False, timeout=60)
        self.assertIn(b"short label(tau, sample)", done.stdout)


class Shares(Case):
    """Against a fine grid, and against another seed."""
    HOW = {"tau": "2,5", "gamma": "0.001", "steps": "20000", "update": "alternating"}

    def shares(self, name, **changes):
        return read(self.sweep(name, "polynomial", **self.HOW | changes), "share")[0]

    def test_they_agree_within_their_errors(self):
        count, edge = (4000, 200) if SANITIZED else (40000, 800)
        end = 15 * (1 - 1 / edge)
        first, second = (self.shares(f"{seed}.h5", axis=None, sample=str(count), seed=str(seed)) for seed in (1, 2))
        grid = self.shares("grid.h5", axis=[f"{x}={-end}:{end}:{edge}" for x in ("x1", "x2")])  # cells' middles
        error = np.sqrt(grid * (1 - grid) / count)
        self.assertGreater((error > 1e-3).sum(), 6)
        for sample in (first, second):
            self.assertTrue((abs(sample - grid) <= 4 * error + 1e-12).all(), (sample - grid, error))
        self.assertTrue((abs(first - second) <= 4 * np.sqrt(2) * error + 1e-12).all())
        self.assertTrue((first != second).any())

    def test_the_errors_are_the_spread_of_many_seeds(self):
        """A variance of 60 shares: within 4 of its own standard errors, sqrt(2 / 59) of it, of the one stated."""
        count = 100 if SANITIZED else 400
        found = np.array([self.shares(f"{seed}.h5", axis=None, sample=str(count), seed=str(seed), steps="4000",
                                      labels_only=True) for seed in range(60)])
        mean = found.mean(axis=0)
        told = mean * (1 - mean) / count
        wide = told > 1e-4
        self.assertGreater(wide.sum(), 5)
        self.assertTrue((abs(found.var(axis=0, ddof=1)[wide] / told[wide] - 1) < 4 * np.sqrt(2 / 59)).all())


class Options(Case):
    def test_garbage_is_refused(self):
        for name, (changes, named) in GARBAGE.items():
            with self.subTest(name):
                self.refused(*sweep_args(**SMALL | changes), named=[named, *filter(None, named.split("="))])

    def test_garbage_in_a_configuration_is_refused(self):
        head = 'game = "torus"\ntau = "5"\ngamma = 0.01\nsteps = 20\n'
        for body, named in (("sample = 0\n", "0"), ("sample = [5]\n", "sample"), ("seed = 4\n", "4"),
                            ('sample = 5\naxis = ["x1=0:1:3"]\n', "x1=0:1:3")):
            (self.folder / "c.toml").write_text(head + body)
            self.refused("sweep", "--config", "c.toml", "-o", "out.h5", named=named)

    def test_what_else_goes_with_it(self):
        large = str(2**64 - 1)
        seeds = [read(self.sweep(f"{s}.h5", "torus", axis=None, sample="3", seed=s), "start")[0] for s in ("0", large, None)]
        self.assertTrue((seeds[0] != seeds[1]).all())
        np.testing.assert_array_equal(seeds[0], seeds[2])  # 0 is the default
        with h5py.File(self.folder / f"{large}.h5") as file:
            self.assertEqual(int(file.attrs["seed"]), 2**64 - 1)
        for more in ({"plain": True}, {"labels_only": True}, {"save_final": True}, {"backend": "reference"}):
            path = self.sweep("more.h5", "torus", axis=None, sample="1", force=True, **more)
            self.assertEqual(read(path, "label")[0].shape, (1, 1))

    def test_a_fixed_variable_stays_and_leaves_the_others_alone(self):
        free = read(self.sweep("free.h5", "torus", axis=None, sample="50"), "start")[0]
        path = self.sweep("fixed.h5", "torus", axis=None, sample="50", fix="x1=0.5")
        start, low, high = read(path, "start", "sample_low", "sample_high")
        np.testing.assert_array_equal(start, np.column_stack([np.full(50, 0.5), free[:, 1]]))
        np.testing.assert_array_equal((low, high), [[0.5, -np.pi], [0.5, np.pi]])
        self.assertIn("axis = [ 'x2=", self.ok("info", "fixed.h5", "--toml").out)

    def test_dry_run(self):
        said = run(sweep_args("torus", axis=None, sample="1000000", dry_run=True, o=None), self.folder).out
        self.assertIn("starts: 1000000", said)
        self.assertIn("file size: at most 30 MB", said)  # label, iterations, start and its number: 2 + 4 + 16 + 8 bytes


if __name__ == "__main__":
    unittest.main()
