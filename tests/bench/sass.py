"""The machine code that `cuobjdump -sass` lists, as the instructions of bench.flow."""

import re

from bench.flow import PROOF_INTERVAL, Instruction

FUNCTION = re.compile(r"^\s*Function : (\w+)", re.M)
INSTRUCTION = re.compile(r"/\*([0-9a-f]{4,})\*/ +(?:@(!?U?P\w+) +)?([A-Z][\w.]*)([^;]*);")
FP64 = re.compile(r"D(FMA|MUL|ADD|SETP|MNMX)\b|MUFU\.\w+64H|.*\.F64\b")
REGISTER = re.compile(r"\b(U?R)(\d+)(\.64)?")
PREDICATE = re.compile(r"\bU?P\d\b")
PLAIN_PREDICATE = re.compile(r"U?P(\d|T)$")
SIZE = 0x10  # of an instruction


def names(text, wide):
    """The registers, as 32-bit ones, and predicates that a text names."""
    found = set(PREDICATE.findall(text))
    for kind, number, pair in REGISTER.findall(text):
        found.add(f"{kind}{number}")
        if wide or pair:
            found.add(f"{kind}{int(number) + 1}")
    return frozenset(found)


def written_and_read(guard, opcode, operands):
    """What an instruction writes: its first operand and the predicates that follow it; what it reads: the rest."""
    wide = FP64.match(opcode) is not None or ".64" in opcode or "WIDE" in opcode
    split = 1
    if opcode.startswith(("BRA", "ST", "BSYNC", "BSSY")):
        split = 0
    elif "SETP" in opcode or opcode.startswith(("PLOP3", "UPLOP3")):
        split = 2
    else:
        while split < len(operands) and PLAIN_PREDICATE.match(operands[split]):
            split += 1
    return names(",".join(operands[:split]), wide), names(",".join((guard, *operands[split:])), wide)


def successors(address, guard, name, operands):
    """The addresses where an instruction may lead."""
    passes = (address + SIZE,)
    if name == "EXIT":
        return passes if guard else ()
    if name != "BRA":
        return passes
    target = (int(operands[-1], 16),)
    return passes + target if guard or len(operands) > 1 else target


def instruction(match):
    address, guard, opcode = int(match[1], 16), match[2] or "", match[3]
    operands = tuple(o.strip() for o in match[4].split(","))
    name = opcode.split(".")[0]
    written, read = written_and_read(guard, opcode, operands)
    return Instruction(address, f"{opcode} {', '.join(operands)}", name if FP64.match(opcode) else "",
                       successors(address, guard, name, operands), written, read, is_load=opcode.startswith("LD"),
                       is_mask="LOP3" in name and hex(PROOF_INTERVAL - 1) in operands)


def functions(listing):
    """Mangled name -> instructions of every function."""
    _, *parts = FUNCTION.split(listing)
    return {name: tuple(map(instruction, INSTRUCTION.finditer(body))) for name, body in zip(parts[::2], parts[1::2])}
