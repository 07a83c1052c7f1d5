"""How many vector operations a step takes, counted in what the compiler makes of it. Needs objdump; compiling for an
instruction set needs no processor that has it."""
import os
import unittest
from pathlib import Path

from bench.operations import ROOT, compile_commands, counted, function_code, kind, loop, operations, table

BUILD = Path(os.environ.get("TAUROA_BUILD", ROOT / "build"))
MOST = {("polynomial", "simultaneous"): 42, ("polynomial", "alternating"): 66}

LISTING = """
x.o:     file format elf64-x86-64


Disassembly of section .text:

0000000000000000 <before>:
   0:\tret

0000000000000010 <step>:
  10:\tvbroadcastsd 0x0(%rip),%zmm4        # 18 <step+0x8>
  1a:\tje     30 <step+0x20>
  1c:\tvmovapd %zmm1,%zmm7
  20:\tvfnmadd231pd 0x40(%rsp),%zmm4,%zmm1
  24:\tvcmplt_oqpd %zmm3,%zmm1,%k1
  26:\tadd    $0x1,%rax
  28:\tvmovapd %zmm6,%zmm0{%k1}
  2c:\tvpsllq $0x34,%zmm1,%zmm1
  2e:\tjne    1c <step+0xc>
  30:\tvmulpd %zmm4,%zmm4,%zmm5
  31:\tret
"""


class Counting(unittest.TestCase):
    def test_the_loop_is_found_and_its_operations_counted(self):
        code = function_code(LISTING)
        self.assertEqual(list(code), ["before", "step"])
        found = counted(loop(code["step"]))
        self.assertEqual({name: count for name, count in found.items() if count},
                         {"fma": 1, "compare": 1, "blend": 1, "shift": 1})

    def test_no_loop_is_refused(self):
        with self.assertRaisesRegex(ValueError, "0 loops"):
            loop(function_code(LISTING)["before"])

    def test_every_kind_is_told(self):
        for instruction, expected in {
                "vfmadd132pd %ymm1,%ymm2,%ymm3": "fma", "vfnmsub213pd (%rax){1to8},%zmm2,%zmm3": "fma",
                "vmulpd %ymm1,%ymm2,%ymm3": "mul", "vsubpd %ymm1,%ymm2,%ymm3": "add", "vpaddq %ymm1,%ymm2,%ymm3": "integer_add",
                "vxorpd %ymm1,%ymm2,%ymm3": "logic", "vpxorq %zmm1,%zmm2,%zmm3": "logic", "vandnpd %ymm1,%ymm2,%ymm3": "logic",
                "vpternlogq $0x78,%zmm1,%zmm2,%zmm3": "logic", "vcmpltpd %ymm1,%ymm2,%ymm3": "compare",
                "vpcmpgtq %ymm1,%ymm2,%ymm3": "compare", "vblendvpd %ymm1,%ymm2,%ymm3,%ymm4": "blend",
                "vblendmpd %zmm1,%zmm2,%zmm3{%k1}": "blend", "vmovapd %zmm1,%zmm2{%k1}{z}": "blend",
                "vxorpd %xmm4,%xmm4,%xmm4": None, "vpxor %xmm4,%xmm4,%xmm5": "logic",
                "vmovapd %zmm1,%zmm2": None, "vbroadcastsd (%rax),%zmm1": None, "kmovb %k1,%eax": None, "": None}.items():
            with self.subTest(instruction):
                self.assertEqual(kind(instruction), expected)

    def test_an_unknown_vector_instruction_is_no_nothing(self):
        with self.assertRaisesRegex(ValueError, "vdivpd"):
            kind("vdivpd %ymm1,%ymm2,%ymm3")


class Step(unittest.TestCase):
    def test_a_step_takes_no_more_operations_than_it_needs(self):
        sets = compile_commands(BUILD)
        print(table(BUILD) if sets else "this build has no instruction set whose operations could be counted", flush=True)
        for isa in sets:
            for pair, most in MOST.items():
                with self.subTest(isa, pair=pair):
                    self.assertLessEqual(sum(operations(BUILD, isa)[pair].values()), most)


if __name__ == "__main__":
    unittest.main()
