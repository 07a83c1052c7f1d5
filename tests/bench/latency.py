"""How long one warp alone takes for a loop's turn: in-order issue, at most one instruction a cycle, each when its
operands are there. Pipelines count as never full, branches as one instruction, loads as hits in the first cache.
"""

# Cycles from issue to a result that can be used; FP64 is the card's.
LOAD, OTHER = 33, 5


def latency(i, of_fp64):
    return of_fp64 if i.is_fp64 else LOAD if i.is_load else OTHER


def cycles(instructions, fp64_latency):
    """Cycles of a turn, once the loop runs evenly."""
    ready, now, ends = {}, 0, []
    for _ in range(8):
        for i in instructions:
            there = max((ready.get(name, 0) for name in i.read), default=0)
            if i.is_free:
                ready.update(dict.fromkeys(i.written, there))
            else:
                now = max(now + 1, there)
                ready.update(dict.fromkeys(i.written, now + latency(i, fp64_latency)))
        ends.append(now)
    return (ends[-1] - ends[3]) / 4
