"""Wrong requests: exit 2, one line on stderr that names the value, nothing written. Garbage: never anything but 0 or 2."""
import random
import re
import unittest
from concurrent.futures import ThreadPoolExecutor

import h5py

from tauroa_testing import Case, is_one_line, run, sweep_args

X2 = "x2=-15:15:3"

# label: (options changed in a valid sweep, what the message must name)
SWEEPS = {
    "unknown game": ({"game": "polynomail"}, "polynomail"),
    "empty game": ({"game": ""}, ""),
    "game missing": ({"game": None}, ""),
    "tau missing": ({"tau": None}, "--tau"),
    "gamma missing": ({"gamma": None}, "--gamma"),
    "steps missing": ({"steps": None}, "--steps"),
    "output missing": ({"o": None}, "-o"),
    "output empty": ({"o": ""}, ""),
    "output in no folder": ({"o": "missing/out.h5"}, "missing/out.h5"),
    "output below a file": ({"o": "text.h5/out.h5"}, "text.h5/out.h5"),
    "output unwritable": ({"o": "/proc/out.h5"}, "/proc/out.h5"),
    "output exists": ({"o": "ours.h5"}, "ours.h5"),
    "output is some other file": ({"o": "text.h5"}, "text.h5"),
    "output is a folder": ({"o": "folder"}, "folder"),
    "output is a folder, forced": ({"o": "folder", "force": True}, "folder"),
    "wrong though forced": ({"o": "ours.h5", "force": True, "tau": "-3"}, "-3"),
    "newline in a game": ({"game": "poly\nnomial"}, "poly"),
    "tol too small": ({"tol": "1e-14"}, "1e-14"),
    "parameter unknown": ({"param": "nu=1"}, "nu"),
    "parameter without value": ({"param": "nu"}, "nu"),
    "update unknown": ({"update": "sideways"}, "sideways"),
    "backend unknown": ({"backend": "abacus"}, "abacus"),
    "option unknown": ({"frobnicate": "1"}, "--frobnicate"),
    "axis unknown": ({"axis": ["x9=-1:1:3", X2]}, "x9"),
    "axis twice": ({"axis": ["x1=-1:1:3", "x1=-2:2:3"]}, "x1"),
    "three axes": ({"axis": ["x1=-1:1:3", X2, "x2=-1:1:4"]}, "x2"),
    "axis and fixed": ({"fix": "x2=0"}, "x2"),
    "fixed unknown": ({"axis": X2, "fix": "x9=0"}, "x9"),
    "fixed missing": ({"axis": X2}, "x1"),
    "fixed twice": ({"axis": X2, "fix": ["x1=0", "x1=1"]}, "x1"),
    "fixed to nothing": ({"axis": X2, "fix": "x1="}, "x1"),
    "fixed to a word": ({"axis": X2, "fix": "x1=zero"}, "zero"),
    "fixed to nan": ({"axis": X2, "fix": "x1=nan"}, "nan"),
    "fixed to inf": ({"axis": X2, "fix": "x1=inf"}, "inf"),
    "config missing": ({"config": "missing.toml"}, "missing.toml"),
    "config is a folder": ({"config": "folder"}, "folder"),
    "config is binary": ({"config": "ours.h5"}, "ours.h5"),
}

