"""The counting behind tests/bench/projection.py, on machine code and PTX made up for it."""
import unittest

from bench.cards import CARDS, FP64_LATENCY, Card
from bench.flow import PROOF_INTERVAL, flops, fp64_counts, hot_loop
from bench.latency import LOAD, OTHER, cycles
from bench.projection import Kernel, bounds
from bench.ptx_code import functions as ptx_functions
from bench.sass import functions
from ptx.compile import ROOT

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
        branch = found["_Z6secondv"][2]
        self.assertEqual((branch.address, branch.text, branch.next, branch.read), (0x20, "BRA 0x10", (0x30, 0x10), {"P0"}))

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
            hot_loop(code("NOP", "DADD R2, R2, 1", "@P0 BRA 0x10", "DADD R2, R2, 1", "@P0 BRA 0x30", "BRA 0x0"))

    def test_the_end_leads_nowhere_unless_it_is_guarded(self):
        self.assertEqual([i.next for i in code("EXIT", "@P0 EXIT", "NOP")], [(), (0x20,), (0x30,)])

    def test_a_loop_in_the_inner_loop_is_refused(self):
        with self.assertRaisesRegex(ValueError, "a loop in the loop"):
            hot_loop(code("NOP", "NOP", "DADD R2, R2, 1", "@P0 BRA 0x20", "@P1 BRA 0x10", "BRA 0x0"))

    def test_a_loop_entered_in_its_middle_is_refused(self):
        with self.assertRaisesRegex(ValueError, "entered at 2 places"):
            hot_loop(code("@P0 BRA 0x20", "DADD R2, R2, 1", "DADD R4, R4, 1", "@P1 BRA 0x10"))

    def test_what_is_for_proofs_is_left_out(self):
        lines = ["DADD R2, R2, 1", "LOP3.LUT P0, RZ, R0, 0x3f, RZ, 0xc0, !PT", "@P0 BRA 0x50", "DMUL R4, R2, R2",
                 "@P1 BRA 0x30", "DFMA R2, R2, R2, R2", "@P2 BRA 0x0"]
        self.assertEqual(fp64_counts(hot_loop(code(*lines)).step(1)), {"DADD": 1, "DFMA": 1})
        other = [line.replace("0x3f", "0x1f") for line in lines]
        self.assertEqual(fp64_counts(hot_loop(code(*other)).step(1)), {"DADD": 1, "DMUL": 1, "DFMA": 1})

    def test_a_branch_with_two_sides_that_do_not_meet_is_refused(self):
        with self.assertRaisesRegex(ValueError, "which side of the branch at 0x20"):
            hot_loop(code("DADD R2, R2, 1", "LOP3.LUT P0, RZ, R0, 0x3f, RZ, 0xc0, !PT", "@P0 BRA 0x40", "BRA 0x0",
                          "BRA 0x0"))

    def test_the_interval_is_the_kernels(self):
        self.assertIn(f"proof_interval = {PROOF_INTERVAL};", (ROOT / "kernels/problem.hpp").read_text())


# As nvcc orders it: the step stands before the head of its loop, $head; $test is the loop over targets, $found the end of a
# start, $proof what is looked at now and then, with two loops in it.
PTX = """
.version 9.0
.target sm_80
.address_size 64
.visible .entry k(
    .param .u64 k_param_0
)
{
    .reg .pred %p<9>;
    ld.param.u64 %rd1, [k_param_0];
    bra.uni $head;
$step:
    mov.f64 %fd9, 0d3FF0000000000000;
    fma.rn.f64 %fd1, %fd1, %fd9, %fd1;
    selp.f64 %fd1, %fd1, %fd9, %p1;
    add.s32 %r1, %r1, 1;
$head:
    setp.lt.s32 %p1, %r2, 1;
    @%p1 bra $tested;
    mov.u64 %rd2, %rd1;
$test:
    ld.global.f64 %fd2, [%rd2];
    sub.rn.f64 %fd3, %fd1, %fd2;
    setp.gtu.f64 %p2, %fd3, %fd4;
    @%p2 bra $next;
    bra.uni $found;
$next:
    add.s64 %rd2, %rd2, 8;
    @%p3 bra $test;
$tested:
    setp.le.f64 %p4, %fd1, 0d426D1A94A2000000;
    @!%p4 bra $end;
    and.b32 %r3, %r1, 63;
    setp.ne.s32 %p5, %r3, 0;
    @%p5 bra $usual;
    bra.uni $proof;
$usual:
    selp.b16 %rs1, -1, -32768, %p6;
    bra.uni $end;
$found:
    ld.global.u16 %rs1, [%rd3];
$end:
    @%p7 bra $out;
    bra.uni $step;
$proof:
    mul.rn.f64 %fd5, %fd1, %fd1;
    @%p8 bra $proof;
$more:
    mul.rn.f64 %fd5, %fd5, %fd5;
    @%p8 bra $more;
    bra.uni $usual;
$out:
    ret;
}
"""


