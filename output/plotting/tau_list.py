"""LIST as tauroa's command line writes it, and finding its values among a file's."""

import math

import numpy as np

from .errors import RequestError

ACCEPTED = "accepted: positive numbers as 1,2,5,20 or LO:HI:N or LO:HI:N:log"
MOST = 1_000_000  # values in a list
SAME = 1e-9  # relative: a τ typed by hand is the file's if it agrees this far


def parse_list(text):
    """`1,2,5,20`, `LO:HI:N` or `LO:HI:N:log` as an ascending array."""
    try:
        values = _spaced(text) if ":" in text else [float(word) for word in text.split(",")]
    except ValueError:
        raise RequestError(f"--tau {text}: not a list of numbers; {ACCEPTED}") from None
    if not all(math.isfinite(value) and value > 0 for value in values):
        raise RequestError(f"--tau {text}: holds a value that is not positive; {ACCEPTED}")
    if len(set(values)) < len(values):
        raise RequestError(f"--tau {text}: names a value twice; {ACCEPTED}")
    return np.sort(values)


def _spaced(text):
    """`LO:HI:N` or `LO:HI:N:log`, both ends exact; ValueError where it is neither."""
    low, high, count, *scale = text.split(":")
    if scale not in ([], ["log"]) or not 1 <= int(count) <= MOST:
        raise ValueError(text)
    low, high, count = float(low), float(high), int(count)
    if not scale:
        return np.linspace(low, high, count)
    if low <= 0 or high <= 0:
        raise ValueError(text)
    return np.geomspace(low, high, count)


def find(wanted, held):
    """Indices in held [tau] of each τ in wanted, in wanted's order."""
    held = np.asarray(held)
    indices = []
    for value in wanted:
        nearest = int(np.argmin(abs(held - value)))
        if not math.isclose(held[nearest], value, rel_tol=SAME):
            raise RequestError(f"--tau {value:g}: not in the file; accepted: {_listed(held)}")
        indices.append(nearest)
    return indices


def evenly_chosen(count, most):
    """At most `most` of the indices 0 … count−1, evenly apart, the first and the last among them."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int)).tolist()


def _listed(values, most=12):
    """The values in short: all of them, or the first and last few."""
    words = [f"{value:.10g}" for value in values]
    if len(words) > most:
        words = words[: most // 2] + ["…"] + words[-most // 2:]
    return ", ".join(words)
