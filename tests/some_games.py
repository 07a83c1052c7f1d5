"""Two games in place of all, for what need not be compiled for every one: those whose speed is told."""

GAMES = ("polynomial", "torus")


def write_all_games(folder, games=GAMES, where="games"):
    """The header that the build makes of games/, with the games of these headers; for an include path before the build's."""
    includes = "".join(f'#include "{where}/{game}.hpp"\n' for game in games)
    types = ", ".join(f"games::{game}" for game in games)
    (folder / "all_games.hpp").write_text(f'#pragma once\n{includes}#include "kernels/game_list.hpp"\n'
                                          f"namespace tauroa {{ using all_games = game_list<{types}>; }}\n")
