"""A kernel's hot loop, found in the instructions of a listing, and what a step executes of it.

The kernels take a start from step to step in a loop, in which loops may stand. The hot loop is the one with the most FP64
instructions; a step is the longest way through it, by FP64 instructions: a start that goes on passes every test. Left out
of it is what runs only at multiples of the proofs' interval. A loop on the way is over the points of arrival.
"""

from collections import Counter
from dataclasses import dataclass

PROOF_INTERVAL = 64  # as kernels/problem.hpp says
FLOPS = {"DFMA": 2, "DMUL": 1, "DADD": 1}  # as the peak is counted: comparisons are none


@dataclass(frozen=True)
class Instruction:
    """fp64: DFMA, DMUL, ... where it needs the FP64 pipe, or ''. next: the addresses where it may lead."""

    address: int
    text: str
    fp64: str
    next: tuple
    written: frozenset
    read: frozenset
    is_load: bool = False
    is_free: bool = False  # stands in other instructions' operands, and is none itself
    is_mask: bool = False  # of the lowest bits, 0 at multiples of the proofs' interval

    @property
    def is_fp64(self):
        return bool(self.fp64)


@dataclass(frozen=True)
class HotLoop:
    """The instructions of a step and its arrival test, in order; `per_target` are executed for each point of arrival."""

    before: tuple
    per_target: tuple
    after: tuple

    def step(self, targets):
        """What a step executes, where so many points of arrival are looked at."""
        return self.before + self.per_target * targets + self.after


class Graph:
    """Basic blocks, named by their first address, and what follows each."""

    def __init__(self, code):
        known = {i.address for i in code}
        begins = {to for i in code for to in i.next if len(i.next) != 1 or to != following(code, i)}
        self.blocks, name = {}, None
        for i in code:
            if name is None or i.address in begins:
                name = i.address
                self.blocks[name] = ()
            self.blocks[name] += (i,)
            if i.next != (following(code, i),):
                name = None
        self.after = {name: [to for to in block[-1].next if to in known] for name, block in self.blocks.items()}

    def reached(self, start, among):
        """The blocks among these to which at least one edge leads from `start`."""
        found, left = set(), [start]
        while left:
            new = {to for to in self.after[left.pop()] if to in among} - found
            found |= new
            left.extend(new)
        return found

    def loops(self, among):
        """The sets of blocks, as large as can be, in which each reaches each."""
        reached = {name: self.reached(name, among) for name in among}
        return {frozenset(b for b in reached[a] if a in reached[b]) for a in among if a in reached[a]}

    def head(self, loop, among):
        """The block at which a loop is entered."""
        heads = {to for name in among - loop for to in self.after[name] if to in loop}
        heads = heads or {min(loop)}  # the code begins with it
        if len(heads) > 1:
            raise ValueError(f"a loop that is entered at {len(heads)} places")
        return heads.pop()


def following(code, i):
    """The address behind an instruction."""
    return i.address + (code[1].address - code[0].address if len(code) > 1 else 1)


def fp64_of(instructions):
    return sum(i.is_fp64 for i in instructions)


def asks_for_interval(block):
    """Whether the branch at a block's end depends on such a mask."""
    needed, masked = set(block[-1].read), False
    for i in reversed(block[:-1]):
        if i.written & needed:
            masked = masked or i.is_mask
            needed = needed - i.written | i.read
    return masked


def behind_jumps(graph, name):
    """The block itself, or where it leads if all that it does is to jump there."""
    while len(graph.blocks[name]) == len(graph.after[name]) == 1 and not graph.blocks[name][0].written:
        name = graph.after[name][0]
    return name


def cut_rare(graph, loop, head):
    """Takes away the edges to what runs at multiples of the interval only: the side that leads to the other side."""
    inside = loop - {head}
    for name in loop:
        if len(graph.after[name]) == 2 and asks_for_interval(graph.blocks[name]):
            rare = [a for a, b in (graph.after[name], graph.after[name][::-1])
                    if behind_jumps(graph, b) in graph.reached(a, inside)]
            if len(rare) != 1:
                raise ValueError(f"which side of the branch at 0x{graph.blocks[name][-1].address:x} is for proofs?")
            graph.after[name].remove(rare[0])


def longest_way(graph, loop, head):
    """From the head to an edge that leads back: blocks, and tuples of blocks for each loop on the way."""
    among = loop & (graph.reached(head, loop) | {head})
    inner = {name: nested for nested in graph.loops(among - {head}) for name in nested}
    ways = {}

    def weight(way):
        flat = [i for part in way for name in (part if isinstance(part, tuple) else (part,)) for i in graph.blocks[name]]
        return fp64_of(flat), len(flat)

    def way_from(name):
        """The longest from a block, or none."""
        if name not in ways:
            nested = inner.get(name)
            if nested is None:
                part, leads = name, graph.after[name]
            else:
                turn = longest_way(graph, nested, graph.head(nested, among))
                if any(isinstance(p, tuple) for p in turn):
                    raise ValueError("a loop in the loop over the points of arrival")
                part, leads = tuple(turn), [to for n in sorted(nested) for to in graph.after[n] if to not in nested]
            rest = [[] if to == head else way_from(to) for to in leads if to in among]
            ways[name] = max(([part, *way] for way in rest if way is not None), key=weight, default=None)
        return ways[name]

    return way_from(head)


def hot_loop(code):
    graph = Graph(code)
    everything = set(graph.blocks)

    def work(loop):
        return sum(fp64_of(graph.blocks[name]) for name in loop)

    loop = max(graph.loops(everything), key=work, default=frozenset())
    if not work(loop):
        raise ValueError("no loop with an FP64 instruction")
    head = graph.head(loop, everything)
    cut_rare(graph, loop, head)
    way = longest_way(graph, loop, head)
    nested = [at for at, part in enumerate(way) if isinstance(part, tuple)]
    if len(nested) > 1:
        raise ValueError(f"{len(nested)} loops in the hot one, at 0x{head:x}: which is over the points of arrival?")
    at = nested[0] if nested else len(way)

    def instructions(names):
        return tuple(i for name in names for i in graph.blocks[name])

    return HotLoop(instructions(way[:at]), instructions(way[at] if nested else ()), instructions(way[at + 1:]))


def fp64_counts(instructions):
    """DFMA, DMUL, ... -> how many."""
    return Counter(i.fp64 for i in instructions if i.fp64)


def flops(instructions):
    return sum(FLOPS.get(name, 0) * n for name, n in fp64_counts(instructions).items())
