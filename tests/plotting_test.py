"""What figures look like, and output/plotting from Python: /usr/bin/python3 tests/plotting_test.py."""

import subprocess
import sys
import unittest

import h5py
import matplotlib
import numpy as np
from matplotlib.figure import Figure

from plot_testing import (BLUE, CORNER, ORANGE, ORIGIN, OTHER, PURPLE, REPOSITORY, WHITE, InDirectory, cell_pixels,
                          colours_in, light, pixels, png_pixels, rgb, run)
from plotting import names, palette
from plotting.legend import legend_entries
from plotting.maps import coarser, copies_in_view, draw_basins, draw_map
from plotting.opening import open_file
from plotting.save import publication_settings
from plotting.game_tables import CriticalPoint
from plotting.streamlines import draw_streamlines
from synthetic_sweep import POLYNOMIAL, TORUS, write_game, write_sweep


class Colours(InDirectory):
    """What is seen where."""

    def assert_bands(self, style, expected):
        """That the bands of six_outcomes have these colours in both panels; of a hatched one, that it is among them."""
        figure, image = self.picture(self.torus, style)
        for panel, axes in enumerate(figure.axes):
            for row in range(12):
                band = 5 - row // 2 if panel else row // 2
                found = colours_in(cell_pixels(image, axes, row, 2, (12, 10)))
                seen = found & {expected[band]} if band == 3 + OTHER else found
                self.assertEqual(seen, {expected[band]}, (panel, row))

    def test_plain_style_tells_every_outcome_apart(self):
        greys = [rgb(palette.UNREACHED_GREYS[code]) for code in (-3, -2, -1)]
        expected = [*greys, light(BLUE), rgb(palette.NON_EQUILIBRIUM_BASIN), light(ORANGE)]
        self.assertEqual(len(set(expected)), 6)
        self.assert_bands("plain", expected)

    def test_paper_style_is_white_where_nothing_is_reached(self):
        with h5py.File(self.torus, "a") as file:
            del file["field"]
        self.assert_bands("paper", [rgb(WHITE)] * 3 + [light(BLUE), rgb(palette.NON_EQUILIBRIUM_BASIN), light(ORANGE)])

    def test_the_written_png_is_the_figure(self):
        path = self.directory / "figure.png"
        run(self.torus, "-o", path, "--style", "plain")
        image = png_pixels(path)
        figure = self.draw(self.torus, "plain")
        for axes, row in ((figure.axes[0], 6), (figure.axes[1], 5)):
            self.assertEqual(colours_in(cell_pixels(image, axes, row, 2, (12, 10))), {light(BLUE)})

    def test_a_non_equilibrium_is_grey_under_hatching(self):
        figure, image = self.picture(self.torus, "plain")
        block = np.vstack([cell_pixels(image, figure.axes[0], 9, column, (12, 10)) for column in range(10)]).astype(int)
        self.assertLessEqual(np.ptp(block, axis=1).max(), 2, "a hue in what should be grey")
        basin = rgb(palette.NON_EQUILIBRIUM_BASIN)[0]
        self.assertEqual(block.max(), basin)
        darker = (block[:, 0] < basin - 20).mean()
        self.assertTrue(0.05 < darker < 0.5, darker)

    def test_streamlines_are_black_and_only_in_paper_style(self):
        for style, lines in (("paper", True), ("plain", False)):
            figure, image = self.picture(self.torus, style)
            shown = colours_in(cell_pixels(image, figure.axes[0], 3, 0, (12, 1)))
            self.assertEqual((0, 0, 0) in shown, lines, style)

    def test_crosses_at_stable_equilibria_and_their_copies(self):
        figure = self.draw(self.torus, "plain")
        places = [[tuple(np.round(place, 6)) for drawn in axes.collections for place in drawn.get_offsets()]
                  for axes in figure.axes]
        pi = round(np.pi, 6)
        self.assertEqual(places[0], [(0, 0)])
        self.assertCountEqual(places[1], [(0, 0), (-pi, -pi), (-pi, pi), (pi, -pi), (pi, pi)])
        self.assertEqual(tuple(figure.axes[1].collections[1].get_facecolors()[0, :3]), palette.to_rgb(ORANGE))
        self.assertEqual(tuple(figure.axes[1].collections[1].get_edgecolors()[0, :3]), (0, 0, 0))

    def test_crosses_of_points_off_the_map_are_hollow(self):
        with h5py.File(self.torus, "a") as file:
            file.attrs["fixed"] = '{"x2": 1.0}'
        figure = self.draw(self.torus, "plain")
        self.assertEqual(tuple(figure.axes[0].collections[0].get_facecolors()[0, :3]), (1, 1, 1))
        with h5py.File(self.torus, "a") as file:
            file.attrs["fixed"] = f'{{"x2": {2 * np.pi}}}'
        figure = self.draw(self.torus, "plain")
        self.assertEqual(tuple(figure.axes[0].collections[0].get_facecolors()[0, :3]), palette.to_rgb(BLUE))

    def test_the_polynomial_game_looks_like_the_paper(self):
        path = self.directory / "polynomial.h5"
        write_game(path, POLYNOMIAL, (2,), cells=15, gamma=0.01, steps=1500, tol=1)
        figure, image = self.picture(path, "plain")
        grid = np.linspace(-15, 15, 15)
        for at, colour in (((-8.6, -8.6), BLUE), ((2.1, -12.9), PURPLE), ((12.9, 12.9), None)):
            column, row = (int(np.argmin(abs(grid - value))) for value in at)
            expected = light(colour) if colour else rgb(WHITE)
            self.assertEqual(colours_in(cell_pixels(image, figure.axes[0], row, column, (15, 15))), {expected}, at)


