"""Sweeps from the command line and from configurations, what `info` tells about them, and their digest."""
import json
import os
import pty
import subprocess
import tomllib
import unittest

import h5py
import numpy as np

from tauroa_testing import BINARY, GAMES, Case, find, numbers, sweep_args, text

SQUARE = ["x1=-3:3:4", "x2=-3:3:3"]


class Sweep(Case):
    def read(self, path, name):
        with h5py.File(path) as file:
            return file[name][()]

    def test_list_grammar(self):
        rows = {"1,2,5": [1, 2, 5], "5,1,2": [1, 2, 5], "7": [7], "0.25,1e-1": [0.1, 0.25],
                "1:2:5": np.linspace(1, 2, 5), "0.1:0.7:4": np.linspace(0.1, 0.7, 4)}
        for count, (given, want) in enumerate(rows.items()):
            with self.subTest(given):
                path = self.sweep(f"{count}.h5", tau=given)
                np.testing.assert_array_equal(self.read(path, "tau"), want)

    def test_logarithmic_list_has_exact_ends(self):
        taus = self.read(self.sweep("log.h5", tau="0.1:30:4:log"), "tau")
        np.testing.assert_allclose(taus, np.geomspace(0.1, 30, 4), rtol=1e-14)
        self.assertEqual((taus[0], taus[-1]), (0.1, 30.0))

    def test_axes_are_linspace_to_the_last_bit(self):
        path = self.sweep("a.h5", axis=["x2=-0.7:0.1:7", "x1=-3.3:15:11"])
        np.testing.assert_array_equal(self.read(path, "x2"), np.linspace(-0.7, 0.1, 7))
        np.testing.assert_array_equal(self.read(path, "x1"), np.linspace(-3.3, 15, 11))
        self.assertEqual(self.read(path, "label").shape, (1, 11, 7), "the first --axis runs across")

    def test_default_map_is_the_window_200_by_200(self):
        for name, game in GAMES.items():
            path = self.sweep(f"{name}.h5", name, axis=None, steps="1")
            for variable in ("x1", "x2"):
                np.testing.assert_array_equal(self.read(path, variable),
                                              np.linspace(-game.half_width, game.half_width, 200))

    def test_one_axis_and_a_fixed_variable(self):
        path = self.sweep("line.h5", axis="x1=9:11:4", fix="x2=-8.95", steps="20000")
        np.testing.assert_array_equal(self.read(path, "label"), [[9, 9, 9, 9]])
        with h5py.File(path) as file:
            self.assertEqual(json.loads(text(file.attrs["fixed"])), {"x2": -8.95})

    def test_stderr_echoes_and_quiet_is_quiet(self):
        echo = self.ok(*sweep_args(tau="7.5,0.25", o="a.h5")).err
        self.assertRegex(echo, r"0\.25[^\n]*7\.5")
        self.assertEqual(self.ok(*sweep_args(tau="7.5,0.25", o="b.h5", quiet=True)).err, "")

    def test_dry_run_writes_nothing(self):
        result = self.ok(*sweep_args("torus", dry_run=True))
        for word in ("start", "memory", "file", "time"):
            self.assertIn(word, (result.out + result.err).lower())
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_force_replaces_a_file(self):
        path = self.sweep("a.h5", tau="2")
        self.sweep("a.h5", tau="3", force=True)
        np.testing.assert_array_equal(self.read(path, "tau"), [3])

    def test_defaults(self):
        plain = self.sweep("a.h5")
        self.assert_same_data(plain, self.sweep("b.h5", update="simultaneous", tol="1e-3", backend="auto"))

    def test_backends_and_threads(self):
        for backend, threads in (("reference", "1"), ("cpu", "1"), ("cpu", "2"), ("cpu", "3")):
            path = self.sweep(f"{backend}{threads}.h5", backend=backend, threads=threads)
            self.assertIn("label", h5py.File(path), path)

    def test_no_color(self):
        reader, terminal = pty.openpty()
        done = subprocess.run([BINARY, *sweep_args()], cwd=self.folder, stdin=subprocess.DEVNULL,
                              stdout=terminal, stderr=terminal, timeout=60, check=False,
                              env=os.environ | {"NO_COLOR": "1", "TERM": "xterm-256color"})
        os.close(terminal)
        with os.fdopen(reader, "rb", buffering=0) as screen:
            said = screen.read(1 << 16)
        self.assertEqual(done.returncode, 0, said)
        self.assertNotRegex(said, rb"\x1b\[[0-9;]*m")


