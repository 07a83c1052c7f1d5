"""Branches, barriers, and what the lanes of a warp do together."""

from ptx.errors import Untranslatable
from ptx.operands import identifier
from ptx.table import translates


@translates("bra", "uni")
def branch(_o, i):
    return f"goto {label(i.operands[0])};"


def label(name):
    return f"L_{identifier(name)}"


@translates("ret")
def leave(_o, _i):
    return "return;"


@translates("trap")
def trap(_o, _i):
    return 'self.fail("trap");'


@translates("bar", "sync red warp popc and or aligned cta")
def barrier(o, i):
    """Of the lanes in a mask, or of the whole block; each of these is a site of its own."""
    if "warp" in i.modifiers:
        return f"self.exchange({o.value(i.operands[0], 'u32')}, 0);"
    how = i.one_of("popc", "and", "or")
    to, number, predicate = i.operands if how and len(i.operands) == 3 else (None, i.operands[-1], None)
    if number != "0" or (how is None) != ("red" not in i.modifiers) or (to is None and len(i.operands) > 1):
        raise Untranslatable(f"only barrier 0, of the whole block: {i}")
    return reduced(o, to, predicate, how) if how else f"self.barrier({o.next_site()}, false);"


def reduced(o, to, predicate, how):
    count = f"self.barrier({o.next_site()}, {o.value(predicate, 'pred')})"
    if how == "popc":
        return o.assign(to, count, "u32")
    return o.assign(to, f"{count} == self.ntid.x * self.ntid.y * self.ntid.z" if how == "and" else f"{count} > 0", "pred")


@translates("vote", "sync ballot any all")
def vote(o, i):
    to, predicate, mask = i.operands
    ballot = f"ballot(self, {o.value(mask, 'u32')}, {o.value(predicate, 'pred')})"
    how = i.one_of("ballot", "any", "all")
    if "sync" not in i.modifiers or not how:
        raise Untranslatable(str(i))
    if how == "ballot":
        return o.assign(to, ballot, "u32")
    return o.assign(to, f"{ballot} != 0" if how == "any" else f"{ballot} == {o.value(mask, 'u32')}", "pred")


@translates("shfl", "sync up down bfly idx")
def shuffle(o, i):
    """shfl.sync.down.b32 d|p, a, offset, clamp, mask"""
    if "sync" not in i.modifiers or len(i.operands) != 5:
        raise Untranslatable(str(i))
    to = i.operands[0].split("|")
    inputs = ", ".join(o.value(text, "u32") for text in i.operands[1:])
    result = f"const auto q = shuffle(self, shuffle_kind::{i.one_of('up', 'down', 'bfly', 'idx')}, {inputs});"
    return (result + o.assign(to[0], "q.value", "u32") + (o.assign(to[1], "q.in_range", "pred") if len(to) > 1 else ""))
