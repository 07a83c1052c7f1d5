"""The HDF5 file of a sweep: layout, meaning, and every reader that users have."""
import json
import subprocess
import unittest

import h5netcdf  # noqa: F401  (xarray needs both engines; where one is missing these tests fail, they never skip)
import h5py
import netCDF4  # noqa: F401
import numpy as np
import xarray

from tauroa_testing import GAMES, LINKS, Case, objects, text

MAP = ("tau", "x2", "x1")
POINTS = ("tau", "point")
SPECTRA = ("tau", "point", "eigenvalue")
# path: (type, dimensions)
LAYOUT = {
    "/label": ("int16", MAP), "/iterations": ("uint32", MAP), "/final": ("float64", (*MAP, "variable")),
    "/tau": ("float64", ("tau",)), "/x1": ("float64", ("x1",)), "/x2": ("float64", ("x2",)),
    "/variable": (None, ("variable",)), "/player": ("uint8", ("variable",)), "/period": ("float64", ("variable",)),
    "/outcome": ("int16", ("outcome",)), "/count": ("uint64", ("tau", "outcome")),
    "/share": ("float64", ("tau", "outcome")),
    "/equilibria/point": (None, ("point",)), "/equilibria/location": ("float64", ("point", "variable")),
    "/equilibria/kind": ("uint8", ("point",)), "/equilibria/tau_star": ("float64", ("point",)),
    "/equilibria/stable": ("uint8", POINTS), "/equilibria/attracts": ("uint8", POINTS),
    "/equilibria/gamma_max": ("float64", POINTS), "/equilibria/spectral_radius": ("float64", POINTS),
    "/equilibria/eigenvalue_real": ("float64", SPECTRA), "/equilibria/eigenvalue_imag": ("float64", SPECTRA),
    "/field/gradient": ("float64", ("variable", "x2", "x1")),
    "/measures/distance": ("uint32", ("distance",)), "/measures/quantile": ("float64", ("quantile",)),
    "/measures/point": ("int16", ("point",)),
    "/measures/basin_entropy": ("float64", ("tau",)), "/measures/boundary_basin_entropy": ("float64", ("tau",)),
    "/measures/boundary_boxes": ("uint64", ("tau",)), "/measures/uncertain_share": ("float64", ("tau", "distance")),
    "/measures/uncertainty_exponent": ("float64", ("tau",)), "/measures/boundary_dimension": ("float64", ("tau",)),
    "/measures/uncertainty_exponent_error": ("float64", ("tau",)), "/measures/iterations_mean": ("float64", POINTS),
    "/measures/iterations_quantile": ("float64", (*POINTS, "quantile")),
    "/measures/minimal_shock": ("float64", POINTS), "/measures/edge_distance": ("float64", ("point",)),
}
ROOT = {"kind_of_file": "sweep", "game": "torus", "update": "alternating", "gamma": 0.04, "steps": 20000, "tol": 1e-3}
PROVENANCE = ["version", "commit", "backend", "device", "threads", "command", "wall", "steps"]
TORUS = {"tau": "5,1", "gamma": "0.04", "steps": "20000", "axis": ["x1=-3:3:7", "x2=-2:3:6"], "update": "alternating",
         "save_final": True}
PLAIN_TYPES = {h5py.h5t.INTEGER, h5py.h5t.FLOAT, h5py.h5t.STRING}


def scales(dataset):
    """The names of a dataset's dimension scales, axis by axis ('' where there is none)."""
    if h5py.h5ds.is_scale(dataset.id):
        return [dataset.name.split("/")[-1]]
    return [dim[0].name.split("/")[-1] if len(dim) else "" for dim in dataset.dims]


def has_object_times(item, data):
    """Whether an object's header keeps times: a flag in the new format of headers, a message in the old one."""
    info = h5py.h5o.get_info(item.id)
    if data[info.addr:info.addr + 4] == b"OHDR":
        return bool(data[info.addr + 5] & 0x20)
    return bool(info.hdr.mesg.present & (1 << 0x12 | 1 << 0x0E))


