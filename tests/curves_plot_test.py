"""Figures of trajectories, spectra and the paper's figures: /usr/bin/python3 tests/curves_plot_test.py."""

import unittest

import h5py
import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

import curve_games as games
from curves_testing import WithFiles, lines_of
from plot_testing import run
from plotting.curves import curves_of
from plotting.distances import covariance, distances_of
from plotting.eigenvalues import draw_parts
from plotting.opening import open_file
from plotting.palette import PATH_COLOURS
from plotting.paths import broken_at_wraps, draw_paths
from plotting.streamlines import PALEST, draw_streamlines
from synthetic_figures import FIGURES

LETTERS = {"fig1": "abcdf", "fig4": "abcefg", "fig5": "abdef", "fig6": "abcd", "fig7a": "a", "fig8a": "a", "fig9": "abd",
           "fig10": "abcdefghi", "fig11": "abc"}


class PaperFigures(WithFiles):
    """Every figure of the paper."""

    def test_panels_and_letters(self):
        self.assertEqual(LETTERS.keys(), FIGURES.keys())
        for name, letters in LETTERS.items():
            figure = self.draw(self.figure_file(name), "plain")
            shown = "".join(text.get_text().strip("()") for text in figure.texts)
            self.assertEqual(shown, letters, name)

    def test_every_format_and_the_same_bytes_again(self):
        for number, name in enumerate(FIGURES):
            path, ending = self.figure_file(name), ("png", "pdf", "svg")[number % 3]
            once, again = (self.directory / f"{name}-{time}.{ending}" for time in ("once", "again"))
            for figure in (once, again):
                done = run(path, "-o", figure)
                self.assertEqual((done.returncode, done.stderr, done.stdout), (0, "", ""), name)
            self.assertEqual(once.read_bytes(), again.read_bytes(), name)
            self.assertNotRegex(once.read_bytes(), b"CreationDate|dc:date")

    def test_only_one_kind_of_panel(self):
        path = self.figure_file("fig6")
        for what, count in (("trajectories", 1), ("spectrum", 2), ("surface", 1)):
            axes = [axes for axes in self.draw(path, "paper", what=what).axes if axes.get_label() != "<colorbar>"]
            self.assertEqual(len(axes), count, what)

    def test_only_some_tau(self):
        figure = self.draw(self.figure_file("fig7a"), "plain", taus=[5])
        self.assertEqual([axes.get_title() for axes in figure.axes], [r"$\tau = 5$"])

    def test_7a_is_close_to_its_paths(self):
        path = self.figure_file("fig7a", 1)
        with h5py.File(path, "a") as file:
            low, high = file["x"][:, 0].min(axis=(0, 1)), file["x"][:, 0].max(axis=(0, 1))
        for axes in self.draw(path, "paper").axes:
            np.testing.assert_allclose(axes.get_xlim(), (low[0], high[0]), atol=0.3)
            np.testing.assert_allclose(axes.get_ylim(), (low[1], high[1]), atol=0.4)

    def test_all_runs_of_figure_1_in_one_plane(self):
        path = self.figure_file("fig1")
        axes = self.draw(path, "paper").axes[0]
        with h5py.File(path) as file:
            states = [*file["x"][:, 0], file["runs/mu_1/x"][0, 0]]
        for line, x in zip(lines_of(axes, 20), states, strict=True):
            np.testing.assert_array_equal(line.T, x)

    def test_landscape_is_minus_f(self):
        axes = self.draw(self.figure_file("fig6"), "paper").axes[0]
        self.assertGreater(axes.get_zlim()[1], 500)  # the cost's least value is about -540
        crosses = [drawn for drawn in axes.collections if len(getattr(drawn, "_offsets3d", ((),))[0]) == 1]
        self.assertEqual(len(crosses), 11)
        violet = [drawn for drawn in crosses if tuple(drawn.get_facecolor()[0, :3]) == to_rgb("#CC79A7")]
        self.assertEqual([round(float(value[0]), 2) for value in violet[0]._offsets3d[:2]], [10.57, -8.95])

    def test_eigenvalues_of_5d_end_at_2(self):
        path = self.figure_file("fig5")
        plane, real = self.draw(path, "paper").axes[2:4]
        tau = lines_of(real, 100)[0][0]
        self.assertAlmostEqual(tau[-1], 30)
        self.assertEqual(lines_of(plane, 50)[0].shape[1], (tau <= 2 * (1 + 1e-9)).sum())


