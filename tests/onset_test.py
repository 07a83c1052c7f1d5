"""tauroa onset: the measured onset of every critical point against the tau at which the spectral radius, computed here, crosses 1."""
import itertools
import json
import unittest

import numpy as np

from tauroa_testing import GAMES, SANITIZED, STACKELBERG, Case, spectral_radius

GAMMAS = {"polynomial": (0.01, 0.002), "torus": (0.04, 0.01)}
if SANITIZED:  # the smaller, the more steps
    GAMMAS = {name: gammas[:1] for name, gammas in GAMMAS.items()}
UPDATES = ("simultaneous",) if SANITIZED else ("simultaneous", "alternating")
SCAN = 0.05, 100.0
BAR = 0.01  # of tau


def crossings(jacobian, gamma, update):
    """[(tau, whether the radius falls below 1 there)] within the scan, ascending."""
    def below(tau):
        return spectral_radius(jacobian, tau, gamma, update) < 1
    taus = np.geomspace(*SCAN, 1500)
    held = [below(tau) for tau in taus]
    found = []
    for low, high, before, after in zip(taus, taus[1:], held, held[1:]):
        if before == after:
            continue
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if below(middle) == before else (low, middle)
        found.append((high, after))
    return found


class Onset(Case):
    def report(self, game, gamma, update, *options):
        return json.loads(self.ok("onset", game, "--gamma", str(gamma), "--update", update, "--json", *options).out)

    def edges(self, row):
        """[(edge, whether it opens a window)] as measured, ascending."""
        return [(window[end], end == "opens") for window in row["measured_windows"] for end in ("opens", "closes")
                if window[end]]

    def test_every_point_at_several_gammas_and_updates(self):
        stackelberg = 0
        for name, game in GAMES.items():
            for gamma, update in itertools.product(GAMMAS[name], UPDATES):
                report = self.report(name, gamma, update)
                self.assertEqual((report["game"], report["gamma"], report["update"]), (name, gamma, update))
                for row, want in zip(report["points"], game.points, strict=True):
                    with self.subTest(game=name, gamma=gamma, update=update, point=want[0]):
                        self.assertEqual(row["kind"], want[1])
                        self.check(row, game.jacobian(row["point"]), gamma, update)
                        stackelberg += row["kind"] == STACKELBERG
        self.assertEqual(stackelberg, 4 * len(UPDATES) * len(GAMMAS["torus"]))

    def check(self, row, jacobian, gamma, update):
        expected, measured = crossings(jacobian, gamma, update), self.edges(row)
        self.assertEqual([opens for _, opens in measured], [opens for _, opens in expected])
        for (edge, _), (tau, _) in zip(measured, expected):
            ends = sorted((edge["captured_at"], edge["not_captured_at"]))
            self.assertTrue(ends[0] <= tau <= ends[1], (ends, tau))
            self.assertLess(ends[1] / ends[0] - 1, BAR)
            self.assertAlmostEqual(edge["predicted"] / tau, 1, delta=1e-8)
            self.assertAlmostEqual(edge["difference"], edge["captured_at"] / edge["predicted"] - 1, delta=1e-12)
            self.assertLess(abs(edge["difference"]), BAR)
        if row["kind"] == STACKELBERG:
            self.assertTrue(measured and measured[0][1], "an equilibrium with tau* > 0 has an onset")
        at_ends = [spectral_radius(jacobian, tau, gamma, update) < 1 for tau in SCAN]
        windows = row["measured_windows"]
        self.assertEqual([bool(windows) and windows[0]["opens"] is None,
                          bool(windows) and windows[-1]["closes"] is None], at_ends)

    def test_discretisation_shifts_the_onset_away_from_tau_star(self):
        row = self.report("polynomial", 0.01, "simultaneous")["points"][1]
        opens = row["measured_windows"][0]["opens"]
        self.assertAlmostEqual(row["tau_star"], 1, delta=1e-6)
        self.assertGreater(opens["not_captured_at"], 1.2)

    def test_neither_radius_nor_threads_matter(self):
        once = self.report("torus", 0.04, "alternating", "--threads", "1")
        self.assertEqual(once, self.report("torus", 0.04, "alternating", "--threads", "3"))
        wider = self.report("torus", 0.04, "alternating", "--radius", "1e-4")
        for one, other in zip(once["points"], wider["points"]):
            for (a, _), (b, _) in zip(self.edges(one), self.edges(other), strict=True):
                self.assertAlmostEqual(a["captured_at"] / b["captured_at"], 1, delta=2e-3)

    def test_text_names_tau_star_crossing_and_bracket(self):
        said = self.ok("onset", "torus", "--gamma", "0.04", "--tau", "0.5,1,2,90").out
        self.assertRegex(said, r"1  \(0\.0+, 0\.0+\)  differential-stackelberg, tau\* = 0\.739130")
        self.assertRegex(said, r"captures from tau = 0\.7\d+ \(not at 0\.7\d+\); spectral radius crosses 1 at 0\.7397")
        self.assertRegex(said, r"captures up to tau = 44\.\d+ \(not at 44\.\d+\)")
        self.assertRegex(said, r"captures at no tau looked at")


if __name__ == "__main__":
    unittest.main()
