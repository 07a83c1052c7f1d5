"""Games as text, through the program: their maps and theory against the built-in games of the same costs, what files keep of
them, and what is refused."""
import json
import os
import shutil
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import h5py
import numpy as np

from tauroa_testing import HERE, Case, numbers, run, sweep_args, text

TEXTS = HERE / "data" / "games"
CACHE = Path(os.environ["TAUROA_BUILD"]) / "tests" / "compiled_games"  # kept: a game is compiled once for all runs

# game: the axes of a small map, what is fixed, tau, gamma, steps, update
PLANE = ["x11=-4:4:17", "x12=-4:4:17"]
MAPS = {
    "polynomial": (["x1=-15:15:25", "x2=-15:15:25"], [], "1,5", "0.001", "30000", "alternating"),
    "torus": (["x1=-3:3:25", "x2=-3:3:25"], [], "1,5", "0.04", "6000", "simultaneous"),
    "dirac-gan": (["theta=-2:2:17", "omega=-2:2:17"], [], "1,8", "0.05", "4000", "alternating"),
    "dirac-gan-nonsaturating": (["theta=-2:2:17", "omega=-2:2:17"], [], "1,8", "0.05", "4000", "simultaneous"),
    "jin-spurious": (["x1=-4:4:17", "y1=-4:4:17"], ["x2=0.5", "y2=-1"], "2,20", "0.02", "3000", "simultaneous"),
    "jin-stable-late": (["x=-4:4:17", "y=-4:4:17"], [], "5,40", "0.02", "3000", "alternating"),
    "polynomial-4d": (["x11=-2:2:17", "x22=-2:2:17"], ["x12=1", "x21=1"], "2,20", "0.0005", "20000", "simultaneous"),
    "quadratic": (PLANE, ["x21=1", "x22=-1"], "1,4", "0.01", "3000", "alternating"),
    "quadratic-nonequilibrium": (PLANE, ["x21=1", "x22=-1"], "1,4", "0.01", "3000", "simultaneous"),
}
# those whose text says the very operations of the header
SAME_BITS = ("dirac-gan", "dirac-gan-nonsaturating", "jin-stable-late", "quadratic", "quadratic-nonequilibrium")
SMALL = {"tau": "2", "gamma": "0.01", "steps": "200", "axis": ["x=-2:2:9", "y=-3:3:7"]}


def file_of(game):
    return str(TEXTS / (game.replace("-", "_") + ".toml"))


def taken_out(tree, key):
    """Takes the numbers of a key out of a JSON value, wherever it stands."""
    if isinstance(tree, list):
        return [x for item in tree for x in taken_out(item, key)]
    if isinstance(tree, dict):
        mine = numbers([tree.pop(key, None)])
        return mine + [x for item in tree.values() for x in taken_out(item, key)]
    return []


def inner(label):
    """Whether all neighbours of a cell, and it, have one label."""
    padded = np.pad(label, ((0, 0), (1, 1), (1, 1)), mode="edge")
    rows, columns = label.shape[1:]
    same = np.ones(label.shape, bool)
    for down in range(3):
        for right in range(3):
            same &= padded[:, down:down + rows, right:right + columns] == label
    return same


class GameFile(Case):
    def setUp(self):
        super().setUp()
        self.cache = {"XDG_CACHE_HOME": str(CACHE), "seconds": 900}  # a game may have to be compiled

    def map_of(self, output, *game, **options):
        """A map of GAME, or --game-file FILE."""
        self.ok(*sweep_args(None, o=output, **options), *game, **self.cache)
        return self.folder / output


