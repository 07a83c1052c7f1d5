"""What the program's speed is, beside its ceiling and beside numpy and numba, measured in one run.

    PYTHONPATH=tests python3 -m bench.bench BUILD_FOLDER [--only rates,peers,...] [--repeat 3]

Builds the target `bench` first. Needs h5py and numpy, and numba for the comparison with it. Prints markdown tables. The
machine may do other things meanwhile: what is compared takes turns, and the best of several turns counts.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench import operations, peers
from bench.tauroa_runs import FIG7B, FIG8B, read, sweep

GB = 1e9


def table(title, head, rows):
    lines = [f"\n### {title}\n", "| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    print("\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)]), flush=True)


def machine(build):
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    compiler = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)", (build / "CMakeCache.txt").read_text(), re.M)[1]
    version = subprocess.run([compiler, "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    return f"{model[1] if model else platform.processor()}, {len(os.sched_getaffinity(0))} cores, {version}"


class Bench:
    def __init__(self, build, folder, repeat):
        self.build, self.repeat = build, repeat
        self.program, self.file = str(build / "tauroa"), str(Path(folder) / "map.h5")

    def best(self, *contests):
        """Seconds of each sweep, the best of `repeat` turns."""
        turns = [[sweep(self.program, arguments, self.file).seconds for arguments in contests] for _ in range(self.repeat)]
        return [min(times) for times in zip(*turns)]

    # --- steps per second, beside the ceiling
    def rates(self):
        print("\n### Operations\n\n" + operations.table(self.build), flush=True)
        done = subprocess.run([self.build / "tests/bench/rates", str(2 * self.repeat)], check=True, capture_output=True, text=True)
        measured = [json.loads(line) for line in done.stdout.splitlines()]
        clock = next(m["rate"] for m in measured if m["what"] == "clock")
        rows = []
        for key in dict.fromkeys((m["set"], m["game"], m["update"]) for m in measured if m["set"]):
            mine = [m for m in measured if (m["set"], m["game"], m["update"]) == key]
            rows.append(self.rate_row(key, {what: [m for m in mine if m["what"] == what]
                                            for what in ("ceiling", "steps", "engine")}))
        table(f"Steps per second of one thread (clock {clock / GB:.2f} GHz)",
              ("", "ceiling, 1e9/s", "bare loop, 1e9/s", "its vectors", "of the ceiling", "engine, plain, 1e9/s", "of the ceiling"),
              rows)

    @staticmethod
    def rate_row(key, found):
        name, engine = f"{key[1]}, {key[2]}, {key[0]}", found["engine"][0]["rate"]
        if not found["ceiling"]:
            return (name, "", "", "", "", f"{engine / GB:.3f}", "")
        ceiling = max(m["rate"] for m in found["ceiling"])
        steps = max(found["steps"], key=lambda m: m["rate"])
        return (name, f"{ceiling / GB:.3f}", f"{steps['rate'] / GB:.3f}", steps["in_flight"], f"{steps['rate'] / ceiling:.0%}",
                f"{engine / GB:.3f}", f"**{engine / ceiling:.0%}**")

    # --- what a user would write instead
    def peers(self):
        if peers.numba is None:
            print("\nnumba cannot be imported here: nothing was compared with it")
            return
        for figure in (FIG7B, FIG8B):
            self.against_numba(figure)
        for figure in (FIG7B, FIG8B):
            self.against_numpy(figure)

    def work(self, figure, tau, plain, steps=None, edge=None):
        """A peer's work, with labels, iterations and points out of the program's file."""
        sweep(self.program, figure.arguments((tau,), edge, steps) + plain, self.file)
        label, iterations, points, attracts = read(self.file)
        axis = np.linspace(-figure.half_width, figure.half_width, edge or figure.edge)
        return label[0], iterations[0], peers.Work(figure.game, figure.gamma, tau, steps or figure.steps, figure.tolerance,
                                                   axis, points, attracts[0])

    def against_numba(self, figure):
        """numba takes each tau once (minutes), the program its sweeps before and after each; and small grids in turns."""
        proven = figure.tau[1:]
        sweeps = {"plain": figure.arguments() + ["--plain"], "certified": figure.arguments(),
                  "later": figure.arguments(proven)}
        seconds, turns, different, late = {}, [], 0, 0
        runner = peers.Numba(self.work(figure, figure.tau[0], [], edge=2)[2])
        for tau in figure.tau:
            turns.append(self.best_of_one(sweeps))
            label, iterations, work = self.work(figure, tau, ["--plain"])
            begun = time.perf_counter()
            its_label, its_iterations = runner.call(work)
            seconds[tau] = time.perf_counter() - begun
            different += np.count_nonzero(label != its_label)
            late += np.count_nonzero(iterations != its_iterations)
        turns.append(self.best_of_one(sweeps))
        mine = {name: np.median([turn[name] for turn in turns]) for name in sweeps}
        best = {name: min(turn[name] for turn in turns) for name in sweeps}
        theirs = {"plain": sum(seconds.values()), "certified": sum(seconds.values()), "later": sum(seconds[t] for t in proven)}
        starts = figure.edge ** 2
        names = {"plain": (figure.tau, "plain"), "certified": (figure.tau, "with certificates"), "later": (proven, "with certificates")}
        table(f"{figure.name} against numba on all cores ({starts} starts, K = {figure.steps}, tau {figure.tau})",
              ("", "tauroa, s: median", "best", "numba, s", "numba / tauroa: median", "best", "starts/s"),
              [(f"{how}, tau {taus}", f"{mine[n]:.3f}", f"{best[n]:.3f}", f"{theirs[n]:.1f}", f"**{theirs[n] / mine[n]:.0f}**",
                f"{theirs[n] / best[n]:.0f}", f"{starts * len(taus) / mine[n]:.3g}") for n, (taus, how) in names.items()])
        print(f"\nOther labels than numba's: {different} of {starts * len(figure.tau)} starts; other iterations: {late}. "
              f"tauroa: whole processes, {len(turns)} times; numba: calls after compiling, once for each tau.")
        self.small_grids(figure, runner)

    def best_of_one(self, sweeps):
        return {name: sweep(self.program, arguments, self.file).seconds for name, arguments in sweeps.items()}

    def small_grids(self, figure, runner):
        """The spread of the ratio: the same on fewer starts, turn by turn."""
        tau, edge, ratios = figure.tau[2], figure.edge // 4, []
        _, _, work = self.work(figure, tau, ["--plain"], edge=edge)
        for _ in range(self.repeat):
            mine = sweep(self.program, figure.arguments((tau,), edge) + ["--plain"], self.file).seconds
            begun = time.perf_counter()
            runner.call(work)
            ratios.append((time.perf_counter() - begun) / mine)
        print(f"{figure.name}, {edge} x {edge} starts, tau = {tau}, plain, numba / tauroa in {self.repeat} turns: "
              + ", ".join(f"{r:.1f}" for r in sorted(ratios)), flush=True)

    def against_numpy(self, figure):
        """On a short horizon; what the whole would take is extrapolated."""
        steps, tau = 400, figure.tau[2]
        label, iterations, work = self.work(figure, tau, ["--plain"], steps)
        begun = time.perf_counter()
        its_label, its_iterations = peers.with_numpy(work)
        theirs = time.perf_counter() - begun
        mine = self.best(figure.arguments((tau,), None, steps) + ["--plain"], figure.arguments() + ["--plain"])
        whole = theirs / steps * figure.steps * len(figure.tau)
        print(f"\n{figure.name}, tau = {tau}, K = {steps} only: numpy {theirs:.1f} s, tauroa --plain {mine[0]:.3f} s, "
              f"{theirs / mine[0]:.0f} x; other labels {np.count_nonzero(label != its_label)}, other iterations "
              f"{np.count_nonzero(iterations != its_iterations)}. Extrapolated to all {figure.steps} steps and {len(figure.tau)} tau, "
              f"as without early exit each costs the same: numpy {whole:.0f} s, {whole / mine[1]:.0f} x", flush=True)

    # --- threads, grids, memory
    def threads(self):
        most = len(os.sched_getaffinity(0))
        counts = sorted({1, *(2 ** i for i in range(1, most.bit_length()) if 2 ** i <= most), most})
        arguments = FIG7B.arguments((5,)) + ["--plain"]
        times = self.best(*([*arguments, "--threads", str(n)] for n in counts))
        table("Threads (Fig 7b, tau = 5, plain)", ("threads", "seconds", "x one"),
              [(n, f"{t:.2f}", f"{times[0] / t:.2f}") for n, t in zip(counts, times)])

    def grids(self):
        rows = []
        for edge in (100, 1000, 4000):
            arguments = FIG7B.arguments((5,), edge)
            seconds = min(sweep(self.program, arguments, self.file).seconds for _ in range(self.repeat if edge < 4000 else 1))
            rows.append((f"{edge} x {edge}", f"{seconds:.2f}", f"{seconds / edge ** 2 * 1e6:.2f}", f"{edge ** 2 / seconds:.3g}"))
        table("Grids (Fig 7b, tau = 5, with certificates)", ("starts", "seconds", "microseconds a start", "starts/s"), rows)

    def memory(self):
        run = sweep(self.program, FIG7B.arguments(edge=8000, steps=32) + ["--plain"], self.file)
        size = Path(self.file).stat().st_size / 1e6
        print(f"\n### Memory\n\n8000 x 8000 starts, 4 tau, K = 32: at most {run.megabytes:.0f} MB in memory, {run.seconds:.0f} s, "
              f"file {size:.0f} MB", flush=True)


def main():
    parts = ("rates", "threads", "grids", "memory", "peers")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--only", default=",".join(parts), help="some of " + ",".join(parts))
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    subprocess.run(["cmake", "--build", options.build, "--target", "bench"], check=True, stdout=subprocess.DEVNULL)
    print(f"## Bench\n\n{machine(options.build)}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(options.build.resolve(), folder, options.repeat)
        for part in options.only.split(","):
            if part not in parts:
                sys.exit(f"bench: --only {part}: choose from {', '.join(parts)}")
            getattr(bench, part)()


if __name__ == "__main__":
    main()
