"""The compiler's report on the shipped kernels, for every architecture: no spills, no stack frame. Prints registers and
the occupancy that they allow, which is theory: nothing here was measured.

From the environment: TAUROA_BUILD, the build whose flags count; TAUROA_ARCHITECTURES, such as "75 120".
"""
import os
import tempfile
import unittest
from pathlib import Path

from ptx.compile import ROOT, run
from ptx.occupancy import MOST_WARPS, occupancy, warps
from ptx.registers import Report, reports
from ptx.shipped import compiler_and_flags
from some_games import write_all_games

UPDATES = ("simultaneous", "alternating")


def compile_kernels(architecture, *games):
    """Of the program's games, or of these, whose headers are in tests/."""
    nvcc, flags = compiler_and_flags(os.environ["TAUROA_BUILD"])
    with tempfile.TemporaryDirectory() as folder:
        if games:
            write_all_games(Path(folder), games, "tests")
        return reports(run([nvcc, "-cubin", f"-arch=sm_{architecture}", "-Xptxas=-v", "-I", folder, *flags,
                            ROOT / "kernels/cuda_tile.cu", "-o", Path(folder) / "kernels.cubin"]))


def expected_kernels():
    """What a kernel is called here -> parts of its mangled name."""
    kernels = {"any game, move": ("move_kernel",)}
    fixed_size = [path.stem for path in (ROOT / "games").glob("*.hpp") if "kernels/sized_game.hpp" not in path.read_text()]
    for game in sorted(fixed_size):
        mangled = f"5games{len(game)}{game}E"
        kernels[f"{game}, begin"] = ("begin_kernel", mangled)
        for number, update in enumerate(UPDATES):
            kernels[f"{game}, {update}"] = ("advance_kernel", mangled, f"update_orderE{number}E")
            kernels[f"{game}, {update}, noise"] = ("advance_noisy_kernel", mangled, f"update_orderE{number}E")
    return kernels


class Registers(unittest.TestCase):
    def test_no_kernel_spills_or_has_a_stack_frame(self):
        for architecture in map(int, os.environ["TAUROA_ARCHITECTURES"].split()):
            found = compile_kernels(architecture)
            print(f"\nsm_{architecture}, at most {MOST_WARPS[architecture]} warps on a multiprocessor; theoretical:")
            for kernel, parts in expected_kernels().items():
                with self.subTest(architecture=architecture, kernel=kernel):
                    (report,) = [r for name, r in found.items() if all(part in name for part in parts)]
                    print(f"  {kernel:35} {report.registers:3} registers, {warps(architecture, report.registers):2} warps, "
                          f"occupancy {occupancy(architecture, report.registers):4.0%}")
                    self.assertEqual((report.stack, report.spilled), (0, 0), "bytes of stack frame, of spills")
            self.assertEqual(len(found), len(expected_kernels()), f"other kernels than expected: {sorted(found)}")

    def test_eight_variables_stay_in_registers(self):
        found = compile_kernels(75, "eight_variables")
        self.assertEqual(len(found), 6)
        for name, report in found.items():
            self.assertEqual((report.stack, report.spilled), (0, 0), name)
            print(f"  {report.registers} registers: {name}")

    def test_the_report_is_read(self):
        text = """ptxas info    : Compiling entry function '_Z1kv' for 'sm_75'
ptxas info    : Function properties for _Z1kv
    48 bytes stack frame, 16 bytes spill stores, 20 bytes spill loads
ptxas info    : Used 255 registers, used 0 barriers, 356 bytes cmem[0]"""
        self.assertEqual(reports(text), {"_Z1kv": Report(48, 36, 255)})

    def test_occupancy(self):
        self.assertEqual([warps(80, r) for r in (16, 32, 33, 40, 41, 128, 255)], [64, 64, 48, 48, 40, 16, 8])
        self.assertEqual(occupancy(75, 64), 1.0)
        self.assertEqual(occupancy(89, 42), 40 / 48)


if __name__ == "__main__":
    unittest.main()
