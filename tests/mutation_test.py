"""The test of the test: kernels with a mistake must fail in ptx_test, in the way that shows the mistake.

Each mutation is an edit of a copy of the sources, from which the kernels are compiled, translated and run as ptx_test runs
the right ones. From the environment: TAUROA_BUILD, the build whose flags count; TAUROA_PTX_TEST, its ptx_test; TAUROA_CXX,
the C++ compiler; TAUROA_PTX_ARCHITECTURE, for which to compile.
"""
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from dataclasses import dataclass
from pathlib import Path

from ptx.compile import ROOT, compile_library
from ptx.errors import Untranslatable
from ptx.shipped import compiler_and_flags
from some_games import GAMES, write_all_games

MISMATCH = "Expected equality of these values"
UNUSED_SLOTS = "a launch has changed slots that are not in use"
LEFT_OVER = "starts left over at the horizon"
OUTSIDE = "outside every buffer"
X_OF_SLOT = "live.x[static_cast<std::uint64_t>(v) * live.capacity + slot]"


@dataclass(frozen=True)
class Mutation:
    """old becomes new wherever it stands in the file; sign: what ptx_test must say of it."""

    file: str
    old: str
    new: str
    sign: str = MISMATCH


TILE, KERNELS, ARRIVAL = "kernels/tile.hpp", "kernels/cuda_kernels.cuh", "kernels/arrival.hpp"
OF_TILES = {
    "wrong stride between coordinates": Mutation(TILE, X_OF_SLOT, X_OF_SLOT.replace("capacity", "count")),
    "coordinates side by side": Mutation(TILE, X_OF_SLOT, "live.x[slot * dimension<Game> + v]"),
    "no guard at the beginning": Mutation(KERNELS, "if (slot < live.count) begin_start", "begin_start", OUTSIDE),
    "no guard in the steps": Mutation(KERNELS, "if (slot < live.count) advance_start", "advance_start", OUTSIDE),
    "guard by the room": Mutation(KERNELS, "if (slot < live.count)", "if (slot < live.capacity)", UNUSED_SLOTS),
    "guard one too far": Mutation(KERNELS, "if (slot < live.count)", "if (slot <= live.count)", OUTSIDE),
    "blocks taken for warps": Mutation(KERNELS, "blockIdx.x * blockDim.x", "blockIdx.x * 32"),
    "one step too many": Mutation(TILE, "range.from, range.until)", "range.from, range.until + 1)"),
    "one step too few": Mutation(TILE, "range.from, range.until)", "range.from, range.until - 1)"),
    "horizon missed by one": Mutation(ARRIVAL, "k == rule.horizon", "k > rule.horizon", LEFT_OVER),
    "recorded by slot": Mutation(TILE, "record<Game>(to, live.index[slot],", "record<Game>(to, slot,"),
    "end not marked": Mutation(TILE, "live.over[slot] = 1;", "", LEFT_OVER),
    "ended starts run again": Mutation(TILE, "if (live.over[slot] != 0) return;", ""),
    "mark not cleared": Mutation(TILE, "live.over[slot] = 0;", ""),
    "final states always written": Mutation("kernels/run.hpp", "if (to.final_state == nullptr) return;", "",
                                            "no buffer is there"),
    "stay not kept": Mutation(TILE, "live.last[slot] = of.last;", ""),
    "stay not moved": Mutation(TILE, "if (to.last != nullptr) to.last[slot] = from.last[source];", ""),
    "noise of the start's place in the tile": Mutation(TILE, "number_of_start(starts, start)", "start"),
    "no guard in the steps with noise": Mutation(KERNELS, "if (slot < live.count) advance_noisy_start", "advance_noisy_start",
                                                 OUTSIDE),
    "start of the block ignored": Mutation("kernels/run.hpp", "starts.first + i", "i"),
}
OF_STEPS = {
    "sign of the step flipped": Mutation("kernels/step.hpp", "fma(T(-rate), g, x)", "fma(T(rate), g, x)"),
    "sign of the noise flipped": Mutation("kernels/step.hpp", "also.w[first], also.rate", "also.w[first], -also.rate"),
    "rates of the players swapped": Mutation("kernels/step.hpp", "double rate1, rate2;", "double rate2, rate1;"),
    "alternating as simultaneous": Mutation("kernels/step.hpp", "if constexpr (update == update_order::simultaneous) {",
                                            "if constexpr (true) {"),
    "terms not kept up": Mutation("kernels/step.hpp", "    refresh<player, Game, T>(s.x, s.terms);\n", ""),
    "fma with two roundings": Mutation("kernels/real.hpp", "return ::fma(a, b, c);", "return a * b + c;"),
    "label by position": Mutation(ARRIVAL, "return rule.points.label[j]", "return std::int16_t(j)"),
    "highest label first": Mutation(ARRIVAL, "<= rule.squared_tolerance) return rule.points.label[j]",
                                    "<= rule.squared_tolerance) return rule.points.label[rule.points.count - 1]"),
    "divergence not seen": Mutation(ARRIVAL, "if (!here.is_bounded()) return diverged;", ""),
}


