#!/bin/sh
# draw.sh FILE.h5 -o FIGURE ...: plot.py, by a Python that has what it needs.
here=$(dirname "$0")
python=$("$here/../cmake/find_python.sh" h5py matplotlib) || exit 1
exec "$python" "$here/plot.py" "$@"
