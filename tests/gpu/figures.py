"""Writes figures.hpp: the paper's figures as kernels take them, with the points that attract, as tauroa computes them.

    python3 tests/gpu/figures.py build/tauroa > tests/gpu/figures.hpp
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = """#pragma once

// Made by figures.py from what tauroa computes; do not edit. tests/gpu_figures_test.py compares the two.

#include <array>
#include <vector>

#include "kernels/problem.hpp"

/// A point of arrival, and at which of the figure's tau it attracts.
struct arrival {
    std::int16_t label;
    std::array<double, 2> at;
    std::array<bool, 4> attracts;
};

/// A figure of the paper: x1 across and x2 up, both from low to high.
struct figure {
    const char* name;
    const char* game;
    double gamma, tolerance, low, high;
    std::uint32_t steps;
    std::array<double, 4> tau;
    std::vector<arrival> arrivals;
};

/// Their update: alternating.
inline std::vector<figure> figures() {
    // clang-format off
    return {
"""
TAIL = """    };
    // clang-format on
}
"""


def tauroa(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def request(program, figure):
    """The figure's settings, from a file of a few starts."""
    with tempfile.TemporaryDirectory() as folder:
        tauroa(program, "reproduce", figure, "--resolution", "2", "-o", folder)
        return json.loads(tauroa(program, "info", "--json", Path(folder) / f"{figure}.h5"))


def listed(values):
    return "{" + ", ".join(values) + "}"


def arrivals(program, asked, taus):
    """(label, location, attracts at each tau), as C++, of every point that attracts at some tau."""
    found = json.loads(tauroa(program, "equilibria", asked["game"], "--json", "--update", asked["update"],
                              "--gamma", repr(asked["gamma"]), "--tau", ",".join(map(repr, taus))))
    for point in found["points"]:
        attracts = [at["attracts"] for at in point["at_tau"]]
        if any(attracts):
            yield listed([str(point["index"]), listed(map(float.hex, point["point"])),
                          listed(str(a).lower() for a in attracts)])


def entry(program, figure):
    asked = request(program, figure)
    taus = sorted({share["tau"] for share in asked["shares"]})
    ends = {(axis["low"], axis["high"]) for axis in asked["axes"]}
    if asked["update"] != "alternating" or len(ends) != 1 or len(taus) != 4:
        raise ValueError(f"{figure} is not as figures.hpp takes it: {asked}")
    (low, high), = ends
    points = "".join(f"          {point},\n" for point in arrivals(program, asked, taus))
    return (f'        {{"{figure}", "{asked["game"]}", {asked["gamma"]!r}, {asked["tol"]!r}, {low.hex()}, '
            f'{high.hex()}, {asked["steps"]},\n         {listed(map(repr, taus))},\n         {{\n{points}         }}}},\n')


def header(program):
    return HEAD + "".join(entry(program, figure) for figure in ("fig7b", "fig8b")) + TAIL


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: figures.py TAUROA")
    print(header(sys.argv[1]), end="")
