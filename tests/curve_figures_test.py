"""`tauroa reproduce` of the figures of trajectories: what their files hold, at the paper's settings."""
import unittest

import h5py
import numpy as np
import xarray

from tauroa_testing import GAMES, Case, objects, run, text

GAN = {"tau": [1, 5, 10, 25], "gamma": 0.001, "steps": 5000, "update": "simultaneous"}
DIRAC = {"start": [[1, 1]], "gamma": 0.01, "steps": 4000, "update": "simultaneous"}
POLYNOMIAL = {"game": "polynomial", "start": [[-9, -9]], "tau": [1, 2, 5, 20], "gamma": 1e-4, "steps": 25000,
              "update": "simultaneous"}
# figure: {group: settings}, spectra {name: (lowest tau, highest tau)}, surfaces
FIGURES = {
    "fig1": ({"/": DIRAC | {"game": "dirac-gan", "mu": 0.3, "tau": [1, 4, 8, 16]},
              "/runs/mu_1": DIRAC | {"game": "dirac-gan", "mu": 1, "tau": [1]}},
             {"mu_0.3": (1e-3, 20), "mu_1": (1e-3, 5)}, []),
    "fig4": ({"/": {"game": "quadratic", "start": [[5, 4, 3, 2]], "tau": [2, 2.5, 3, 5, 10], "gamma": 5e-4,
                    "steps": 20000, "update": "simultaneous"}}, {"origin": (1, 16.5)}, []),
    "fig5": ({"/": {"game": "polynomial-4d", "start": [[-1, 2.5, 2.5, 3]], "tau": [0.75, 2, 5, 12], "gamma": 5e-4,
                    "steps": 20000, "update": "simultaneous"}}, {"origin": (1e-3, 30)}, []),
    "fig6": ({"/": POLYNOMIAL}, {"dse": (1e-3, 60)}, ["cost"]),
    "fig7a": ({"/": POLYNOMIAL}, {}, []),
    "fig8a": ({"/": {"game": "torus", "start": [[2, -1], [1.9, -2.1]], "tau": [1, 2, 5, 10], "gamma": 0.001,
                     "steps": 200000, "update": "alternating"}}, {}, []),
    "fig9": ({"/": DIRAC | {"game": "dirac-gan-nonsaturating", "mu": 0.3, "tau": [1, 4, 8, 16]},
              "/runs/mu_1": DIRAC | {"game": "dirac-gan-nonsaturating", "mu": 1, "tau": [1]}},
             {"mu_0.3": (1e-3, 20), "mu_1": (1e-3, 5)}, []),
    "fig10": ({"/": GAN | {"mu": 0.5, "d": 1}, "/runs/d1_mu0.75": GAN | {"mu": 0.75, "d": 1},
               "/runs/d1_mu1": GAN | {"mu": 1, "d": 1}, "/runs/d5": GAN | {"mu": 1, "d": 5},
               "/runs/d10": GAN | {"mu": 1, "d": 10}, "/runs/d20": GAN | {"mu": 1, "d": 20}},
              {"mu_0.5": (0.1, 100), "mu_0.75": (0.1, 50), "mu_1": (0.1, 30)}, []),
    "fig11": ({"/": GAN | {"mu": 0.5, "d": 1}, "/runs/mu_0.75": GAN | {"mu": 0.75, "d": 1},
               "/runs/mu_1": GAN | {"mu": 1, "d": 1}}, {}, []),
}
NOTES = {"fig5": "(1/2, 2)", "fig6": "(9.318, 9.318)", "fig7a": "(9.318, 9.318)", "fig8a": "other way round"}


