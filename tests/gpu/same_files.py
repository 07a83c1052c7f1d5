"""same_files.py TAUROA FOLDER FOLDER: whether the maps of two folders are whole, and have the same digests."""

import json
import subprocess
import sys
from pathlib import Path


def digest(program, path):
    """Throws where the file is not what its digest says."""
    for option in ("--verify", "--json"):
        done = subprocess.run([program, "info", option, path], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["digest"]


def main(program, one, other):
    names = sorted(path.name for path in Path(one).glob("*.h5"))
    if not names:
        sys.exit(f"same_files.py: no map in {one}")
    for name in names:
        if digest(program, Path(one) / name) != digest(program, Path(other) / name):
            sys.exit(f"same_files.py: {name}: the digests differ")


if __name__ == "__main__":
    main(*sys.argv[1:])
