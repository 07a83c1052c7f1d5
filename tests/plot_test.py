"""The command line of output/plot.py: /usr/bin/python3 tests/plot_test.py (needs h5py, matplotlib, numpy)."""

import unittest

import h5py
import numpy as np

from plot_testing import InDirectory, run
from plotting import names, tau_list
from plotting.errors import RequestError
from plotting.opening import MOST_PANELS
from synthetic_sweep import POLYNOMIAL, TORUS, write_sweep


class Files(InDirectory):
    """What the command line writes."""

    STARTS = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<?xml"}

    def test_every_format_and_style_without_a_display_and_from_any_directory(self):
        for ending, start in self.STARTS.items():
            for style in ("paper", "plain"):
                figure = self.directory / f"{style}.{ending}"
                done = run("torus.h5", "-o", figure.name, "--style", style, cwd=self.directory)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
                self.assertTrue(figure.read_bytes().startswith(start))
        self.assertEqual(len(list(self.directory.iterdir())), 7, "something temporary was left")

    def test_same_bytes_again_and_hatching_in_the_vector_formats(self):
        for ending, hatching in (("svg", b"<pattern"), ("pdf", b"/PatternType 1"), ("png", b"")):
            once, again = (self.directory / f"{name}.{ending}" for name in ("once", "again"))
            for figure in (once, again):
                self.assertEqual(run(self.torus, "-o", figure).returncode, 0)
            self.assertEqual(once.read_bytes(), again.read_bytes())
            self.assertNotRegex(once.read_bytes(), b"CreationDate|dc:date")
            self.assertIn(hatching, once.read_bytes())

    def test_replaces_a_figure_that_is_there(self):
        figure = self.directory / "figure.png"
        figure.write_text("old")
        self.assertEqual(run(self.torus, "-o", figure).returncode, 0)
        self.assertTrue(figure.read_bytes().startswith(b"\x89PNG"))

    def test_a_large_map_makes_a_small_figure(self):
        large = self.directory / "large.h5"
        across = np.hypot(*np.meshgrid(np.arange(2000), np.arange(2000))).astype(int) // 150 % 4 - 1
        write_sweep(large, POLYNOMIAL, (2,), across[None])
        figure = self.directory / "large.pdf"
        self.assertEqual(run(large, "-o", figure, "--style", "plain").returncode, 0)
        self.assertLess(figure.stat().st_size, 200_000)


class Refusals(InDirectory):
    """Exit 2 and one line for a wrong request, 1 for what else fails; nothing written."""

    def refused(self, *arguments, names):
        """That the request is refused in one line that holds names and says what would be accepted."""
        before = sorted(self.directory.iterdir())
        done = run(*arguments)
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertEqual(done.stdout, "")
        for word in (names, "accepted"):
            self.assertIn(word, done.stderr)
        self.assertEqual(sorted(self.directory.iterdir()), before)

    def test_files_that_are_not_ours(self):
        figure = self.directory / "figure.png"
        garbage, foreign, other = (self.directory / f"{name}.h5" for name in ("garbage", "foreign", "other"))
        garbage.write_bytes(b"garbage" * 100)
        with h5py.File(foreign, "w") as file:
            file["data"] = np.arange(3)
        with h5py.File(other, "w") as file:
            file.attrs["kind_of_file"] = "tides"
        cut = self.directory / "cut.h5"
        cut.write_bytes(self.torus.read_bytes()[:5000])
        for path in (garbage, foreign, cut, self.directory / "missing.h5", self.directory):
            self.refused(path, "-o", figure, names=str(path))
        self.refused(other, "-o", figure, names="tides")

    def test_sweeps_that_lack_a_part(self):
        for part in ("tau", "equilibria/kind", "equilibria/stable", "variable", "share"):
            path = self.directory / "lacking.h5"
            path.write_bytes(self.torus.read_bytes())
            with h5py.File(path, "a") as file:
                del file[part]
            self.refused(path, "-o", self.directory / "figure.png", "--style", "plain",
                         names="/" + part)

    def test_labels_of_no_point(self):
        with h5py.File(self.torus, "a") as file:
            file["label"][1, 0, 0] = 77
        self.refused(self.torus, "-o", self.directory / "figure.png", names="77")

    def test_command_lines(self):
        figure = self.directory / "figure.png"
        self.refused(self.torus, "-o", figure, "--tau", "1,3", names="--tau 3")
        for taus in ("3", "1,,2", "one", "0,1", "1,1", "1:2", "1:2:0", "1:2:3:cubic", "nan", "-1:2:3:log"):
            self.refused(self.torus, "-o", figure, f"--tau={taus}", names=taus)
        self.refused(self.torus, "-o", self.directory / "figure.gif", names=".gif")
        self.refused(self.torus, "-o", self.directory / "figure", names="''")
        self.refused(self.torus, "-o", self.directory / "none" / "figure.png", names="none")
        self.refused(self.torus, "-o", figure, "--style", "baroque", names="baroque")
        self.refused(self.torus, names="-o")

    def test_data_that_cannot_be_read(self):
        with h5py.File(self.torus, "r") as file:
            place = file["label"].id.get_chunk_info(0).byte_offset
        with open(self.torus, "r+b") as file:
            file.seek(place)
            file.write(b"\xff" * 16)
        done = run(self.torus, "-o", self.directory / "figure.png")
        self.assertEqual((done.returncode, done.stderr.count("\n")), (1, 1), done.stderr)
        self.assertEqual(len(list(self.directory.iterdir())), 1)


class Selection(InDirectory):
    """Which τ are drawn."""

    def panels(self, taus, count, what=None):
        """τ as written beneath the panels of a file of `count` τ from 1."""
        path = self.directory / "many.h5"
        write_sweep(path, TORUS, np.arange(1, count + 1), np.zeros((count, 4, 4), int), with_field=False)
        figure = self.draw(path, "paper", taus, what)
        return [axes.get_xlabel() for axes in figure.axes]

    def test_those_named(self):
        self.assertEqual(self.panels([2 + 1e-12, 5], 6), [names.tau_name(2), names.tau_name(5)])
        self.assertEqual(len(self.panels(tau_list.parse_list("1:30:30"), 30)), 30)

    def test_too_many_are_thinned_out_and_said_so(self):
        shown = self.panels(None, 60, "maps")
        self.assertEqual(len(shown), MOST_PANELS)
        self.assertEqual([shown[0], shown[-1]], [names.tau_name(1), names.tau_name(60)])
        done = run(self.directory / "many.h5", "-o", self.directory / "many.png", "--what", "maps")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, "24 of the file's 60 τ")

    def test_lists(self):
        np.testing.assert_array_equal(tau_list.parse_list("5,1,2"), [1, 2, 5])
        np.testing.assert_array_equal(tau_list.parse_list("1:3:3"), [1, 2, 3])
        np.testing.assert_allclose(tau_list.parse_list("1:100:3:log"), [1, 10, 100])
        self.assertRaises(RequestError, tau_list.parse_list, "1:3:99999999999")


if __name__ == "__main__":
    unittest.main()
