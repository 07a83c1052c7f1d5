"""equilibria: tau0, real onsets, rates and the ball of Corollary 1, each computed again from the JSON's own points by numpy."""
import json
import unittest

import numpy as np

from tauroa_testing import GAMES, OTHER, Case

RATE_KEYS = ["alpha", "beta", "rate", "rate_holds", "steps_per_decade", "beta_mended", "rate_mended",
             "steps_per_decade_mended", "lipschitz", "radius", "condition"]


def lyapunov(a, q):
    """X with A X + X A = Q."""
    one = np.eye(len(a))
    return np.linalg.solve(np.kron(a, one) + np.kron(one, a.T), q.ravel()).reshape(a.shape)


def constructed_tau_zero(jacobian, c):
    """Theorem 2's with Q1 = c I, Q2 = I, from the matrices themselves: where B_tau ceases to be positive definite."""
    d11, d12, d22 = jacobian[:1, :1], jacobian[:1, 1:], -jacobian[1:, 1:]
    l0 = np.linalg.solve(d22, d12.T)
    p1, p2 = lyapunov(-d11 + d12 @ l0, c * np.eye(1)), lyapunov(d22, np.eye(1))
    t = np.block([[np.eye(1), np.zeros((1, 1))], [l0, np.eye(1)]])
    p = t.T @ np.diag([p1.item(), p2.item()]) @ t

    def positive(tau):
        scaled = np.diag([1, tau]) @ jacobian
        return np.linalg.eigvalsh(-p @ scaled - scaled.T @ p).min() > 0

    low, high = 0.0, 1.0
    while not positive(high):
        high *= 2
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if positive(middle) else (middle, high)
    return high


