"""Measures the figures at larger sizes, within a time.

    python3 tests/gpu/scale.py MEASURE BACKEND STEPS SECONDS MEASURED EDGE...

MEASURE is the program. MEASURED has its JSON line of each figure at a small size, which tells how many rows a block may
have, so that it takes a fraction of the time; a line for every figure and EDGE is added. A size at which not even one
block was done is left out, and standard output says so.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

GRACE = 1.5     # a run may take this many times its time: the last block is not cut off


def rows_of_a_block(small, edge, seconds):
    """Rows of an edge that at the small size's speed take so long; the program itself takes 512."""
    steps, taken, starts = (sum(t[key] for t in small["tau"]) for key in ("steps", "seconds", "starts"))
    return int(min(512, max(16, seconds * steps / taken / (edge * steps / starts))))


def last_line(command, seconds):
    """The program's last line; none where it printed none in time. Throws that where it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired as late:
        lines = (late.stdout or b"").decode().splitlines(keepends=True)
        return next((line.strip() for line in reversed(lines) if line.endswith("}\n")), None)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout.splitlines()[-1] if done.stdout else None


def main(program, backend, steps, seconds, measured, *edges):
    end = time.monotonic() + float(seconds)
    small = [json.loads(line) for line in Path(measured).read_text().splitlines()]
    runs = [(int(edge), of) for edge in edges for of in small]
    for number, (edge, of) in enumerate(runs):
        share = max(0.0, end - time.monotonic()) / (len(runs) - number) / GRACE
        rows = rows_of_a_block(of, edge, share / 8)
        line = last_line([program, of["figure"], backend, str(edge), steps, str(rows), f"{share:.1f}", "-"], GRACE * share)
        if line is None:
            print(f"{of['figure']} at {edge} x {edge}: left out, no block of {rows} rows was done in {GRACE * share:.0f} s")
        else:
            with open(measured, "a") as file:
                file.write(line + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 7:
        sys.exit("usage: scale.py MEASURE BACKEND STEPS SECONDS MEASURED EDGE...")
    try:
        main(*sys.argv[1:])
    except RuntimeError as error:
        sys.exit(f"scale.py: {error}")
