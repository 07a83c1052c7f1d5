"""games, equilibria, reproduce, --version and --help on right requests. Sweeps: sweep_test.py; wrong ones: refusal_test.py."""
import json
import unittest

import h5py
import numpy as np

from tauroa_testing import GAMES, Case, numbers, run, spectral_radius, text

COMMANDS = ["games", "equilibria", "claims", "onset", "sweep", "reproduce", "info"]
FIGURES = {
    "fig7b": ("polynomial", 0.001, 75001, 1e-3, [1, 2, 5, 20]),
    "fig8b": ("torus", 0.04, 20001, 1e-4, [1, 2, 5, 10]),
}


class Games(Case):
    def entries(self):
        tree = json.loads(self.ok("games", "--json").out)
        rows = tree if isinstance(tree, list) else tree["games"]
        return {row.get("name", row.get("game")): row for row in rows}

    def test_json_tells_variables_parameters_window_and_paper(self):
        entries = self.entries()
        for name, game in GAMES.items():
            with self.subTest(name):
                entry = entries[name]
                self.assertIn("parameters", entry)
                self.assertRegex(json.dumps(entry["variables"]), "x1.*x2")
                ends = numbers(entry["window"])
                self.assertEqual((min(ends), max(ends)), (-game.half_width, game.half_width))
                self.assertRegex(json.dumps(entry), "Fig|eq")

    def test_text_names_every_game(self):
        listing = self.ok("games").out
        for name in self.entries():
            self.assertIn(name, listing)


class Equilibria(Case):
    def report(self, game, *options):
        return json.loads(self.ok("equilibria", game, "--json", *options).out)

    def test_points_kinds_and_windows_of_the_specification(self):
        for name, game in GAMES.items():
            report = self.report(name)
            self.assertEqual((report["game"], report["parameters"], report["gamma"]), (name, {}, None))
            self.assertIs(report["complete"], True)
            self.assertEqual(report["update"], "simultaneous")
            self.assertEqual(len(report["points"]), len(game.points))
            for index, (row, want) in enumerate(zip(report["points"], game.points)):
                with self.subTest(game=name, index=index):
                    self.check_point(row, index, *want)

    def check_point(self, row, index, point, kind, tau_star, windows):
        self.assertEqual((row["index"], row["kind"], row["at_tau"]), (index, kind, []))
        np.testing.assert_allclose(row["point"], point, atol=6e-7)
        self.assertLess(abs(row["residual"]), 1e-9)
        if tau_star is None:
            self.assertIsNone(row["tau_star"])
        else:
            self.assertAlmostEqual(row["tau_star"], tau_star, delta=6e-7)
        self.assertEqual(len(row["stable_windows"]), len(windows))
        for got, want in zip(row["stable_windows"], windows):
            self.assertAlmostEqual(got[0], want[0], delta=6e-7)
            self.assertEqual(got[1] is None, want[1] is None)
            self.assertAlmostEqual(got[1] or 0, want[1] or 0, delta=6e-7)

    def test_points_are_accurate_and_sorted(self):
        for name, game in GAMES.items():
            points = np.array([row["point"] for row in self.report(name)["points"]])
            np.testing.assert_allclose(points, game.locations(), atol=1e-9)
            rounded = np.round(points, 9).tolist()
            self.assertEqual(rounded, sorted(rounded))

    def test_at_tau_of_both_updates(self):
        taus = [0.5, 1.0, 1.5, 5.0]
        for name, game in GAMES.items():
            for update in ("simultaneous", "alternating"):
                report = self.report(name, "--tau", "5,0.5,1.5,1", "--gamma", "0.04", "--update", update)
                self.assertEqual((report["gamma"], report["update"]), (0.04, update))
                for row, want in zip(report["points"], game.points):
                    self.assertEqual([at["tau"] for at in row["at_tau"]], taus)
                    for at in row["at_tau"]:
                        with self.subTest(game=name, update=update, point=want[0], tau=at["tau"]):
                            self.check_at_tau(at, game.jacobian(row["point"]), update, want[3])

    def check_at_tau(self, at, jacobian, update, windows):
        tau = at["tau"]
        stable = any(lo < tau and (hi is None or tau < hi) for lo, hi in windows)
        self.assertIs(at["stable"], stable)
        eigenvalues = np.linalg.eigvals(np.diag([1.0, tau]) @ jacobian)
        got = [complex(*pair) for pair in at["eigenvalues"]]
        np.testing.assert_allclose(sorted(got, key=lambda z: (z.imag, z.real)),
                                   sorted(eigenvalues.astype(complex), key=lambda z: (z.imag, z.real)), atol=1e-6)
        self.assertTrue(got[0].real <= got[1].real + 1e-9)
        radius = spectral_radius(jacobian, tau, 0.04, update)
        self.assertAlmostEqual(at["spectral_radius"], radius, delta=1e-8 * radius)
        self.assertIs(at["attracts"], bool(radius < 1 - 1e-12))
        if update == "alternating":
            self.assertIsNone(at["gamma_max"])
        elif stable:
            bound = min(2 * z.real / abs(z) ** 2 for z in eigenvalues)
            self.assertAlmostEqual(at["gamma_max"] / bound, 1, delta=1e-6)

    def test_without_gamma_there_is_no_radius(self):
        report = self.report("torus", "--tau", "2")
        self.assertIsNone(report["gamma"])
        for row in report["points"]:
            [at] = row["at_tau"]
            self.assertEqual((at["attracts"], at["spectral_radius"]), (None, None))
        zero = report["points"][1]["at_tau"][0]
        self.assertGreater(zero["gamma_max"], 0)

    def test_alternating_attracts_to_a_marginal_point(self):
        report = self.report("torus", "--tau", "1", "--gamma", "0.04", "--update", "alternating")
        at = report["points"][4]["at_tau"][0]
        self.assertEqual((at["stable"], at["attracts"]), (False, True))
        self.assertAlmostEqual(at["spectral_radius"], 0.99942, delta=5e-6)

    def test_text_shows_the_points(self):
        listing = self.ok("equilibria", "torus").out
        for word in ("1.35294", "0.73913", "1.6458", "complete: proven"):
            self.assertIn(word, listing)


