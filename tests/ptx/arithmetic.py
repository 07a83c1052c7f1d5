"""Floating-point arithmetic: rounded to nearest, no contraction, nothing approximate."""

from ptx.errors import Untranslatable
from ptx.table import translates

OPERATORS = {"add": "+", "sub": "-", "mul": "*", "div": "/"}
MAY_CONTRACT = {"add", "sub", "mul"}


def inputs(o, i):
    return [o.value(text, i.type) for text in i.operands[1:]]


@translates("add sub mul div", "rn", of="float")
def operation(o, i):
    """Without .rn the assembler may contract a multiplication and an addition to one rounding."""
    if "rn" not in i.modifiers and not (i.name in MAY_CONTRACT and o.allow_contraction):
        raise Untranslatable(f"may be contracted or approximated (compile with -fmad=false): {i}")
    a, b = inputs(o, i)
    return o.assign(i.operands[0], f"{a} {OPERATORS[i.name]} {b}", i.type)


@translates("fma", "rn", of="float")
def fused(o, i):
    return o.assign(i.operands[0], f"std::fma({', '.join(inputs(o, i))})", i.type)


@translates("sqrt rcp", "rn", of="float")
def rounded(o, i):
    if "rn" not in i.modifiers:
        raise Untranslatable(f"approximate: {i}")
    (a,) = inputs(o, i)
    return o.assign(i.operands[0], f"std::sqrt({a})" if i.name == "sqrt" else f"1 / {a}", i.type)


@translates("abs neg", of="float")
def sign(o, i):
    (a,) = inputs(o, i)
    return o.assign(i.operands[0], f"std::fabs({a})" if i.name == "abs" else f"-{a}", i.type)


@translates("copysign", of="float")
def copy_sign(o, i):
    sign_of, magnitude = inputs(o, i)
    return o.assign(i.operands[0], f"std::copysign({magnitude}, {sign_of})", i.type)


@translates("min max", of="float")
def extreme(o, i):
    a, b = inputs(o, i)
    return o.assign(i.operands[0], f"{i.name}imum({a}, {b})", i.type)
