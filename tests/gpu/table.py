"""Prints what was measured as a markdown table, with shares of the card's FP64 peak.

    PYTHONPATH=tests python3 -m gpu.table BUILD_FOLDER MEASURED NOTES < CARD

CARD: JSON of the program `card`, with `about` added. MEASURED: lines of the program `measure`. NOTES: what else to say,
line by line. FP64 operations of a step are counted in the build's machine code where cuobjdump is on the PATH, else
in its PTX.
"""

import json
import sys
from pathlib import Path

from bench.cards import FP64_LANES, Card
from bench.flow import PROOF_INTERVAL, flops
from bench.projection import kernels, source
from ptx.errors import Untranslatable


def loops_of(build, architecture):
    """(game, update) -> hot loop, and why there is none."""
    if architecture not in FP64_LANES:
        return {}, f"FP64 lanes of compute capability {architecture / 10} are not known here"
    try:
        return {key: kernel.loop for key, kernel in kernels(build, architecture).items()}, ""
    except FileNotFoundError as missing:
        return {}, f"there is no {missing.filename}, to count operations"
    except (RuntimeError, ValueError, Untranslatable) as error:
        return {}, str(error)


def shares(measured, loop, card):
    """Of the FP64 peak, and of the FP64 pipe's instruction slots."""
    seconds = sum(t["seconds"] for t in measured["tau"])
    steps = [(t["steps"], loop.step(t["targets"])) for t in measured["tau"]]
    operations = sum(n * flops(step) for n, step in steps)
    instructions = sum(n * sum(i.is_fp64 for i in step) for n, step in steps)
    return operations / seconds / card.fp64_peak, 2 * instructions / seconds / card.fp64_peak


def row(measured, loop, card):
    starts, steps, seconds = (sum(t[key] for t in measured["tau"]) for key in ("starts", "steps", "seconds"))
    done = starts / (len(measured["tau"]) * measured["edge"] ** 2)
    of_peak = [f"{share:.0%}" for share in shares(measured, loop, card)] if loop else ["not known"] * 2
    edge = measured["edge"]
    cells = [measured["figure"], f"{edge} x {edge}", ", ".join(f"{t['tau']:g}" for t in measured["tau"]),
             measured["horizon"], "all" if done == 1 else f"{done:.2g} of it, stopped by the clock", f"{steps:.2e}",
             f"{seconds:.2f}", f"{steps / seconds:.2e}", *of_peak]
    return "| " + " | ".join(map(str, cells)) + " |"


def table(build, measured, notes, about):
    card = Card(about["name"], about["architecture"], about["multiprocessors"], about["gigahertz"])
    loops, why = loops_of(build, card.architecture)
    lines = [f"**{card.name}**, {about['about']}\n",
             "| figure | starts per τ | τ | K | done | steps | seconds | steps/s | of FP64 peak | FP64 pipe busy |",
             "|---|--:|---|--:|---|" + "--:|" * 5]
    lines += [row(m, loops.get((m["game"], "alternating")), card) for m in measured]
    lines.append("")
    if loops:
        lines.append(f"- FP64 peak: {card.fp64_peak / 1e12:.3g} TFLOP/s = {card.multiprocessors} multiprocessors x "
                     f"{FP64_LANES[card.architecture]} lanes x 2 x {card.gigahertz:g} GHz. Operations of a step: of its "
                     f"{source()}, without what runs at every {PROOF_INTERVAL}th step only; a fused multiply-add two, a "
                     "comparison none. Busy: comparisons count, too.")
    else:
        lines.append(f"- Shares of the FP64 peak are left out: {why}.")
    return "\n".join(lines + [f"- {note}" for note in notes])


def main(build, measured, notes):
    lines = Path(measured).read_text().splitlines()
    print(table(build, [json.loads(line) for line in lines], Path(notes).read_text().splitlines(), json.load(sys.stdin)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: gpu.table BUILD_FOLDER MEASURED NOTES < CARD")
    main(*sys.argv[1:])
