"""tauroa claims: what is computed for the paper's claims against numpy and plain loops here, and every disagreement that is known."""
import json
import math
import re
import unittest

import numpy as np

from tauroa_testing import Case, run

GAMES = {"polynomial": 20, "torus": 15, "quadratic": 20, "quadratic-nonequilibrium": 6, "polynomial-4d": 15, "dirac-gan": 14,
         "dirac-gan-nonsaturating": 7, "jin-stable-late": 5, "jin-spurious": 7, "covariance-gan": 15}
PLACES = ["Theorem 1", "Theorem 2", "Prop. F.1", "Lemma F.1", "Theorem 4", "Corollary 1", "Example 1", "Example 2", "Section 5",
          "eq. 50", "eq. 51", "K.1", "K.2", "K.3", "K.4", "K.5", "K.6"]
KNOWN_DISAGREEMENTS = [  # (game, words of the claim)
    ("polynomial", "other critical points are unstable"), ("torus", "other critical points are unstable"),
    ("polynomial-4d", "0 is stable for tau in"), ("quadratic-nonequilibrium", "presents K.2's game"),
    ("torus", "from (2, -1)"), ("torus", "from (1.9, -2.1)"), ("torus", "Fig. 8b is made by eq. 2"),
    ("polynomial", "Fig. 7b is made by eq. 2"), ("torus", "white at tau = 1"), ("polynomial", "any tau > 1 from (-10, -2), alternating"),
    ("polynomial", "any tau > 1 from (-10, -2), simultaneous"), (None, "S1 as printed"), ("polynomial", "a DSE"),
    (None, "tau0 as printed"), ("quadratic", "local rate"), ("quadratic", "steps to epsilon"),
    ("torus", "read as (0, 0)'s"), ("torus", "read as (pi, pi)'s"), ("covariance-gan", "the critical points (mu = 1)")]
NUMBER = r"[-+]?\d+\.?\d*(?:e[-+]?\d+)?"


def numbers(text):
    return [float(x) for x in re.findall(NUMBER, text)]


def quadratic_jacobian(v, tau):
    first = np.array([[-1, 0, -1, 0], [0, .5, 0, .5]])
    second = np.array([[1, 0, .5, 0], [0, -.5, 0, 1]])
    return v * np.vstack([first, tau * second])


def dirac_end(mu, tau, steps=4000, gamma=0.01):
    theta, omega = 1.0, 1.0
    for _ in range(steps):
        slope = 1.0 / (1.0 + math.exp(theta * omega))
        theta, omega = theta - gamma * omega * slope, omega - gamma * tau * (mu * omega - theta * slope)
    return math.hypot(theta, omega)


def polynomial_end(x, y, tau, gamma=0.001, steps=75001):
    for _ in range(steps):
        for player in (1, 2):
            a, b, e = 0.3 * x * x + y, 0.3 * y * y + x, math.exp(-0.01 * (x * x + y * y))
            s = 0.02 * (a * a + b * b)
            if player == 1:
                x -= gamma * e * (s * x - 1.2 * a * x - 2 * b)
            else:
                y += gamma * tau * e * (s * y - 1.2 * b * y - 2 * a)
    return x, y


def torus_end(x, y, tau, gamma=0.001, steps=2_000_000):
    for _ in range(steps):
        x -= gamma * (0.15 * math.sin(x) - math.sin(x - y))
        y += gamma * tau * (math.sin(x - y) - 0.15 * math.sin(y))
    return x % (2 * math.pi), y % (2 * math.pi)