class Trajectories(WithFiles):
    """Any trajectory."""

    def test_a_panel_for_each_tau_and_the_distances(self):
        path = self.trajectory(region=((-2, 2), (-2, 2)))
        for style, streamlines in (("paper", True), ("plain", False)):
            figure = self.draw(path, style)
            self.assertEqual([axes.get_title() for axes in figure.axes], [r"$\tau = 1$", r"$\tau = 4$", ""])
            self.assertEqual(len(figure.axes[0].patches) > 10, streamlines)
        with h5py.File(path) as file:
            x, step = file["x"][:], file["step"][:]
        np.testing.assert_array_equal(lines_of(figure.axes[1], 20)[0].T, x[1, 0])
        solid, dashed = lines_of(figure.axes[2], 20)[2:]
        np.testing.assert_array_equal(solid, [step, abs(x[1, 0, :, 0])])
        np.testing.assert_array_equal(dashed, [step, abs(x[1, 0, :, 1])])
        self.assertEqual(figure.axes[2].get_yscale(), "log")
        self.assertEqual(figure.axes[2].lines[2].get_linestyle(), "-")
        self.assertNotEqual(figure.axes[2].lines[3].get_linestyle(), "-")

    def test_pairs_of_coordinates_of_a_game_of_four(self):
        path = self.trajectory(games.QUADRATIC, {"v": 4.0}, [(5, 4, 3, 2)], (2, 5), gamma=5e-4)
        figure = self.draw(path, "paper")
        names = [(axes.get_xlabel(), axes.get_ylabel()) for axes in figure.axes[:2]]
        self.assertEqual(names, [("$x_{11}$", "$x_{21}$"), ("$x_{12}$", "$x_{22}$")])
        with h5py.File(path) as file:
            np.testing.assert_array_equal(lines_of(figure.axes[1], 20)[1].T, file["x"][1, 0][:, [1, 3]])
            far = np.linalg.norm(file["x"][0, 0, :, 2:], axis=1)
        np.testing.assert_allclose(lines_of(figure.axes[2], 20)[1][1], far)

    def test_lines_break_where_angles_wrap(self):
        path = self.trajectory(games.TORUS, {}, [(2.0, -1.0), (1.9, -2.1)], (2,), steps=400, gamma=0.02)
        for line in lines_of(self.draw(path, "plain").axes[0], 20):
            self.assertLess(np.nanmax(abs(np.diff(line))), np.pi)
        with h5py.File(path) as file:
            self.assertGreater(abs(np.diff(file["x"][:], axis=2)).max(), np.pi, "nothing wraps in the file")
        straight = np.array([[3.0, 0], [-3.0, 0], [-2.0, 0]])
        np.testing.assert_array_equal(broken_at_wraps(straight, np.array([2 * np.pi, 0]))[:, 0], [3, np.nan, -3, -2])
        np.testing.assert_array_equal(broken_at_wraps(straight, np.zeros(2)), straight)

    def test_distances_on_the_torus_go_the_shorter_way(self):
        path = self.trajectory(games.TORUS, {}, [(-3.1, -3.1)], (5,), steps=30)
        with open_file(path) as opened:
            curve, = curves_of([opened.run])
            _, distances = distances_of(curve, 0)
            self.assertEqual(opened.run.aim(0, 0).location.tolist(), [np.pi, np.pi])
        self.assertLess(distances.max(), 0.1)

    def test_a_diverging_path_stops_and_spoils_no_view(self):
        path = self.trajectory(games.QUADRATIC, {"v": 4.0}, [(5, 4, 3, 2)], (1, 10), steps=500, gamma=0.5)
        with h5py.File(path) as file:
            kept = np.isfinite(file["x"][0, 0]).all(axis=1).sum()
            self.assertTrue(2 < kept < 400 and file["end"][0, 0] == -2)
        axes = self.draw(path, "paper").axes[0]
        self.assertEqual(lines_of(axes, 2)[0].shape[1], kept)
        self.assertLess(np.ptp(axes.get_xlim()), 200)
        self.assertEqual(run(path, "-o", self.directory / "figure.png").returncode, 0)

    def test_filled_where_stable_hollow_where_not(self):
        path = self.trajectory(games.TORUS, {}, [(2.0, -1.0)], (1, 2), region=((-np.pi, np.pi),) * 2)
        one, two = self.draw(path, "plain").axes[:2]

        def faces(axes, where):
            return [tuple(drawn.get_facecolor()[0, :3]) for drawn in axes.collections
                    if any(np.allclose(place, where) for place in drawn.get_offsets())]
        white, blue, orange = (1, 1, 1), to_rgb(PATH_COLOURS[0]), to_rgb(PATH_COLOURS[1])
        self.assertEqual((faces(one, (0, 0)), faces(two, (0, 0))), ([blue], [orange]))
        self.assertEqual((faces(one, (np.pi, np.pi)), faces(two, (-np.pi, np.pi))), ([white], [orange]))
        self.assertEqual(faces(two, (np.pi, 0)), [white])
        shapes = {tuple(drawn.get_offsets()[0].round(6)): len(drawn.get_paths()[0].vertices) for drawn in two.collections}
        self.assertNotEqual(shapes[(0, 0)], shapes[(-1.645867, -1.495726)], "an equilibrium looks like any point")

    def test_without_known_points_distances_are_to_the_last_state(self):
        path = self.trajectory(games.QUADRATIC, {"v": 4.0}, [(5, 4, 3, 2)], (5,), gamma=5e-4)
        with h5py.File(path, "a") as file:
            del file["equilibria"]
            file["end"][:] = -1
            x = file["x"][0, 0]
        axes = self.draw(path, "paper").axes[-1]
        np.testing.assert_allclose(lines_of(axes, 20)[0][1], np.linalg.norm(x[:-1, :2] - x[-1, :2], axis=1))

    def test_many_tau_are_thinned_out_and_said_so(self):
        path = self.trajectory(taus=np.linspace(1, 8, 40), steps=20)
        done = run(path, "-o", self.directory / "figure.png")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, "24 of the file's 40 τ")
        self.assertEqual(len(lines_of(self.draw(path, "paper").axes[0], 20)), 24)

    def test_covariance_gan(self):
        sigma = np.array([[2.0, 0.5], [0.5, 1.0]])
        parameters = games.covariance_parameters(sigma, 1.0)
        np.testing.assert_array_equal(covariance(parameters, 2), sigma)
        del parameters["Sigma2_1"]
        np.testing.assert_array_equal(covariance(parameters, 2), sigma)
        path = self.trajectory(games.covariance_game(sigma), games.covariance_parameters(sigma, 1.0),
                               [(1, 2, 3, 4, 5, 6, 7, 9)], (1,), gamma=1e-3)
        solid, dashed = lines_of(self.draw(path, "paper", what="distance").axes[0], 20)
        v = np.array([[1, 2], [3, 4]])
        self.assertAlmostEqual(solid[1, 0], np.linalg.norm(sigma - v @ v.T))
        self.assertAlmostEqual(dashed[1, 0], np.linalg.norm([5, 6, 7, 9]))


