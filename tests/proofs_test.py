"""What a file and `info` say of the proofs: /certificates, and the same in text and JSON."""
import json
import unittest

import h5py
import numpy as np
import xarray

from tauroa_testing import Case, text

FIG7B = {"tau": "1,5", "gamma": "0.001", "steps": "75001", "update": "alternating", "axis": ["x1=-15:15:5", "x2=-15:15:5"]}
NEVER = 2**32 - 1


class Proofs(Case):
    def report(self, path):
        return json.loads(self.ok("info", path, "--json").out)

    def described(self, **options):
        """A map's certificates and what info says of it, in text and JSON."""
        path = self.sweep("map.h5", **FIG7B, **options)
        with h5py.File(path) as file:
            proven = {name: data[()] for name, data in file["certificates"].items()}
        return proven, self.ok("info", path).out, self.report(path)


class File(Proofs):
    def test_everything_is_named_and_says_its_method(self):
        with h5py.File(self.sweep("map.h5", labels_only=True, **FIG7B)) as file:
            group = file["certificates"]
            self.assertIn("interval arithmetic", text(group.attrs["method"]))
            self.assertIn("capture_rate", group)
            for name, dataset in group.items():
                with self.subTest(name):
                    self.assertGreater(len(text(dataset.attrs["long_name"])), 10)
                    if not h5py.h5ds.is_scale(dataset.id):
                        self.assertGreater(len(text(dataset.attrs["method"])), 10)

    def test_both_engines_open_it(self):
        path = self.sweep("map.h5", labels_only=True, **FIG7B)
        for engine in ("h5netcdf", "netcdf4"):
            with xarray.open_dataset(path, engine=engine, group="certificates") as opened:
                self.assertEqual(opened["capture_rate"].dims, ("tau", "point", "level"))
                self.assertEqual(opened["capture_shape"].dims, ("tau", "point", "row", "variable"))
                self.assertEqual(opened["watch"].sel(point=9).dims, ("tau",))

    def test_levels_rise_with_their_steps_and_what_is_not_proven_says_so(self):
        proven, _, _ = self.described(labels_only=True)
        level, rate, steps = (proven[f"capture_{name}"] for name in ("level", "rate", "steps"))
        none = np.isnan(level)
        self.assertTrue(none.any() and not none.all())
        np.testing.assert_array_equal(np.isnan(rate), none)
        np.testing.assert_array_equal(steps == NEVER, none)
        self.assertTrue(np.all((rate > 0) & (rate < 1) | none))
        self.assertTrue(np.all((np.diff(level) >= 0) & (np.diff(steps.astype(float)) >= 0) | none[..., 1:]))
        np.testing.assert_array_equal(np.isnan(proven["capture_shape"]).all(axis=(2, 3)), none.all(axis=2))

    def test_no_ellipsoids_where_none_are_asked_for(self):
        proven, listing, report = self.described()
        self.assertNotIn("capture_level", proven)
        self.assertNotIn("captured", listing)
        self.assertEqual(report["capture"], [])


class Final(Proofs):
    def test_is_the_state_at_which_a_proof_decided(self):
        path = self.sweep("map.h5", steps="20000", save_final=True, axis=["x1=-60:60:5", "x2=-40:40:5"])
        with h5py.File(path) as file:
            label, iterations, final = (file[name][0] for name in ("label", "iterations", "final"))
            start = np.stack(np.meshgrid(file["x1"][()], file["x2"][()]), axis=-1)
            self.assertTrue(np.all(iterations[label == -1] == 20000))
            self.assertIn("proof decided", text(file["final"].attrs["comment"]))
            steps = file["provenance"].attrs["steps_computed"]
        too_far = (label == -1) & (np.abs(start[..., 0]) == 60)
        self.assertGreater(too_far.sum(), 0)
        escaped = (label == -3) & (iterations == 0)
        self.assertGreater(escaped.sum(), 0)
        for decided in (too_far, escaped):
            np.testing.assert_array_equal(final[decided], start[decided])
        self.assertEqual(steps, iterations[~too_far].sum())


class Info(Proofs):
    def test_json_holds_all_of_the_file(self):
        proven, _, report = self.described(labels_only=True)
        taus = [1.0, 5.0]
        self.assertEqual([row["tau"] for row in report["arrival_tests"]], taus)
        for t, row in enumerate(report["arrival_tests"]):
            self.assertEqual(row["every"], proven["test_interval"][t])
            watched = {w["point"]: w["distance"] for w in row["watch"]}
            self.assertEqual(watched, {j: d for j, d in enumerate(proven["watch"][t]) if np.isfinite(d)})
            for w in row["watch"]:
                self.assertEqual([by["steps"] for by in w["passages"]], [64, 128, 256])
                for length, by in enumerate(w["passages"]):
                    for key in ("nearest", "bend", "drift", "farthest"):
                        self.assertEqual(by[key], proven[f"passage_{key}"][t, w["point"], length])
                    self.assertLess(by["nearest"], w["distance"])
        seen = 0
        for row in report["capture"]:
            at = taus.index(row["tau"]), row["point"]
            np.testing.assert_array_equal(row["shape"], proven["capture_shape"][at])
            for key in ("level", "rate", "steps"):
                stored = proven[f"capture_{key}"][at]
                np.testing.assert_array_equal([level[key] for level in row["levels"]], stored[:len(row["levels"])])
            self.assertEqual(row["levels"][-1]["level"], np.nanmax(proven["capture_level"][at]))
            seen += 1
        self.assertEqual(seen, np.isfinite(proven["capture_level"][..., 0]).sum())
        sides = sum(np.isfinite(proven[name]).sum() for name in ("escape_low", "escape_high", "far_low", "far_high"))
        self.assertEqual((len(report["proven"]), report["proofs"]), (sides, "used"))

    def test_text_is_short_and_has_every_kind(self):
        proven, listing, report = self.described(labels_only=True)
        last = report["capture"][-1]
        eigenvalues = np.linalg.eigvalsh(last["shape"])
        longest, shortest = np.sqrt(last["levels"][-1]["level"] / eigenvalues)
        watch = proven["watch"][1][9]
        for words in ("escaped from x2 <= -14.98", "too far to arrive from x1", f"{watch:.3g} of 9 still 64 steps later",
                      f"by 9 within half axes {longest:.3g}, {shortest:.3g}"):
            self.assertIn(words, listing)
        self.assertLess(max(map(len, listing[listing.index("proven"):].splitlines()[:6])), 200)

    def test_plain_says_what_is_still_proven(self):
        _, listing, report = self.described(plain=True)
        self.assertEqual((report["proofs"], report["proven"]), ("for_tests_of_arrival_only", []))
        self.assertEqual([row["every"] for row in report["arrival_tests"]], [128, 128])
        self.assertIn("proofs say only how often to look for arrivals", listing)
        self.assertIn("128 steps later", listing)
        for words in (listing, self.ok("sweep", "--help").out):
            self.assertNotIn("no proofs", words.lower())
        self.assertIn("how often to look for arrivals", " ".join(self.ok("sweep", "--help").out.split()))

    def test_the_game_on_circles(self):
        path = self.sweep("torus.h5", "torus", tau="2", gamma="0.04", steps="20001", labels_only=True,
                          axis=["x1=-3:3:5", "x2=-3:3:5"])
        report = self.report(path)
        self.assertEqual({row["point"] for row in report["capture"]}, {1, 5})
        self.assertEqual(report["proven"], [])
        self.assertIn("no half-space", self.ok("info", path).out)


if __name__ == "__main__":
    unittest.main()
