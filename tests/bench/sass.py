"""A kernel's hot loop, found in the machine code that `cuobjdump -sass` lists, and what it executes.

The kernels take a start from step to step in a loop, in which a loop over the points of arrival may stand. The hot loop
is the one with the most FP64 instructions.
"""

import re
from collections import Counter
from dataclasses import dataclass

FUNCTION = re.compile(r"^\s*Function : (\w+)", re.M)
INSTRUCTION = re.compile(r"/\*([0-9a-f]{4,})\*/ +(?:@(!?U?P\w+) +)?([A-Z][\w.]*)([^;]*);")
FP64 = re.compile(r"D(FMA|MUL|ADD|SETP|MNMX)\b|MUFU\.\w+64H|.*\.F64\b")
FLOPS = {"DFMA": 2, "DMUL": 1, "DADD": 1}  # as the peak is counted: comparisons are none


@dataclass(frozen=True)
class Instruction:
    address: int
    guard: str      # the predicate that it depends on, such as !P0; or nothing
    opcode: str
    operands: tuple

    @property
    def is_fp64(self):
        return FP64.match(self.opcode) is not None


@dataclass(frozen=True)
class HotLoop:
    """The instructions of a step and its arrival test, in order; `per_target` are executed for each point of arrival."""

    before: tuple
    per_target: tuple
    after: tuple

    def step(self, targets):
        """What a step executes, where so many points of arrival are looked at."""
        return self.before + self.per_target * targets + self.after


def functions(listing):
    """Mangled name -> instructions of every function."""
    _, *parts = FUNCTION.split(listing)
    return {name: tuple(Instruction(int(m[1], 16), m[2] or "", m[3], tuple(o.strip() for o in m[4].split(",")))
                        for m in INSTRUCTION.finditer(body)) for name, body in zip(parts[::2], parts[1::2])}


def loops(code):
    """(first, last) address of every loop, one for each head: where a branch leads back."""
    last = {}
    for i in code:
        if i.opcode.split(".")[0] == "BRA" and int(i.operands[-1], 16) <= i.address:
            last[int(i.operands[-1], 16)] = i.address
    return list(last.items())


def hot_loop(code):
    def inside(bounds):
        return tuple(i for i in code if bounds[0] <= i.address <= bounds[1])

    def work(bounds):
        return sum(i.is_fp64 for i in inside(bounds))

    found = loops(code)
    if not any(map(work, found)):
        raise ValueError("no loop with an FP64 instruction")
    first, last = max(found, key=work)
    nested = [bounds for bounds in found if first < bounds[0] and bounds[1] < last]
    if len(nested) > 1:
        raise ValueError(f"{len(nested)} loops in the hot one, at 0x{first:x}: which is over the points of arrival?")
    body = inside((first, last))
    begin, end = nested[0] if nested else (last + 1, last + 1)
    return HotLoop(tuple(i for i in body if i.address < begin), inside((begin, end)),
                   tuple(i for i in body if i.address > end))


def fp64_counts(instructions):
    """DFMA, DMUL, ... -> how many."""
    return Counter(i.opcode.split(".")[0] for i in instructions if i.is_fp64)


def flops(instructions):
    return sum(FLOPS.get(name, 0) * n for name, n in fp64_counts(instructions).items())