class CurveFigures(Case):
    """Every figure, computed once for the class."""

    def reproduce(self, name, *options):
        result = run(["reproduce", name, "-o", ".", *options], self.folder, seconds=600)
        self.assertEqual(result.status, 0, f"{name}: {result.err}")
        return self.folder / f"{name}.h5"

    def check_settings(self, group, want):
        parameters = text(group.attrs["parameters"])
        for name, value in want.items():
            if name == "tau":
                np.testing.assert_array_equal(group["tau"][()], value)
            elif name == "start":
                np.testing.assert_array_equal(group["x"][0, :, 0], value)
            elif name in ("mu", "d"):
                self.assertRegex(parameters, rf'"{name}":{value}(\.0)?[,}}]')
            else:
                got = group.attrs[name]
                self.assertEqual(text(got) if isinstance(value, str) else got, value, name)
        self.assertEqual(text(group.attrs["kind_of_file"]), "trajectory")
        self.assertTrue(np.isfinite(group["x"][()]).all())
        self.assertEqual(group["step"][-1], group.attrs["steps"])

    def test_files_hold_the_papers_settings(self):
        for name, (runs, spectra, surfaces) in FIGURES.items():
            path = self.reproduce(name)
            with self.subTest(name), h5py.File(path) as file:
                self.assertEqual(text(file.attrs["figure"]), name)
                self.assertIn(NOTES.get(name, ""), text(file.attrs["note"]))
                self.assertEqual({"/", *(f"/runs/{n}" for n in file.get("runs", {}))}, set(runs))
                for group, want in runs.items():
                    self.check_settings(file[group], want)
                self.assertEqual(set(file.get("spectra", {})), set(spectra))
                for group, (low, high) in spectra.items():
                    tau = file["spectra"][group]["tau"][()]
                    self.assertEqual((tau[0], tau[-1]), (low, high))
                self.assertEqual(list(file.get("surfaces", {})), surfaces)
                groups = [n for n, item in objects(file).items() if isinstance(item, h5py.Group)]
            for engine in ("h5netcdf", "netcdf4"):
                for group in groups:
                    with xarray.open_dataset(path, engine=engine, group=group):
                        pass

    def test_fig_4_becomes_real_where_the_paper_says(self):
        with h5py.File(self.reproduce("fig4")) as file:
            found = file["spectra/origin/real_at"][()]
        for want in (1 + np.sqrt(3) / 2, 6 + np.sqrt(32)):
            self.assertLess(np.abs(found - want).min(), 1e-6)

    def test_fig_6_has_the_cost_and_the_spectrum_of_the_stackelberg_point(self):
        with h5py.File(self.reproduce("fig6")) as file:
            surface = file["surfaces/cost"]
            x, y = np.meshgrid(surface["x1"][()], surface["x2"][()])
            want = -np.exp(-0.01 * (x * x + y * y)) * ((0.3 * x * x + y) ** 2 + (0.3 * y * y + x) ** 2)
            np.testing.assert_allclose(surface["f"][()], want, rtol=1e-12)
            self.assertEqual((x.min(), x.max(), y.min(), y.max()), (-25, 25, -25, 25))
            np.testing.assert_allclose(surface["equilibria/location"][()], GAMES["polynomial"].locations(), atol=1e-8)
            np.testing.assert_allclose(file["spectra/dse/location"][()], [-11.029739] * 2, atol=1e-6)

    def test_fig_8a_goes_where_the_figure_shows(self):
        with h5py.File(self.reproduce("fig8a")) as file:
            last, points = file["x"][:, :, -1], GAMES["torus"].locations()
            nearest = GAMES["torus"].distance(last[:, :, None], points).argmin(axis=-1)
        np.testing.assert_array_equal(nearest[1:], [[1, 1], [5, 1], [5, 1]])

    def test_resume_force_and_what_is_there(self):
        path = self.reproduce("fig7a")
        self.refused("reproduce", "fig7a", "-o", ".", named="fig7a.h5")
        before = path.read_bytes(), path.stat().st_mtime_ns
        self.reproduce("fig7a", "--resume")
        self.assertEqual((path.read_bytes(), path.stat().st_mtime_ns), before)
        self.assertIn("fig7a", self.ok("info", "fig7a.h5", "--verify").out)
        self.refused("info", "fig7a.h5", "--toml", named="fig7a.h5")
        with h5py.File(path, "r+") as file:
            file.attrs["requests"] = text(file.attrs["requests"]).replace("25000", "24999")
        self.refused("reproduce", "fig7a", "-o", ".", "--resume", named="fig7a.h5")
        self.reproduce("fig7a", "--force")
        with h5py.File(path) as file:
            self.assertIn("25000", text(file.attrs["requests"]))


if __name__ == "__main__":
    unittest.main()
