"""Figs 7b and 8b: the paper's counts, its authors' own labels, and an iteration written here in numpy."""
import pathlib
import tempfile
import unittest

import h5py
import numpy as np

from tauroa_testing import GAMES, HERE, Case, run, spectral_radius

ALLOWED = 20  # cells of a panel that may differ: other compilers round starts near a basin's edge to the other side
# figure: game, paper's shares by tau: (counts at the authors' points, none)
FIGURES = {
    "fig7b": ("polynomial", 200, {1: ({9: 20293, 1: 0, 4: 0}, 19707), 2: ({9: 10790, 1: 5506, 4: 2175}, 21529),
                                  5: ({9: 10247, 1: 6991, 4: 2798}, 19964), 20: ({9: 11430, 1: 7425, 4: 3663}, 17482)}),
    "fig8b": ("torus", 100, {1: ({1: 4966, 5: 0}, 5030), 2: ({1: 6166, 5: 3834}, 0), 5: ({1: 5384, 5: 4616}, 0),
                             10: ({1: 5278, 5: 4720}, 2)}),
}
WHITE = 4  # index of (pi, 0) on the torus, which the authors' code does not look for


def shown(label, game):
    """Labels as the paper draws them: every outcome without an arrival, and (pi, 0), is -1."""
    white = (label < 0) | ((label == WHITE) if game == "torus" else False)
    return np.where(white, -1, label)


def arrivals(game, axis, taus, gamma, update, steps, tol):
    """Labels and iterations of tau-GDA from a square of starts, as SPEC describes them (no proofs)."""
    points = game.locations()
    attracts = np.array([[spectral_radius(game.jacobian(p), t, gamma, update) < 1 - 1e-12 for p in points] for t in taus])
    tau, x2, x1 = (a.ravel() for a in np.meshgrid(taus, axis, axis, indexing="ij"))
    pulls = np.repeat(attracts, len(axis) ** 2, axis=0)
    label, iterations = np.full(tau.size, -1), np.full(tau.size, steps)
    alive = np.arange(tau.size)
    for k in range(steps + 1):
        if k:
            x1, x2 = game_step(game, x1, x2, tau, gamma, update)
        near = np.zeros(pulls.shape, dtype=bool)
        for j in np.flatnonzero(attracts.any(axis=0)):
            d1, d2 = game.difference(x1, points[j, 0]), game.difference(x2, points[j, 1])
            near[:, j] = pulls[:, j] & (d1 * d1 + d2 * d2 <= tol * tol)
        done = near.any(axis=1)
        if done.any():
            label[alive[done]], iterations[alive[done]] = near[done].argmax(axis=1), k
            alive, tau, x1, x2, pulls = (a[~done] for a in (alive, tau, x1, x2, pulls))
    shape = len(taus), len(axis), len(axis)
    return label.reshape(shape), iterations.reshape(shape)


def game_step(game, x1, x2, tau, gamma, update):
    first, second = game.gradient(x1, x2)
    moved = x1 - gamma * first
    if update == "alternating":
        second = game.gradient(moved, x2)[1]
    return moved, x2 - gamma * tau * second


class PaperSettings(unittest.TestCase):
    """Both figures in full, computed once."""

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.labels = {}
        for name, (_, side, paper) in FIGURES.items():
            result = run(["reproduce", name, "-o", "."], holder.name, seconds=1800)
            if result.status != 0:
                raise AssertionError(f"reproduce {name}: exit {result.status}: {result.err}")
            with h5py.File(pathlib.Path(holder.name) / f"{name}.h5") as file:
                label = file["label"][()]
            if label.shape != (len(paper), side, side):
                raise AssertionError(f"{name}: shape {label.shape}")
            cls.labels[name] = dict(zip(paper, label))

    def panels(self):
        for name, (game, side, paper) in FIGURES.items():
            for tau, (counts, none) in paper.items():
                yield name, game, tau, self.labels[name][tau], counts | {-1: none}

    def test_counts_of_the_paper(self):
        for name, game, tau, label, counts in self.panels():
            with self.subTest(figure=name, tau=tau):
                panel = shown(label, game)
                if (name, tau) == ("fig8b", 1):  # the four starts placed on (pi, pi)
                    panel[[0, 0, -1, -1], [0, -1, 0, -1]] = -2
                got = dict(zip(*np.unique(panel, return_counts=True)))
                got.pop(-2, None)
                moved = sum(abs(got.get(code, 0) - counts.get(code, 0)) for code in set(got) | set(counts))
                self.assertLessEqual(moved, 2 * ALLOWED, f"{got} for {counts}")

    def test_authors_labels_cell_by_cell(self):
        with np.load(HERE / "data" / "authors_labels.npz") as authors:
            for name, (game, _, _) in FIGURES.items():
                theirs, rows = authors[f"{name}_tau5"], authors[f"{name}_points"]
                ours = [int(np.argmin(GAMES[game].distance(GAMES[game].locations(), p))) for p in rows]
                want = np.array([*ours, -1])[theirs]  # their -1 takes the last entry
                differ = np.argwhere(shown(self.labels[name][5], game) != want)
                self.assertLessEqual(len(differ), ALLOWED, f"{name}: {differ[:40].tolist()}")

    def test_white_at_tau_1_of_fig_8b_is_mostly_the_basin_of_a_non_equilibrium(self):
        self.assertAlmostEqual(np.sum(self.labels["fig8b"][1] == WHITE), 5000, delta=60)


class IndependentIteration(Case):
    """Coarse maps against numpy: the same labels but for a few starts at the edge of a basin, the same iterations."""

    def compare(self, game, update, gamma, steps, tol, taus, side):
        axis = np.linspace(-GAMES[game].half_width, GAMES[game].half_width, side)
        grid = f"{float(axis[0])!r}:{float(axis[-1])!r}:{side}"
        self.ok("sweep", game, "--tau", ",".join(map(str, taus)), "--gamma", str(gamma), "--steps", str(steps),
                "--tol", str(tol), "--update", update, "--axis", f"x1={grid}", "--axis", f"x2={grid}", "-o", "a.h5",
                seconds=600)
        with h5py.File(self.folder / "a.h5") as file:
            label, iterations = file["label"][()], file["iterations"][()].astype(np.int64)
        want, when = arrivals(GAMES[game], axis, taus, gamma, update, steps, tol)
        same = np.maximum(label, -1) == want
        self.assertGreaterEqual(same.mean(), 0.985)
        late = np.abs(iterations - when)[same & (want >= 0)]
        self.assertGreaterEqual(np.mean(late <= 1), 0.985)
        return label

    def test_fig_8b_at_25_by_25(self):
        self.compare("torus", "alternating", 0.04, 20001, 1e-4, [1, 2, 5, 10], 25)

    def test_fig_7b_at_12_by_12(self):
        self.compare("polynomial", "alternating", 0.001, 75001, 1e-3, [1, 2, 5, 20], 12)

    def test_simultaneous_update_is_another_map(self):
        label = self.compare("torus", "simultaneous", 0.04, 20001, 1e-4, [1, 5], 25)
        self.assertAlmostEqual(np.mean(label[0] == 1), 0.12, delta=0.03)


if __name__ == "__main__":
    unittest.main()