class Ptx(unittest.TestCase):
    def step(self, *changes):
        text = PTX
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new)
        return hot_loop(ptx_functions(text)["k"])

    def test_a_step_is_counted_without_proofs_and_ends(self):
        loop = self.step()
        self.assertEqual(fp64_counts(loop.step(0)), {"DSETP": 1, "DFMA": 1})
        self.assertEqual(fp64_counts(loop.per_target), {"DADD": 1, "DSETP": 1})
        parts = loop.before, loop.per_target, loop.after
        self.assertEqual([sum(not i.is_free for i in part) for part in parts], [2, 6, 12])
        self.assertNotIn("ld.global.u16 %rs1, [%rd3]", [i.text for i in loop.step(1)])

    def test_sides_may_be_swapped(self):
        swapped = self.step(("setp.ne.s32 %p5", "setp.eq.s32 %p5"), ("@%p5 bra $usual;\n    bra.uni $proof;",
                                                                    "@%p5 bra $proof;\n    bra.uni $usual;"))
        self.assertEqual(fp64_counts(swapped.step(3)), fp64_counts(self.step().step(3)))

    def test_more_work_is_counted(self):
        more = self.step(("add.s32 %r1, %r1, 1;", "add.s32 %r1, %r1, 1;\n    mul.rn.f64 %fd1, %fd1, %fd1;"))
        self.assertEqual(fp64_counts(more.step(0)), {"DSETP": 1, "DFMA": 1, "DMUL": 1})

    def test_another_interval_is_refused(self):
        with self.assertRaisesRegex(ValueError, "3 loops in the hot one"):
            self.step(("%r1, 63", "%r1, 31"))

    def test_a_listing_without_a_loop_is_refused(self):
        for change in [("bra.uni $step", "ret")], [(".f64", ".f32")]:
            with self.subTest(change), self.assertRaisesRegex(ValueError, "no loop with an FP64 instruction"):
                self.step(("bra.uni $usual", "ret"), ("@%p3 bra $test", "@%p3 bra $out"),
                          ("@%p8 bra $proof", "@%p8 bra $out"), ("@%p8 bra $more", "@%p8 bra $out"), *change)

    def test_what_becomes_many_instructions_is_refused(self):
        for name in "div.rn", "sqrt.rn", "rcp.rn":
            with self.subTest(name), self.assertRaisesRegex(ValueError, "how many FP64 instructions"):
                self.step(("fma.rn.f64", f"{name}.f64"))

    def test_a_move_takes_no_time_and_its_result_waits(self):
        loop = "bra.uni $head;\n$head:\n    add.rn.f64 %fd1, %fd2, %fd1;\n    mov.f64 %fd2, %fd1;\n    bra.uni $head;"
        text = PTX[:PTX.index("bra.uni $head")] + loop + "\n}"
        self.assertEqual(cycles(hot_loop(ptx_functions(text)["k"]).step(0), 8), 8)
        alone = text.replace("%fd1, %fd2, %fd1", "%fd1, %fd2, %fd3")  # it waits for the move only
        self.assertEqual(cycles(hot_loop(ptx_functions(alone)["k"]).step(0), 8), 8)

    def test_what_stands_in_operands_needs_no_issue_slot(self):
        found = bounds(Kernel(self.step(), registers=32), Card("made up", 80, 10, 1.0), 2)
        self.assertEqual(found["issue slots"], 10e9 * 4 * 32 / (14 + 2 * 6))


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
                self.assertEqual([(i.written, i.read) for i in code(line)], [expected])

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
