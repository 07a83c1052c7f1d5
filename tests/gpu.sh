#!/usr/bin/env bash
# What an NVIDIA GPU is for here, in less than eight minutes: builds the kernels, runs the backends' test on it, compares
# its results with the CPU's byte for byte, runs compute-sanitizer, measures, and prints one markdown table.
# Needs nvcc, cmake >= 3.20, ninja or make, python3, and what a C++ compiler brings. It uses the first visible GPU.
#
#   tests/gpu.sh [--rehearse] [FOLDER]     FOLDER: for the build and logs; default: build-gpu
#
# --rehearse: everything in small, with the cpu backend in place of cuda, to find mistakes where there is no GPU.
# Exit status: 0 where all went well, 1 else. The table says what was left out, and why: for lack of tools (status 0) or
# of time (status 1).
set -uo pipefail
readonly root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
    echo "gpu.sh: $*" >&2
    exit 1
}

rehearse=false
[[ ${1:-} == --rehearse ]] && rehearse=true && shift
patience=1 # of a rehearsal, which measures nothing, on a machine that may be small and busy: more
$rehearse && patience=4
readonly patience limit=$((450 * patience)) # seconds after which no stage may still run
[[ $# -le 1 && ${1:-} != -* ]] || fail "use: tests/gpu.sh [--rehearse] [FOLDER]"
mkdir -p "${1:-$root/build-gpu}" || fail "cannot make the folder ${1:-$root/build-gpu}"
readonly out=$(cd "${1:-$root/build-gpu}" && pwd)
readonly build=$out/build measured=$out/measured.jsonl notes=$out/notes
export PYTHONPATH=$root/tests PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 CUDA_DEVICE_ORDER=PCI_BUS_ID
export CUDA_VISIBLE_DEVICES=${CUDA_VISIBLE_DEVICES:-0}
: >"$measured" >"$notes"
status=0 failed=false

say() {
    echo "gpu.sh: $*" >&2
}
note() {
    say "$*"
    echo "$*" >>"$notes"
}

# stage NAME SECONDS COMMAND...: runs it for so long at most, its output in NAME.log. What does not pass is noted.
stage() {
    local name=$1 seconds=$(($2 * patience)) begin=$SECONDS left=$((limit - SECONDS)) code
    shift 2
    if ((left < 5)); then
        note "$name: left out, the time was over."
        status=1
        return 1
    fi
    timeout -k 5 $((seconds < left ? seconds : left)) "$@" >"$out/$name.log" 2>&1 </dev/null
    code=$?
    if ((code == 0)); then
        say "$name: passed in $((SECONDS - begin)) s"
        return
    fi
    status=1
    case $code in
        124 | 137) note "$name: stopped by the clock after $((SECONDS - begin)) s." ;;
        *)
            note "$name: FAILED. $(grep -v '^$' "$out/$name.log" | tail -n 1)"
            failed=true
            ;;
    esac
    return 1
}

ask_driver() {
    nvidia-smi -i "${CUDA_VISIBLE_DEVICES%%,*}" "--query-gpu=$1" --format=csv,noheader 2>/dev/null
}

require_tools() {
    local tool
    for tool in cmake python3 c++ timeout; do
        command -v $tool >/dev/null || fail "there is no $tool; it needs nvcc, cmake, ninja or make, python3 and a C++ compiler"
    done
    command -v ninja >/dev/null && generator=(-G Ninja) || generator=()
    if ! $rehearse; then
        architecture=$(ask_driver compute_cap | tr -d .)
        [[ $architecture =~ ^[0-9]+$ ]] || fail "no GPU answers to nvidia-smi; tests/gpu.sh --rehearse tries the script without one"
        command -v nvcc >/dev/null || fail "there is no nvcc on the PATH, which CUDA code needs"
    elif command -v nvcc >/dev/null; then
        architecture=90
    else
        architecture=none
        note "There is no nvcc: no CUDA code was built."
    fi
}

build() {
    local cuda=(-DTAUROA_CUDA=ON "-DCMAKE_CUDA_ARCHITECTURES=$architecture")
    [[ $architecture == none ]] && cuda=(-DTAUROA_CUDA=OFF)
    stage configure 60 cmake -S "$root/tests/gpu" -B "$build" "${generator[@]}" "${cuda[@]}" -DTAUROA_TESTS=OFF &&
        stage build 180 cmake --build "$build" --parallel || fail "the build failed: see $out/configure.log and $out/build.log"
}

# The card's files must be the CPU's. The card's lines are the first measurements.
compare() {
    local figure edge=100
    $rehearse && edge=20
    for figure in fig7b fig8b; do
        stage "$figure-$backend" 60 "$build/measure" $figure $backend $edge $steps 512 1000 "$out/$figure.$backend.bin" &&
            tail -n 1 "$out/$figure-$backend.log" >>"$measured" &&
            stage "$figure-reference" 60 "$build/measure" $figure $other $edge $steps 512 1000 "$out/$figure.$other.bin" &&
            stage "$figure-compared" 10 cmp "$out/$figure.$backend.bin" "$out/$figure.$other.bin" &&
            note "$figure at $edge x $edge: labels, iterations and final states of $backend and $other are the same bytes."
    done
}

