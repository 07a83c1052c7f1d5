"""The legend of a sweep: every outcome that occurs, and its share of the starts."""

from matplotlib.patches import Patch

from . import palette
from .names import kind_name, percentages, point_name

TEXT_SIZE = 11  # points
EDGE = "#808080"


def legend_entries(sweep, tau_indices, *, colours=None, labels=None, unreached=palette.UNREACHED_GREYS):
    """[(patch, text)] for every outcome that occurs at these τ: points by index, then where nothing was reached.

    colours, unreached: as given to draw_map. labels: {outcome: name} in place of a point's coordinates and kind.
    In a notebook: axes.legend(*zip(*legend_entries(sweep, [0]))).
    """
    styles = palette.point_styles(sweep.points, colours)
    names = {**outcome_names(sweep.points), **(labels or {})}
    shares = {outcome: share for outcome, share in sweep.shares(tau_indices).items() if share.any()}
    entries = []
    for outcome in sorted(shares, key=lambda code: (code < 0, abs(code))):
        patch = legend_patch(styles[outcome]) if outcome >= 0 else _patch(unreached[outcome])
        entries.append((patch, f"{names[outcome]}:  {percentages(shares[outcome])}"))
    return entries


def outcome_names(points):
    """{outcome: name}: a point by its coordinates and kind."""
    return {**{point.index: f"{point_name(point.location)}  {kind_name(point.kind)}" for point in points},
            **palette.UNREACHED_NAMES}


def legend_patch(style):
    """A sample of a basin: its colour, its hatching."""
    return _patch(style.basin, hatch=style.hatch)


def _patch(colour, **options):
    return Patch(facecolor=colour, edgecolor=EDGE, linewidth=0.8, **options)


def draw_legend(figure, entries, tau, place, shares="share of starts"):
    """The entries below place (figure's fractions); the title says what the shares are of, and of which τ."""
    tau_words = ", ".join(f"{value:.6g}" for value in tau) if len(tau) <= 6 else f"{tau[0]:.6g} … {tau[-1]:.6g}"
    figure.legend(*zip(*entries), loc="upper center", bbox_to_anchor=place, borderaxespad=0, frameon=False,
                  fontsize=TEXT_SIZE, title_fontsize=TEXT_SIZE, alignment="left",
                  title=rf"{shares} at $\tau$ = {tau_words}", handlelength=2.2, handleheight=1.1)