class TorusFile(Case):
    """One map of the torus, looked at from all sides."""

    def setUp(self):
        super().setUp()
        self.path = self.sweep("map.h5", "torus", **TORUS)
        self.file = h5py.File(self.path)
        self.addCleanup(self.file.close)

    def datasets(self):
        return {n: d for n, d in objects(self.file).items() if isinstance(d, h5py.Dataset)}

    def test_paths_types_and_dimensions(self):
        for name, (kind, dimensions) in LAYOUT.items():
            with self.subTest(name):
                dataset = self.file[name]
                self.assertEqual(scales(dataset), list(dimensions))
                if kind:
                    self.assertEqual(dataset.dtype, np.dtype(kind))
        self.assertEqual(self.file["label"].shape, (2, 6, 7))
        self.assertEqual(self.file["final"].shape, (2, 6, 7, 2))

    def test_every_axis_has_a_scale_of_its_length(self):
        for name, dataset in self.datasets().items():
            with self.subTest(name):
                if not h5py.h5ds.is_scale(dataset.id):
                    for length, dim in zip(dataset.shape, dataset.dims):
                        self.assertGreaterEqual(len(dim), 1)
                        self.assertEqual(dim[0].shape, (length,))

    def test_measures_say_what_they_are(self):
        for name, dataset in self.file["measures"].items():
            self.assertEqual(text(dataset.attrs["units"]), "1", name)
            self.assertGreater(len(text(dataset.attrs["long_name"])), 10, name)
            self.assertIn(f"/measures/{name}", LAYOUT)

    def test_types_are_plain_and_nothing_is_filled(self):
        for name, item in objects(self.file).items():
            types = [item.id.get_type()] if isinstance(item, h5py.Dataset) else []
            types += [h5py.h5a.open(item.id, key.encode()).get_type() for key in item.attrs if key not in LINKS]
            self.assertTrue({t.get_class() for t in types} <= PLAIN_TYPES, name)
            self.assertNotIn("_FillValue", item.attrs, name)

    def test_no_object_times(self):
        data = self.path.read_bytes()
        for name, item in objects(self.file).items():
            self.assertFalse(has_object_times(item, data), name)

    def test_codes_carry_flags(self):
        for name in ("label", "outcome", "equilibria/kind"):
            with self.subTest(name):
                dataset = self.file[name]
                values, meanings = dataset.attrs["flag_values"], text(dataset.attrs["flag_meanings"]).split()
                self.assertEqual(np.asarray(values).dtype, dataset.dtype)
                self.assertEqual(len(meanings), len(set(meanings)))
                self.assertEqual(len(values), len(meanings))
                self.assertTrue(set(np.ravel(dataset[()])) <= set(values))
                if name != "equilibria/kind":
                    named = dict(zip(values.tolist(), meanings))
                    self.assertEqual(set(named), {*range(6), -1, -2, -3})
                    self.assertIn("diverged", named[-2])
                    self.assertIn("escaped", named[-3])

    def test_root_attributes(self):
        attributes = self.file.attrs
        for name, want in ROOT.items():
            got = attributes[name]
            self.assertEqual(text(got) if isinstance(want, str) else got, want, name)
        self.assertEqual([json.loads(text(attributes[n])) for n in ("parameters", "fixed")], [{}, {}])
        self.assertTrue(text(attributes["schema_version"]))
        self.assertGreaterEqual(len(text(attributes["digest"])), 8)

    def test_provenance(self):
        group = self.file["provenance"]
        names = [*group.attrs, *group]
        for word in PROVENANCE:
            self.assertTrue(any(word in name for name in names), f"{word} in {names}")
        self.assertIn("--save-final", str([text(v) for v in group.attrs.values()]))

    def test_coordinates(self):
        self.assertEqual([text(v) for v in self.file["variable"][()]], ["x1", "x2"])
        for name, want in {"tau": [1, 5], "x1": np.linspace(-3, 3, 7), "x2": np.linspace(-2, 3, 6), "player": [1, 2],
                           "period": [2 * np.pi] * 2, "outcome": [0, 1, 2, 3, 4, 5, -1, -2, -3]}.items():
            np.testing.assert_array_equal(self.file[name][()], want, name)

    def test_count_and_share_follow_from_label(self):
        label, outcome = self.file["label"][()], self.file["outcome"][()]
        count = [[np.sum(panel == code) for code in outcome] for panel in label]
        np.testing.assert_array_equal(self.file["count"][()], count)
        np.testing.assert_array_equal(self.file["share"][()], np.array(count) / label[0].size)

    def test_labels_iterations_and_final_states(self):
        game, label = GAMES["torus"], self.file["label"][()]
        iterations, final = self.file["iterations"][()], self.file["final"][()]
        for tau, row in enumerate(label):
            self.assertTrue(self.file["equilibria/attracts"][tau][row[row >= 0]].all())
        self.assertGreater((label >= 0).sum(), label.size // 2)
        arrived = self.file["equilibria/location"][()][np.maximum(label, 0)]
        self.assertLessEqual(game.distance(final, arrived)[label >= 0].max(), 1e-3 * (1 + 1e-9))
        self.assertTrue(np.all(np.abs(final) <= np.pi * (1 + 1e-15)))
        self.assertTrue(np.all(iterations[label == -1] == 20000) and np.all(iterations <= 20000))
        self.assertTrue(np.all(iterations[label == -3] % 64 == 0))

    def test_equilibria_are_those_of_the_command(self):
        for update in ("alternating", "simultaneous"):
            path = self.sweep(f"{update}.h5", "torus", **TORUS | {"update": update})
            report = json.loads(self.ok("equilibria", "torus", "--tau", "1,5", "--gamma", "0.04", "--update", update,
                                        "--json").out)
            with h5py.File(path) as file:
                self.check_equilibria(file["equilibria"], report["points"])

    def check_equilibria(self, group, points):
        def column(key):
            return [[at[key] for at in row["at_tau"]] for row in points]

        def numbers(rows):
            return np.array(rows, dtype=float).swapaxes(0, 1)  # null becomes NaN

        for name, want in {
                "location": [row["point"] for row in points],
                "tau_star": np.array([row["tau_star"] for row in points], dtype=float),
                **{key: numbers(column(key)) for key in ("stable", "attracts", "gamma_max", "spectral_radius")},
                "eigenvalue_real": numbers(column("eigenvalues"))[..., 0],
                "eigenvalue_imag": numbers(column("eigenvalues"))[..., 1]}.items():
            np.testing.assert_allclose(group[name][()], want, rtol=1e-14, atol=1e-14, err_msg=name)
        kind = group["kind"]
        meanings = dict(zip(kind.attrs["flag_values"].tolist(), text(kind.attrs["flag_meanings"]).split()))
        self.assertEqual([meanings[k].replace("_", "-") for k in kind[()].tolist()], [row["kind"] for row in points])
        for name in ("stable", "attracts"):
            self.assertEqual(text(group[name].attrs["dtype"]), "bool")

    def test_field_is_the_gradient_on_a_coarse_grid(self):
        field = self.file["field"]
        grid = np.meshgrid(field["x1"][()], field["x2"][()])
        np.testing.assert_allclose(field["gradient"][()], GAMES["torus"].gradient(*grid), atol=1e-12)
        for name in ("x1", "x2"):
            ends = self.file[name][()][[0, -1]]
            np.testing.assert_array_equal(field[name][()][[0, -1]], ends)

    def test_xarray_opens_it_with_both_engines(self):
        for engine in ("h5netcdf", "netcdf4"):
            for group in ("/", "/equilibria", "/certificates", "/field", "/measures", "/provenance"):
                with self.subTest(engine=engine, group=group):
                    inside = [n for n, d in self.file[group].items() if isinstance(d, h5py.Dataset)]
                    if inside:
                        self.check_xarray(engine, group, inside)

    def check_xarray(self, engine, group, names):
        with xarray.open_dataset(self.path, engine=engine, group=group) as opened:
            self.assertEqual(set(names), set(opened.variables))
            for name in names:
                stored = self.file[group][name]
                self.assertEqual(opened[name].dims, tuple(scales(stored)))
                if stored.dtype.kind in "iuf":
                    np.testing.assert_array_equal(opened[name].values, stored[()])
                if text(stored.attrs.get("dtype", "")) == "bool":
                    self.assertEqual(opened[name].dtype, bool)
            if group == "/":
                self.assertEqual([text(v) for v in opened["variable"].values], ["x1", "x2"])

    def test_ncdump(self):
        for options in (["-h"], []):
            done = subprocess.run(["ncdump", *options, self.path], capture_output=True, check=False, timeout=60)
            self.assertEqual(done.returncode, 0, done.stderr)
            for word in (b"short label(tau, x2, x1)", b"group: equilibria", b"group: field", b"group: measures"):
                self.assertIn(word, done.stdout)


class Shapes(Case):
    def check_storage(self, dataset, chunks):
        self.assertEqual((dataset.chunks, dataset.compression, dataset.shuffle), (chunks, "gzip", True), dataset.name)

    def test_chunks_of_small_and_wide_maps(self):
        for across, up in ((5, 3), (600, 530), (600, 30), (512, 513)):
            path = self.sweep(f"{across}x{up}.h5", "torus", tau="1,5", steps="1", save_final=True,
                              axis=[f"x1=-3:3:{across}", f"x2=-3:3:{up}"])
            chunks = (1, min(up, 512), min(across, 512))
            with h5py.File(path) as file:
                for name in ("label", "iterations"):
                    self.check_storage(file[name], chunks)
                self.check_storage(file["final"], (*chunks, 2))
                self.assertEqual(file["label"].shape, (2, up, across))

    def test_map_of_one_axis(self):
        for count in (7, 600):
            path = self.sweep(f"{count}.h5", axis=f"x2=-15:15:{count}", fix="x1=0.5", tau="1,2,5", save_final=True)
            with h5py.File(path) as file:
                for name in ("label", "iterations"):
                    self.assertEqual(scales(file[name]), ["tau", "x2"])
                    self.check_storage(file[name], (1, min(count, 512)))
                self.assertEqual(file["final"].shape, (3, count, 2))
                self.assertNotIn("x1", file)
                self.assertNotIn("field", file)
                np.testing.assert_array_equal(file["period"][()], [0, 0])
            for engine in ("h5netcdf", "netcdf4"):
                with xarray.open_dataset(path, engine=engine) as opened:
                    self.assertEqual(opened["label"].dims, ("tau", "x2"))


class Meaning(Case):
    def read(self, path, *names):
        with h5py.File(path) as file:
            return [file[name][()] for name in names]

    def test_a_start_on_an_equilibrium_arrives_at_once(self):
        label, iterations = self.read(self.sweep("a.h5", "torus", axis=["x1=-1:1:3", "x2=-1:1:3"]), "label", "iterations")
        self.assertEqual((label[0, 1, 1], iterations[0, 1, 1]), (1, 0))

    def test_a_start_on_a_repelling_point_stays_without_label(self):
        label, iterations = self.read(self.sweep("a.h5"), "label", "iterations")
        self.assertEqual((label[0, 1, 1], iterations[0, 1, 1]), (-1, 20))

    def test_divergence(self):
        path = self.sweep("a.h5", gamma="1e14", axis=["x1=-15:15:4", "x2=-15:15:4"], plain=True)
        label, iterations = self.read(path, "label", "iterations")
        self.assertTrue(np.all(label == -2) and np.all(iterations == 1))

    def test_arrival_on_the_plane(self):
        path = self.sweep("a.h5", steps="20000", axis=["x1=-15:15:9", "x2=-15:15:9"], save_final=True)
        label, final, points = self.read(path, "label", "final", "equilibria/location")
        self.assertTrue({1, 4, 9} >= set(label[label >= 0]) and np.sum(label >= 0) > 20)
        self.assertLessEqual(np.linalg.norm(final - points[np.maximum(label, 0)], axis=-1)[label >= 0].max(), 1e-3)

    def test_plain_runs_agree(self):
        options = {"steps": "20000", "axis": ["x1=-15:15:9", "x2=-15:15:9"]}
        label, iterations = self.read(self.sweep("a.h5", **options), "label", "iterations")
        plain, plain_iterations = self.read(self.sweep("b.h5", plain=True, **options), "label", "iterations")
        self.assertNotIn(-3, plain)
        np.testing.assert_array_equal(np.maximum(label, -1), np.maximum(plain, -1))
        np.testing.assert_array_equal(iterations[label >= 0], plain_iterations[label >= 0])


if __name__ == "__main__":
    unittest.main()
