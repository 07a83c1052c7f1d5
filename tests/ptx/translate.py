"""PTX text to C++ text."""

import re
from dataclasses import dataclass

from ptx import arithmetic, control, data, integers  # noqa: F401  (they fill the table)
from ptx import parse, scalars
from ptx.control import label
from ptx.errors import Untranslatable
from ptx.operands import Operands, Registers, identifier
from ptx.table import translate as translate_instruction

HEAD = """// Translated from PTX; see tests/ptx/__init__.py.
#include "tests/ptx/instructions.hpp"
#include "tests/ptx/warp.hpp"

namespace {
using namespace ptx;
"""
TAIL = """}}  // namespace

extern "C" const program* ptx_program() {{
    static const program all{{{{
{kernels}}}, {{
{variables}}}}};
    return &all;
}}
"""


class KernelOperands(Operands):
    """Operands, and what else the instructions of a kernel ask for."""

    def __init__(self, symbols, parameters, allow_contraction):
        super().__init__(Registers(), symbols, parameters)
        self.allow_contraction = allow_contraction
        self.sites = 0

    def next_site(self):
        """A number of its own for every barrier instruction."""
        self.sites += 1
        return self.sites


class SharedMemory:
    """Offsets of the variables in shared memory: the module's, then a kernel's own, then what is sized at launch."""

    def __init__(self, size=0):
        self.size = size

    def place(self, declaration):
        if declaration.sized_at_launch:
            return "std::uint64_t(launch_sized_shared)"
        self.size = aligned(self.size, declaration.alignment)
        self.size += declaration.size
        return f"std::uint64_t({self.size - declaration.size})"


def aligned(offset, alignment):
    return (offset + alignment - 1) // alignment * alignment


def variable_entry(declaration):
    name = f"V_{identifier(declaration.name)}"
    writable = "true" if declaration.space == "global" else "false"
    return f'    {{"{declaration.name}", {name}, sizeof {name}, {writable}}},\n'


def initial_value(text, type_):
    """A constant, or the address of another variable: generic(name)."""
    pointed = re.fullmatch(r"generic\(([\w$%]+)\)", text)
    return f"address_of(V_{identifier(pointed[1])})" if pointed and type_ == "b64" else scalars.constant(text, type_)


def variable(declaration):
    """A variable in global or constant memory as a C++ array."""
    values = ", ".join(initial_value(v, "b" + declaration.type[1:]) for v in declaration.values)
    return (f"alignas({declaration.alignment}) {scalars.register_type(declaration.type)} "
            f"V_{identifier(declaration.name)}[{declaration.count}] = {{{values}}};\n")


def parameter_offsets(kernel):
    """name -> (Declaration, offset)"""
    offsets, end = {}, 0
    for declaration in kernel.parameters:
        begin = aligned(end, declaration.alignment)
        offsets[declaration.name] = (declaration, begin)
        end = begin + declaration.size
    return offsets


def statement(text, o, shared):
    """The C++ of one statement within a kernel."""
    if text.startswith(".reg"):
        o.registers.declare(text)
        return ""
    if text.startswith("."):
        declared = parse.declaration(text)
        if declared.space != "shared":
            raise Untranslatable(text)
        o.symbols[declared.name] = shared.place(declared)
        return ""
    instruction = parse.instruction(text)
    cpp = "{ " + translate_instruction(o, instruction) + " }"
    if instruction.guard:
        register, negated = instruction.guard
        cpp = f"if ({o.value(('!' if negated else '') + register, 'pred')}) {cpp}"
    return f"    {cpp}  // {text}"


@dataclass(frozen=True)
class Translated:
    """A kernel in C++: its text, and its line in the table that launches look it up in."""

    text: str
    entry: str


def translated(kernel, function, symbols, shared, allow_contraction):
    """A kernel as a C++ function of this name; its statements carry the PTX that they come from."""
    offsets = parameter_offsets(kernel)
    o = KernelOperands(dict(symbols), offsets, allow_contraction)
    lines = []
    for kind, text in kernel.body:
        if kind == "open":
            o.registers.open_scope()
        elif kind == "close":
            o.registers.close_scope()
        elif kind == "label":
            lines.append(f"{label(text)}:;")
        else:
            try:
                lines.append(statement(text, o, shared))
            except (Untranslatable, ValueError, TypeError, IndexError) as error:
                raise Untranslatable(f"{kernel.name}: {text}: {error}") from error
    size = aligned(shared.size, 16)
    registers = "".join(f"    {scalars.register_type(type_)} {name} = 0;\n" for name, type_ in o.registers.used.items())
    head = f"void {function}(thread& self, const std::uint8_t* parameters) {{\n"
    head += f"    constexpr unsigned launch_sized_shared = {size};\n"
    body = "\n".join(line for line in lines if line)
    parameters = ", ".join(f"{{{offset}, {declared.size}}}" for declared, offset in offsets.values())
    return Translated(f"\n// {kernel.name}\n{head}{registers}{body}\n}}\n",
                      f'    {{"{kernel.name}", {function}, {{{parameters}}}, {size}}},\n')


def program(source, allow_contraction=False):
    """C++ for all kernels of a module; they are found through ptx_program(). allow_contraction: accept operations that
    the assembler may contract, as if it did not."""
    declarations, kernels = parse.module(source)
    shared, symbols, variables = SharedMemory(), {}, []
    for declared in declarations:
        if declared.space == "shared":
            symbols[declared.name] = shared.place(declared)
        else:
            symbols[declared.name] = f"address_of(V_{identifier(declared.name)})"
            variables.append(declared)
    all_kernels = [translated(k, f"kernel_{n}", symbols, SharedMemory(shared.size), allow_contraction)
                   for n, k in enumerate(kernels)]
    return (HEAD + "".join(variable(v) for v in variables) + "".join(k.text for k in all_kernels)
            + TAIL.format(kernels="".join(k.entry for k in all_kernels),
                          variables="".join(variable_entry(v) for v in variables)))
