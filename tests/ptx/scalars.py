"""PTX's scalar types and constants, and what stands for them in C++."""

import re

from ptx.errors import Untranslatable

TYPES = frozenset("pred b8 b16 b32 b64 u8 u16 u32 u64 s8 s16 s32 s64 f32 f64".split())


def bits(type_):
    """Width of a type, other than pred."""
    return int(type_[1:])


def size(type_):
    """Bytes of a type, other than pred."""
    return bits(type_) // 8


def is_float(type_):
    return type_.startswith("f")


def unsigned(type_):
    """The unsigned integer as wide as a type."""
    return f"u{bits(type_)}"


def c_type(type_):
    """The C++ type that a value of a PTX type is computed in; b32 and the like are unsigned."""
    if type_ == "pred":
        return "bool"
    if is_float(type_):
        return {"f32": "float", "f64": "double"}[type_]
    return f"std::{'int' if type_[0] == 's' else 'uint'}{bits(type_)}_t"


def register_type(type_):
    """The C++ type that a register keeps its bits in."""
    return "bool" if type_ == "pred" else f"std::uint{bits(type_)}_t"


def constant(text, type_):
    """C++ for a PTX constant of a type: 12, -1, 0x1F, or a floating-point number by its bits, 0d3FF0000000000000."""
    float_bits = re.fullmatch(r"0[dD]([0-9A-Fa-f]{16})|0[fF]([0-9A-Fa-f]{8})", text)
    if float_bits:
        digits = float_bits[1] or float_bits[2]
        if 4 * len(digits) != bits(type_):
            raise Untranslatable(f"constant {text} where {type_} is wanted")
        return f"as<{c_type(type_)}>({register_type('b' + type_[1:])}{{0x{digits}u}})"
    if is_float(type_) or not re.fullmatch(r"-?(0[xX][0-9A-Fa-f]+|[0-9]+)U?", text):
        raise Untranslatable(f"constant {text} where {type_} is wanted")
    return f"{c_type(type_)}({int(text.rstrip('U'), 0) & 0xFFFFFFFFFFFFFFFF:#x}u)"