sanitize() {
    local tool watch clean=()
    if ! $rehearse && ! command -v compute-sanitizer >/dev/null; then
        note "compute-sanitizer: left out, it is not installed."
        return
    fi
    for tool in memcheck racecheck initcheck; do
        watch=(compute-sanitizer --tool $tool --error-exitcode 9)
        $rehearse && watch=(env)
        stage "$tool-fig7b" 25 "${watch[@]}" "$build/measure" fig7b $backend 24 3000 24 1000 - &&
            stage "$tool-fig8b" 25 "${watch[@]}" "$build/measure" fig8b $backend 24 $steps 24 1000 - && clean+=($tool)
    done
    $rehearse || note "compute-sanitizer, 24 x 24 starts of each figure; clean: ${clean[*]:-nothing}."
}

# Whole files of the program, where the libraries that it needs are installed. A rehearsal takes a program that is there.
whole_files() {
    local with program=${TAUROA:-} edge=4
    if ! $rehearse; then
        program=$out/whole/tauroa edge=100
        if ! timeout 60 cmake -S "$root" -B "$out/whole" "${generator[@]}" -DTAUROA_TESTS=OFF -DTAUROA_CUDA=ON \
            "-DCMAKE_CUDA_ARCHITECTURES=$architecture" >"$out/whole.log" 2>&1 </dev/null; then
            note "Whole HDF5 files: left out, the program's libraries are not all installed here, or its CMake is too old."
            return
        fi
        stage whole-build 150 cmake --build "$out/whole" --target tauroa --parallel || return
    elif [[ -z $program ]]; then
        note "Whole HDF5 files: left out of a rehearsal where TAUROA names no program."
        return
    fi
    for with in $backend $other; do
        stage "whole-$with" 30 "$program" reproduce all --resolution $edge --force --backend $with -o "$out/$with" || return
        stage "text-$with" 90 env "XDG_CACHE_HOME=$out/cache" "$program" sweep --game-file "$root/tests/data/games/torus.toml" \
            --tau 0.5,2 --gamma 0.04 --steps 20001 --axis x1=-3:3:$edge --axis x2=-3:3:$edge --update alternating --force \
            --backend $with -o "$out/$with/text.h5" || return
        stage "noise-$with" 60 "$program" sweep torus --tau 2,5 --gamma 0.04 --steps 1501 --axis x1=-3:3:$edge --axis x2=-3:3:$edge \
            --update alternating --tol 0.4 --noise 0.3 --repeats 3 --seed 1 --save-final --force --backend $with \
            -o "$out/$with/noise.h5" || return
    done
    stage whole-compared 10 python3 "$root/tests/gpu/same_files.py" "$program" "$out/$backend" "$out/$other" &&
        note "Whole HDF5 files of both figures, of a game as text and of noise, at $edge x $edge: verified, with the same digests from $backend and $other."
}

measure() {
    local left=$((limit - SECONDS - 10)) edges=(1000 4000)
    $rehearse && left=4 edges=(30 40)
    stage measure $((left + 10)) python3 "$root/tests/gpu/scale.py" "$build/measure" $backend $steps $left "$measured" "${edges[@]}"
    while read -r line; do note "$line"; done <"$out/measure.log"
}

print_table() {
    local about card
    if $rehearse; then
        about="rehearsal, computed by the CPU: no number here is a GPU's"
        card='{"name": "no card", "architecture": 90, "multiprocessors": 1, "gigahertz": 1}'
    else
        about="driver $(ask_driver driver_version)"
        about+=", CUDA $(nvcc --version | sed -n 's/.*release \([0-9.]*\).*/\1/p')"
        about+=", commit $(git -C "$root" describe --always --dirty --abbrev=12 --match=NeVeRaTaG 2>/dev/null || echo unknown)"
        card=$("$build/card") || fail "the card does not say what it is"
    fi
    python3 -m gpu.table "$build" "$measured" "$notes" <<<"${card%\}}, \"about\": \"$about\"}" >"$out/table.md" || fail "no table"
    if $rehearse; then sed 's/^/rehearsal (cpu): /' "$out/table.md"; else cat "$out/table.md"; fi
}

require_tools
backend=cuda other=cpu steps=0
$rehearse && backend=cpu other=reference steps=300
say "stages, each stopped by the clock; at most $limit s in all; logs in $out"
build
stage suite 60 env TAUROA_TEST_BACKEND=$backend "$build/backend_test" && note "The backends' test passed on $backend."
compare
wrong=$failed
sanitize
$wrong && fail "the results are wrong; nothing is measured; logs in $out"
whole_files
measure
print_table
exit $status
