"""The kernels of PTX text, as the instructions of bench.flow. PTX is what machine code is made from: FP64 operations stand
in it one for one, where none is divided or a root; of other instructions it has other ones.
"""

import re

from bench.flow import PROOF_INTERVAL, Instruction
from ptx import parse

FP64 = {"add": "DADD", "sub": "DADD", "mul": "DMUL", "fma": "DFMA", "setp": "DSETP", "min": "DMNMX", "max": "DMNMX",
        "cvt": "CVT"}
MANY = ("div", "rcp", "sqrt", "rsqrt", "mad")  # of f64: not one instruction, or not one for sure
WRITE_NOTHING = ("st", "bra", "ret", "exit", "bar", "trap")
REGISTER = re.compile(r"%\w+")


def in_operands(i):
    """Whether machine code has it in other instructions' operands: constants, parameters, signs."""
    return i.name in ("mov", "neg", "cvta") or i.name == "ld" and "param" in i.modifiers


def fp64(i):
    if "f64" not in i.modifiers:
        return ""
    if i.name in MANY:
        raise ValueError(f"{i}: how many FP64 instructions it becomes is not known")
    return FP64.get(i.name, "")


def instruction(address, i, labels):
    passes, guard = (address + 1,), i.guard[0] if i.guard else ""
    if i.name in ("ret", "exit"):
        passes = passes if guard else ()
    elif i.name == "bra":
        target = (labels[i.operands[0]],)
        passes = passes + target if guard else target
    split = 0 if i.name in WRITE_NOTHING else 1
    return Instruction(address, str(i), fp64(i), passes, frozenset(REGISTER.findall(",".join(i.operands[:split]))),
                       frozenset(REGISTER.findall(",".join((guard, *i.operands[split:])))),
                       is_load=i.name == "ld" and "param" not in i.modifiers, is_free=in_operands(i),
                       is_mask=i.name == "and" and str(PROOF_INTERVAL - 1) in i.operands)


def functions(listing):
    """Mangled name -> instructions of every kernel, at addresses 0, 1, ..."""
    found = {}
    for kernel in parse.module(listing)[1]:
        labels, code = {}, []
        for kind, text in kernel.body:
            if kind == "label":
                labels[text] = len(code)
            elif kind == "statement" and not text.startswith("."):
                code.append(parse.instruction(text))
        found[kernel.name] = tuple(instruction(at, i, labels) for at, i in enumerate(code))
    return found
