"""The measures in a sweep's file against numpy's, computed from its labels and iterations."""
import json
import unittest

import h5py
import numpy as np

from tauroa_testing import GAMES, Case

MAPS = {
    "polynomial": {"tau": "0.5,2,20", "gamma": "0.001", "steps": "10000", "update": "alternating",
                   "axis": ["x2=-15:15:203", "x1=-12:15:141"]},
    "torus": {"tau": "1,2,10", "gamma": "0.04", "steps": "5000", "update": "alternating",
              "axis": ["x1=-3.141592653589793:3.141592653589793:120", "x2=-3.141592653589793:3.141592653589793:90"]},
}
EDGE = 5


def entropies(label):
    """Of all boxes of EDGE x EDGE starts."""
    rows, columns = (n // EDGE for n in label.shape)
    boxes = label[:rows * EDGE, :columns * EDGE].reshape(rows, EDGE, columns, EDGE).swapaxes(1, 2)
    shares = [np.unique(box, return_counts=True)[1] / EDGE**2 for box in boxes.reshape(rows * columns, -1)]
    return np.array([-np.sum(p * np.log(p)) for p in shares])


def uncertain_share(label, eps, margin):
    inside = label[margin:-margin, margin:-margin]
    moved = [np.roll(label, (sign * eps * (1 - axis), sign * eps * axis), (0, 1))[margin:-margin, margin:-margin]
             for axis in (0, 1) for sign in (-1, 1)]
    return np.mean(np.any([m != inside for m in moved], axis=0))


class Measures(Case):
    def near(self, got, want, name):
        np.testing.assert_allclose(got, want, rtol=1e-12, atol=1e-12, err_msg=name)

    def test_they_are_numpys(self):
        for game, options in MAPS.items():
            with self.subTest(game), h5py.File(self.sweep(f"{game}.h5", game, **options)) as file:
                self.assertGreaterEqual(len(np.unique(file["label"])), 3)
                for tau, label in enumerate(file["label"]):
                    self.check_boundary({n: d[tau] for n, d in file["measures"].items() if len(d) == 3},
                                        label, file["measures/distance"][()].astype(int))
                    self.check_basins(file, GAMES[game], tau, label)

    def check_boundary(self, got, label, distance):
        boxes = entropies(label)
        self.near(got["basin_entropy"], boxes.mean(), "S_b")
        self.near(got["boundary_basin_entropy"], boxes[boxes > 0].mean(), "S_bb")
        self.assertEqual(got["boundary_boxes"], np.sum(boxes > 0))
        shares = [uncertain_share(label, eps, distance[-1]) for eps in distance]
        self.near(got["uncertain_share"], shares, "f")
        (alpha, _), covariance = np.polyfit(np.log(distance), np.log(shares), 1, cov=True)
        self.near(got["uncertainty_exponent"], alpha, "alpha")
        self.near(got["boundary_dimension"], 2 - alpha, "D")
        self.near(got["uncertainty_exponent_error"], np.sqrt(covariance[0, 0]), "error")

    def check_basins(self, file, game, tau, label):
        group, attracts = file["measures"], file["equilibria/attracts"][tau]
        axes = [dim[0] for dim in file["label"].dims][:0:-1]  # across, up
        for point, place in enumerate(file["equilibria/location"]):
            steps = file["iterations"][tau][label == point]
            want = np.quantile(steps, group["quantile"], method="inverted_cdf") if steps.size else [np.nan] * 7
            self.near(group["iterations_quantile"][tau, point], want, "quantiles")
            self.near(group["iterations_mean"][tau, point], steps.mean() if steps.size else np.nan, "mean")
            at = dict(zip(["x1", "x2"], place))
            across, up = (game.difference(a[()], at[a.name[1:]]) for a in axes)
            other = np.hypot(across[None, :], up[:, None])[label != point]
            inside = game.period or all(a[0] <= at[a.name[1:]] <= a[-1] for a in axes)
            self.near(group["minimal_shock"][tau, point], other.min() if attracts[()][point] and inside else np.nan,
                      "shock")

    def test_labels_only_says_which_steps(self):
        name = "measures/iterations_mean"
        for option, said in ((None, "arrival"), (True, "certain")):
            with h5py.File(self.sweep(f"{said}.h5", "torus", gamma="0.04", labels_only=option)) as file:
                self.assertIn(said, file[name].attrs["long_name"])

    def test_info_tells_them(self):
        path = self.sweep("a.h5", "torus", **MAPS["torus"])
        tree = json.loads(self.ok("info", "a.h5", "--json").out)["measures"]
        listing = self.ok("info", "a.h5").out
        with h5py.File(path) as file:
            group = file["measures"]
            self.assertEqual((tree["boxes"], tree["distance"]), (group.attrs["boxes"], group["distance"][()].tolist()))
            for tau, told in enumerate(tree["at_tau"]):
                for name in ("basin_entropy", "boundary_basin_entropy", "boundary_boxes", "uncertainty_exponent",
                             "uncertainty_exponent_error", "boundary_dimension"):
                    self.assertEqual(told[name], group[name][tau], name)
                self.assertIn(f"S_bb = {told['boundary_basin_entropy']:.4g} ({told['boundary_boxes']} of", listing)
                for name in ("iterations_mean", "iterations_quantile", "minimal_shock"):
                    basins = [np.array(basin[name], dtype=float) for basin in told["basins"]]  # null becomes NaN
                    np.testing.assert_array_equal(np.array(basins), group[name][tau], name)

    def test_info_stays_readable_with_many_tau_and_small_maps(self):
        self.sweep("a.h5", "torus", tau="0.2:20:200")
        listing = self.ok("info", "a.h5").out
        self.assertNotIn("nan", listing)
        self.assertLess(len(listing.splitlines()), 200 * 6)


if __name__ == "__main__":
    unittest.main()
