"""How long one warp alone takes for a loop's turn: in-order issue, at most one instruction a cycle, each when its
operands are there. Pipelines count as never full, branches as one instruction, loads as hits in the first cache.
"""

import re

# Cycles from issue to a result that can be used; FP64 is the card's.
LOAD, OTHER = 33, 5

REGISTER = re.compile(r"\b(U?R)(\d+)(\.64)?")
PREDICATE = re.compile(r"\bU?P\d\b")
PLAIN_PREDICATE = re.compile(r"U?P(\d|T)$")


def names(text, wide):
    """The registers, as 32-bit ones, and predicates that a text names."""
    found = set(PREDICATE.findall(text))
    for kind, number, pair in REGISTER.findall(text):
        found.add(f"{kind}{number}")
        if wide or pair:
            found.add(f"{kind}{int(number) + 1}")
    return found


def written_and_read(i):
    """What an instruction writes: its first operand and the predicates that follow it; what it reads: the rest."""
    wide = i.is_fp64 or ".64" in i.opcode or "WIDE" in i.opcode
    split = 1
    if i.opcode.startswith(("BRA", "ST", "BSYNC", "BSSY")):
        split = 0
    elif "SETP" in i.opcode or i.opcode.startswith(("PLOP3", "UPLOP3")):
        split = 2
    else:
        while split < len(i.operands) and PLAIN_PREDICATE.match(i.operands[split]):
            split += 1
    return names(",".join(i.operands[:split]), wide), names(",".join((i.guard, *i.operands[split:])), wide)


def cycles(instructions, fp64_latency):
    """Cycles of a turn, once the loop runs evenly."""
    decoded = []
    for i in instructions:
        latency = fp64_latency if i.is_fp64 else LOAD if i.opcode.startswith("LD") else OTHER
        decoded.append((*written_and_read(i), latency))
    ready, now, ends = {}, 0, []
    for _ in range(8):
        for written, read, latency in decoded:
            now = max([now + 1, *(ready.get(name, 0) for name in read)])
            ready.update(dict.fromkeys(written, now + latency))
        ends.append(now)
    return (ends[-1] - ends[3]) / 4
