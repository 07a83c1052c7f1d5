"""What the kernels should reach on cards, computed from their code. Projections: nothing here was measured.

    PYTHONPATH=tests python3 -m bench.projection BUILD_FOLDER [--targets 3]

The build says which nvcc and flags. Where cuobjdump is on the PATH, machine code is counted, else PTX. Prints a markdown
table.
"""

import argparse
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench import ptx_code, sass
from bench.cards import CARDS, FP64_LANES, FP64_LATENCY, ISSUE_SLOTS, LANES
from bench.flow import PROOF_INTERVAL, HotLoop, hot_loop
from bench.latency import LOAD, OTHER, cycles
from ptx.compile import ROOT, run
from ptx.errors import Untranslatable
from ptx.occupancy import warps
from ptx.registers import reports
from ptx.shipped import compiler_and_flags

KERNEL = re.compile(r"advance_kernelILNS_12update_orderE(?P<update>\d)ENS_5games\d+(?P<game>\w+?)EEEv")
UPDATES = ("simultaneous", "alternating")

NOTES = """
Every number above is a projection from {source} and data sheets; nothing was measured. Assumed:

{approximation}- A step is the longest way through the kernel's hot loop: the step itself, the test for divergence, and
  the loop over the points of arrival as often as there are points ({targets} here). What runs at every {interval}th step
  only, to look at proofs, is not counted, nor are the ends of starts.
- FP64 bound: multiprocessors x clock x FP64 lanes ({lanes} of compute capability {names}) / FP64
  instructions of a step. Issue bound: multiprocessors x clock x {slots} schedulers x {warp} lanes / all instructions of a
  step; other pipelines (integer, uniform) count as never full.
- Latency bound: resident warps (as registers allow) x {warp} lanes x multiprocessors x clock / cycles of a step of a warp
  that is alone: in-order issue, results after {other} cycles, loads after {load}, FP64 after {latency}
  (microbenchmarks: arXiv:1804.06826, arXiv:2507.10789; an A100 is taken to be like Volta and Hopper).
- Boost clocks of the data sheets, which a card need not hold: {clocks} GHz. Every multiprocessor has all the warps that
  fit, every lane a live start: no launch, no compaction, no copying, no end of a sweep where cards run empty.
"""

FROM_PTX = """- Counted from PTX, as machine code was not at hand (no cuobjdump). Registers are machine code's, and so are FP64
  instructions, but for one or two that the assembler may compute twice. The issue and latency bounds are approximations:
  they stand for PTX without moves, parameters and signs. Machine code has more instructions, for compute capability 9.0 up
  to twice as many, so that its issue slots may be the limit where this table names the FP64 pipe, and a projection too high.
"""


@dataclass(frozen=True)
class Kernel:
    loop: HotLoop
    registers: int


def source():
    """What is counted."""
    return "machine code" if shutil.which("cuobjdump") else "PTX"


@cache
def kernels(build, architecture):
    """(game, update) -> Kernel, as the build's flags make it for an architecture."""
    nvcc, flags = compiler_and_flags(build)
    tile = ROOT / "kernels/cuda_tile.cu"
    with tempfile.TemporaryDirectory() as folder:
        cubin, ptx = Path(folder) / "kernels.cubin", Path(folder) / "kernels.ptx"
        registers = reports(run([nvcc, "-cubin", f"-arch=sm_{architecture}", "-Xptxas=-v", *flags, tile, "-o", cubin]))
        if source() == "machine code":
            found = sass.functions(run(["cuobjdump", "-sass", cubin]))
        else:
            run([nvcc, "-ptx", f"-arch=compute_{architecture}", *flags, tile, "-o", ptx])
            found = ptx_code.functions(ptx.read_text())
    return {(m["game"], UPDATES[int(m["update"])]): Kernel(hot_loop(code), registers[name].registers)
            for name, code in sorted(found.items()) if (m := KERNEL.search(name))}


def bounds(kernel, card, targets):
    """What limits -> steps per second."""
    step = kernel.loop.step(targets)
    per_second = card.multiprocessors * card.gigahertz * 1e9
    return {"FP64 pipe": per_second * FP64_LANES[card.architecture] / sum(i.is_fp64 for i in step),
            "issue slots": per_second * ISSUE_SLOTS * LANES / sum(not i.is_free for i in step),
            "latency": per_second * warps(card.architecture, kernel.registers) * LANES
            / cycles(step, FP64_LATENCY[card.architecture])}


def counted(loop, which):
    return f"{sum(map(which, loop.step(0)))} + {sum(map(which, loop.per_target))} j"


def row(game, update, kernel, card, targets):
    limits = bounds(kernel, card, targets)
    limiter = min(limits, key=limits.get)
    cells = [card.name, f"{game}, {update}", kernel.registers, warps(card.architecture, kernel.registers),
             counted(kernel.loop, lambda i: i.is_fp64), counted(kernel.loop, lambda i: not i.is_free),
             *(f"{limits[name]:.1e}" for name in limits), f"**{limits[limiter]:.1e}**", limiter]
    return "| " + " | ".join(map(str, cells)) + " |"


def table(build, targets):
    lines = [f"## Projection, counted from {source()}\n",
             f"Steps per second, projected; j points of arrival, {targets} of them for the bounds.\n",
             "| card | kernel | registers | warps | FP64 / step | all / step | FP64 bound | issue bound | latency bound | "
             "projection | limited by |", "|---|---|" + "--:|" * 8 + "---|"]
    for card in CARDS:
        for (game, update), kernel in kernels(build, card.architecture).items():
            lines.append(row(game, update, kernel, card, targets))
    each = {"lanes": [FP64_LANES[c.architecture] for c in CARDS], "names": [c.architecture / 10 for c in CARDS],
            "latency": [FP64_LATENCY[c.architecture] for c in CARDS], "clocks": [c.gigahertz for c in CARDS]}
    texts = {key: ", ".join(map(str, values)) for key, values in each.items()}
    return "\n".join(lines) + "\n" + NOTES.format(
        source=source(), approximation=FROM_PTX if source() == "PTX" else "", interval=PROOF_INTERVAL, targets=targets,
        slots=ISSUE_SLOTS, warp=LANES, other=OTHER, load=LOAD, **texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--targets", type=int, default=3)
    options = parser.parse_args()
    try:
        print(table(options.build, options.targets), end="")
    except FileNotFoundError as missing:
        sys.exit(f"projection: there is no {missing.filename}")
    except (RuntimeError, ValueError, Untranslatable) as error:
        sys.exit(f"projection: {error}")


if __name__ == "__main__":
    main()
