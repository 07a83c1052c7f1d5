"""sweep --plot: the figure of a map by one command, a game as text included; refused before anything is computed."""
import os
import subprocess
import sys
import unittest
from pathlib import Path

from tauroa_testing import HERE, Case, run, sweep_args

CACHE = Path(os.environ["TAUROA_BUILD"]) / "tests" / "compiled_games"  # kept: a game is compiled once for all runs
GAME = '''name = "sine-well"
player1 = { x = [-2, 2] }
player2 = { y = [-3, 3] }
[cost]
f = "sin(3*x)*y - y^2/2 + x^4/4 - x^2/2"
'''
SMALL = {"tau": "2", "gamma": "0.01", "steps": "300", "axis": ["x=-2:2:20", "y=-3:3:20"]}
TORUS = {"game": "torus", "gamma": "0.04", "axis": ["x1=-3:3:5", "x2=-3:3:5"]}


class Drawing(Case):
    def test_a_game_in_no_list_from_text_to_figure(self):
        (self.folder / "my.toml").write_text(GAME)
        self.ok(*sweep_args(None, game_file="my.toml", o="map.h5", plot="map.png", **SMALL), XDG_CACHE_HOME=str(CACHE))
        drawn = (self.folder / "map.png").read_bytes()
        subprocess.run([sys.executable, HERE.parent / "output/plot.py", "map.h5", "-o", "again.png"], cwd=self.folder,
                       check=True)
        self.assertEqual(drawn, (self.folder / "again.png").read_bytes())

    def test_a_setting_of_a_file_and_a_map_that_is_complete(self):
        (self.folder / "request.toml").write_text('game = "torus"\ntau = 1\ngamma = 0.04\nsteps = 20\nplot = "map.svg"\n')
        self.ok("sweep", "--config", "request.toml", "-o", "map.h5")
        drawn = (self.folder / "map.svg").read_bytes()
        (self.folder / "map.svg").unlink()
        self.ok("sweep", "--config", "request.toml", "-o", "map.h5", "--resume")
        self.assertEqual((self.folder / "map.svg").read_bytes(), drawn)

    def test_what_could_not_be_drawn_is_not_computed(self):
        (self.folder / "there.png").write_text("mine")
        for figure in ("map.gif", "map", ".", "no/map.png", "there.png", ""):
            self.refused(*sweep_args(plot=figure, **TORUS), named=f"--plot {figure}")
        self.refused(*sweep_args(plot="map.png", shard="1/2", **TORUS), named="--shard")
        self.ok(*sweep_args(plot="there.png", force=True, **TORUS))
        self.assertTrue((self.folder / "there.png").read_bytes().startswith(b"\x89PNG"))

    def test_without_python_nothing_is_computed(self):
        result = run(sweep_args(plot="map.png", **TORUS), self.folder, PATH="/nowhere")
        self.assert_refusal(result, "--plot map.png")
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_a_figure_that_fails_leaves_the_map(self):
        longest = "m" * 251 + ".png"  # of a file's name: what is written first has a longer one
        result = run(sweep_args(plot=longest, o="map.h5", **TORUS), self.folder)
        self.assertEqual(result.status, 1, result.err)
        self.assertIn(f"--plot {longest}: not drawn; the map is in map.h5", result.err)
        self.ok("info", "map.h5")


if __name__ == "__main__":
    unittest.main()