class Reproduce(Case):
    def test_paper_settings_at_another_resolution(self):
        for name, (game, gamma, steps, tol, taus) in FIGURES.items():
            with self.subTest(name):
                self.ok("reproduce", name, "-o", ".", "--resolution", "20")
                with h5py.File(self.folder / f"{name}.h5") as file:
                    side = np.linspace(-GAMES[game].half_width, GAMES[game].half_width, 20)
                    np.testing.assert_array_equal(file["x1"][()], side)
                    np.testing.assert_array_equal(file["x2"][()], side)
                    np.testing.assert_array_equal(file["tau"][()], taus)
                    self.assertEqual(file["label"].shape, (4, 20, 20))
                    got = [file.attrs[key] for key in ("gamma", "steps", "tol")]
                    self.assertEqual(got, [gamma, steps, tol])
                    self.assertEqual([text(file.attrs[key]) for key in ("game", "update")], [game, "alternating"])


    def test_labels_only(self):
        self.ok("reproduce", "fig8b", "-o", ".", "--resolution", "20")
        with h5py.File(self.folder / "fig8b.h5") as file:
            label, iterations = file["label"][()], file["iterations"][()]
        self.ok("reproduce", "fig8b", "-o", ".", "--resolution", "20", "--labels-only", "--force")
        with h5py.File(self.folder / "fig8b.h5") as file:
            self.assertEqual(text(file.attrs["iterations_hold"]), "decision")
            np.testing.assert_array_equal(file["label"][()], label)
            self.assertLess(file["iterations"][()].sum(), 0.7 * iterations.sum())
        refused = run(["reproduce", "fig8b", "-o", "x", "--plain", "--labels-only"], self.folder)
        self.assert_refusal(refused, "--labels-only")
        self.assertFalse((self.folder / "x").exists())


class Words(Case):
    def test_version(self):
        self.assertRegex(self.ok("--version").out, r"\Atauroa \d+\.\d+\S*.*\n\Z")

    def test_help_has_an_example_in_every_command(self):
        overview = self.ok("--help").out
        for command in COMMANDS:
            self.assertIn(command, overview)
            words = self.ok(command, "--help").out
            self.assertRegex(words.lower(), "example")
            self.assertRegex(words.lower().split("example", 1)[1], rf"tauroa {command}\b")


if __name__ == "__main__":
    unittest.main()
