"""How many vector operations a step takes: counted in the disassembly of a bare loop of steps on one vector.

    PYTHONPATH=tests python3 -m bench.operations BUILD_FOLDER              # prints a markdown table
    PYTHONPATH=tests python3 -m bench.operations BUILD_FOLDER --header     # the same as C++, for the ceiling

The build says which compiler and flags. Counted are arithmetic, logic, shifts, comparisons and blends; not copies, loads,
stores, zeros and broadcasts: a processor does those beside the others, and how many there are depends on the registers.
"""

import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from some_games import GAMES, write_all_games

ROOT = Path(__file__).resolve().parents[2]
SETS = ("avx2", "avx512")
UPDATES = ("simultaneous", "alternating")

# Kind -> the mnemonics that are of it, in the order of mix_loop.hpp.
KINDS = {
    "fma": r"vfn?m(add|sub)(132|213|231)pd",
    "mul": r"vmulpd",
    "add": r"v(add|sub)pd",
    "shift": r"vpsllq",
    "integer_add": r"vp(add|sub)q",
    "logic": r"vp?(xor|andn?|or|ternlog)(pd|q|d)?",
    "compare": r"v(cmp\w*pd|pcmp\w+|ptestn?m\w+)",
    "blend": r"vp?blend\w+",
}
ZERO = re.compile(r"vp?xor\w* +(%\w+),\1,\1")  # how a zero is written: a processor sees that when it names registers
UNCOUNTED = re.compile(r"vmov\w+|v?broadcast\w+|vpbroadcast\w+|vzeroupper")

SOURCE = """
#include "kernels/cpu_{isa}.cpp"

#include "all_games.hpp"
#include "tests/bench/step_loop.hpp"

using tauroa::bench::step_loop, tauroa::dynamics, tauroa::update_order;
"""
FUNCTION = """
extern "C" void {game}_{update}(double* x, const dynamics<tauroa::games::{game}>& d, unsigned steps) {{
    step_loop<tauroa::{isa}, 1, 1, update_order::{update}, tauroa::games::{game}>(x, d, steps);
}}
"""


def compile_commands(build):
    """Of the instruction sets that the build has and KINDS knows: set -> the words that compile kernels/cpu_SET.cpp."""
    entries = json.loads((Path(build) / "compile_commands.json").read_text())
    commands = {Path(entry["file"]): shlex.split(entry["command"]) for entry in entries}
    sources = {isa: ROOT / f"kernels/cpu_{isa}.cpp" for isa in SETS}
    return {isa: commands[source] for isa, source in sources.items() if source in commands}


def compiler_and_flags(build, isa):
    """What compiles a set's code, without files; optimised and without sanitizers, whatever the build is: what they add
    is no part of a step."""
    words = compile_commands(build)[isa]
    flags = words[:words.index("-o")]
    return [f for f in flags if not f.startswith(("-fsanitize", "-fno-sanitize", "-O", "-g"))] + ["-O3"]


def function_code(listing):
    """Function -> [(address, instruction)] of a disassembly."""
    found = {}
    for block in listing.split("\n\n"):
        if name := re.match(r"[0-9a-f]+ <(\w+)>:", block.strip()):
            found[name[1]] = [(int(at, 16), text.split("#")[0].strip())
                              for at, text in re.findall(r"^ +([0-9a-f]+):\t(.*)$", block, re.M)]
    return found


def loop(code):
    """The instructions of a function's one loop."""
    back = [(int(m[1], 16), at) for at, text in code if (m := re.match(r"j\w+ +([0-9a-f]+)", text)) and int(m[1], 16) <= at]
    if len(back) != 1:
        raise ValueError(f"{len(back)} loops where one was expected")
    return [text for at, text in code if back[0][0] <= at <= back[0][1]]


def kind(instruction):
    """The kind of a vector operation; None for what is not counted."""
    words = instruction.split(None, 1)
    if not words or not words[0].startswith("v"):
        return None
    if "{%k" in instruction and words[0].startswith("vmov"):
        return "blend"  # a move of some lanes
    if UNCOUNTED.fullmatch(words[0]) or ZERO.fullmatch(instruction):
        return None
    found = [name for name, mnemonics in KINDS.items() if re.fullmatch(mnemonics, words[0])]
    if len(found) != 1:
        raise ValueError(f"no kind is known for '{instruction}'")
    return found[0]


def counted(instructions):
    """Kind -> how many."""
    found = Counter(filter(None, map(kind, instructions)))
    return {name: found[name] for name in KINDS}


@cache
def operations(build, isa):
    """(game, update) -> kind -> how many in a step of one vector."""
    pairs = [(game, update) for game in GAMES for update in UPDATES]
    text = SOURCE.format(isa=isa) + "".join(FUNCTION.format(isa=isa, game=g, update=u) for g, u in pairs)
    with tempfile.TemporaryDirectory() as folder:
        source, made = Path(folder) / "loops.cpp", Path(folder) / "loops.o"
        source.write_text(text)
        write_all_games(Path(folder))
        compiler, *flags = compiler_and_flags(build, isa)
        subprocess.run([compiler, f"-I{folder}", *flags, "-o", made, "-c", source], check=True)
        listing = subprocess.run(["objdump", "-d", "--no-show-raw-insn", made], check=True, capture_output=True, text=True)
    code = function_code(listing.stdout)
    return {(game, update): counted(loop(code[f"{game}_{update}"])) for game, update in pairs}


def table(build):
    """Markdown."""
    lines = ["| vector operations of a step | " + " | ".join(name.replace("_", " ") for name in KINDS) + " | all |",
             "|---|" + "--:|" * (len(KINDS) + 1)]
    for isa in compile_commands(build):
        for (game, update), counts in operations(build, isa).items():
            cells = [f"{game}, {update}, {isa}", *counts.values(), f"**{sum(counts.values())}**"]
            lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


def header(build):
    """The counts as C++ constants: GAME_UPDATE_SET."""
    lines = ["#pragma once", "", '#include "tests/bench/mix_loop.hpp"', "", "namespace tauroa::bench::mixes {"]
    for isa in compile_commands(build):
        for (game, update), counts in operations(build, isa).items():
            lines.append(f"inline constexpr mix {game}_{update}_{isa}{{{', '.join(map(str, counts.values()))}}};")
    return "\n".join([*lines, "}  // namespace tauroa::bench::mixes"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("--header", action="store_true")
    options = parser.parse_args()
    try:
        print((header if options.header else table)(options.build))
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"operations: {error}")


if __name__ == "__main__":
    main()