class Equilibria(Case):
    def report(self, game, *options):
        return json.loads(self.ok("equilibria", game, "--json", *options).out)

    def points(self, *options):
        for name, game in GAMES.items():
            for row in self.report(name, *options)["points"]:
                yield game, row, game.jacobian(row["point"])

    def test_tau_zero_is_the_least_of_the_constructions(self):
        seen = 0
        for _, row, jacobian in self.points():
            self.assertIs(row["isolated"], True)
            if row["kind"] != OTHER:
                self.assertIsNone(row["tau_zero"])
                self.assertIsNone(row["tau_zero_tight"])
                continue
            seen += 1
            tight = row["stable_windows"][-1][1] if row["stable_windows"] else 0
            self.assertEqual(row["tau_zero_tight"], tight)
            self.assertLessEqual(tight, row["tau_zero"])
            several = [constructed_tau_zero(jacobian, c) for c in np.logspace(-9, 9, 361)]
            self.assertLessEqual(row["tau_zero"], min(several) * (1 + 1e-6) + 1e-9)
            self.assertGreaterEqual(row["tau_zero"], min(several) * 0.98 - 1e-9)
        self.assertEqual(seen, 12)

    def test_eigenvalues_become_real_where_numpy_says(self):
        count = 0
        for _, row, jacobian in self.points():
            def complex_at(tau):
                return abs(np.linalg.eigvals(np.diag([1, tau]) @ jacobian).imag).max() > 0

            changes = row["real_at"]
            self.assertEqual([c["tau"] for c in changes], sorted(c["tau"] for c in changes))
            for change in changes:
                before, after = complex_at(change["tau"] * (1 - 1e-9)), complex_at(change["tau"] * (1 + 1e-9))
                self.assertEqual((before, after), (True, False) if change["becomes"] == "real" else (False, True))
            scan = [complex_at(tau) for tau in np.logspace(-4, 4, 4001)]
            inside = [c for c in changes if 1e-4 < c["tau"] < 1e4]
            self.assertEqual(sum(a != b for a, b in zip(scan, scan[1:])), len(inside))
            count += len(changes)
        self.assertGreater(count, 8)

    def test_rates_are_theorem_fours(self):
        held = []
        for gamma in (0.001, 0.04, 0.9):
            for _, row, jacobian in self.points("--tau", "0.5,1,1.5,5", "--gamma", str(gamma)):
                for at in row["at_tau"]:
                    self.assertTrue(set(RATE_KEYS) <= set(at))
                    if not at["attracts"]:
                        self.assertEqual([at[key] for key in RATE_KEYS], [None] * len(RATE_KEYS))
                        continue
                    self.check_rate(at, np.linalg.eigvals(np.diag([1, at["tau"]]) @ jacobian), gamma)
                    held.append(at["rate_holds"])
        self.assertGreater(len(held), 10)
        self.assertEqual(set(held), {True, False})

    def check_rate(self, at, eigenvalues, gamma):
        bounds = 2 * eigenvalues.real / abs(eigenvalues) ** 2
        slowest = eigenvalues[np.argmin(bounds)]
        alpha = bounds.min() - gamma
        beta = 1 / (2 * slowest.real - alpha * abs(slowest) ** 2)
        rho = abs(1 - gamma * eigenvalues).max()
        np.testing.assert_allclose(
            [at[key] for key in ("alpha", "beta", "rate", "steps_per_decade", "beta_mended", "rate_mended")],
            [alpha, beta, np.sqrt(1 - alpha / (4 * beta)), 4 * beta / alpha * np.log(10), alpha / (1 - rho**2),
             np.sqrt(1 - (1 - rho**2) / 4)], rtol=1e-7)
        self.assertIs(at["rate_holds"], bool(rho < np.sqrt(1 - alpha / (4 * beta))))
        self.assertAlmostEqual(at["rate_mended"] ** at["steps_per_decade_mended"], 0.1, delta=1e-6)
        self.assertAlmostEqual(at["radius"] * 4 * at["lipschitz"] * at["beta_mended"] / at["alpha"], 1, delta=1e-9)

    def test_from_the_ball_the_mended_rate_holds(self):
        for game, row, _ in self.points("--tau", "0.5,1.5,5", "--gamma", "0.04"):
            for at in row["at_tau"]:
                if not at["attracts"]:
                    continue
                angles = np.linspace(0, 2 * np.pi, 16)
                x = np.array(row["point"])[:, None] + at["radius"] * np.array([np.cos(angles), np.sin(angles)])
                bound = at["condition"] * at["radius"]
                for _ in range(500):
                    x = x - 0.04 * np.diag([1, at["tau"]]) @ game.gradient(*x)
                    bound *= at["rate_mended"]
                    self.assertLessEqual(game.distance(x.T, row["point"]).max(), bound + 1e-12)

    def test_the_alternating_update_and_no_gamma_have_no_rate(self):
        for options in (["--gamma", "0.04", "--update", "alternating"], []):
            for _, row, _ in self.points("--tau", "2", *options):
                self.assertEqual([row["at_tau"][0][key] for key in RATE_KEYS], [None] * len(RATE_KEYS))

    def test_the_table_says_the_same_and_is_narrow(self):
        for game in GAMES:
            for options in ([], ["--tau", "0.5,1,2,1000"], ["--tau", "1,2", "--gamma", "0.04"],
                            ["--tau", "1,2", "--gamma", "0.04", "--update", "alternating"]):
                text = self.ok("equilibria", game, *options).out
                self.assertLessEqual(max(map(len, text.splitlines())), 110)
                self.assertEqual(text, "".join(line.rstrip() + "\n" for line in text.splitlines()))
        lines = text.splitlines()
        self.assertTrue(any(line.split()[:1] == ["tau"] and "gamma_max" not in line for line in lines))
        text = self.ok("equilibria", "torus", "--tau", "2", "--gamma", "0.04").out
        self.assertRegex(text, r"(?m)^4  \(3.141593, 0.000000\) +non-equilibrium +- +1\.384083 +1  \(0, 1\)$")
        self.assertRegex(text, r"(?m)^5  complex from 1, real from 1\.8304498$")
        self.assertRegex(text, r"(?m)^  2  1  yes +yes +0\.998730849 +1\.41017 +0\.9861233! ")


if __name__ == "__main__":
    unittest.main()
