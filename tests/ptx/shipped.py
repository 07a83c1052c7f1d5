"""How a build compiles the CUDA code that is shipped, as its compile_commands.json says."""

import json
import shlex
from pathlib import Path

# With their values, if any: what names files and architectures, which callers choose.
DROPPED = {"-c": 1, "-o": 1, "-x": 1, "-MF": 1, "-MT": 1, "-MD": 0, "-forward-unknown-to-host-compiler": 0}


def compiler_and_flags(build, source="kernels/cuda_tile.cu"):
    """nvcc, and its flags for a source of the build but for those that name files and architectures."""
    commands = json.loads((Path(build) / "compile_commands.json").read_text())
    found = [c["command"] for c in commands if c["file"].endswith(f"/{source}")]
    if len(found) != 1:
        raise RuntimeError(f"{len(found)} commands for {source} in {build}/compile_commands.json")
    nvcc, *words = shlex.split(found[0])
    flags, at = [], 0
    while at < len(words):
        if words[at] in DROPPED:
            at += DROPPED[words[at]]
        elif not words[at].startswith(("--generate-code", "-Werror")):
            flags.append(words[at])
        at += 1
    return nvcc, flags
