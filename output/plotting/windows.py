"""For which τ a critical point is stable, attracts the update, and is arrived at from the starts around it.

Three answers to one question, from three parts of a sweep's file. They differ: the learning rate shifts the edges of the
continuous-time windows (SPEC section 2) to where the spectral radius of the update crosses 1, and near those arrival takes
longer than any number of steps.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Window:
    """An interval of τ; an end that the file's τ do not reach is None."""

    low: float | None
    high: float | None


@dataclass(frozen=True)
class PointWindows:
    """Of one critical point. stable: in continuous time. attracts: spectral radius of the update below 1.

    arrives: every start next to the point arrives at it; None where no start is next to it.
    """

    stable: list
    attracts: list
    arrives: list | None


def point_windows(sweep, point, tau_indices):
    """The PointWindows of a CriticalPoint of a SweepFile within the τ of these indices, ascending."""
    tau, j = sweep.tau[tau_indices], point.index
    near = sweep.arrives_around(point, tau_indices)
    return PointWindows(
        windows(tau, sweep.stable[tau_indices, j], sweep.slowest_decay(j)[tau_indices], exact=point.tau_star),
        windows(tau, sweep.attracts[tau_indices, j], sweep.spectral_radius(j)[tau_indices] - 1),
        None if near is None else windows(tau, near))


def windows(tau, holds, value=None, exact=None):
    """The Windows of the τ [tau] at which holds [tau].

    An edge is where value [tau] is 0 (_zero), or `exact` where that lies between the two τ; without value, the last τ
    inside.
    """
    found, low = [], None
    for i in np.flatnonzero(np.diff(holds.astype(int))):
        opens = bool(holds[i + 1])
        if value is None:
            edge = tau[i + opens]
        elif exact is not None and tau[i] <= exact <= tau[i + 1]:
            edge = exact
        else:
            outside = [i, i - 1] if opens else [i + 1, i + 2]
            edge = _zero(tau, value, outside if 0 <= outside[1] < len(tau) and holds[outside[1]] == 0 else [i, i + 1],
                         (tau[i], tau[i + 1]))
        if opens:
            low = edge
        else:
            found.append(Window(low, edge))
    if holds[-1]:
        found.append(Window(low, None))
    return found


def _zero(tau, value, places, between):
    """Where the line through value at two places is 0, kept between two τ.

    The two are outside the window where they can be: there the eigenvalue that crosses is the one that value is of, while
    inside it may be another's, and value has a kink.
    """
    (t0, t1), (v0, v1) = tau[places], value[places]
    zero = t0 - v0 * (t1 - t0) / (v1 - v0) if v1 != v0 else np.mean(between)
    return float(np.clip(zero, *between))


def edges(found):
    """Every edge of these Windows, ascending."""
    return [edge for window in found for edge in (window.low, window.high) if edge is not None]


def window_text(found, *, closed=False):
    """0.74 < τ < 42.7, τ > 1, all, none. closed: the edges belong to the windows."""
    sign = "≤" if closed else "<"
    return " or ".join(_one_text(window, sign) for window in found) if found else "none"


def _one_text(window, sign):
    low, high = (None if edge is None else f"{edge:.4g}" for edge in (window.low, window.high))
    if low and high:
        return f"{low} {sign} τ {sign} {high}"
    if low:
        return f"τ {'≥' if sign == '≤' else '>'} {low}"
    return f"τ {sign} {high}" if high else "all"
