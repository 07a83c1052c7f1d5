"""tests/gpu/figures.hpp, which tests/gpu.sh carries with it: still what the program computes.

From the environment: TAUROA, the program.
"""
import os
import re
import sys
import unittest
from pathlib import Path

GPU = Path(__file__).parent / "gpu"
sys.path.insert(0, str(GPU))
import figures  # noqa: E402

HEX = re.compile(r"-?0x[01]\.[0-9a-f]+p[+-]\d+")


class Figures(unittest.TestCase):
    def test_the_header_is_what_the_program_computes(self):
        carried, computed = (GPU / "figures.hpp").read_text(), figures.header(os.environ["TAUROA"])
        advice = "make it again: python3 tests/gpu/figures.py build/tauroa > tests/gpu/figures.hpp"
        self.assertEqual(HEX.sub("x", carried), HEX.sub("x", computed), advice)
        for mine, theirs in zip(HEX.findall(carried), HEX.findall(computed)):  # the last bits are the compiler's
            self.assertAlmostEqual(float.fromhex(mine), float.fromhex(theirs), delta=1e-12, msg=advice)


if __name__ == "__main__":
    unittest.main()
