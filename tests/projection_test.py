"""The counting behind tests/bench/projection.py, on machine code made up for it."""
import unittest

from bench.cards import CARDS, FP64_LATENCY, Card
from bench.latency import LOAD, OTHER, cycles, written_and_read
from bench.projection import Kernel, bounds
from bench.sass import Instruction, flops, fp64_counts, functions, hot_loop

# A loop of little work, and one of a step, 0x0040 to 0x0100, with a loop over targets in it, 0x0060 to 0x00a0.
LISTING = """
\t\tFunction : _Z5firstv
        /*0000*/                   EXIT ;                              /* 0x000000000000794d */
                                                                       /* 0x000fea0003800000 */
\t\tFunction : _Z6secondv
        /*0000*/                   S2R R0, SR_CTAID.X ;                /* 0x0000000000007919 */
        /*0010*/                   DADD R2, R2, 1 ;                    /* 0x0000000000007919 */
        /*0020*/              @!P0 BRA 0x10 ;                          /* 0x0000000000007919 */
        /*0030*/                   MUFU.RCP64H R9, R3 ;
        /*0040*/                   ISETP.GE.AND P0, PT, R0, 0x4, PT ;
        /*0050*/                   IMAD.MOV.U32 R5, RZ, RZ, RZ ;
        /*0060*/                   LDG.E.64 R6, desc[UR4][R12.64] ;
        /*0070*/                   DADD R6, R2, -R6 ;
        /*0080*/                   DSETP.GTU.AND P0, PT, R6, UR6, PT ;
        /*0090*/               @P1 BRA 0x110 ;
        /*00a0*/              @!P0 BRA.U UP0, 0x60 ;
        /*00b0*/                   MUFU.RCP64H R9, R3 ;
        /*00c0*/                   DMUL R4, R2, R2 ;
        /*00d0*/                   DFMA R2, R4.reuse, -UR10, R2 ;
        /*00e0*/                   DEPBAR.LE SB0, 0x1 ;
        /*00f0*/                   DSETP.LE.AND P0, PT, R2, UR8, PT ;
        /*0100*/               @P0 BRA 0x40 ;
        /*0110*/                   EXIT ;
        /*0120*/                   BRA 0x120;
        /*0130*/                   NOP;
"""


def code(*lines):
    listing = "\t\tFunction : f\n" + "".join(f"/*{16 * i:04x}*/ {line} ;\n" for i, line in enumerate(lines))
    return functions(listing)["f"]


class Listing(unittest.TestCase):
    def setUp(self):
        self.loop = hot_loop(functions(LISTING)["_Z6secondv"])

    def test_functions_and_instructions_are_read(self):
        found = functions(LISTING)
        self.assertEqual([(name, len(instructions)) for name, instructions in found.items()],
                         [("_Z5firstv", 1), ("_Z6secondv", 20)])
        self.assertEqual(found["_Z6secondv"][2], Instruction(0x20, "!P0", "BRA", ("0x10",)))

    def test_the_loop_with_the_most_work_is_the_hot_one(self):
        self.assertEqual([len(part) for part in (self.loop.before, self.loop.per_target, self.loop.after)], [2, 5, 6])

    def test_a_step_counts_the_inner_loop_for_each_target(self):
        self.assertEqual(len(self.loop.step(0)), 8)
        self.assertEqual(len(self.loop.step(3)), 23)
        self.assertEqual(fp64_counts(self.loop.step(3)), {"DADD": 3, "DSETP": 4, "MUFU": 1, "DMUL": 1, "DFMA": 1})
        self.assertEqual(flops(self.loop.step(3)), 3 + 1 + 2)

    def test_a_listing_without_a_loop_is_refused(self):
        for lines in (["DADD R2, R2, 1", "EXIT", "BRA 0x20"], ["DADD R2, R2, 1", "IADD3 R1, R1, 1, RZ", "BRA 0x10"], []):
            with self.subTest(lines), self.assertRaisesRegex(ValueError, "no loop with an FP64 instruction"):
                hot_loop(code(*lines))

    def test_two_inner_loops_are_refused(self):
        with self.assertRaisesRegex(ValueError, "2 loops in the hot one"):
            hot_loop(code("NOP", "DADD R2, R2, 1", "BRA 0x10", "DADD R2, R2, 1", "BRA 0x30", "BRA 0x0"))


class Latency(unittest.TestCase):
    def test_what_is_written_and_read(self):
        cases = {"DFMA R2, R4.reuse, -UR10, R2": ({"R2", "R3"}, {"R4", "R5", "UR10", "UR11", "R2", "R3"}),
                 "@!P0 IADD3 R12, P1, R12, 0x10, RZ": ({"R12", "P1"}, {"P0", "R12"}),
                 "PLOP3.LUT P0, PT, P0, P1, PT, 0x80, 0x0": ({"P0"}, {"P0", "P1"}),
                 "DSETP.GT.AND P0, P2, R2, R4, P1": ({"P0", "P2"}, {"R2", "R3", "R4", "R5", "P1"}),
                 "LDG.E.64 R6, desc[UR4][R12.64]": ({"R6", "R7"}, {"UR4", "UR5", "R12", "R13"}),
                 "STG.E desc[UR4][R10.64], R0": (set(), {"UR4", "R10", "R11", "R0"}),
                 "@P2 BRA P1, 0x10": (set(), {"P1", "P2"})}
        for line, expected in cases.items():
            with self.subTest(line):
                self.assertEqual(written_and_read(*code(line)), expected)

    def test_a_chain_waits_and_what_is_independent_does_not(self):
        self.assertEqual(cycles(code("DADD R2, R2, 1"), 8), 8)
        self.assertEqual(cycles(code("DADD R2, R2, 1", "DADD R4, R4, 1", "IADD3 R6, R6, 1, RZ"), 8), 8)
        self.assertEqual(cycles(code("DADD R2, R4, 1", "DADD R4, R2, 1"), 8), 16)
        self.assertEqual(cycles(code(*["NOP"] * 20), 8), 20)
        self.assertEqual(cycles(code("LDG.E R2, desc[UR4][R2]", "IADD3 R2, R2, 1, RZ"), 8), LOAD + OTHER)


class Bounds(unittest.TestCase):
    def test_each_is_its_formula(self):
        kernel = Kernel(hot_loop(functions(LISTING)["_Z6secondv"]), registers=32)
        card = Card("made up", 80, 10, 1.0)
        found = bounds(kernel, card, 2)
        self.assertEqual(found["FP64 pipe"], 10e9 * 32 / 8)
        self.assertEqual(found["issue slots"], 10e9 * 4 * 32 / 18)
        self.assertEqual(found["latency"], 10e9 * 64 * 32 / cycles(kernel.loop.step(2), 8))

    def test_peaks_are_the_data_sheets_and_consumer_cards_answer_late(self):
        self.assertEqual([round(card.fp64_peak / 1e12, 1) for card in CARDS], [9.7, 33.5, 1.3])
        self.assertEqual([FP64_LATENCY[card.architecture] for card in CARDS], [8, 8, 64])


if __name__ == "__main__":
    unittest.main()
