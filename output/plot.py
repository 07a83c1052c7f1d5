#!/usr/bin/env python3
"""Draws what an HDF5 file of tauroa holds.

    python3 output/plot.py FILE.h5 -o FIGURE.{png,pdf,svg} [--tau LIST] [--what WHAT]
                             [--style paper|plain]

For notebooks, import the package `plotting` beside this file: its functions take a matplotlib Axes.

Exit status: 0 done, 2 the request is wrong (one line on stderr, nothing written), 1 failed otherwise.
"""

import argparse
import sys
from pathlib import Path

from plotting.errors import RequestError
from plotting.opening import open_file
from plotting.tau_list import parse_list

FORMATS = ("png", "pdf", "svg")
WHAT = ("maps", "shares", "trajectories", "distance", "spectrum", "surface")
EXAMPLE = "example: python3 output/plot.py maps/fig7b.h5 -o fig7b.pdf --tau 2,5"


class OneLineParser(argparse.ArgumentParser):
    """argparse, except that a wrong command line costs one line on stderr and not the whole usage."""

    def error(self, message):
        raise RequestError(f"{message}; accepted: FILE.h5 -o FIGURE.png [--tau LIST] "
                           f"[--what {'|'.join(WHAT)}] [--style paper|plain]")


def parse_arguments(arguments):
    """The command line as a namespace: file, figure, tau (ascending floats or None), what, style."""
    parser = OneLineParser(description="Draws what an HDF5 file of tauroa holds.", epilog=EXAMPLE)
    parser.add_argument("file", metavar="FILE.h5", type=Path, help="a file written by tauroa")
    parser.add_argument("-o", dest="figure", metavar="FIGURE", type=Path, required=True,
                        help="where to write; the ending says the format: " + ", ".join(FORMATS))
    parser.add_argument("--tau", metavar="LIST", type=parse_list,
                        help="only these τ of the file: 1,2,5,20 or LO:HI:N or LO:HI:N:log")
    parser.add_argument("--what", choices=WHAT,
                        help="of a sweep, maps: a panel for each τ; shares: the share of each basin against τ (default: "
                             "shares where the file has more τ than a figure has panels). Of other files, only the panels "
                             "of trajectories, distances to the equilibrium, spectra or the surface")
    parser.add_argument("--style", choices=("paper", "plain"), default="paper",
                        help="paper: basins under streamlines (default); plain: basins and a legend, paths without "
                             "streamlines")
    return parser.parse_args(arguments)


def check_figure_path(path):
    """The format that path's ending names; refuses what could not be written there anyway."""
    ending = path.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        raise RequestError(f"-o {path}: unknown ending '{path.suffix}'; accepted: "
                           + ", ".join("." + name for name in FORMATS))
    if not path.parent.is_dir():
        raise RequestError(f"-o {path}: no directory {path.parent}; accepted: a file in a directory that exists")
    if path.is_dir():
        raise RequestError(f"-o {path}: is a directory; accepted: the name of a file")
    return ending


def draw(arguments):
    """From the command line to the file on disk."""
    request = parse_arguments(arguments)
    figure_format = check_figure_path(request.figure)
    with open_file(request.file) as opened:
        chosen, note = opened.choose(request.tau, request.what)
        if note:
            print(f"plot.py: {note}", file=sys.stderr)
        # Loaded only now: a request that is refused should not wait for matplotlib.
        import matplotlib

        from plotting.save import publication_settings, save

        matplotlib.use("agg")  # needs no display; here and not on import, where a notebook has chosen its own
        with publication_settings():
            figure = opened.draw(chosen, request.style)
            save(figure, request.figure, figure_format, opened.description())


def main(arguments):
    try:
        draw(arguments)
    except RequestError as error:
        print(f"plot.py: {error}", file=sys.stderr)
        return 2
    except (OSError, MemoryError, RuntimeError) as error:  # h5py raises the last of broken files
        print("plot.py: failed: " + " ".join(str(error).split()), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