class Strips(InDirectory):
    """Sweeps along one axis."""

    def test_rows_are_tau_upwards(self):
        path, label = self.strip()
        figure, image = self.picture(path, "plain")
        axes = figure.axes[0]
        self.assertEqual([text.get_text() for text in axes.get_yticklabels()], ["0.5", "2", "4"])
        grey = rgb(palette.NON_EQUILIBRIUM_BASIN)
        colours = {ORIGIN: light(BLUE), CORNER: light(ORANGE), OTHER: grey, -1: rgb(WHITE)}
        self.assertGreater(len(set(label.flat)), 2)
        for row, column in ((0, 3), (1, 3), (2, 3), (1, 6), (2, 8), (2, 12)):
            self.assertIn(colours[label[row, column]], colours_in(cell_pixels(image, axes, row, column, label.shape)))

    def test_both_styles_and_many_tau(self):
        path, _ = self.strip()
        for style in ("paper", "plain"):
            figure = self.directory / f"{style}.png"
            self.assertEqual(run(path, "-o", figure, "--style", style, "--tau", "0.5,4").returncode, 0)
        taus = np.geomspace(0.1, 10, 2000)
        write_sweep(path, TORUS, taus, np.zeros((2000, 5), int), axes=("x1",))
        axes = self.draw(path, "paper").axes[0]
        self.assertIn("0.1", [text.get_text() for text in axes.get_yticklabels()])
        self.assertIn("10", [text.get_text() for text in axes.get_yticklabels()])


