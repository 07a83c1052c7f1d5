"""Runs nvcc's PTX on a CPU: translates it to C++, one PTX instruction after the other, for the runtime beside it.

    source.cu --nvcc--> PTX --translate.py--> C++ (includes instructions.hpp) --compiler--> library, run by launch.hpp

What an agreement with plain C++ shows: the compiled PTX computes these results, for these inputs. Every floating-point
operation in PTX that is translated is rounded as IEEE 754 says, and so is the machine code that ptxas makes of it: an
operation that ptxas may contract, or an approximate one, is refused. What it does not show: speed, the memory model of a
GPU, limits of drivers and launches.

Anything not known here, be it an instruction or one of its modifiers, is an error, never skipped. Left out on purpose:
local memory and calls (kernels that need them are slow; the test of registers forbids them as well), half precision,
rounding modes other than to nearest, clocks.
"""
