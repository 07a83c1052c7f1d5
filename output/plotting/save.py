"""A figure to a file: the same bytes for the same data, and no half-written file under the final name."""

import os
from contextlib import contextmanager

import matplotlib

DOTS_PER_INCH = 200
SETTINGS = {
    "font.size": 12, "axes.labelsize": 17, "xtick.labelsize": 12, "ytick.labelsize": 12,
    "axes.linewidth": 0.8, "axes.edgecolor": "#b0b0b0", "xtick.color": "#b0b0b0", "ytick.color": "#b0b0b0",
    "xtick.labelcolor": "black", "ytick.labelcolor": "black", "xtick.major.size": 3, "ytick.major.size": 3,
    "hatch.linewidth": 0.7, "svg.hashsalt": "tauroa", "pdf.fonttype": 42,
}


@contextmanager
def publication_settings():
    """matplotlib's defaults and ours, whatever the user's matplotlibrc says; the backend stays what it is."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        yield


def metadata(figure_format, description):
    """Title and subject under the names that the format has for them; no dates, which would differ every time."""
    title, subject = description
    if figure_format == "pdf":
        return {"Title": title, "Subject": subject, "CreationDate": None}
    return {"Title": title, "Description": subject, **({"Date": None} if figure_format == "svg" else {})}


def save(figure, path, figure_format, description):
    """Writes beside path and renames: path is either the whole figure or what it was before."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        figure.savefig(unfinished, format=figure_format, dpi=DOTS_PER_INCH,
                       metadata=metadata(figure_format, description))
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