# option: values that it refuses, each named in the message
VALUES = {
    "tau": ["0", "-1", "1,-1", "nan", "inf", "-inf", "1e400", "five", "", ",", "1,,2", "1,2,", "3,3", "2,1,2.0", "1:2",
            "2:1:3", "1:1:3", "0:1:3", "-1:1:3", "1:2:0", "1:2:-3", "1:2:2.5", "1:2:many", "1:2:3:lin", "1:2:3:log:4",
            "1:inf:3", "nan:2:3", "0:1:3:log", "1:2:1000000000000", "1:2:99999999999999999999", "1x", "1 2"],
    "gamma": ["0", "-0.1", "nan", "inf", "1e400", "small", "", "0.1.2", "1,2"],
    "steps": ["-1", "1.5", "nan", "many", "", "4294967296", "99999999999999999999"],
    "tol": ["0", "-1", "nan", "inf", "tiny", "", "1e-300", "1e+13", "1e+200"],
    "threads": ["0", "-1", "1.5", "many", "", "99999999999999999999"],
}
AXES = ["x1", "x1=", "x1=1", "x1=0:1", "x1=1:0:3", "x1=1:1:3", "x1=0:1:0", "x1=0:1:-3", "x1=0:1:2.5", "x1=0:1:many",
        "x1=nan:1:3", "x1=0:inf:3", "x1=0:1e400:3", "x1=a:1:3", "x1=0:1:3:4", "x1=0:1:1000000000000",
        "x1=0:1:99999999999999999999", "=0:1:3", ""]

# requests of the other commands: (arguments, what the message must name)
OTHERS = [
    (["frobnicate"], "frobnicate"), (["--frobnicate"], "--frobnicate"), (["games", "extra"], "extra"),
    (["equilibria"], ""), (["equilibria", "polynomail"], "polynomail"), (["equilibria", "torus", "--tau", "0"], "0"),
    (["equilibria", "torus", "--tau", "1,1"], "1"), (["equilibria", "torus", "--gamma", "-1"], "-1"),
    (["equilibria", "torus", "--gamma", "nan"], "nan"), (["equilibria", "torus", "--update", "up"], "up"),
    (["equilibria", "torus", "--param", "nu=1"], "nu"),
    (["onset"], ""), (["onset", "polynomail", "--gamma", "0.1"], "polynomail"), (["onset", "torus"], "--gamma"),
    *((["onset", "torus", "--gamma", g], g) for g in ("0", "-1", "nan", "small", "1e+07")),
    *((["onset", "torus", "--gamma", "0.1", f"--{option}", value], [value, option])
      for option, values in {"tau": ["2", "0,1", "1,1", "2:1:3", "1:2:3:lin", ""], "update": ["up"],
                             "steps": ["0", "1.5", "-3", "4294967296", ""], "param": ["nu=1"],
                             "radius": ["0", "-1", "nan", "1", "1e-12"], "width": ["0", "-1", "1", "wide", ""],
                             "threads": ["0", "many"], "frobnicate": ["1"]}.items() for value in values),
    (["info"], ""), (["info", "missing.h5"], "missing.h5"), (["info", "folder"], "folder"), (["info", ""], ""),
    (["info", "text.h5"], "text.h5"), (["info", "empty.h5"], "empty.h5"), (["info", "foreign.h5"], "foreign.h5"),
    (["info", "half.h5"], "half.h5"), (["info", "head.h5"], "head.h5"), (["info", "gutted.h5"], "gutted.h5"),
    (["info", "ours.h5", "--yaml"], "--yaml"),
    (["reproduce"], ""), (["reproduce", "fig99", "-o", "."], "fig99"), (["reproduce", "fig7b"], "-o"),
    *((["reproduce", "fig8b", "-o", ".", "--resolution", n], n) for n in ("0", "-4", "2.5", "many", "1000000000000")),
    (["reproduce", "fig8b", "-o", "text.h5", "--resolution", "3"], "text.h5"),
]