class Spectra(WithFiles):
    """Any spectrum."""

    def test_paths_markers_and_windows(self):
        path = self.spectrum()
        plane, real, imaginary = self.draw(path, "paper").axes
        with h5py.File(path) as file:
            tau, order = file["tau"][:], np.argsort(file["path"][:], axis=1)
            values = [np.take_along_axis(file[f"eigenvalue_{part}"][:], order, axis=1) for part in ("real", "imag")]
        self.assertTrue((order != np.arange(4)).any(), "the sorted order would do")
        for i in range(4):
            np.testing.assert_array_equal(lines_of(plane, 20)[i], [values[0][:, i], values[1][:, i]])
            np.testing.assert_array_equal(lines_of(real, 20)[i], [tau, values[0][:, i]])
            np.testing.assert_array_equal(lines_of(imaginary, 20)[i], [tau, values[1][:, i]])
            np.testing.assert_array_equal(plane.collections[2 * i].get_offsets()[0], [values[0][0, i], values[1][0, i]])
            np.testing.assert_array_equal(plane.collections[2 * i + 1].get_offsets()[0],
                                          [values[0][-1, i], values[1][-1, i]])
        edges = [line.get_xdata()[0] for line in real.lines if list(line.get_ydata()) == [0, 1]]
        self.assertAlmostEqual(edges[0], 2, delta=0.2)
        self.assertIn(1 + 0.75**0.5, edges)
        self.assertAlmostEqual(real.patches[0].get_xy()[:, 0].min(), 2, delta=0.2)
        self.assertAlmostEqual(real.patches[0].get_xy()[:, 0].max(), 16)

    def test_some_tau_and_many_eigenvalues(self):
        path = self.spectrum(taus=np.linspace(1, 16, 16))
        self.assertEqual(lines_of(self.draw(path, "paper", taus=[1, 2, 3]).axes[1], 3)[0][0].tolist(), [1, 2, 3])
        with h5py.File(path, "a") as file:
            for name in ("eigenvalue_real", "eigenvalue_imag", "path", "location"):
                rows = np.concatenate([file[name][:] + 4 * i for i in range(5)], axis=-1)
                del file[name]
                file[name] = rows
        colours = {line.get_color() for line in self.draw(path, "paper").axes[0].lines[1:]}
        self.assertEqual(len(colours), 20)

    def test_tau_star_is_written(self):
        path = self.spectrum()
        with h5py.File(path, "a") as file:
            file.attrs["tau_star"] = 2.0
        self.assertEqual(self.draw(path, "paper").axes[2].get_title("left"), r"$\tau^* = 2$")

    def test_a_point_that_is_never_stable(self):
        path = self.spectrum(games.POLYNOMIAL, {}, 5)
        with h5py.File(path) as file:
            self.assertEqual(file["window"].shape, (0, 2))
        self.assertEqual(len(self.draw(path, "paper").axes[1].patches), 0)