class AgainstBuiltIn(GameFile):
    def test_labels_are_the_same_off_the_boundary(self):
        for game, (axes, fixed, tau, gamma, steps, update) in MAPS.items():
            with self.subTest(game):
                options = {"axis": axes, "fix": fixed, "tau": tau, "gamma": gamma, "steps": steps, "update": update}
                files = [self.map_of(f"{game}-{len(which)}.h5", *which, plain=True, **options)
                         for which in ([game], ["--game-file", file_of(game)])]
                with h5py.File(files[0]) as one, h5py.File(files[1]) as other:
                    label, of_text = one["label"][()], other["label"][()]
                    far = inner(label)
                    self.assertGreater(far.mean(), 0.3)
                    np.testing.assert_array_equal(of_text[far], label[far])
                    apart = np.abs(other["iterations"][()].astype(np.int64) - one["iterations"][()])[far]
                    self.assertLessEqual(np.quantile(apart, 0.99), 1)  # an arrival may be a rounding sooner

    def test_where_the_operations_are_the_same_so_are_the_bits(self):
        for game in SAME_BITS:
            with self.subTest(game):
                axes, fixed, tau, gamma, _, update = MAPS[game]
                options = {"axis": axes, "fix": fixed, "tau": tau, "gamma": gamma, "steps": "700", "update": update}
                files = [self.map_of(f"{game}-{len(which)}.h5", *which, plain=True, save_final=True, **options)
                         for which in ([game], ["--game-file", file_of(game)])]
                with h5py.File(files[0]) as one, h5py.File(files[1]) as other:
                    for name in ("label", "iterations", "final"):
                        self.assertEqual(one[name][()].tobytes(), other[name][()].tobytes(), name)

    def test_a_game_of_any_size_at_one_size(self):
        options = {"tau": "1,5", "gamma": "0.001", "steps": "9000", "plain": True}
        one = self.map_of("one.h5", "covariance-gan", "--param", "Sigma1_1=2", axis=["V1_1=-3:3:21", "W1_1=-4:4:21"], **options)
        other = self.map_of("other.h5", "--game-file", file_of("covariance-gan"), axis=["V=-3:3:21", "W=-4:4:21"], **options)
        with h5py.File(one) as file, h5py.File(other) as of_text:
            for name in ("label", "iterations", "equilibria/location", "equilibria/tau_star"):
                np.testing.assert_array_equal(of_text[name][()], file[name][()], name)

    def test_theory_is_the_same(self):
        for game in MAPS:
            with self.subTest(game):
                more = ("--tau", "0.5,2,9", "--gamma", "0.001", "--json")
                one = json.loads(self.ok("equilibria", game, *more, **self.cache).out)
                of_text = json.loads(self.ok("equilibria", "--game-file", file_of(game), *more, **self.cache).out)
                self.assertEqual([p["kind"] for p in of_text["points"]], [p["kind"] for p in one["points"]])
                # how tight an enclosure is depends on how a cost is written: the built-in polynomial-4d is with fma
                np.testing.assert_allclose(taken_out(of_text["points"], "lipschitz"), taken_out(one["points"], "lipschitz"),
                                           rtol=1e-7)
                np.testing.assert_allclose(numbers(of_text["points"]), numbers(one["points"]), rtol=1e-9, atol=1e-9)

    def test_trajectories_and_spectra_are_the_same(self):
        for command, what, more in (
                ("trajectory", "x", ("--start", "x1=2,x2=-1", "--tau", "2", "--gamma", "0.04", "--steps", "100")),
                ("spectrum", "eigenvalue_real", ("--point", "1", "--tau", "0.5:4:9"))):
            self.ok(command, "torus", *more, "-o", "one.h5", "--force", **self.cache)
            self.ok(command, "--game-file", file_of("torus"), *more, "-o", "other.h5", "--force", **self.cache)
            with h5py.File(self.folder / "one.h5") as one, h5py.File(self.folder / "other.h5") as other:
                np.testing.assert_allclose(other[what][()], one[what][()], rtol=1e-12, atol=1e-12)

    def test_backends_give_the_same_bits(self):
        game = ("--game-file", file_of("unlisted"))
        files = [self.map_of(f"{b}.h5", *game, backend=b, save_final=True, **SMALL) for b in ("cpu", "reference")]
        self.assert_same_data(*files)


