"""Integer arithmetic and bit operations. What wraps around is computed unsigned."""

from ptx import scalars
from ptx.errors import Untranslatable
from ptx.table import translates

OPERATORS = {"add": "+", "sub": "-", "and": "&", "or": "|", "xor": "^"}


def values(o, i, *types):
    """The inputs, of these types; the last stands for the rest."""
    texts = i.operands[1:]
    types = [*types, *[types[-1]] * (len(texts) - len(types))]
    if len(types) != len(texts):
        raise Untranslatable(f"number of operands: {i}")
    return [o.value(text, type_) for text, type_ in zip(texts, types)]


@translates("add sub")
def sum_of_two(o, i):
    type_ = scalars.unsigned(i.type)
    a, b = values(o, i, type_)
    return o.assign(i.operands[0], f"{scalars.c_type(i.type)}({a} {OPERATORS[i.name]} {b})", i.type)


@translates("and or xor")
def bitwise(o, i):
    a, b = values(o, i, i.type)
    return o.assign(i.operands[0], f"{a} {OPERATORS[i.name]} {b}", i.type)


@translates("not")
def complement(o, i):
    (a,) = values(o, i, i.type)
    return o.assign(i.operands[0], f"!{a}" if i.type == "pred" else f"{scalars.c_type(i.type)}(~{a})", i.type)


@translates("mul mad", "lo hi wide")
def product(o, i):
    """lo: low half of the product; hi: high half; wide: all of it, in a type twice as wide."""
    half = i.one_of("lo", "hi", "wide")
    to = f"{i.type[0]}{2 * scalars.bits(i.type)}" if half == "wide" else i.type
    a, b = (o.value(text, i.type) for text in i.operands[1:3])
    result = {"lo": f"low_product({a}, {b})", "hi": f"high_product({a}, {b})",
              "wide": f"low_product({scalars.c_type(to)}({a}), {scalars.c_type(to)}({b}))"}[half]
    if i.name == "mad":
        unsigned = scalars.unsigned(to)
        result = f"{scalars.c_type(unsigned)}({result}) + {o.value(i.operands[3], unsigned)}"
    return o.assign(i.operands[0], f"{scalars.c_type(to)}({result})", to)


@translates("div rem min max")
def by_function(o, i):
    function = {"div": "quotient", "rem": "remainder", "min": "std::min", "max": "std::max"}[i.name]
    return o.assign(i.operands[0], f"{function}<{scalars.c_type(i.type)}>({', '.join(values(o, i, i.type))})", i.type)


@translates("abs neg")
def sign(o, i):
    (a,) = values(o, i, i.type)
    c_type, unsigned = scalars.c_type(i.type), scalars.c_type(scalars.unsigned(i.type))
    negative = f"{c_type}({unsigned}(0) - {unsigned}({a}))"
    return o.assign(i.operands[0], negative if i.name == "neg" else f"{a} < 0 ? {negative} : {a}", i.type)


@translates("shl shr")
def shift(o, i):
    a, by = values(o, i, i.type, "u32")
    return o.assign(i.operands[0], f"shift_{'left' if i.name == 'shl' else 'right'}({a}, {by})", i.type)


@translates("shf", "l r wrap clamp")
def funnel_shift(o, i):
    by = f"funnel({values(o, i, 'u32')[2]}, {'true' if i.one_of('wrap', 'clamp') == 'wrap' else 'false'})"
    low, high, _ = values(o, i, "u32")
    function = {"l": "funnel_left", "r": "funnel_right"}[i.one_of("l", "r")]
    return o.assign(i.operands[0], f"{function}({low}, {high}, {by})", "u32")


@translates("lop3 prmt")
def of_three_words(o, i):
    if i.type != "b32":
        raise Untranslatable(str(i))
    function = {"lop3": "logic_of_three", "prmt": "permuted_bytes"}[i.name]
    return o.assign(i.operands[0], f"{function}({', '.join(values(o, i, 'u32'))})", "u32")


@translates("popc clz")
def count_bits(o, i):
    (a,) = values(o, i, scalars.unsigned(i.type))
    return o.assign(i.operands[0], f"std::uint32_t(std::{'popcount' if i.name == 'popc' else 'countl_zero'}({a}))", "u32")


@translates("brev")
def reverse_bits(o, i):
    return o.assign(i.operands[0], f"reversed_bits({values(o, i, i.type)[0]})", i.type)


@translates("bfe")
def extract_field(o, i):
    a, first, length = values(o, i, i.type, "u32")
    return o.assign(i.operands[0], f"field_of({a}, {first}, {length})", i.type)


@translates("bfi")
def insert_field(o, i):
    a, into, first, length = values(o, i, i.type, i.type, "u32")
    return o.assign(i.operands[0], f"with_field({a}, {into}, {first}, {length})", i.type)
