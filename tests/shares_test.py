"""Shares of the basins against τ, and the windows drawn over them: /usr/bin/python3 tests/shares_test.py."""

import unittest

import numpy as np
from matplotlib.figure import Figure

from plot_testing import BLUE, CORNER, ORANGE, ORIGIN, OTHER, InDirectory, light, pixels, rgb, run
from plotting import palette
from plotting.opening import open_file
from plotting.shares import draw_edges, draw_shares
from plotting.sweep_file import standard_error
from plotting.windows import Window, point_windows, window_text, windows
from synthetic_sweep import TORUS, jacobian, spectral_radius, write_sample, write_sweep

TAUS = np.geomspace(0.5, 5, 40)
CELLS = 20


def bands(taus):
    """A map [tau, 20, 20] of horizontal bands: at τ, `(τ rounded)` rows of the origin, then 5 of (π, 0), then 5 of (π, π)."""
    label = np.full((len(taus), CELLS, CELLS), -1)
    for i, tau in enumerate(taus):
        rows = round(tau)
        label[i, :rows], label[i, rows:rows + 5], label[i, rows + 5:rows + 10] = ORIGIN, OTHER, CORNER
    return label


def crossing(location, low, high):
    """The τ at which the spectral radius of the alternating update, γ1 = 0.04, crosses 1, by bisection."""
    j = jacobian(TORUS, location)
    for _ in range(60):
        middle = (low + high) / 2
        same = (spectral_radius(j, middle, 0.04) < 1) == (spectral_radius(j, low, 0.04) < 1)
        low, high = (middle, high) if same else (low, middle)
    return low


