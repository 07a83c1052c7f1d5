"""How variables, numbers, points and kinds are written in a figure. mathtext only: no LaTeX is needed."""

import os
import re

GREEK = {"theta": r"\theta", "omega": r"\omega", "θ": r"\theta", "ω": r"\omega", "mu": r"\mu", "epsilon": r"\epsilon"}
KINDS = {"differential-nash": "differential Nash", "differential-stackelberg": "differential Stackelberg"}


def variable_name(name):
    """x1 as x with subscript 1, theta as θ; a name of another form as it is."""
    match = re.fullmatch(r"([^\W\d_]+)_?([\d_]*)", name)
    if not match:
        return name
    letters, digits = match.groups()
    if letters not in GREEK and len(letters) > 1:
        return name
    subscript = "_{" + digits.replace("_", ",") + "}" if digits else ""
    return f"${GREEK.get(letters, letters)}{subscript}$"


def tau_name(tau):
    """τ = 2, in mathtext."""
    return rf"$\tau = {tau:.6g}$" if 1e-4 <= tau < 1e6 else rf"$\tau = $ {tau:.6g}"


def number(value):
    """Four significant digits with a true minus sign, no −0."""
    text = f"{value:.4g}" if abs(value) > 1e-9 else "0"
    return text.replace("-", "\N{MINUS SIGN}")


def point_name(location, most=4):
    """(10.57, −8.952); the coordinates after the fourth are left out."""
    shown = [number(value) for value in location[:most]]
    return "(" + ", ".join(shown + ["…"] * (len(location) > most)) + ")"


def kind_name(kind):
    """A kind as flag_meanings spells it, as a sentence would."""
    return KINDS.get(kind, kind)


def percentages(shares):
    """Shares (0 … 1) in per cent: each one if they are few, else the smallest and the largest."""
    if len(shares) > 6:
        low, high = _percent(min(shares)), _percent(max(shares))
        return (low if low == high else f"{low} to {high}") + " %"
    return " / ".join(_percent(share) for share in shares) + " %"


def _percent(share):
    """One decimal; a few starts among many must not read as none."""
    if share == 0:
        return "0"
    return "<0.1" if share < 0.0005 else f"{100 * share:.1f}"


def value_name(name, value):
    """μ = 0.3, in mathtext."""
    return f"{variable_name(name)[:-1]} = {value:.6g}$" if variable_name(name).endswith("$") else f"{name} = {value:.6g}"


def block_name(variables):
    """A player's strategy: the variable, or of several what their names begin with (x1 of x11, x12; V of V1_1 …)."""
    if len(variables) == 1:
        return variable_name(variables[0])
    common = os.path.commonprefix(variables)
    return variable_name(common.rstrip("_")) if common else "x"
