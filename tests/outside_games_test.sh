#!/usr/bin/env bash
# TAUROA_GAMES, a folder of games outside the tree: a cost alone is taken into the list of games, and compiles wherever
# games are instantiated; what is no game's header is refused at configure, with a sentence that says what to do.
set -euo pipefail
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" # a relative folder is one beside whoever configures

fail() {
    echo "$1" >&2
    cat "$scratch"/*.log >&2
    exit 1
}

# header FOLDER FILE TYPE: a game with a cost and nothing more, in FOLDER/FILE.hpp.
header() {
    mkdir -p "$1"
    sed "s/TYPE/$3/g" >"$1/$2.hpp" <<'HEADER'
#pragma once
#include "kernels/game.hpp"

namespace tauroa::games {
struct TYPE {
    static constexpr const char* name = "my TYPE";
    static constexpr const char* reference = "mine";
    static constexpr int n1 = 1, n2 = 1;
    static constexpr std::array<variable, 2> variables{{{"x", -2.0, 2.0}, {"y", -2.0, 2.0}}};
    static constexpr std::array<parameter, 1> parameters{{{"c", 0.5}}};

    template <class T>
    TAUROA_HD static T cost(const point<T, 2>& x, const point<double, 1>& p) {
        return sin(T(3.0) * x[0]) * x[1] - p[0] * x[1] * x[1] + 0.25 * x[0] * x[0] * x[0] * x[0] - 0.5 * x[0] * x[0];
    }
};
}  // namespace tauroa::games
HEADER
}

configure() {
    cmake -G Ninja -S "$source_dir" -B "$scratch/build" -DTAUROA_GAMES="$1" -DTAUROA_CUDA=OFF -DTAUROA_MPI=OFF \
        -DTAUROA_TESTS=OFF >"$scratch/configure.log" 2>&1
}

# refused FOLDER WORDS
refused() {
    if configure "$1"; then fail "TAUROA_GAMES=$1 went through"; fi
    tr -s ' \n' ' ' <"$scratch/configure.log" | grep -qF "$2" || fail "TAUROA_GAMES=$1 was refused without: $2"
}

refused nowhere "no folder with headers (*.hpp) in it"
header clash torus torus
refused clash "there is a game torus already"
header misnamed one another
refused misnamed "defines no struct one"
header dashed my-game my_game
refused dashed "letters, digits and _ only"

header mine my_game my_game
configure mine || fail "a game outside the tree was refused"
grep -q 'games::jin_stable_late, games::my_game, games::polynomial,' build/generated/all_games.hpp \
    || fail "it is not in the list of games, or not in its place"
# The host's functions of a game and the kernels': the program's own files, as far as it takes to instantiate the game.
for object in host/CMakeFiles/tauroa_host.dir/built_in_games.cpp.o kernels/CMakeFiles/tauroa_kernels.dir/reference.cpp.o; do
    ninja -C build "$object" >compile.log 2>&1 || fail "$object does not compile with it"
done

sed -i 's/my my_game/torus/' mine/my_game.hpp # the name of a built-in game
if ninja -C build host/CMakeFiles/tauroa_host.dir/built_in_games.cpp.o >compile.log 2>&1; then
    fail "two games of one name went through"
fi
grep -q 'two games have the same name' compile.log || fail "two games of one name: not said"
