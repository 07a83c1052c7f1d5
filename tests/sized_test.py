"""A game whose number of variables depends on its parameters, by every command: covariance-gan with d x d matrices."""

import json
import unittest

import h5py
from tauroa_testing import Case, find, sweep_args, text

SLICE = {"game": "covariance-gan", "param": ["d=2", "mu=0.5"], "axis": ["V1_1=-3:3:9", "W1_1=-2:2:7"], "at": "2",
         "gamma": "0.01", "tau": "2,10", "steps": "300", "o": "out.h5"}
ONE = {"game": "covariance-gan", "axis": None, "sample": "40", "seed": "3", "gamma": "0.01", "tau": "5,20",
       "steps": "4000", "save_final": True}


class Sweeps(Case):
    def test_backends_parts_and_its_own_request_make_the_same_file(self):
        self.ok(*sweep_args(**SLICE))
        expected = self.folder / "out.h5"
        again = self.ok("info", "out.h5", "--toml").out
        (self.folder / "again.toml").write_text(again)
        self.ok("sweep", "--config", "again.toml", "-o", "again.h5")
        self.assert_same_data(expected, self.folder / "again.h5")
        for backend in ("reference", "auto", "cpu"):
            self.assert_same_data(expected, self.sweep(f"{backend}.h5", **{k: v for k, v in SLICE.items() if k != "o"},
                                                       backend=backend))
        for part in (1, 2):
            self.ok(*sweep_args(**SLICE | {"o": f"part-{part}"}, shard=f"{part}/2"))
        self.ok("merge", "part-1", "part-2", "-o", "merged.h5")
        self.assert_same_data(expected, self.folder / "merged.h5")

    def test_the_file_says_what_was_computed(self):
        self.ok(*sweep_args(**SLICE))
        with h5py.File(self.folder / "out.h5") as file:
            self.assertEqual(text(file.attrs["proofs"]), "none")
            self.assertEqual(json.loads(text(file.attrs["parameters"])), {"d": 2, "mu": 0.5, "seed": 0})
            self.assertEqual(len(json.loads(text(file.attrs["fixed"]))), 6)
            self.assertEqual(file["equilibria/location"].shape, (3, 8))
            self.assertEqual(set(file["certificates/test_interval"][:]), {1})
            self.assertFalse(file["equilibria/attracts"][:].any())  # 0 does not, the others are not isolated
        self.assertIn("not_arrived", self.ok("info", "out.h5", "--json").out.replace(" ", "_"))

    def test_of_one_dimension_starts_arrive_at_either_root(self):
        path = self.sweep("one.h5", **ONE, param=["Sigma=2.25", "mu=0.5"])
        with h5py.File(path) as file:
            self.assertEqual(set(file["label"][:].ravel()), {0, 2})
            self.assertLess(abs(abs(file["final"][..., 0]) - 1.5).max(), 2e-3)
            self.assertTrue(file["equilibria/stable"][:, [0, 2]].all())

    def test_prediction(self):
        self.assertIn("predicted time", self.ok(*sweep_args(**SLICE), "--dry-run").out)

    def test_refusals(self):
        for changes, named in (({"backend": "cuda"}, "cuda"), ({"devices": "0"}, "CPU only"), ({"labels_only": True}, "--labels-only"),
                               ({"at": "3"}, "--at"), ({"at": "x"}, "--at"), ({"at": None}, "V1_2"),
                               ({"param": "d=0"}, "d=0"), ({"param": "d=2.5"}, "d=2.5"), ({"param": "d=65"}, "d=65"),
                               ({"param": ["d=2", "Sigma3_1=1"]}, "Sigma1_3"), ({"param": ["d=2", "Sigma1_2=50"]}, "positive definite"),
                               ({"param": "Sigma=-1"}, "positive definite"), ({"param": "v=1"}, "v")):
            self.refused(*sweep_args(**SLICE | changes), named=named)


class OtherCommands(Case):
    def test_equilibria_of_twenty_dimensions_in_less_than_a_minute(self):
        asked = ("equilibria", "covariance-gan", "--param", "d=20", "--tau", "1,10", "--gamma", "0.001")
        table = self.ok(*asked, seconds=60).out
        self.assertLess(max(map(len, table.splitlines())), 250)
        answer = json.loads(self.ok(*asked, "--update", "alternating", "--json", seconds=60).out)
        self.assertEqual([len(p) for p in find(answer, "point")], [800] * 3)
        self.assertEqual(sorted(find(answer, "kind")), ["degenerate", "degenerate", "non-equilibrium"])
        self.assertEqual([len(e) for e in find(answer, "eigenvalues")], [800] * 6)
        self.assertEqual(set(find(answer, "attracts")), {False})

    def test_games_lists_it_at_its_defaults(self):
        (listed,) = [g for g in json.loads(self.ok("games", "--json").out) if g["name"] == "covariance-gan"]
        self.assertEqual([v["name"] for v in listed["variables"]], ["V1_1", "W1_1"])
        self.assertEqual(listed["parameters"], {"d": 1, "mu": 1, "seed": 0})
        self.assertIn("SigmaI_J", listed["note"])

    def test_onset(self):
        measured = json.loads(self.ok("onset", "covariance-gan", "--param", "Sigma=1", "--gamma", "0.02", "--tau", "1,4",
                                      "--update", "alternating", "--json").out)
        windows = find(measured, "measured_windows")
        self.assertEqual([len(w) for w in windows], [1, 0, 1])
        self.refused("onset", "covariance-gan", "--param", "d=20", "--gamma", "0.01", named="800")


if __name__ == "__main__":
    unittest.main()
