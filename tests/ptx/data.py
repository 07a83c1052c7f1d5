"""Moves, loads and stores, conversions, comparisons, choices, atomic operations."""

from ptx import scalars
from ptx.errors import Untranslatable
from ptx.parse import split_operands
from ptx.table import translates

ORDERING = "relaxed acquire release acq_rel weak volatile cta gpu sys"  # means nothing where memory is coherent
COMPARE = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
           "lo": "<", "ls": "<=", "hi": ">", "hs": ">="}
UNORDERED_IS_NOT = {"equ": "ne", "neu": "eq", "ltu": "ge", "leu": "gt", "gtu": "le", "geu": "lt"}


def parts(text):
    """The registers of a vector operand {a, b}; one register is a vector of one."""
    return split_operands(text[1:-1]) if text.startswith("{") else [text]


@translates("mov", of="integer float")
def move(o, i):
    to, of = parts(i.operands[0]), parts(i.operands[1])
    if len(to) == len(of) == 1:
        return o.assign(to[0], o.value(of[0], i.type), i.type)
    whole = scalars.unsigned(i.type)
    part = f"u{scalars.bits(i.type) // max(len(to), len(of))}"
    if len(of) == 1:  # take apart, lowest bits first
        taken = (o.assign(t, f"{scalars.c_type(part)}(q >> {k * scalars.bits(part)})", part) for k, t in enumerate(to))
        return f"const auto q = {o.value(of[0], whole)};" + "".join(taken)
    joined = (f"{scalars.c_type(whole)}({o.value(v, part)}) << {k * scalars.bits(part)}" for k, v in enumerate(of))
    return o.assign(to[0], f"{scalars.c_type(whole)}({' | '.join(joined)})", whole)


def located(o, i, address, count, access):
    """A statement that finds the bytes meant by an address and checks that they may be accessed."""
    space = i.one_of("global", "shared", "const") or "generic"
    space = {"const": "global"}.get(space, space)
    size = count * scalars.size(i.type)
    return f"auto* const p = self.at(space::{space}, {o.address(address)}, {size}, access::{access});"


@translates("ld", f"{ORDERING} global shared const param nc v2 v4", of="integer float")
def load(o, i):
    to, size = parts(i.operands[0]), scalars.size(i.type)
    if "param" in i.modifiers:
        find = f"auto* const p = parameters + {o.parameter(i.operands[1], len(to) * size)};"
    else:
        find = located(o, i, i.operands[1], len(to), "read")
    loads = (o.assign(t, f"load<{scalars.c_type(i.type)}>(p + {k * size})", i.type) for k, t in enumerate(to))
    return find + "".join(loads)


@translates("st", f"{ORDERING} global shared v2 v4", of="integer float")
def store(o, i):
    of, size = parts(i.operands[1]), scalars.size(i.type)
    stores = (f"store<{scalars.c_type(i.type)}>(p + {k * size}, {o.value(v, i.type)});" for k, v in enumerate(of))
    return located(o, i, i.operands[0], len(of), "write") + "".join(stores)


@translates("cvta", "to global shared const")
def convert_address(o, i):
    """Only shared memory has addresses of its own here."""
    address = o.value(i.operands[1], "u64")
    if "shared" in i.modifiers:
        address += " - self.shared_base()" if "to" in i.modifiers else " + self.shared_base()"
    return o.assign(i.operands[0], address, "u64")


ATOMIC = f"{ORDERING} global shared add min max and or xor exch cas inc dec"


@translates("red", ATOMIC)
@translates("atom", ATOMIC, of="integer float")
def atomic(o, i):
    what = i.one_of("add", "min", "max", "and", "or", "xor", "exch", "cas", "inc", "dec")
    if scalars.is_float(i.type) and what not in ("add", "exch"):
        raise Untranslatable(str(i))
    operands = i.operands if i.name == "atom" else ["_", *i.operands]
    type_ = scalars.c_type(i.type)
    inputs = ", ".join(o.value(v, i.type) for v in operands[2:])
    return (located(o, i, operands[1], 1, "write") + f"const auto old = load<{type_}>(p);"
            f"store<{type_}>(p, atomic_{what}<{type_}>(old, {inputs}));" + o.assign(operands[0], "old", i.type))


@translates("membar", "cta gl sys")
def fence(_o, _i):
    return ";"


@translates("selp", of="integer float")
def select(o, i):
    _, a, b, condition = i.operands
    return o.assign(i.operands[0], f"{o.value(condition, 'pred')} ? {o.value(a, i.type)} : {o.value(b, i.type)}", i.type)


def comparison(o, i):
    """C++ for the comparison of a setp: what ends in u is true for NaN, what does not is false."""
    how = i.modifiers[0]
    unsigned = how in ("lo", "ls", "hi", "hs")
    a, b = (o.value(text, scalars.unsigned(i.type) if unsigned else i.type) for text in i.operands[1:3])
    is_float = scalars.is_float(i.type)
    if is_float and how in ("num", "nan"):
        return f"{'!' if how == 'nan' else ''}({a} == {a} && {b} == {b})"
    if is_float and how in UNORDERED_IS_NOT:
        how = UNORDERED_IS_NOT[how]
        return f"!({a} < {b} || {a} > {b})" if how == "ne" else f"!({a} {COMPARE[how]} {b})"
    if how not in COMPARE or is_float and unsigned:
        raise Untranslatable(str(i))
    return f"({a} < {b} || {a} > {b})" if is_float and how == "ne" else f"({a} {COMPARE[how]} {b})"


@translates("setp", f"{' '.join(COMPARE)} {' '.join(UNORDERED_IS_NOT)} num nan and or xor", of="integer float")
def set_predicate(o, i):
    """setp.lt.and.f64 p|q, a, b, c: p = (a < b) and c, q = not (a < b) and c."""
    result, opposite = "q", "!q"
    with_ = next((m for m in i.modifiers[1:] if m in ("and", "or", "xor")), None)
    if with_:
        operator = {"and": "&&", "or": "||", "xor": "!="}[with_]
        third = o.value(i.operands[3], "pred")
        result, opposite = f"q {operator} third", f"!q {operator} third"
    to = i.operands[0].split("|")
    return (f"const bool q = {comparison(o, i)};" + (f"const bool third = {third};" if with_ else "")
            + o.assign(to[0], result, "pred") + (o.assign(to[1], opposite, "pred") if len(to) > 1 else ""))


@translates("cvt", "rn rni rzi rmi rpi", of="integer float")
def convert(o, i):
    to, of = i.modifiers[-2:]
    a = o.value(i.operands[1], of)
    rounding = i.one_of("rn", "rni", "rzi", "rmi", "rpi")
    to_integer = {"rni": "std::nearbyint", "rzi": "std::trunc", "rmi": "std::floor", "rpi": "std::ceil"}
    if scalars.is_float(of) and rounding in to_integer:
        a = f"{to_integer[rounding]}({a})"
        if not scalars.is_float(to):
            a = f"saturated<{scalars.c_type(to)}>({a})"
    elif scalars.is_float(of) and not scalars.is_float(to):
        raise Untranslatable(str(i))
    return o.assign(i.operands[0], f"{scalars.c_type(to)}({a})", to)