T = ["trajectory", "polynomial", "--tau", "5", "--gamma", "0.001", "--steps", "20"]
S = ["spectrum", "polynomial", "--tau", "1,2"]
START = ["--start", "x1=1,x2=2"]
OUT = ["-o", "out.h5"]
OTHERS += [
    (["trajectory"], ""), (["trajectory", "polynomail", *START, *OUT], "polynomail"), ([*T, *OUT], "--start"),
    ([*T, *START], "-o"), ([*T, *START, "-o", "ours.h5"], "ours.h5"), ([*T, *START, "-o", "folder"], "folder"),
    ([*T, *START, "-o", "missing/out.h5"], "missing/out.h5"), ([*T, *START, *OUT, "--resume"], "--resume"),
    *(([*T, "--start", start, *OUT], named) for start, named in {
        "": "", "x1": "x1", "x1=1": "x2", "x1=1,x2=2,x1=3": "x1", "x1=1,x9=2": "x9", "x1=1,x2=two": "two",
        "x1=1,x2=nan": "nan", "x1=1,x2=": "x2", "x1=1,,x2=2": "", "x1=1e13,x2=2": "1e+13", "@missing.toml": "missing.toml",
        "@folder": "folder", "@ours.h5": "ours.h5", "@": ""}.items()),
    (["trajectory", "torus", "--tau", "5", "--gamma", "0.1", "--steps", "9", "--start", "x1=1e9,x2=0", *OUT], "x1"),
    *(([*T, *START, *OUT, f"--{option}", value], [value, option])
      for option, values in {"every": ["0", "-1", "1.5", "many", ""], "update": ["up"], "param": ["nu=1", "nu"],
                             "tol": ["0", "-1", "nan", "1e-300", "1e13"], "frobnicate": ["1"]}.items() for value in values),
    ([*T[:-1], "4294967295", *START, *OUT], ["4294967295", "--every"]),
    (["trajectory", "polynomial", *START, *OUT, "--tau", "5", "--gamma", "0.001"], "--steps"),
    (["trajectory", "polynomial", *START, *OUT, "--tau", "5", "--steps", "20"], "--gamma"),
    (["trajectory", "polynomial", *START, *OUT, "--gamma", "0.001", "--steps", "20"], "--tau"),
    (["spectrum"], ""), (["spectrum", "polynomail", "--point", "0", "--tau", "1", *OUT], "polynomail"),
    ([*S, *OUT], "--point"), ([*S, "--point", "0"], "-o"), ([*S, "--point", "0", "-o", "ours.h5"], "ours.h5"),
    *(([*S, *OUT, "--point", point], point) for point in ("11", "-1", "one", "1.5", "")),
    (["spectrum", "polynomial", "--point", "0", "--tau", "2,1,2", *OUT], "2"),
    (["spectrum", "polynomial", "--point", "0", *OUT], "--tau"), ([*S, "--point", "0", *OUT, "--param", "nu=1"], "nu"),
    (["reproduce", "fig6"], "-o"), (["reproduce", "fig6", "-o", ".", "--resolution", "3"], ["--resolution", "fig6"]),
    (["reproduce", "fig7a", "-o", ".", "--plain"], "--plain"),
    (["reproduce", "fig8a", "-o", ".", "--labels-only"], "--labels-only"), (["reproduce", "fig6", "-o", "text.h5"], "text.h5"),
]

# the text of a configuration (after a valid head), what the message must name
HEAD = 'game = "torus"\ntau = "5"\ngamma = 0.01\naxis = ["x1=-1:1:3", "x2=-1:1:3"]\n'
CONFIGS = {
    "unknown key": (b"steps = 20\nspeed = 3\n", "speed"),
    "unknown table": (b"steps = 20\n[speed]\nx = 3\n", "speed"),
    "garbage": (b"steps = = 20\n", "c.toml"),
    "open string": (b'steps = 20\nupdate = "alter\n', "c.toml"),
    "key twice": (b"steps = 20\nsteps = 30\n", ["steps", "c.toml"]),
    "no table's name": (b"steps = 20\n [ =\n", ["c.toml: line 6, column 4", "name of a table"]),
    "letter outside of texts": ("steps = 20\ntol = 1e-3 \u00e9\n".encode(), "c.toml: line 6, column 12"),
    "not UTF-8": (b'steps = 20\nupdate = "\xff\xfe"\n', "c.toml: line 6, column 11"),
    "zero bytes": (b"steps = 20\n\0\0\0", "c.toml"),
    "wrong type": (b"steps = [20]\n", "steps"),
    "bad number": (b"steps = 20\ntol = -0.5\n", "-0.5"),
    "bad word": (b'steps = 20\nupdate = "sideways"\n', "sideways"),
    "required key missing": (b"tol = 1e-3\n", "steps"),
}
NOT_UTF8 = [{"game": b"\xff\xfe"}, {"tau": b"1,\xff"}, {"param": b"\xff=1"}, {"axis": [b"\xff=0:1:3", X2]},
            {"update": b"\xc3\x28"}, {"o": b"\xff.h5"}]


