"""Which function translates which instruction."""

from ptx import scalars
from ptx.errors import Untranslatable

_handlers = {}


def translates(names, modifiers="", of="integer"):
    """Registers a function (operands, instruction) -> C++ statement for instructions of these names whose type is an
    integer (or missing), or a float, or either. Modifiers other than types and these are refused."""

    def register(function):
        for name in names.split():
            for kind in of.split():
                assert (name, kind) not in _handlers, name
                _handlers[name, kind] = (function, frozenset(modifiers.split()))
        return function

    return register


def known():
    """(name, integer or float) of every instruction that has a translation."""
    return set(_handlers)


def kind_of(instruction):
    return "float" if scalars.is_float(instruction.type) else "integer"


def translate(operands, instruction):
    """The C++ statement that does what an instruction does, its guard left aside."""
    function, accepted = _handlers.get((instruction.name, kind_of(instruction)), (None, frozenset()))
    if function is None:
        raise Untranslatable(f"unknown instruction: {instruction}")
    unknown = [m for m in instruction.modifiers if m not in accepted and m not in scalars.TYPES]
    if unknown:
        raise Untranslatable(f"unknown modifier .{unknown[0]}: {instruction}")
    return function(operands, instruction)
