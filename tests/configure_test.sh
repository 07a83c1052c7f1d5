#!/usr/bin/env bash
# TAUROA_CUDA where there is no nvcc: ON fails at configure with a sentence that says what to do, AUTO goes on without,
# an unknown value is refused. nvcc is hidden by a PATH that holds no directory with one.
set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

without_nvcc=$(tr ':' '\n' <<<"$PATH" | while read -r d; do [[ -x $d/nvcc ]] || printf '%s\n' "$d"; done | paste -sd:)
unset CUDACXX CUDA_PATH

# configure VALUE: configures with TAUROA_CUDA=VALUE and no nvcc; the output goes to $scratch/VALUE.log.
configure() {
    PATH=$without_nvcc cmake -G Ninja -S "$source_dir" -B "$scratch/$1" -DTAUROA_CUDA="$1" -DTAUROA_TESTS=OFF >"$scratch/$1.log" 2>&1
}

fail() {
    echo "$1" >&2
    cat "$scratch"/*.log >&2
    exit 1
}

if configure ON; then fail "TAUROA_CUDA=ON went through without nvcc"; fi
grep -q 'TAUROA_CUDA=ON, but no nvcc was found' "$scratch/ON.log" || fail "ON failed without its sentence"
configure AUTO || fail "TAUROA_CUDA=AUTO failed without nvcc"
grep -q 'CUDA backend: OFF' "$scratch/AUTO.log" || fail "AUTO did not say that it goes on without CUDA"
if configure MAYBE; then fail "TAUROA_CUDA=MAYBE was accepted"; fi
grep -q 'use AUTO, ON or OFF' "$scratch/MAYBE.log" || fail "MAYBE failed without saying what there is"
