"""How many warps of a kernel fit on a multiprocessor, as its registers allow."""

REGISTERS = 65536       # 32-bit registers of a multiprocessor
GRANULE = 256           # registers are given to warps in such portions
WARP = 32
SCHEDULERS = 4          # each has its share of the registers, and whole warps

# Resident warps at most, by compute capability. This, and the constants above, for all that are named here: "Technical
# Specifications per Compute Capability" in the CUDA C++ Programming Guide; GRANULE and SCHEDULERS: CUDA's occupancy
# calculator.
MOST_WARPS = {75: 32, 80: 64, 86: 48, 89: 48, 90: 64, 100: 64, 120: 48}


def warps(architecture, registers):
    """Resident warps of a multiprocessor for a kernel with so many registers a thread, in blocks of 128 or more threads
    whose number divides its most warps; shared memory is not used."""
    of_a_warp = -(-registers * WARP // GRANULE) * GRANULE
    by_registers = REGISTERS // SCHEDULERS // of_a_warp * SCHEDULERS
    return min(MOST_WARPS[architecture], by_registers)


def occupancy(architecture, registers):
    """The share of the warps that a multiprocessor can hold."""
    return warps(architecture, registers) / MOST_WARPS[architecture]
