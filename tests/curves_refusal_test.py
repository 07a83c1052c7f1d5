"""Files of trajectories, spectra and figures that plot.py refuses: /usr/bin/python3 tests/curves_refusal_test.py."""

import contextlib
import io
import unittest

import h5py
import numpy as np

from curves_testing import WithFiles  # before plot: puts output/ on the path
import plot  # noqa: E402


class Refusals(WithFiles):
    """Exit 2, one line, nothing written."""

    def refused(self, path, *arguments, names):
        figure = self.directory / "figure.png"
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            status = plot.main([str(path), "-o", str(figure), *arguments])
        self.assertEqual((status, said.getvalue().count("\n")), (2, 1), said.getvalue())
        for word in (names, "accepted"):
            self.assertIn(word, said.getvalue())
        self.assertFalse(figure.exists())

    def changed(self, path, change):
        with h5py.File(path, "a") as file:
            change(file)
        return path

    def test_what_the_file_does_not_hold(self):
        self.refused(self.trajectory(), "--what", "maps", names="--what maps")
        self.refused(self.trajectory(), "--what", "spectrum", names="--what spectrum")
        self.refused(self.spectrum(), "--what", "distance", names="--what distance")
        self.refused(self.torus, "--what", "trajectories", names="--what trajectories")
        self.refused(self.figure_file("fig7a"), "--what", "surface", names="--what surface")
        for path in (self.trajectory(), self.spectrum(), self.figure_file("fig1")):
            self.refused(path, "--tau", "3.7", names="--tau 3.7")

    def test_parts_that_lack(self):
        for part in ("x", "step", "tau", "variable", "player", "period", "end", "equilibria/kind", "equilibria/stable"):
            self.refused(self.changed(self.trajectory(), lambda file: file.__delitem__(part)), names="/" + part)
        for part in ("eigenvalue_real", "eigenvalue_imag", "path", "tau", "window", "location"):
            self.refused(self.changed(self.spectrum(), lambda file: file.__delitem__(part)), names="/" + part)
        self.refused(self.changed(self.trajectory(), lambda file: file.attrs.__delitem__("game")), names="game")
        self.refused(self.changed(self.figure_file("fig4"), lambda file: file.__delitem__("spectra/origin")),
                     names="/spectra/origin")
        self.refused(self.changed(self.figure_file("fig6"), lambda file: file.__delitem__("surfaces/cost/f")),
                     names="/surfaces/cost/f")

    def test_parts_that_do_not_fit(self):
        def replace(name, values):
            def change(file):
                del file[name]
                file[name] = values
            return change
        for name, values in (("x", np.zeros((2, 1, 51))), ("x", np.zeros((2, 1, 50, 2))), ("end", np.zeros(2)),
                             ("end", np.full((2, 1), 9)), ("equilibria/stable", np.zeros((2, 3)))):
            self.refused(self.changed(self.trajectory(), replace(name, values)), names="/" + name)
        for name, values in (("path", np.zeros((60, 4), int)), ("eigenvalue_imag", np.zeros((60, 3))),
                             ("eigenvalue_real", np.zeros(60))):
            self.refused(self.changed(self.spectrum(), replace(name, values)), names="/" + name)
        self.refused(self.changed(self.trajectory(), lambda file: file.attrs.__setitem__("figure", "fig99")), names="fig99")

    def test_parts_of_another_type(self):
        names = ["tau", "x", "end", "step", "player", "period", "equilibria/kind", "equilibria/location", "field/gradient"]
        for name in names:
            for value in (3.5, np.array([b"x", b"y"])):
                def change(file):
                    del file[name]
                    file[name] = value
                self.refused(self.changed(self.trajectory(region=((-2, 2), (-2, 2))), change), names="/" + name)

    def test_parameters_that_are_no_json(self):
        for text in ("{", "7"):
            path = self.changed(self.trajectory(), lambda file: file.attrs.__setitem__("parameters", text))
            self.refused(path, names="parameters")


if __name__ == "__main__":
    unittest.main()
