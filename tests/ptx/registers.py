"""What ptxas reports on kernels: nvcc -cubin -Xptxas=-v."""

import re
from dataclasses import dataclass

ENTRY = re.compile(
    r"Compiling entry function '(?P<name>\w+)'.*?"
    r"(?P<stack>\d+) bytes stack frame, (?P<stores>\d+) bytes spill stores, (?P<loads>\d+) bytes spill loads.*?"
    r"Used (?P<registers>\d+) registers", re.S)


@dataclass(frozen=True)
class Report:
    """What ptxas says of a kernel; bytes, and registers of a thread."""

    stack: int
    spilled: int
    registers: int


def reports(text):
    """Mangled name -> Report of every kernel."""
    return {m["name"]: Report(int(m["stack"]), int(m["stores"]) + int(m["loads"]), int(m["registers"]))
            for m in ENTRY.finditer(text)}
