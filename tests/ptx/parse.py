"""Takes PTX text apart: into statements, those of kernels into instructions."""

import re
from dataclasses import dataclass, field

from ptx import scalars
from ptx.errors import Untranslatable

TOKEN = re.compile(
    r"""(?P<ignored>\s+|\.(?:version|target|address_size|file|loc|pragma)\b[^\n]*)
      | (?P<open>\{) | (?P<close>\})
      | (?P<label>[$A-Za-z_][$\w]*):
      | (?P<entry>(?:\.(?:visible|weak)\s+)?\.entry\b[^{]*)
      | (?P<statement>[^;{}]*(?:\{[^{}]*\}[^;{}]*)*;)""",
    re.X,
)


@dataclass(frozen=True)
class Declaration:
    """A variable in some state space, or a kernel's parameter."""

    space: str
    type: str
    name: str
    count: int
    alignment: int
    values: list
    sized_at_launch: bool  # extern shared memory

    @property
    def size(self):
        return self.count * scalars.size(self.type)


@dataclass(frozen=True)
class Instruction:
    """guard: (register, whether it is negated) or None. type: the last modifier that is a type, or ''."""

    name: str
    modifiers: list
    operands: list
    guard: tuple

    @property
    def type(self):
        return next((m for m in reversed(self.modifiers) if m in scalars.TYPES), "")

    def __str__(self):
        return ".".join([self.name, *self.modifiers]) + " " + ", ".join(self.operands)

    def one_of(self, *choices):
        """The one modifier that is among the choices, or None."""
        found = [m for m in self.modifiers if m in choices]
        if len(found) > 1:
            raise Untranslatable(f"{self}: {' and '.join(found)}")
        return found[0] if found else None


@dataclass
class Kernel:
    """body: (kind, text) with kind open, close, label or statement."""

    name: str
    parameters: list
    body: list = field(default_factory=list)


def tokens(source):
    """(kind, text) of everything that matters in PTX text."""
    source = re.sub(r"//[^\n]*|/\*.*?\*/", " ", source, flags=re.S)
    at = 0
    while at < len(source):
        match = TOKEN.match(source, at)
        if not match:
            raise Untranslatable(f"cannot read: {source[at:at + 80].strip()}")
        at = match.end()
        if match.lastgroup != "ignored":
            yield match.lastgroup, " ".join(match[match.lastgroup].rstrip(";").split())


def module(source):
    """The module's declarations and kernels."""
    declarations, kernels, depth = [], [], 0
    for kind, text in tokens(source):
        if depth == 0 and kind == "entry":
            kernels.append(entry(text))
        elif depth == 0 and kind == "statement":
            declarations.append(declaration(text))
        else:
            depth += {"open": 1, "close": -1}.get(kind, 0)
            if not kernels or depth < 0 or depth == 0 and kind != "close":
                raise Untranslatable(f"outside every kernel: {text}")
            kernels[-1].body.append((kind, text))
    return declarations, kernels


def entry(text):
    """A kernel without its body; what it demands of launches (.maxntid and the like) is left out."""
    match = re.match(r"(?:\.(?:visible|weak) )?\.entry ([$\w]+) ?(?:\(([^)]*)\))?", text)
    parameters = [re.sub(r" \.ptr(?: \.(?:global|const|shared))?(?: \.align \d+)?", "", p.strip())
                  for p in (match[2] or "").split(",")]
    return Kernel(match[1], [declaration(p) for p in parameters if p])


def declaration(text):
    """.space .align 8 .b8 name[16] = {1, 2}"""
    match = re.fullmatch(
        r"(?P<linkage>(?:\.(?:visible|extern|weak) )*)\.(?P<space>\w+) (?:\.align (?P<alignment>\d+) )?"
        r"\.(?P<type>\w+) (?P<name>[\w$%]+) ?(?P<sizes>(?:\[ ?\d* ?\])*)(?: ?= ?(?P<values>.*))?", text)
    if not match or match["space"] not in ("global", "const", "shared", "param") or match["type"] not in scalars.TYPES:
        raise Untranslatable(f"declaration: {text}")
    count = 1
    for number in re.findall(r"\d+", match["sizes"]):
        count *= int(number)
    values = [v.strip() for v in (match["values"] or "").strip("{} ").split(",") if v.strip()]
    return Declaration(match["space"], match["type"], match["name"], count,
                       int(match["alignment"] or scalars.size(match["type"])), values,
                       match["space"] == "shared" and "[]" in match["sizes"].replace(" ", ""))


def instruction(text):
    """@!%p1 name.modifier.modifier operand, operand"""
    match = re.fullmatch(r"(?:@(!?)([%\w$]+) )?([\w.:]+) ?(.*)", text)
    if not match:
        raise Untranslatable(text)
    name, *modifiers = match[3].replace("::cta", "").split(".")
    guard = (match[2], match[1] == "!") if match[2] else None
    return Instruction(name, modifiers, split_operands(match[4]), guard)


def split_operands(text):
    """At the commas that are in no bracket."""
    return [o.strip() for o in re.findall(r"(?:[^,\[{(]|\[[^\]]*\]|\{[^}]*\}|\([^)]*\))+", text) if o.strip()]