TESTED = [*GAMES, "decoupled", "general", "mixed"]  # two games and the toys show a mistake as well as all do


class Sources:
    """A copy of what the kernels are compiled from, with these games."""

    def __init__(self, folder):
        self.folder = Path(folder)
        for part in ("kernels", "games"):
            shutil.copytree(ROOT / part, self.folder / part)
        (self.folder / "tests/ptx").mkdir(parents=True)
        for file in ("tests/mixed_game.hpp", "tests/toy_games.hpp", "tests/ptx/kernels.cu"):
            shutil.copy(ROOT / file, self.folder / file)
        write_all_games(self.folder)

    def mutate(self, mutation):
        path = self.folder / mutation.file
        text = path.read_text()
        if mutation.old not in text:
            raise RuntimeError(f"{mutation.file} has no '{mutation.old}' any more: the mutation has to follow the source")
        path.write_text(text.replace(mutation.old, mutation.new))

    def translated(self, contracted=False, allow_contraction=False):
        """The kernels, translated. contracted: nvcc may contract a * b + c, its default."""
        nvcc, flags = compiler_and_flags(os.environ["TAUROA_BUILD"])
        if "-fmad=false" not in flags:
            raise RuntimeError("kernels/cuda_tile.cu is not shipped with -fmad=false")
        if contracted:
            flags.remove("-fmad=false")
        library = self.folder / "kernels.so"
        compile_library(self.folder / "tests/ptx/kernels.cu", library, nvcc=nvcc, cxx=os.environ["TAUROA_CXX"],
                        flags=[f"-I{self.folder}", *flags], architecture=os.environ["TAUROA_PTX_ARCHITECTURE"],
                        allow_contraction=allow_contraction)
        return library


def run_ptx_test(library):
    """ptx_test's exit status and output."""
    variables = os.environ | {"TAUROA_PTX_LIBRARY": str(library), "GTEST_FAIL_FAST": "1",
                              "TAUROA_PTX_GAMES": " ".join(TESTED)}
    done = subprocess.run([os.environ["TAUROA_PTX_TEST"]], env=variables, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


class WithSources(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.sources = Sources(folder.name)

    def expect_found(self, library, sign):
        status, output = run_ptx_test(library)
        self.assertEqual(status, 1, f"ptx_test should have failed:\n{output[-3000:]}")
        self.assertIn(sign, output)


def test_of(mutation):
    def test(self):
        self.sources.mutate(mutation)
        self.expect_found(self.sources.translated(), mutation.sign)

    return test


def tests_of(mutations):
    return {"test_" + re.sub(r"\W", "_", what): test_of(mutation) for what, mutation in mutations.items()}


Tile = type("Tile", (WithSources,), tests_of(OF_TILES))
Step = type("Step", (WithSources,), tests_of(OF_STEPS))


class Contraction(WithSources):
    def test_without_mutation_all_is_well(self):
        status, output = run_ptx_test(self.sources.translated(allow_contraction=True))
        self.assertEqual(status, 0, output[-3000:])

    def test_is_refused(self):
        with self.assertRaisesRegex(Untranslatable, "may be contracted"):
            self.sources.translated(contracted=True)

    def test_gives_other_bits(self):
        """Already by what nvcc contracts itself; the assembler could go on with the rest."""
        self.expect_found(self.sources.translated(contracted=True, allow_contraction=True), MISMATCH)

    def test_a_mutation_must_be_found_in_the_source(self):
        with self.assertRaisesRegex(RuntimeError, "has to follow the source"):
            self.sources.mutate(Mutation(TILE, "no such text", ""))


if __name__ == "__main__":
    unittest.main()