class Config(Case):
    BODY = 'gamma = 0.04\nsteps = 50\naxis = ["x1=-3:3:4", "x2=-3:3:3"]\n'
    FLAGS = {"gamma": "0.04", "steps": "50", "axis": SQUARE}

    def with_config(self, body, output, *flags):
        (self.folder / "c.toml").write_text(body)
        self.ok("sweep", "--config", "c.toml", "-o", output, *flags)
        return self.folder / output

    def test_same_keys_as_the_flags(self):
        rows = {
            "text": ('game = "torus"\ntau = "1,5"\n', {"tau": "1,5"}),
            "range": ('game = "torus"\ntau = "1:5:3"\n', {"tau": "1:5:3"}),
            "array": ('game = "torus"\ntau = [1, 5.0]\n', {"tau": "1,5"}),
            "more": ('game = "torus"\ntau = [5]\nupdate = "alternating"\ntol = 1e-4\nsave-final = true\nthreads = 2\n'
                     'backend = "cpu"\n', {"update": "alternating", "tol": "1e-4", "save_final": True}),
        }
        for name, (head, flags) in rows.items():
            with self.subTest(name):
                self.assert_same_data(self.with_config(head + self.BODY, f"{name}.h5"),
                                      self.sweep(f"{name}-flags.h5", "torus", **self.FLAGS | flags))

    def test_a_flag_wins(self):
        got = self.with_config('game = "torus"\ntau = "1,5"\n' + self.BODY, "a.h5", "--tau", "2", "--gamma", "0.02",
                               "--axis", "x1=0:1:2", "--axis", "x2=0:1:2")
        want = self.sweep("b.h5", "torus", tau="2", gamma="0.02", steps="50", axis=["x1=0:1:2", "x2=0:1:2"])
        self.assert_same_data(got, want)


class Info(Case):
    REQUESTS = {
        "map": ("torus", {"tau": "0.1:30:4:log", "gamma": "0.04", "steps": "300", "axis": SQUARE, "tol": "3e-4",
                          "update": "alternating", "save_final": True}),
        "line": ("polynomial", {"tau": "5,1", "axis": "x2=-15:15:7", "fix": "x1=0.1", "steps": "100"}),
    }

    def test_toml_is_the_request(self):
        for name, (game, options) in self.REQUESTS.items():
            with self.subTest(name):
                first = self.sweep(f"{name}.h5", game, **options)
                request = self.ok("info", first.name, "--toml").out
                self.assertEqual(tomllib.loads(request)["game"], game)
                (self.folder / "again.toml").write_text(request)
                self.ok("sweep", "--config", "again.toml", "-o", f"{name}-again.h5")
                self.assert_same_data(first, self.folder / f"{name}-again.h5")

    def test_json_tells_settings_and_shares(self):
        path = self.sweep("a.h5", "torus", tau="1,5", gamma="0.04", steps="2000", axis=SQUARE)
        tree = json.loads(self.ok("info", "a.h5", "--json").out)
        for key, want in {"game": "torus", "update": "simultaneous", "gamma": 0.04, "steps": 2000, "tol": 1e-3}.items():
            self.assertIn(want, find(tree, key), key)
        with h5py.File(path) as file:
            shares = file["share"][()]
        self.assertTrue(set(shares.ravel()) - {0.0} <= set(numbers(tree)))

    def test_text_tells_the_same(self):
        self.sweep("a.h5", "torus", tau="1.25,5")
        listing = self.ok("info", "a.h5").out
        for word in ("torus", "0.001", "1.25", "simultaneous"):
            self.assertIn(word, listing)


class Digest(Case):
    SMALL = {"tau": "5,1", "gamma": "0.04", "steps": "200", "axis": ["x1=-3:3:7", "x2=-2:3:6"],
             "update": "alternating", "save_final": True}
    CHANGES = [{}, {"tau": "5,1.5"}, {"gamma": "0.041"}, {"steps": "201"}, {"tol": "2e-3"}, {"update": "simultaneous"},
               {"axis": ["x1=-3:3:7", "x2=-2:3:7"]}, {"axis": ["x1=-3:3:7", "x2=-2:3.5:6"]}, {"save_final": None},
               {"axis": ["x2=-3:3:7", "x1=-2:3:6"]}, {"game": "polynomial"}]

    def digest(self, path):
        with h5py.File(path) as file:
            return text(file.attrs["digest"])

    def test_it_changes_with_the_request(self):
        digests = [self.digest(self.sweep(f"{n}.h5", **{"game": "torus"} | self.SMALL | change))
                   for n, change in enumerate(self.CHANGES)]
        self.assertEqual(len(set(digests)), len(digests), digests)

    def test_same_request_same_file(self):
        runs = [{}, {"threads": "1"}, {"threads": "3"}, {"backend": "reference"}, {"backend": "cpu", "quiet": True}]
        paths = [self.sweep(f"{n}.h5", "torus", **self.SMALL | how) for n, how in enumerate(runs)]
        for path in paths[1:]:
            self.assertEqual(self.digest(paths[0]), self.digest(path))
            self.assert_same_data(paths[0], path)


if __name__ == "__main__":
    unittest.main()
