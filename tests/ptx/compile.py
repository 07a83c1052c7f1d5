"""CUDA source, or PTX, to a library that launch.hpp loads: nvcc to PTX, PTX to C++, C++ to machine code.

    python3 -m ptx.compile --build FOLDER --cxx CXX --architecture 75 [--depfile FILE] source.cu library.so

A source that ends with .ptx is PTX already, for whatever architecture. The build in FOLDER says which nvcc and which flags its CUDA code is shipped with.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from ptx.errors import Untranslatable
from ptx.shipped import compiler_and_flags
from ptx.translate import program

ROOT = Path(__file__).resolve().parents[2]
# Operations stay as they are written; the library runs where it is compiled, so that fma is an instruction if it can.
CXX_FLAGS = ["-std=c++20", "-O1", "-march=native", "-ffp-contract=off", "-w", "-fPIC", "-shared", f"-I{ROOT}"]


def run(command):
    """Runs a compiler and returns what it says; throws that where it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def compile_library(source, library, *, nvcc, flags, cxx, architecture, depfile=None, allow_contraction=False):
    """Leaves library.ptx and library.cpp beside the library, to be read when a test fails."""
    ptx, cpp = Path(f"{library}.ptx"), Path(f"{library}.cpp")
    dependencies = ["-MD", "-MF", depfile, "-MT", library] if depfile else []
    if Path(source).suffix == ".ptx":
        ptx = Path(source)
    else:
        run([nvcc, "-ptx", f"-arch=compute_{architecture}", *flags, *dependencies, source, "-o", ptx])
    cpp.write_text(program(ptx.read_text(), allow_contraction))
    run([cxx, *CXX_FLAGS, cpp, "-o", library])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--build", "--cxx", "--architecture"):
        parser.add_argument(name, required=True)
    parser.add_argument("--depfile")
    parser.add_argument("source")
    parser.add_argument("library")
    options = vars(parser.parse_args())
    nvcc, flags = compiler_and_flags(options.pop("build"))
    try:
        compile_library(**options, nvcc=nvcc, flags=flags)
    except (RuntimeError, Untranslatable) as error:
        sys.exit(f"ptx.compile: {error}")


if __name__ == "__main__":
    main()
