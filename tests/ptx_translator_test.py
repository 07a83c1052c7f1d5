"""What the translator of PTX refuses, and that the kernels it is tested with use every instruction that it knows.

What its translations compute is tested by ptx_operation_test.cpp and ptx_probe_test.cpp. TAUROA_PTX_PROBES: the PTX of
tests/ptx/probes.cu, for several architectures.
"""
import os
import unittest
from pathlib import Path

from ptx import parse, table
from ptx.errors import Untranslatable
from ptx.translate import program


def module(*body, before=""):
    """A module with one kernel of these statements."""
    text = "\n".join(f"    {statement}" for statement in body)
    return f"""
.version 9.0
.target sm_75
.address_size 64
{before}
.visible .entry k(
    .param .u64 .ptr .global .align 8 p,
    .param .align 8 .b8 q[24]
)
.maxntid 128, 1, 1
{{
    .reg .pred %p<3>;
    .reg .b32 %r<9>;
    .reg .b64 %rd<9>;
    .reg .f64 %fd<9>;
{text}
}}
"""


REFUSED = {
    "an unknown instruction": ("frob.u32 %r1, %r2;", "unknown instruction"),
    "an unknown modifier": ("add.sat.s32 %r1, %r2, %r3;", "unknown modifier .sat"),
    "an unknown type": ("add.rn.f16x2 %r1, %r2, %r3;", "unknown modifier"),
    "an addition that may be contracted": ("add.f64 %fd1, %fd2, %fd3;", "may be contracted"),
    "a multiplication that may be contracted": ("mul.f64 %fd1, %fd2, %fd3;", "may be contracted"),
    "another rounding": ("add.rz.f64 %fd1, %fd2, %fd3;", "unknown modifier .rz"),
    "flushing to zero": ("add.rn.ftz.f32 %r1, %r2, %r3;", "unknown modifier .ftz"),
    "an approximate reciprocal": ("rcp.approx.ftz.f64 %fd1, %fd2;", "unknown modifier .approx"),
    "an approximate function": ("ex2.approx.f32 %r1, %r2;", "unknown instruction"),
    "a division without rounding": ("div.full.f32 %r1, %r2, %r3;", "unknown modifier .full"),
    "local memory": (".local .align 8 .b8 depot[16];", "declaration"),
    "loads from local memory": ("ld.local.f64 %fd1, [%rd1];", "unknown modifier .local"),
    "a call": ("call.uni f, ();", "unknown instruction"),
    "a vote without sync": ("vote.ballot.b32 %r1, %p1;", ""),
    "an undeclared register": ("mov.u32 %r1, %r9;", "unknown symbol"),
    "an undeclared destination": ("mov.u32 %x, %r1;", "destination %x"),
    "a predicate as a number": ("mov.u32 %r1, %p1;", "register %p1"),
    "a number as a predicate": ("@%r1 ret;", "register %r1"),
    "a decimal float": ("mov.f64 %fd1, 1.5;", "constant 1.5"),
    "a single-precision constant as a double": ("mov.f64 %fd1, 0f3F800000;", "constant 0f3F800000"),
    "a load beyond its parameter": ("ld.param.f64 %fd1, [q+20];", "reach beyond the parameter"),
    "an unknown parameter": ("ld.param.f64 %fd1, [r];", "parameter [r]"),
    "a barrier of some threads": ("bar.sync 1, 64;", "only barrier 0"),
    "an atomic minimum of floats": ("atom.global.min.f64 %fd1, [%rd1], %fd2;", ""),
    "a conversion to an integer without rounding": ("cvt.u32.f64 %r1, %fd1;", ""),
}

ACCEPTED = """
    ld.param.u64 %rd1, [p];
    ld.param.v2.u64 {%rd2, %rd3}, [q + 8];
    cvta.to.global.u64 %rd4, %rd1; // a comment
    mov.f64 %fd1, 0d3FF8000000000000;
    setp.lt.and.f64 %p1|%p2, %fd1, 0d0000000000000000, !%p1;
$L__BB0_1:
    @!%p1 bra $L__BB0_1;
    { .reg .b32 %r; mov.u32 %r, -1; st.global.u32 [%rd4+-8], %r; }
    ret;
"""


class Translator(unittest.TestCase):
    def test_refuses_what_it_does_not_know(self):
        for what, (statement, message) in REFUSED.items():
            with self.subTest(what):
                with self.assertRaises(Untranslatable) as refusal:
                    program(module(statement))
                self.assertIn(message, str(refusal.exception))
                self.assertIn(statement.rstrip(";"), str(refusal.exception), "the message does not show the statement")

    def test_refuses_functions_and_unknown_directives(self):
        for before in (".func f() { ret; }", ".extern .func (.param .b32 r) vprintf (.param .b64 a);",
                       ".tex .u64 image;", ".global .align 8 .u64 table[1] = {other};"):
            with self.subTest(before), self.assertRaises(Untranslatable):
                program(module("ret;", before=before))

    def test_accepts_what_nvcc_writes(self):
        cpp = program(module(ACCEPTED))
        for expected in ("0x3FF8000000000000u", "goto", "{{0, 8}, {8, 24}}", "parameters + 16"):
            self.assertIn(expected, cpp)

    def test_accepts_addresses_of_variables(self):
        cpp = program(module("ret;", before=".global .b8 $str[1];\n.global .u64 names[2] = {generic($str), 7};"))
        self.assertRegex(cpp, r"V_\w*names\[2\] = \{address_of\(V_\w*str\), ")
        with self.assertRaises(Untranslatable):
            program(module("ret;", before=".global .b8 $str[1];\n.global .u32 names[1] = {generic($str)};"))

    def test_accepts_contractable_operations_only_when_told(self):
        self.assertIn("+", program(module("add.f64 %fd1, %fd2, %fd3;"), allow_contraction=True))

    def test_every_instruction_it_knows_is_tested(self):
        used = set()
        for path in os.environ["TAUROA_PTX_PROBES"].split(os.pathsep):
            for kernel in parse.module(Path(path).read_text())[1]:
                for kind, text in kernel.body:
                    if kind == "statement" and not text.startswith("."):
                        instruction = parse.instruction(text)
                        used.add((instruction.name, table.kind_of(instruction)))
        self.assertEqual(sorted(table.known() - used), [])


if __name__ == "__main__":
    unittest.main()