class Shares(InDirectory):
    """What is drawn of a file with many τ."""

    def setUp(self):
        super().setUp()
        self.many = self.directory / "many.h5"
        write_sweep(self.many, TORUS, TAUS, bands(TAUS))

    def drawn(self, **options):
        """Axes of 4 × 4 inches, and the PointWindows that draw_shares returned."""
        axes = Figure(figsize=(6, 6)).add_axes((1 / 6, 1 / 6, 4 / 6, 4 / 6))
        with open_file(self.many) as opened:
            return axes, draw_shares(axes, opened.sweep, list(range(len(TAUS))), **options)

    def test_areas_are_the_shares_in_the_maps_colours(self):
        axes, _ = self.drawn(unreached=palette.UNREACHED_GREYS, edges_of=())
        image = pixels(axes.figure)
        expected = [light(BLUE), rgb(palette.NON_EQUILIBRIUM_BASIN), light(ORANGE), rgb("#ffffff")]
        for tau in (0.7, 2.0, 3.0, 4.2):
            column = 100 + round(400 * np.log(tau / TAUS[0]) / np.log(TAUS[-1] / TAUS[0]))
            tops = np.cumsum([round(tau), 5, 5, CELLS - 10 - round(tau)]) / CELLS
            for low, high, colour in zip([0, *tops], tops, expected):
                if high - low < 0.03:
                    continue
                rows = slice(round(500 - 400 * high) + 4, round(500 - 400 * low) - 4)
                seen = image[rows, column - 2:column + 3].reshape(-1, 3)
                self.assertTrue((abs(seen - colour).max(axis=1) <= 1).any(), (tau, low))
                for other in {light(BLUE), light(ORANGE)} - {colour}:
                    self.assertFalse((abs(seen - other).max(axis=1) <= 1).any(), (tau, low))

    def test_lines_at_tau_star_and_where_the_radius_crosses_one(self):
        axes, found = self.drawn()
        lines = {(round(float(line.get_xdata()[0]), 4), line.get_color(), line.is_dashed()) for line in axes.lines
                 if len(line.get_xdata()) == 2 and line.get_zorder() == 3}
        origin, corner = crossing((0, 0), 0.6, 0.8), crossing((np.pi, np.pi), 1.2, 1.4)
        other = crossing((np.pi, 0), 0.9, 1.1)
        colours = [palette.to_rgb(colour) for colour in (BLUE, palette.NON_EQUILIBRIUM_STRONG, ORANGE)]
        self.assertEqual(sorted(x for x, _, dashed in lines if dashed), [0.7391, 1.0, 1.3529])
        for edge, colour, window in zip((origin, other, corner), colours, (found[0], found[1], found[2])):
            [drawn] = [x for x, of, dashed in lines if not dashed and of == colour]
            self.assertAlmostEqual(drawn / edge, 1, delta=2e-4)
            self.assertAlmostEqual(drawn, (window.attracts[0].low or window.attracts[0].high), delta=1e-4)

    def test_triangles_at_the_first_tau_at_which_every_start_nearby_arrives(self):
        label = bands(TAUS)
        label[:, CELLS // 2 - 3:CELLS // 2 + 3] = -1
        near = slice(CELLS // 2 - 2, CELLS // 2 + 2)
        label[10:, near, near] = ORIGIN
        label[10:17, CELLS // 2 - 2, CELLS // 2 + 1] = OTHER  # one cell away from the others for some τ more
        for row in (0, 1, -1, -2):  # the corner's neighbours stand at all four corners of the map
            label[:, row, [0, 1, -1, -2]] = CORNER
        label[:25, -1, 1] = -1
        write_sweep(self.many, TORUS, TAUS, label)
        axes, found = self.drawn()
        self.assertEqual(found[ORIGIN].arrives, [Window(TAUS[17], None)])
        self.assertEqual(found[CORNER].arrives, [Window(TAUS[25], None)])
        self.assertEqual(found[OTHER].arrives, [])
        marks = sorted((float(line.get_xdata()[0]), line.get_color()) for line in axes.lines if line.get_marker() == "v")
        self.assertEqual(marks, [(TAUS[17], palette.to_rgb(BLUE)), (TAUS[25], palette.to_rgb(ORANGE))])

    def test_points_off_the_map_have_no_starts_nearby(self):
        path, label = self.strip()
        with open_file(path) as opened:
            sweep = opened.sweep
            found = [point_windows(sweep, point, [0, 1, 2]).arrives for point in sweep.points]
        self.assertIsNone(found[CORNER])
        held = (label[:, 9:12] == ORIGIN).all(axis=1)
        self.assertEqual(found[ORIGIN], windows(np.array([0.5, 2, 4]), held))

    def test_edges_that_coincide_share_the_height(self):
        axes, _ = self.drawn()
        axes.set_xlim(0.001, 1000)
        again = Figure().subplots()
        again.set_xlim(0.001, 1000)
        with open_file(self.many) as opened:
            found = [(point_windows(opened.sweep, point, list(range(len(TAUS)))), "red") for point in opened.sweep.points]
        draw_edges(again, found)
        spans = sorted(tuple(line.get_ydata()) for line in again.lines if len(line.get_xdata()) == 2)
        self.assertEqual(len(spans), 6)
        self.assertEqual([low for low, _ in spans[1:]], [high for _, high in spans[:-1]])
        self.assertEqual((spans[0][0], spans[-1][1]), (0, 1))

    def test_figure_says_windows_starts_and_error(self):
        figure = self.draw(self.many, "plain", what="shares")
        said = "\n".join(text.get_text() for text in figure.texts)
        for word in ("τ > 0.7391", "τ > 0.7148", "τ < 1.035", "τ > 1.293", "400 starts", "not arrived", "1000 steps",
                     "alternating", "0.04"):
            self.assertIn(word, said)
        largest = max(standard_error(share, 400) for share in (0.25, *(round(tau) / 20 for tau in TAUS),
                                                               *((10 - round(tau)) / 20 for tau in TAUS)))
        self.assertIn(f"at most {100 * largest:.2g} %", said)

    def test_of_starts_at_random(self):
        write_sample(self.many, TORUS, TAUS, bands(TAUS)[:, :, 0])
        figure = self.directory / "figure.svg"
        self.assertEqual((run(self.many, "-o", figure).stderr, figure.exists()), ("", True))
        said = "\n".join(text.get_text() for text in self.draw(self.many, "plain", what="shares").texts)
        largest = standard_error(0.5, 20)  # of the 10 starts that do not arrive at the first τ
        for word in ("τ > 0.7391", "τ > 0.7148", "20 starts at random", f"at most {100 * largest:.2g} %"):
            self.assertIn(word, said)
        self.assertNotIn("every start next to", said)
        with open_file(self.many) as opened:
            self.assertIsNone(point_windows(opened.sweep, opened.sweep.points[ORIGIN], [0, 1]).arrives)
        for arguments, named in ((("--what", "maps"), "--what maps"), (("--tau", f"{TAUS[3]:.17g}"), "1 τ")):
            done = run(self.many, "-o", self.directory / "other.svg", *arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
            self.assertIn(named, done.stderr)
            self.assertIn("accepted", done.stderr)
        self.assertFalse((self.directory / "other.svg").exists())

    def test_default_and_refusals_of_the_command_line(self):
        figure = self.directory / "figure.svg"
        done = run(self.many, "-o", figure)
        self.assertEqual((done.returncode, done.stderr.count("\n")), (0, 1), done.stderr)
        self.assertRegex(done.stderr, "draws shares against the file's 40 τ")
        once = figure.read_bytes()
        self.assertIn(b"<pattern", once)
        self.assertEqual(run(self.many, "-o", figure, "--what", "shares").stderr, "")
        self.assertEqual(figure.read_bytes(), once)
        self.assertEqual(len(self.draw(self.torus, "paper").axes), 2, "few τ are maps")
        for arguments, named in ((("--what", "shares", "--tau", f"{TAUS[3]:.17g}"), "--what"), (("--what", "areas"), "areas")):
            done = run(self.many, "-o", figure, *arguments)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), done.stderr)
            self.assertIn(named, done.stderr)
            self.assertIn("accepted", done.stderr)


class Windows(unittest.TestCase):
    """From samples at some τ to windows."""

    TAU = np.arange(1.0, 9.0)

    def test_edges_by_the_value_that_crosses_zero(self):
        value = np.abs(self.TAU - 4.5) - 2.2
        self.assertEqual([(round(w.low, 9), round(w.high, 9)) for w in windows(self.TAU, value < 0, value)], [(2.3, 6.7)])

    def test_a_kink_inside_does_not_move_an_edge(self):
        value = np.maximum(self.TAU - 6.9, -0.05)
        [window] = windows(self.TAU, value < 0, value)
        self.assertIsNone(window.low)
        self.assertAlmostEqual(window.high, 6.9, delta=1e-12)

    def test_edges_exact_or_as_sampled_or_not_reached(self):
        holds = self.TAU > 3.5
        self.assertEqual(windows(self.TAU, holds, 3.5 - self.TAU, exact=3.4), [Window(3.4, None)])
        self.assertEqual(windows(self.TAU, holds), [Window(4.0, None)])
        self.assertEqual(windows(self.TAU, ~holds), [Window(None, 3.0)])
        self.assertEqual(windows(self.TAU, holds & False), [])
        self.assertEqual(windows(self.TAU, holds | True), [Window(None, None)])

    def test_texts(self):
        for found, closed, expected in (([Window(1, None)], False, "τ > 1"), ([Window(None, 1.03519)], False, "τ < 1.035"),
                                        ([Window(0.5, 2)], True, "0.5 ≤ τ ≤ 2"), ([], False, "none"),
                                        ([Window(None, None)], False, "all"), ([Window(2, None)], True, "τ ≥ 2"),
                                        ([Window(None, 1), Window(3, 4)], False, "τ < 1 or 3 < τ < 4")):
            self.assertEqual(window_text(found, closed=closed), expected)


if __name__ == "__main__":
    unittest.main()