def printed_tau_star(a11, a12, a22):
    """Theorem 1's -M2 (A11 (x) I + M1) with S1 as the paper prints it."""
    def duplication(n):
        h, column = np.zeros((n * n, n * (n + 1) // 2)), 0
        for i in range(n):
            for j in range(i, n):
                h[i * n + j, column] = h[j * n + i, column] = 1
                column += 1
        return h

    def middle(a):
        h, one = duplication(len(a)), np.eye(len(a))
        inverse = np.linalg.pinv(h)
        return h @ np.linalg.inv(inverse @ (np.kron(a, one) + np.kron(one, a)) @ h) @ inverse

    i1, i2, inverse = np.eye(len(a11)), np.eye(len(a22)), np.linalg.inv(a22)
    s = a11 - a12 @ inverse @ a12.T
    m1 = 2 * np.kron(a12, i2) @ middle(a22) @ np.kron(a12.T, i2)
    m2 = np.kron(i1, inverse) - 2 * np.kron(i1, inverse @ a12.T) @ middle(s) @ np.kron(i1, a12 @ inverse)
    values = np.linalg.eigvals(-m2 @ (np.kron(a11, i2) + m1))
    return max(x.real for x in values if abs(x.imag) < 1e-9)


class Claims(Case):
    @classmethod
    def setUpClass(cls):
        done = run(["claims", "--json"], ".", seconds=600)
        assert done.status == 0, done.err
        cls.text = done.out
        cls.report = json.loads(done.out)
        cls.claims = cls.report["claims"]

    def line(self, game, words):
        """The claim of a game that has these words in its text."""
        found = [c for c in self.claims if c["game"] == game and words in c["claim"]]
        self.assertTrue(found, f"{game}: {words}")
        return found[0]

    def ours(self, game, words):
        return numbers(self.line(game, words)["ours"])

    def test_covers_the_paper(self):
        for game, least in GAMES.items():
            self.assertGreaterEqual(sum(c["game"] == game for c in self.claims), least, game)
        for place in PLACES:
            self.assertTrue(any(place in c["where"] for c in self.claims), place)
        for figure in (1, 4, 5, 6, 7, 8, 9, 10):
            self.assertTrue(any(c["figure"] == f"fig{figure}" for c in self.claims), figure)
        self.assertEqual(self.report["agreeing"] + self.report["disagreeing"], len(self.claims))
        self.assertEqual(self.report["agreeing"], sum(c["agrees"] for c in self.claims))

    def test_disagreements_are_those_known(self):
        for game, words in KNOWN_DISAGREEMENTS:
            found = [c for c in self.claims if c["game"] == game and words in c["claim"] and not c["agrees"]]
            self.assertTrue(found, f"{game}: {words}")
        for c in self.claims:
            if not c["agrees"]:
                self.assertTrue(c["why"], c)
            else:
                self.assertIsNone(c["why"], c)

    def test_quadratic(self):
        self.assertAlmostEqual(self.ours("quadratic", "first pair becomes")[0], 1 + math.sqrt(3) / 2, 6)
        self.assertAlmostEqual(self.ours("quadratic", "second pair becomes")[0], 6 + math.sqrt(32), 5)
        np.testing.assert_allclose(self.ours("quadratic", "imaginary parts of the pairs"), [1, 6], rtol=1e-5)
        self.assertEqual(self.line("quadratic", "stable only for tau in")["ours"], "(2, inf)")

    def test_rates(self):
        values = self.ours("quadratic", "local rate")
        for i, tau in enumerate((2.5, 3, 5, 10)):
            eigenvalues = np.linalg.eigvals(quadratic_jacobian(4, tau))
            m = min(eigenvalues, key=lambda l: 2 * l.real / abs(l) ** 2)
            alpha = m.real / abs(m) ** 2
            beta = 1 / (2 * m.real - alpha * abs(m) ** 2)
            expected = [tau, np.abs(1 - alpha * eigenvalues).max(), math.sqrt(1 - alpha / (4 * beta))]
            np.testing.assert_allclose(values[3 * i:3 * i + 3], expected, rtol=1e-3)
        eigenvalues = np.linalg.eigvals(quadratic_jacobian(4, 10))
        alpha = min(l.real / abs(l) ** 2 for l in eigenvalues)
        x, k = np.array([5.0, 4, 3, 2]), 0
        update, wanted = np.eye(4) - alpha * quadratic_jacobian(4, 10), 1e-6 * np.linalg.norm(x)
        while np.linalg.norm(x) > wanted:
            x, k = update @ x, k + 1
        self.assertEqual(self.ours("quadratic", "steps to epsilon")[0], k)

    def test_printed_theorem_1(self):
        j = quadratic_jacobian(4, 1)
        expected = printed_tau_star(-j[:2, :2], -j[:2, 2:], -j[2:, 2:])
        self.assertAlmostEqual(numbers(self.line(None, "S1 as printed")["ours"].split("would be")[1])[0], expected, 5)

    def test_dirac_gan(self):
        np.testing.assert_allclose(self.ours("dirac-gan", "tau = 8 converges faster")[1:], [dirac_end(.3, 8), dirac_end(.3, 16)],
                                   rtol=0.06)
        for tau, value in zip((8, 16), self.ours("dirac-gan", "least real part")):
            least = np.linalg.eigvals(np.array([[0, .5], [-.5 * tau, .3 * tau]])).real.min()
            self.assertAlmostEqual(value, least, 4)

    def test_ends(self):
        end = polynomial_end(-10.0, -2.0, 2.0)
        self.assertLess(math.hypot(end[0] + 1.621654, end[1] + 1.621654), 1e-3)
        self.assertRegex(self.line("polynomial", "(-10, -2), alternating")["ours"], r"\b2: \(-1\.622, -1\.622\)")
        end = torus_end(2.0, -1.0, 5.0)
        self.assertLess(math.hypot(end[0] - math.pi, end[1] - math.pi), 1e-3)
        self.assertIn("5: (pi, pi)", self.line("torus", "5, 10 from (2, -1)")["ours"])

    def test_torus_tau_star(self):
        self.assertAlmostEqual(self.ours("torus", "tau* of (0, 0) by")[0], 0.85 / 1.15, 7)
        self.assertAlmostEqual(self.ours("torus", "tau* of (pi, pi) by")[0], 1.15 / 0.85, 6)

    def test_covariance_gan(self):
        real = self.ours("covariance-gan", "eigenvalues become real at a smaller tau")[-3:]
        np.testing.assert_allclose(real, [16 * 1.0975490803832961 / mu ** 2 for mu in (.5, .75, 1)], rtol=1e-5)
        values = self.ours("covariance-gan", "at one tau")
        np.testing.assert_allclose(values[4:7], [10 * mu / 2 for mu in (.5, .75, 1)], rtol=1e-4)

    def test_same_every_time(self):
        self.assertEqual(self.ok("claims", "--json", "--game", "torus").out, self.ok("claims", "--json", "--game", "torus").out)

    def test_filters(self):
        chosen = json.loads(self.ok("claims", "--json", "--game", "torus", "--figure", "fig8", "--disagreeing").out)["claims"]
        self.assertEqual(chosen, [c for c in self.claims if c["game"] == "torus" and c["figure"] == "fig8" and not c["agrees"]])
        self.refused("claims", "--game", "chess", named="chess")
        self.refused("claims", "--figure", "fig99", named="fig99")

    def test_for_people(self):
        table = self.ok("claims", "--game", "polynomial").out
        self.assertLessEqual(max(map(len, table.splitlines())), 160)
        mine = [c for c in self.claims if c["game"] == "polynomial"]
        agreeing = sum(c["agrees"] for c in mine)
        self.assertIn(f"{len(mine)} claims: {agreeing} agree, {len(mine) - agreeing} do not", table)
        markdown = self.ok("claims", "--game", "polynomial", "--markdown").out
        self.assertEqual(sum(line.startswith("| K.3") for line in markdown.splitlines()), len(mine))


if __name__ == "__main__":
    unittest.main()