def pieces(value):
    """A message may name the whole of a value or the piece of it that is wrong."""
    return [value, *filter(None, re.split("[,:=]", value))]


class Refusal(Case):
    """Each test runs in a folder that holds some files of ours and of others."""

    def setUp(self):
        super().setUp()
        ours = self.sweep("ours.h5", "torus", quiet=True).read_bytes()
        files = {"text.h5": b"not HDF5\n", "empty.h5": b"", "half.h5": ours[:len(ours) // 2], "head.h5": ours[:100],
                 "gutted.h5": ours}
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        (self.folder / "folder").mkdir()
        with h5py.File(self.folder / "foreign.h5", "w") as file:
            file["label"] = [1, 2, 3]
        with h5py.File(self.folder / "gutted.h5", "r+") as file:
            del file["label"]

    def test_sweeps(self):
        for name, (changes, named) in SWEEPS.items():
            with self.subTest(name):
                self.refused(*sweep_args(**changes), named=named)

    def test_values(self):
        for option, values in VALUES.items():
            for value in values:
                with self.subTest(option=option, value=value):
                    self.refused(*sweep_args(**{option: value}), named=pieces(value))

    def test_axes(self):
        for axis in AXES:
            with self.subTest(axis):
                self.refused(*sweep_args(axis=[axis, X2]), named=pieces(axis))

    def test_other_commands(self):
        for args, named in OTHERS:
            with self.subTest(args=args):
                self.refused(*args, named=named)

    def test_configurations(self):
        for name, (body, named) in CONFIGS.items():
            with self.subTest(name):
                (self.folder / "c.toml").write_bytes(HEAD.encode() + body)
                self.refused("sweep", "--config", "c.toml", "-o", "out.h5", named=named)

    def test_arguments_that_are_not_utf8(self):
        for changes in NOT_UTF8:
            with self.subTest(changes=changes):
                self.refused(*sweep_args(**changes))

    def test_a_device_that_is_not_there(self):
        result = run(sweep_args(backend="cuda"), self.folder)
        if result.status != 0:  # a machine with a device may well serve it
            self.assert_refusal(result, "cuda")
            self.assertFalse((self.folder / "out.h5").exists())


POOL = ["", "-", "--", "=", ":", "0", "-1", "1e999", "nan", "4294967296", "9" * 50, "x1", "x1=0:1", "--help", "--quiet",
        "torus", "polynomial", "sweep", "info", "equilibria", "--tau", "--json", "--toml", "--plain", "--save-final",
        b"\xff\xfe", "\u03c4", "%s%n", "a" * 5000, "out.h5", "ours.h5", "\n", "1,2", "1:2:3:log"]
NOISE = [bytes([c]) for c in b"=:,.-+ \t\n\x01\x7f\"'{}[]#%\\xyz"] + [b"\xff", b"\xc3", "\u03c4".encode()]
SEEDS = [sweep_args("torus", o="a.h5"), sweep_args(axis="x1=-1:1:3", fix="x2=0.5", tol="1e-2", o="a.h5"),
         sweep_args(tau="1:2:3:log", update="alternating", save_final=True, force=True, o="a.h5"),
         sweep_args(param="v=1", backend="reference", threads="2", dry_run=True), ["games", "--json"],
         sweep_args("torus", axis="x1=0:1", sample="9", seed="4", dry_run=True, o=None),
         ["equilibria", "torus", "--tau", "1,2", "--gamma", "0.1", "--update", "alternating", "--json"],
         ["onset", "torus", "--gamma", "0.1", "--tau", "0.5,1,2", "--steps", "1000", "--update", "alternating"],
         [*T, *START, "--every", "3", "--quiet", *OUT], [*S, "--point", "1", *OUT],
         ["info", "ours.h5", "--json"], ["info", "ours.h5", "--toml"]]


def mutated_words(rng):
    """A valid argument vector after a few random edits; none of them can make the work much larger."""
    words = [w if isinstance(w, bytes) else w.encode() for w in rng.choice(SEEDS)]
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(words))
        edit = rng.choice(["drop", "twice", "swap", "pool", "noise", "noise"])
        if edit == "drop" and len(words) > 1:
            del words[at]
        elif edit == "twice":
            words.insert(at, words[at])
        elif edit == "swap":
            other = rng.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        elif edit == "pool":
            word = rng.choice(POOL)
            words[at] = word if isinstance(word, bytes) else word.encode()
        elif edit == "noise":
            words[at] = mutated_bytes(rng, words[at], lambda: rng.choice(NOISE))
    return words


