"""The look of each critical point: the same in every panel of every τ.

Okabe and Ito's colours for all kinds of colour vision (Color Universal Design, 2008), in an order that
gives the paper's blue, orange and pink to the points it draws.
"""

from dataclasses import dataclass

from matplotlib import colormaps
from matplotlib.colors import to_rgb

EQUILIBRIUM_COLOURS = ("#0072B2", "#E69F00", "#CC79A7", "#009E73", "#56B4E9", "#D55E00", "#F0E442")
# How much white a basin's colour takes; further rounds through the colours stay apart from the first.
WHITE_PER_ROUND = (0.5, 0.15, 0.75)

NON_EQUILIBRIUM_STRONG = "#6b6b6b"
NON_EQUILIBRIUM_BASIN = "#dcdcdc"
HATCHES = ("\\\\\\\\", "////", "xxx", "---", "|||", "+++")

# Labels below 0 (SPEC section 5): where nothing was reached.
NOT_ARRIVED, DIVERGED, ESCAPED = -1, -2, -3
UNREACHED_NAMES = {NOT_ARRIVED: "not arrived", DIVERGED: "diverged", ESCAPED: "escaped"}
UNREACHED_WHITE = dict.fromkeys(UNREACHED_NAMES, "#ffffff")
UNREACHED_GREYS = {NOT_ARRIVED: "#ffffff", DIVERGED: "#c4c4c4", ESCAPED: "#f0f0f0"}


@dataclass(frozen=True)
class PointStyle:
    """strong: of the cross. basin: of the cells. hatch: matplotlib's, empty for an equilibrium."""

    strong: tuple
    basin: tuple
    hatch: str


def lighter(colour, white):
    """colour mixed with this share of white."""
    return tuple((1 - white) * channel + white for channel in to_rgb(colour))


def point_styles(points, colours=None):
    """One PointStyle for each critical point, by its index.

    colours: {index: colour} to replace the palette's for some points. Colours go to the equilibria in order of
    index; a non-equilibrium or degenerate point is grey and hatched, so that it never reads as an equilibrium.
    """
    colours = colours or {}
    styles, equilibria, others = [], 0, 0
    for point in points:
        if point.is_equilibrium:
            style = _equilibrium_style(equilibria, colours.get(point.index))
            equilibria += 1
        else:
            strong = colours.get(point.index, NON_EQUILIBRIUM_STRONG)
            basin = lighter(strong, 0.75) if point.index in colours else to_rgb(NON_EQUILIBRIUM_BASIN)
            style = PointStyle(to_rgb(strong), basin, HATCHES[others % len(HATCHES)])
            others += point.attracts  # those that never have a basin need no hatching of their own
        styles.append(style)
    return styles


def _equilibrium_style(order, colour):
    """The style of equilibrium number `order`; colour replaces the palette's unless None."""
    if colour is not None:
        return PointStyle(to_rgb(colour), lighter(colour, WHITE_PER_ROUND[0]), "")
    strong = EQUILIBRIUM_COLOURS[order % len(EQUILIBRIUM_COLOURS)]
    white = WHITE_PER_ROUND[order // len(EQUILIBRIUM_COLOURS) % len(WHITE_PER_ROUND)]
    return PointStyle(to_rgb(strong), lighter(strong, white), "")


def to_bytes(colour):
    """Red, green, blue, 0 … 255."""
    return [round(255 * channel) for channel in to_rgb(colour)]


# Of trajectories by τ, in hues near the paper's blue, orange, green, red and purple.
PATH_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000")
# Of eigenvalues: neighbours are mostly conjugates, and share a hue.
EIGENVALUE_COLOURS = ("#0072B2", "#56B4E9", "#D55E00", "#E69F00", "#009E73", "#7FD1B9", "#7B3F78", "#CC79A7")


def line_colours(count, few):
    """So many colours: the first of `few`, or, of more, from blue to yellow (cividis)."""
    if count <= len(few):
        return list(few[:count])
    return [colormaps["cividis"](i / (count - 1))[:3] for i in range(count)]
