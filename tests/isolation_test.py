"""No code compiled for one instruction set may be taken for another's: the object files of the instruction sets must
offer the linker nothing but their one entry point, no inline function or template of which it keeps one copy for all."""

import os
import subprocess
import unittest
from pathlib import Path

OBJECTS = Path(os.environ["TAUROA_OBJECTS"])
ENTRY_POINTS = {"cpu_avx2": "avx2_lanes", "cpu_avx512": "avx512_lanes", "cpu_neon": "neon_lanes"}

# A pointer that the exception tables share in builds with sanitizers: data, the same in every file.
EXCEPTION_TABLE = ("V", "DW.ref.__gxx_personality_v0")


def global_symbols(path):
    """(type, name) of every symbol that the object file defines and that other files can see."""
    lines = subprocess.run(["nm", "-C", "--defined-only", "--extern-only", path], check=True, capture_output=True,
                           text=True).stdout.splitlines()
    symbols = [tuple(line.split(" ", 2)[1:]) for line in lines if line]
    return [s for s in symbols if s != EXCEPTION_TABLE]


class Isolation(unittest.TestCase):
    def test_instruction_sets_offer_one_symbol_each(self):
        objects = [o for o in OBJECTS.rglob("cpu_*.o") if o.name.split(".")[0] in ENTRY_POINTS]
        self.assertGreaterEqual(len(objects), 1, f"no object files of instruction sets below {OBJECTS}")
        for path in objects:
            entry = f"tauroa::{ENTRY_POINTS[path.name.split('.')[0]]}()"
            with self.subTest(path.name):
                self.assertEqual(global_symbols(path), [("T", entry)])


if __name__ == "__main__":
    unittest.main()