class Kept(GameFile):
    def test_a_map_holds_its_game_and_is_made_again_from_itself(self):
        game = ("--game-file", file_of("unlisted"))
        first = self.map_of("first.h5", *game, **SMALL)
        with h5py.File(first) as file:
            self.assertEqual(text(file.attrs["game"]), "sine-well")
            self.assertEqual(text(file.attrs["game_file"]), (TEXTS / "unlisted.toml").read_text())
        self.assert_same_data(first, self.map_of("second.h5", "--game-file", "first.h5", **SMALL))
        (self.folder / "request.toml").write_text(self.ok("info", "first.h5", "--toml").out)
        self.ok("sweep", "--config", "request.toml", "-o", "third.h5", **self.cache)
        self.assert_same_data(first, self.folder / "third.h5")

    def test_curves_hold_it_too(self):
        game = ("--game-file", file_of("unlisted"))
        self.ok("trajectory", *game, "--start", "x=1,y=0", "--tau", "2", "--gamma", "0.01", "--steps", "9", "-o", "t.h5",
                **self.cache)
        self.ok("spectrum", "--game-file", "t.h5", "--point", "0", "--tau", "1,2", "-o", "s.h5", **self.cache)
        for name, command in (("t", "trajectory"), ("s", "spectrum")):
            (self.folder / "c.toml").write_text(self.ok("info", f"{name}.h5", "--toml", **self.cache).out)
            self.ok(command, "--config", "c.toml", "-o", f"{name}2.h5", **self.cache)
            self.assert_same_data(self.folder / f"{name}.h5", self.folder / f"{name}2.h5")

    def test_built_in_games_leave_no_text(self):
        with h5py.File(self.sweep("plain.h5")) as file:
            self.assertNotIn("game_file", file.attrs)
        self.refused("equilibria", "--game-file", "plain.h5", named="plain.h5")

    def test_parts_join_and_another_text_is_another_sweep(self):
        game = ("--game-file", file_of("unlisted"))
        whole = self.map_of("whole.h5", *game, **SMALL)
        for part in ("1/2", "2/2"):
            self.map_of("part" + part[0], *game, shard=part, **SMALL)
        self.ok("merge", "part1", "part2", "-o", "joined.h5", **self.cache)
        self.assert_same_data(whole, self.folder / "joined.h5")
        changed = (TEXTS / "unlisted.toml").read_text().replace("y^2/2", "y^2/3")
        (self.folder / "other.toml").write_text(changed)
        again = run([*sweep_args(None, o="whole.h5", resume=True, **SMALL), "--game-file", "other.toml"], self.folder,
                    **self.cache)
        self.assert_refusal(again, "game-text")

    def test_parameters_of_text(self):
        game = ("--game-file", file_of("dirac_gan"))
        said = json.loads(self.ok("equilibria", *game, "--param", "mu=0.7", "--json", **self.cache).out)
        self.assertEqual(said["parameters"], {"mu": 0.7})
        self.assert_refusal(run(["equilibria", *game, "--param", "nu=1"], self.folder, **self.cache), "nu")

    def test_a_figure_is_drawn(self):
        self.map_of("map.h5", "--game-file", file_of("unlisted"), **SMALL)
        plot = subprocess.run([sys.executable, HERE.parent / "output/plot.py", "map.h5", "-o", "map.png"], cwd=self.folder,
                              capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(plot.returncode, 0, plot.stderr)
        self.assertGreater((self.folder / "map.png").stat().st_size, 1000)


class Refused(GameFile):
    def refused_text(self, content, *named):
        (self.folder / "my.toml").write_text(content)
        for name in named:
            self.refused("equilibria", "--game-file", "my.toml", named=name)

    def test_mistakes_are_named_by_line_and_column(self):
        good = (TEXTS / "unlisted.toml").read_text()
        self.refused_text(good.replace("sin(3*x)", "sin(3*x"), "my.toml: line 10, column")
        self.refused_text(good.replace("y^2/2", "z^2/2"), "'z'")
        self.refused_text(good.replace("sin(3", "system(3"), "system")
        self.refused_text(good.replace("sine-well", "torus"), "my.toml: line 2, column 8", "'torus'")

    def test_one_game_at_a_time(self):
        self.refused("equilibria", "torus", "--game-file", file_of("unlisted"), named="torus")
        self.refused("equilibria", named="GAME")
        self.refused("equilibria", "--game-file", "missing.toml", named="missing.toml")
        self.refused("equilibria", "--game-file", ".", named=".")

    def test_a_device_that_is_not_there(self):
        for more in (["--backend", "cuda"], ["--devices", "0"]):
            said = run([*sweep_args(None, **SMALL), "--game-file", file_of("unlisted"), *more], self.folder, **self.cache)
            if said.status != 0:  # a machine with a device, and NVRTC, may well serve it
                self.assert_refusal(said, "cuda")


class Cache(GameFile):
    """In a cache of its own. The game is short: it is compiled often here."""

    def setUp(self):
        super().setUp()
        self.cache = {"XDG_CACHE_HOME": str(self.folder / "cache"), "seconds": 900}
        self.command = ["equilibria", "--game-file", file_of("jin_stable_late")]
        self.games = self.folder / "cache/tauroa/games"

    def entry(self):
        (found,) = [p for p in self.games.iterdir() if p.is_dir()]
        return found

    def test_a_game_is_compiled_once_and_again_where_it_was_damaged(self):
        first = self.ok(*self.command, **self.cache)
        made = (self.entry() / "game.so").stat().st_mtime_ns
        self.assertEqual(self.ok(*self.command, **self.cache), first)
        self.assertEqual((self.entry() / "game.so").stat().st_mtime_ns, made)
        whole = (self.entry() / "game.so").read_bytes()
        (self.entry() / "game.so").write_bytes(whole[:len(whole) // 2])
        self.assertEqual(self.ok(*self.command, **self.cache), first)
        self.assertEqual((self.entry() / "game.so").stat().st_size, len(whole))
        self.assertEqual((self.games.stat().st_mode & 0o777, self.entry().stat().st_mode & 0o777), (0o700, 0o700))

    def test_two_processes_compile_it_once(self):
        with ThreadPoolExecutor(2) as both:
            said = list(both.map(lambda _: run(self.command, self.folder, **self.cache), range(2)))
        self.assertEqual([one.status for one in said], [0, 0], said)
        self.assertEqual(said[0], said[1])
        self.entry()  # one

    def test_what_others_can_write_is_not_used(self):
        self.games.mkdir(parents=True)
        self.games.chmod(0o777)
        said = self.ok(*self.command, **self.cache)
        self.assertIn(str(self.games), said.err)
        self.assertEqual(list(self.games.iterdir()), [])
        if os.geteuid() == 0:
            self.games.chmod(0o700)
            os.chown(self.games, 12345, -1)
            self.assertIn(str(self.games), self.ok(*self.command, **self.cache).err)
            self.assertEqual(list(self.games.iterdir()), [])

    def test_without_a_folder_to_keep_it_in(self):
        said = self.ok(*self.command, seconds=900, XDG_CACHE_HOME="", HOME="/proc", TMPDIR=str(self.folder))
        self.assertIn("is not kept", said.err)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_without_a_compiler(self):
        said = run(self.command, self.folder, TAUROA_CXX="/no/such/compiler", **self.cache)
        self.assert_refusal(said, "/no/such/compiler")
        broken = run(self.command, self.folder, TAUROA_CXX=shutil.which("false"), **self.cache)
        self.assertEqual((broken.status, broken.out), (1, ""))
        self.assertEqual([p for p in self.games.iterdir() if p.is_dir()], [])


if __name__ == "__main__":
    unittest.main()
