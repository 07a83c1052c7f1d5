#!/usr/bin/env bash
# From a clone to the paper's figures, in out/: installs what is missing, builds, computes, draws.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

./setup.sh
cmake --preset release
cmake --build --preset release --target tauroa
python=$(cmake/find_python.sh h5py matplotlib)

build/tauroa reproduce all --force -o out
for file in out/fig*.h5; do
    "$python" output/plot.py "$file" -o "${file%.h5}.png"
done
echo "Done: $PWD/out holds each figure's numbers, fig*.h5, and beside them the figures, fig*.png."
