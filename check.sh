#!/usr/bin/env bash
# Builds tauroa and runs all of its tests; fails unless each of them ran and passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

./setup.sh --test
cmake --preset release -DTAUROA_TESTS=ON
cmake --build --preset release
python3 .ci/run_tests.py build
