"""What cards can do, by compute capability and by name."""

from dataclasses import dataclass

LANES = 32           # of a warp
ISSUE_SLOTS = 4      # warp instructions that a multiprocessor issues in a cycle: one for each scheduler

# FP64 additions, multiplications or fused multiply-adds of a multiprocessor in a cycle: "Throughput of Native Arithmetic
# Instructions" in the CUDA C++ Programming Guide.
FP64_LANES = {75: 2, 80: 32, 86: 2, 89: 2, 90: 64, 100: 64, 120: 2}

# Cycles until an instruction that needs an FP64 result can go: microbenchmarks of Volta and Hopper (8), and of a consumer
# card (64): arXiv:1804.06826, arXiv:2507.10789. Taken to be the same for the other cards of the kind.
FP64_LATENCY = {architecture: 8 if lanes > 2 else 64 for architecture, lanes in FP64_LANES.items()}


@dataclass(frozen=True)
class Card:
    name: str
    architecture: int
    multiprocessors: int
    gigahertz: float

    @property
    def fp64_peak(self):
        """FLOP/s: two for each fused multiply-add."""
        return 2e9 * self.gigahertz * self.multiprocessors * FP64_LANES[self.architecture]


# Multiprocessors and boost clocks of the makers' data sheets, which with FP64_LANES give their FP64 peaks: 9.7, 34 and
# 1.3 TFLOP/s.
CARDS = (Card("A100 SXM 80 GB", 80, 108, 1.41), Card("H100 SXM", 90, 132, 1.98),
         Card("RTX 4090", 89, 128, 2.52))
