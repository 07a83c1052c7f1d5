"""Operands of instructions as C++ expressions: registers, constants, special registers, symbols, addresses."""

import re

from ptx import scalars
from ptx.errors import Untranslatable

SPECIAL = re.compile(r"%(tid|ntid|ctaid|nctaid)\.([xyz])|%(laneid)")


def identifier(name):
    """A C++ identifier for a PTX one."""
    return re.sub(r"\W", lambda c: {"%": "", "$": "_S"}[c[0]], name)


class Registers:
    """The registers declared in the scopes around an instruction."""

    def __init__(self):
        self.scopes = []
        self.used = {}  # name in C++ -> type
        self.named = 0

    def open_scope(self):
        self.scopes.append({})

    def close_scope(self):
        self.scopes.pop()

    def declare(self, text):
        """.reg .b32 %r<17>, t"""
        match = re.fullmatch(r"\.reg \.(\w+) (.*)", text)
        if not match or match[1] not in scalars.TYPES:
            raise Untranslatable(text)
        for name in match[2].split(","):
            numbered = re.fullmatch(r"([%\w$]+)<(\d+)>", name.strip())
            names = [f"{numbered[1]}{k}" for k in range(int(numbered[2]))] if numbered else [name.strip()]
            self.named += 1  # an inner scope may take a name again
            for one in names:
                self.scopes[-1][one] = (f"R{self.named}_{identifier(one)}", match[1])

    def find(self, name):
        """(name in C++, type), or None."""
        for scope in reversed(self.scopes):
            if name in scope:
                self.used[scope[name][0]] = scope[name][1]
                return scope[name]
        return None


class Operands:
    """symbols: name -> C++ expression of its address, in its space. parameters: name -> Declaration, offset."""

    def __init__(self, registers, symbols, parameters):
        self.registers = registers
        self.symbols = symbols
        self.parameters = parameters

    def value(self, text, type_):
        """An expression of c_type(type_)."""
        c_type = scalars.c_type(type_)
        register = self.registers.find(text.lstrip("!"))
        if register:
            if (type_ == "pred") != (register[1] == "pred"):
                raise Untranslatable(f"register {text} where {type_} is wanted")
            if type_ == "pred":
                return f"({'!' if text.startswith('!') else ''}{register[0]})"
            return f"as<{c_type}>({register[0]})"
        special = SPECIAL.fullmatch(text)
        if special:
            return f"{c_type}(self.{special[3] or special[1] + '.' + special[2]})"
        if re.match(r"-?\d", text):
            return scalars.constant(text, type_)
        return f"{c_type}({self.symbol(text)})"

    def assign(self, text, expression, type_):
        """A statement that puts an expression of c_type(type_) into a register, widened by its sign if it has one."""
        if text == "_":
            return f"static_cast<void>({expression});"
        register = self.registers.find(text)
        if not register or (type_ == "pred") != (register[1] == "pred"):
            raise Untranslatable(f"destination {text} of type {type_}")
        if type_ == "pred":
            return f"{register[0]} = ({expression});"
        return f"{register[0]} = as<{scalars.register_type(register[1])}>({scalars.c_type(type_)}({expression}));"

    def symbol(self, text):
        """The address of a variable, or so many bytes behind it."""
        match = re.fullmatch(r"([\w$]+)(?:\+(-?\d+))?", text)
        if not match or match[1] not in self.symbols:
            raise Untranslatable(f"unknown symbol {text}")
        return f"({self.symbols[match[1]]} + std::uint64_t({match[2] or 0}))"

    def address(self, text):
        """[register + bytes] or [symbol + bytes] as a 64-bit address in its space."""
        match = re.fullmatch(r"\[ ?([%\w$]+?) ?(?:\+ ?(-?\d+) ?)?\]", text)
        if not match:
            raise Untranslatable(f"address {text}")
        register = self.registers.find(match[1])
        if not register:
            return self.symbol(text[1:-1].replace(" ", ""))
        return f"(std::uint64_t({register[0]}) + std::uint64_t({match[2] or 0}))"

    def parameter(self, text, size):
        """Where [parameter + bytes] begins, in bytes from the first parameter."""
        match = re.fullmatch(r"\[ ?([\w$]+?) ?(?:\+ ?(\d+) ?)?\]", text)
        if not match or match[1] not in self.parameters:
            raise Untranslatable(f"parameter {text}")
        declared, offset = self.parameters[match[1]]
        inside = int(match[2] or 0)
        if inside + size > declared.size:
            raise Untranslatable(f"{text}: {size} bytes reach beyond the parameter")
        return offset + inside
