#!/usr/bin/env python3
"""Runs ctest in a build folder, and believes a green one only if every test there is really ran.

    run_tests.py BUILD_FOLDER

Beyond ctest's own failures, these count as failed: no test at all; a listed test that did not run; a test, or a case
inside one, that was skipped or disabled (unless it is named after an instruction set that this processor lacks); and
a tests/*_test.* or tests/games/*_test.* file of which no test ran (those of compiled CUDA kernels only where there is
nvcc, those of several processes unless MPI was switched off, and not those that a build with sanitizers leaves out:
tests/LeftOut.cmake). The test of tests/some_name_test.cpp is `some_name` or `some_name.anything`, that of
tests/games/some_name_test.cpp `game_some_name`.
"""
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent / "tests"
FOLDERS = {"": TESTS, "game_": TESTS / "games"}  # how the names of a folder's tests begin
SOURCES = sorted((path, prefix + path.stem.removesuffix("_test")) for prefix, folder in FOLDERS.items()
                 for path in folder.glob("*_test.*") if path.suffix in (".cpp", ".py", ".sh"))
# Part of a test's name → the flags in /proc/cpuinfo that its code needs.
CPU_FLAGS = {"avx512": {"avx512f", "avx512dq"}, "avx2": {"avx2", "fma"}}

# Sources whose tests run what nvcc, or NVRTC of the same toolkit, has made: there are none in a build without it.
NEEDS_NVCC = re.compile(r"(ptx|nvrtc|mutation|registers)(_|$)")
# And those of several processes: a build with sanitizers has no MPI, whose libraries no sanitizer understands.
NEEDS_MPI = re.compile(r"mpi$")

# What GoogleTest, unittest and pytest say of cases that they left out while the whole passed.
LEFT_OUT = re.compile(
    r"^\[  SKIPPED \] \S+\.\S+|^\[ DISABLED \] \S+|Running 0 tests|^Ran 0 tests|\bskipped=\d+|\b[1-9]\d* skipped\b",
    re.M,
)


def missing_instruction_sets():
    words = set(Path("/proc/cpuinfo").read_text().split())
    return [name for name, flags in CPU_FLAGS.items() if not flags <= words]


def listed_tests(build):
    answer = subprocess.run(
        ["ctest", "--test-dir", build, "--show-only=json-v1"], check=True, stdout=subprocess.PIPE
    )
    return [test["name"] for test in json.loads(answer.stdout)["tests"]]


def run_ctest(build):
    """Returns ctest's exit status and JUnit's test cases."""
    report = build / "ctest.xml"
    report.unlink(missing_ok=True)
    # Passed tests' output is cut at 1 kB by default, and LEFT_OUT is looked for in it.
    command = ["ctest", "--test-dir", build, "--output-on-failure", "--parallel", "2", "--no-tests=error"]
    status = subprocess.run(command + ["--output-junit", report, "--test-output-size-passed", "10000000"]).returncode
    return status, list(xml.parse(report).iter("testcase")) if report.exists() else []


def judge(case, lacking):
    """Returns a test case's outcome, "passed", "skipped" or "failed", and why."""
    name, status = case.get("name"), case.get("status")
    skip = case.find("skipped")
    reason = skip.get("message", "") if skip is not None else ""
    if status == "notrun" and reason.startswith("SKIP_"):
        allowed = any(instructions in name.lower() for instructions in lacking)
        return ("skipped", "this processor lacks it") if allowed else ("failed", "was skipped")
    if status != "run":
        return "failed", f"{status} {reason}".strip()
    left_out = set(LEFT_OUT.findall(case.findtext("system-out", "")))
    left_out = [what for what in left_out if not any(i in f"{name} {what}".lower() for i in lacking)]
    return ("failed", f"left out: {', '.join(sorted(left_out))}") if left_out else ("passed", "")


def left_out_tests(build, cache):
    """The stems of the sources that this build has left out: none unless it is one with sanitizers."""
    if not re.search(r"^TAUROA_SANITIZED:\w+=(?!OFF$|$)", cache, re.M):
        return set()
    return set((build / "tests" / "left_out.txt").read_text().split())


def main(build):
    listed = listed_tests(build)
    status, cases = run_ctest(build)
    lacking = missing_instruction_sets()
    outcomes = [(case.get("name"), *judge(case, lacking)) for case in cases]
    passed = [name for name, outcome, _ in outcomes if outcome == "passed"]
    skipped = [name for name, outcome, _ in outcomes if outcome == "skipped"]
    problems = [f"{name}: {why}" for name, outcome, why in outcomes if outcome == "failed"]

    never_run = Counter(listed) - Counter(name for name, _, _ in outcomes)
    problems += [f"{name}: was not run" for name in never_run.elements()]
    cache = (build / "CMakeCache.txt").read_text()
    with_nvcc = re.search(r"^CMAKE_CUDA_COMPILER:\w+=/", cache, re.M)
    with_mpi = not re.search(r"^TAUROA_MPI:\w+=OFF", cache, re.M)
    left_out = left_out_tests(build, cache)
    for source, stem in SOURCES:
        if stem in left_out:
            print(f"left out of a build with sanitizers: {source.relative_to(TESTS.parent)}")
            continue
        if (NEEDS_NVCC.match(stem) and not with_nvcc) or (NEEDS_MPI.match(stem) and not with_mpi):
            continue
        if not any(re.match(rf"{re.escape(stem)}(?!\w)", name) for name in passed):
            problems.append(f"{source.relative_to(TESTS.parent)}: no test of it ran and passed")
    if status != 0 and not problems:
        problems.append(f"ctest ended with status {status}")
    if not passed:
        problems.append("no test ran")

    print()
    for name in skipped:
        print(f"skipped, this processor lacks its instructions: {name}")
    for problem in problems:
        print(f"FAILED {problem}")
    counts = f"tests: {len(passed)} passed, {len(problems)} failed"
    print(counts + (f", {len(skipped)} skipped" if skipped else ""))
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: run_tests.py BUILD_FOLDER")
    sys.exit(main(Path(sys.argv[1]).resolve()))