class Notebook(InDirectory):
    """Use from Python, with one's own Axes."""

    def test_import_chooses_no_backend_and_settings_are_put_back(self):
        code = ("import sys; sys.path.insert(0, sys.argv[1]); import matplotlib as m; a = dict.copy(m.rcParams); "
                "import plotting.maps, plotting.opening, plotting.sweep_figure, plotting.save; "
                "assert a == dict.copy(m.rcParams)")
        subprocess.run([sys.executable, "-B", "-c", code, str(REPOSITORY / "output")], check=True)
        before = dict.copy(matplotlib.rcParams)
        with publication_settings():
            self.assertNotEqual(dict.copy(matplotlib.rcParams), before)
        self.assertEqual(dict.copy(matplotlib.rcParams), before)

    def test_draws_into_the_axes_it_is_given_with_its_colours_and_labels(self):
        figure = Figure()
        left, right = figure.subplots(1, 2)
        with open_file(self.torus) as opened:
            draw_map(right, opened.sweep, 1, streamlines=False, colours={ORIGIN: "#ff0000"})
            entries = legend_entries(opened.sweep, [1], labels={ORIGIN: "the origin"})
        self.assertFalse(left.has_data())
        image = pixels(figure)
        self.assertEqual(colours_in(cell_pixels(image, right, 4, 2, (12, 10))), {light("#ff0000")})
        self.assertEqual([text.split(":")[0] for _, text in entries][0], "the origin")
        self.assertRegex(entries[-1][1], r"^escaped:  16\.7 %$")

    def test_basins_of_plain_arrays(self):
        axes = Figure().subplots()
        with open_file(self.torus) as opened:
            styles = palette.point_styles(opened.sweep.points)
        draw_basins(axes, np.array([[0, 1], [2, -1]]), np.array([0.0, 1.0]), np.array([5.0, 7.0]), styles)
        self.assertEqual((axes.get_xlim(), axes.get_ylim()), ((-0.5, 1.5), (4.0, 8.0)))

    def test_streamlines_alone(self):
        axes = Figure().subplots()
        with open_file(self.torus) as opened:
            draw_streamlines(axes, opened.sweep.field(0), colour="#123456")
        np.testing.assert_allclose((axes.get_xlim(), axes.get_ylim()), [(-np.pi, np.pi)] * 2)
        self.assertGreater(len(axes.patches), 10)
        self.assertEqual(axes.patches[0].get_facecolor()[:3], palette.to_rgb("#123456"))

    def test_field_is_minus_lambda_tau_g_in_the_order_of_the_axes(self):
        swapped = self.directory / "swapped.h5"
        write_sweep(swapped, TORUS, (3,), np.zeros((1, 4, 4), int), axes=("x2", "x1"))
        with open_file(swapped) as opened:
            field = opened.sweep.field(0)
        x2, x1 = np.meshgrid(field.x, field.y)
        g1, g2 = TORUS.gradient(x1, x2)
        np.testing.assert_allclose(field.u, -3 * g2)
        np.testing.assert_allclose(field.v, -g1)


class Parts(unittest.TestCase):
    """Small functions."""

    def test_names(self):
        self.assertEqual([names.variable_name(name) for name in ("x1", "x12", "theta", "ω", "speed", "V_1_2")],
                         ["$x_{1}$", "$x_{12}$", r"$\theta$", r"$\omega$", "speed", "$V_{1,2}$"])
        self.assertEqual(names.point_name([10.572164, -8.951739]), "(10.57, −8.952)")
        self.assertEqual(names.point_name([1, 2, 3, 4, 5]), "(1, 2, 3, 4, …)")
        self.assertEqual(names.percentages([0, 0.0001, 0.5]), "0 / <0.1 / 50.0 %")
        self.assertEqual(names.percentages([0.25] * 6 + [0.5]), "25.0 to 50.0 %")

    def test_styles(self):
        kinds = (("non-equilibrium", False), ("non-equilibrium", True), ("differential-nash", True),
                 ("degenerate", True), ("differential-stackelberg", False))
        points = [CriticalPoint(i, np.zeros(2), kind, attracts) for i, (kind, attracts) in enumerate(kinds)]
        styles = palette.point_styles(points)
        self.assertEqual([style.hatch for style in styles], [palette.HATCHES[0], palette.HATCHES[0], "",
                                                             palette.HATCHES[1], ""])
        self.assertEqual([styles[i].strong for i in (2, 4)], [palette.to_rgb(colour) for colour in (BLUE, ORANGE)])
        many = [CriticalPoint(i, np.zeros(2), "differential-nash", True) for i in range(21)]
        self.assertEqual(len({style.basin for style in palette.point_styles(many)}), 21)

    def test_copies_in_view(self):
        self.assertEqual(copies_in_view(1.0, 0.0, 0, 2), [1.0])
        self.assertEqual(copies_in_view(3.0, 0.0, 0, 2), [])
        self.assertEqual(copies_in_view(5.0, 2.0, 0.5, 5.5), [1, 3, 5])

    def test_coarser_keeps_the_middle_of_blocks(self):
        label = np.arange(36).reshape(6, 6)
        np.testing.assert_array_equal(coarser(label, 2), [[7, 10], [25, 28]])
        np.testing.assert_array_equal(coarser(label, 6), label)


if __name__ == "__main__":
    unittest.main()