class Notebook(WithFiles):
    """Use from Python, with one's own Axes."""

    def test_own_axes_colours_and_labels(self):
        left, right = Figure().subplots(1, 2)
        with open_file(self.trajectory()) as opened:
            curves = curves_of([opened.run], colours=["#ff0000", "#00ff00"], labels=["slow", "fast"])
            draw_paths(right, curves)
        self.assertFalse(left.has_data())
        self.assertEqual([to_rgb(line.get_color()) for line in right.lines], [(1, 0, 0), (0, 1, 0)])
        self.assertEqual([curve.label for curve in curves], ["slow", "fast"])
        with open_file(self.spectrum()) as opened:
            draw_parts(left, opened.spectrum, ["real"], colours=["#ff0000"] * 4)
        self.assertEqual({line.get_color() for line in lines_of_colour(left)}, {"#ff0000"})

    def test_streamlines_are_paler_where_the_field_is_stronger(self):
        axes = Figure().subplots()
        with open_file(self.trajectory(region=((-2, 2), (-2, 2)))) as opened:
            field = opened.run.field(0)
        draw_streamlines(axes, field, shaded=True)
        drawn = axes.collections[0]
        grey = np.array([colour[0] for colour in drawn.get_colors()])
        size = np.array([np.hypot(*game_flow(piece.mean(axis=0))) for piece in drawn.get_segments()])
        self.assertGreater(np.corrcoef(grey, size)[0, 1], 0.95)
        self.assertLessEqual(grey.max(), PALEST)

    def test_a_second_start_is_paler(self):
        path = self.trajectory(starts=((1.0, 1.0), (-1.0, 0.5)))
        first, second = self.draw(path, "paper").axes[0].lines[:2]
        self.assertEqual(to_rgb(first.get_color()), to_rgb(PATH_COLOURS[0]))
        self.assertGreater(sum(to_rgb(second.get_color())), sum(to_rgb(first.get_color())))


def lines_of_colour(axes):
    """The lines of eigenvalues, without those of axes and windows."""
    return [line for line in axes.lines if len(line.get_xdata()) > 2]


def game_flow(place):
    """Dirac-GAN's field at τ = 1, μ = 0.3."""
    return games.dirac_gan(place, {"mu": 0.3})


if __name__ == "__main__":
    unittest.main()