def mutated_bytes(rng, data, noise):
    """Data with one piece cut out, replaced or put in."""
    at = rng.randint(0, len(data))
    return data[:at] + (noise() if rng.random() < 0.8 else b"") + data[at + rng.randint(0, 2):]


class Garbage(Case):
    """Random requests, configurations and files, the same ones at every run."""
    ROUNDS = {"words": 300, "toml": 120, "hdf5": 120}

    def survive(self, folder, args):
        """None, or what was wrong with the program's answer."""
        result = run(args, folder, seconds=60)
        if result.status not in (0, 2) or (result.status == 2 and (result.out or not is_one_line(result.err))):
            return f"{args}: exit {result.status}, stdout {result.out[:200]!r}, stderr {result.err[:400]!r}"
        return None

    def survive_all(self, kind, job):
        """Runs job(rng, folder) -> arguments in a folder of its own for every round."""
        self.sweep("ours.h5", "torus")
        ours = (self.folder / "ours.h5").read_bytes()

        def one(number):
            folder = self.folder / f"{kind}{number}"
            folder.mkdir()
            (folder / "ours.h5").write_bytes(ours)
            return self.survive(folder, job(random.Random(f"{kind}{number}"), folder))

        with ThreadPoolExecutor(4) as pool:
            wrong = [answer for answer in pool.map(one, range(self.ROUNDS[kind])) if answer]
        self.assertEqual(wrong, [], "\n".join(wrong))

    def test_arguments(self):
        self.survive_all("words", lambda rng, folder: mutated_words(rng))

    def test_configurations(self):
        def job(rng, folder):
            data = (HEAD + 'steps = 20\nupdate = "alternating"\ntol = 1e-3\n').encode()
            for _ in range(rng.randint(1, 3)):
                data = mutated_bytes(rng, data, lambda: rng.randbytes(1))
            (folder / "c.toml").write_bytes(data if rng.random() < 0.8 else rng.randbytes(200))
            return ["sweep", "--config", "c.toml", "-o", "out.h5"]
        self.survive_all("toml", job)

    def test_files(self):
        self.ok(*T, *START, "-o", "paths.h5")
        self.ok(*S, "--point", "1", "-o", "spectrum.h5")
        others = [(self.folder / name).read_bytes() for name in ("paths.h5", "spectrum.h5")]

        def job(rng, folder):
            (folder / "ours.h5").write_bytes(rng.choice([(folder / "ours.h5").read_bytes(), *others]))
            data = bytearray((folder / "ours.h5").read_bytes())
            for _ in range(rng.randint(1, 20)):
                data[rng.randrange(len(data))] = rng.randrange(256)
            del data[rng.choice([len(data), rng.randrange(len(data))]):]
            (folder / "ours.h5").write_bytes(bytes(data))
            return ["info", "ours.h5", rng.choice(["--json", "--toml"])]
        self.survive_all("hdf5", job)


if __name__ == "__main__":
    unittest.main()
