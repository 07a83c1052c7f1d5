"""`tauroa spectrum`: its file against numpy's eigenvalues, and in every reader that users have."""
import json
import subprocess
import unittest

import h5netcdf  # noqa: F401  (xarray needs both engines; where one is missing these tests fail, they never skip)
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray

from file_test import PLAIN_TYPES, has_object_times, scales
from tauroa_testing import GAMES, LINKS, Case, objects, text

EIGENVALUES = ("tau", "eigenvalue")
# path: (type, dimensions)
LAYOUT = {
    "/tau": ("float64", ("tau",)), "/variable": (None, ("variable",)), "/player": ("uint8", ("variable",)),
    "/period": ("float64", ("variable",)), "/location": ("float64", ("variable",)),
    "/eigenvalue": ("int32", ("eigenvalue",)), "/eigenvalue_real": ("float64", EIGENVALUES),
    "/eigenvalue_imag": ("float64", EIGENVALUES), "/path": ("uint32", EIGENVALUES), "/real_at": ("float64", ("real_at",)),
    "/becomes_real": ("uint8", ("real_at",)), "/number": ("int32", ("number",)), "/side": (None, ("side",)),
    "/window": ("float64", ("number", "side")),
}


def eigenvalues(game, point, tau):
    """Of J_tau, by real, then imaginary part."""
    jacobian = GAMES[game].jacobian(GAMES[game].locations()[point])
    return np.sort_complex(np.linalg.eigvals(np.diag([1.0, tau]) @ jacobian))


class Spectrum(Case):
    def spectrum(self, output="out.h5", game="polynomial", point=1, tau="0.01:60:3000"):
        result = self.ok("spectrum", game, "--point", str(point), "--tau", tau, "-o", output)
        return self.folder / output, result.out

    def test_eigenvalues_are_those_of_numpy(self):
        for game in GAMES:
            for point in range(len(GAMES[game].points)):
                path, _ = self.spectrum(f"{game}{point}.h5", game, point, "0.1:30:50:log")
                with h5py.File(path) as file:
                    found = file["eigenvalue_real"][()] + 1j * file["eigenvalue_imag"][()]
                    want = [eigenvalues(game, point, tau) for tau in file["tau"][()]]
                    np.testing.assert_allclose(found, want, rtol=0, atol=1e-7 * np.abs(want).max())
                    self.assertTrue(np.all(np.diff(found.real, axis=1) >= 0))

    def test_paths_are_continuous(self):
        for point in (1, 8, 9):
            path, _ = self.spectrum(f"{point}.h5", point=point)
            with h5py.File(path) as file:
                found, order = file["eigenvalue_real"][()] + 1j * file["eigenvalue_imag"][()], file["path"][()]
            np.testing.assert_array_equal(np.sort(order, axis=1), [[0, 1]] * len(order))
            np.testing.assert_array_equal(order[0], [0, 1])
            along = np.take_along_axis(found, np.argsort(order, axis=1), axis=1)
            there = np.abs(np.diff(along, axis=0)).sum(axis=1)
            swapped = np.abs(along[1:, ::-1] - along[:-1]).sum(axis=1)
            self.assertTrue(np.all(there <= swapped * (1 + 1e-9)))

    def test_what_is_said_of_the_point(self):
        path, out = self.spectrum()
        with h5py.File(path) as file:
            np.testing.assert_allclose(file["location"][()], GAMES["polynomial"].locations()[1], atol=1e-9)
            self.assertAlmostEqual(file.attrs["tau_star"], 1, delta=1e-6)
            np.testing.assert_allclose(file["window"][()], [[1, np.inf]], atol=1e-6)
            attributes = {"kind_of_file": "spectrum", "game": "polynomial", "point": 1, "parameters": "{}",
                          "kind": "differential-stackelberg", "windows_by": "pencil", "schema_version": 1}
            for name, want in attributes.items():
                got = file.attrs[name]
                self.assertEqual(text(got) if isinstance(want, str) else got, want, name)
            for tau, becomes in zip(file["real_at"][()], file["becomes_real"][()], strict=True):
                before, after = (np.abs(eigenvalues("polynomial", 1, tau * f).imag).max() for f in (0.9999, 1.0001))
                self.assertEqual((before > 1e-9, after > 1e-9), (bool(becomes), not becomes))
            self.assertEqual(len(file["real_at"]), 2)
        for words in ("critical point 1 (-11.029739, -11.029739)", "tau* = 1", "stable for tau in (1, inf)",
                      "becomes complex at tau = 0.03206554", "becomes real at tau = 31.18612"):
            self.assertIn(words, out)

    def test_a_point_that_is_never_stable(self):
        path, out = self.spectrum(point=0)
        with h5py.File(path) as file:
            self.assertEqual(file["window"].shape, (0, 2))
            self.assertEqual(file["real_at"].shape, (0,))
            self.assertTrue(np.isnan(file.attrs["tau_star"]))
        self.assertIn("stable for no tau", out)
        self.check_readers(path)

    def check_readers(self, path):
        data = path.read_bytes()
        with h5py.File(path) as file:
            found = {n: d for n, d in objects(file).items() if isinstance(d, h5py.Dataset)}
            self.assertEqual(set(found), set(LAYOUT))
            for name, (kind, dimensions) in LAYOUT.items():
                self.assertEqual(scales(found[name]), list(dimensions), name)
                if kind:
                    self.assertEqual(found[name].dtype, np.dtype(kind), name)
            for name, item in objects(file).items():
                types = [item.id.get_type()] if isinstance(item, h5py.Dataset) else []
                types += [h5py.h5a.open(item.id, key.encode()).get_type() for key in item.attrs if key not in LINKS]
                self.assertTrue({t.get_class() for t in types} <= PLAIN_TYPES, name)
                self.assertFalse(has_object_times(item, data), name)
            for engine in ("h5netcdf", "netcdf4"):
                with xarray.open_dataset(path, engine=engine) as opened:
                    self.assertEqual({"/" + name for name in opened.variables}, set(LAYOUT))
                    for name, dataset in found.items():
                        self.assertEqual(opened[name[1:]].dims, tuple(scales(dataset)))
        done = subprocess.run(["ncdump", path], capture_output=True, check=False, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_every_reader_opens_it(self):
        self.check_readers(self.spectrum()[0])

    def test_info(self):
        first, _ = self.spectrum("first.h5", tau="0.01,1,5")
        self.assertIn("tau* = 1", self.ok("info", "first.h5", "--verify").out)
        told = json.loads(self.ok("info", "first.h5", "--json").out)
        self.assertEqual((told["kind_of_file"], told["point"], told["tau"]), ("spectrum", 1, [0.01, 1, 5]))
        (self.folder / "request.toml").write_text(self.ok("info", "first.h5", "--toml").out)
        self.ok("spectrum", "--config", "request.toml", "-o", "again.h5")
        self.assert_same_data(first, self.folder / "again.h5")


if __name__ == "__main__":
    unittest.main()
