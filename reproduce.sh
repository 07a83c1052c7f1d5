#!/usr/bin/env bash
# From a clone to the paper's Figures 7b and 8b, in out/: installs what is missing, builds, computes, draws.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

./setup.sh
cmake --preset release
cmake --build --preset release --target tauroa
python=$(cmake/find_python.sh h5py matplotlib)

mkdir -p out
for figure in fig7b fig8b; do
    build/tauroa reproduce "$figure" --force -o out
    "$python" output/plot.py "out/$figure.h5" -o "out/$figure.png"
done
echo "Done: the maps are $PWD/out/fig7b.h5 and fig8b.h5, their figures fig7b.png and fig8b.png beside them."
