#!/usr/bin/env bash
# tests/gpu.sh without a GPU: in rehearsal it goes through, and prints nothing that could be taken for a card's table;
# without a GPU it fails with a sentence; where a stage fails it says so; where the backend is wrong (here: finds no
# device) it measures nothing. TAUROA: the program.
set -euo pipefail
script=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/gpu.sh
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "$1" >&2
    cat "$scratch"/out "$scratch"/err >&2
    exit 1
}

# driver COMMAND: what nvidia-smi does from now on; never the machine's own.
driver() {
    mkdir -p "$scratch/bin"
    printf '#!/bin/sh\n%s\n' "$1" >"$scratch/bin/nvidia-smi"
    chmod +x "$scratch/bin/nvidia-smi"
}

# Runs the script in an environment with nothing in it but the PATH and the assignments given.
run() {
    env -i "PATH=$scratch/bin:$PATH" CUDA_VISIBLE_DEVICES=-1 "$@" >"$scratch/out" 2>"$scratch/err"
}

driver "exit 1"
if run "$script" "$scratch/work"; then fail "it went through without a GPU"; fi
[[ $(wc -l <"$scratch/err") == 1 ]] || fail "without a GPU it said more than a sentence"
grep -q 'no GPU answers' "$scratch/err" || fail "without a GPU it did not say so"

run "TAUROA=$TAUROA" "LSAN_OPTIONS=${LSAN_OPTIONS:-}" "$script" --rehearse "$scratch/work" || fail "the rehearsal failed"
if grep -v '^rehearsal (cpu): ' "$scratch/out"; then fail "a line of the rehearsal looks like a result"; fi
for line in '| fig7b | 40 x 40 |.*| all |' '| fig8b | 40 x 40 |.*| all |' 'fig8b at 20 x 20: .* are the same bytes' \
    'Whole HDF5 files .* the same digests'; do
    grep -q "$line" "$scratch/out" || fail "the rehearsal's table lacks: $line"
done

if run TAUROA=false "$script" --rehearse "$scratch/work"; then fail "it went through where a stage failed"; fi
grep -q 'whole-cpu: FAILED' "$scratch/err" || fail "it did not say which stage failed"

command -v nvcc >/dev/null || exit 0
driver "echo 9.0"
if run "$script" "$scratch/work"; then fail "it went through where no device computes"; fi
grep -q 'suite: FAILED' "$scratch/err" || fail "it did not say that the suite failed"
grep -q 'nothing is measured' "$scratch/err" || fail "it did not say that nothing is measured"
[[ ! -s $scratch/out ]] || fail "it printed a table for a backend that does not work"
