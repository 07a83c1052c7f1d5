"""The paper's figures, panel by panel and lettered as there, from the files of `tauroa reproduce`."""

from .curve_legends import curve_entries, eigenvalue_entries, mark_entries
from .curve_panels import distance_panel, eigenvalue_panel, eigenvalue_plane_panel, field_panels, plane_panel
from .curves import curves_of
from .names import value_name
from .sheet import SIZE, Panel, marker_entry, sheet_figure
from .surfaces import OTHERS, POINTS, draw_contours, draw_landscape

LAST_OF_5D = 2.0    # Figure 5d ends at this τ

TOGETHER = ("fig4", "fig5", "fig6")  # without a plane for each τ


def dirac_gan(figure, taus, streamlines):
    """Figures 1 and 9: trajectories, distances, spectra for both μ (also in Figure 9, where the paper's d is then f), and the fields."""
    curves = curves_of([figure.root, *figure.runs.values()], taus)
    rows = [[plane_panel(curves, "a"), distance_panel(curves, "b")],
            [eigenvalue_panel(spectrum, ["real", "imag"], letter, value_name("mu", spectrum.parameters["mu"]))
             for letter, spectrum in zip("cd", figure.spectra.values())],
            field_panels(curves, "d" if figure.name == "fig9" and not figure.spectra else "f", streamlines=streamlines,
                         size=(1.85, 1.85))]
    return rows, curves


def quadratic(figure, taus, streamlines):
    """Figure 4."""
    curves = curves_of([figure.root], taus)
    spectrum = figure.part("spectra", "origin")
    return [[plane_panel(curves, "a", 0, 2), plane_panel(curves, "b", 1, 3), distance_panel(curves, "c")],
            [eigenvalue_plane_panel(spectrum, "e"), eigenvalue_panel(spectrum, ["real"], "f"),
             eigenvalue_panel(spectrum, ["imag"], "g")]], curves


def polynomial_4d(figure, taus, streamlines):
    """Figure 5."""
    curves = curves_of([figure.root], taus)
    spectrum = figure.part("spectra", "origin")
    return [[plane_panel(curves, "a", 0, 2), plane_panel(curves, "b", 1, 3)],
            [eigenvalue_plane_panel(spectrum, "d", until=LAST_OF_5D), eigenvalue_panel(spectrum, ["real"], "e"),
             eigenvalue_panel(spectrum, ["imag"], "f")]], curves


def polynomial(figure, taus, streamlines):
    """Figure 6."""
    curves = curves_of([figure.root], taus)
    surface, spectrum = figure.part("surfaces", "cost"), figure.part("spectra", "dse")
    legend = [marker_entry(name, "X", colour, 8) for colour, name in (*POINTS.values(), OTHERS)]
    over_contours = plane_panel(curves, "b")

    def draw(axes):
        over_contours.draw(axes)
        bar = axes.figure.colorbar(draw_contours(axes, surface), ax=axes, pad=0.03)
        bar.ax.tick_params(labelsize=9)
        bar.set_label("$f$", size=12)

    return [[Panel("surface", lambda axes: draw_landscape(axes, surface), "a", (SIZE[0], 3.3), legend=legend,
                   projection="3d"), Panel("trajectories", draw, "b", (SIZE[0] + 0.6, 3.3))],
            [eigenvalue_plane_panel(spectrum, "c"), eigenvalue_panel(spectrum, ["real", "imag"], "d")]], curves


def fields(figure, taus, streamlines):
    """Figures 7a, 8a (one run) and 11 (a row for each run)."""
    runs = [figure.root, *figure.runs.values()]
    rows = []
    for letter, run in zip("abc", runs):
        rows.append(field_panels(curves_of([run], taus, among=runs), letter, streamlines=streamlines,
                                 close=figure.name == "fig7a"))
    return rows, curves_of([figure.root], taus)


def covariance_gan(figure, taus, streamlines):
    """Figure 10: d = 1 for three μ, its spectra, then d = 5, 10, 20."""
    runs = [figure.root, *(figure.part("runs", name) for name in ("d1_mu0.75", "d1_mu1", "d5", "d10", "d20"))]
    spectra = [figure.part("spectra", f"mu_{mu}") for mu in ("0.5", "0.75", "1")]
    panels = [distance_panel(curves_of([run], taus), letter, _d_and_mu(run)) for run, letter in zip(runs, "abcghi")]
    planes = [eigenvalue_plane_panel(spectrum, letter, value_name("mu", spectrum.parameters["mu"]))
              for spectrum, letter in zip(spectra, "def")]
    return [panels[:3], planes, panels[3:]], curves_of([figure.root], taus)


def _d_and_mu(run):
    return ", ".join(value_name(name, run.parameters[name]) for name in ("d", "mu"))


LAYOUTS = {"fig1": dirac_gan, "fig4": quadratic, "fig5": polynomial_4d, "fig6": polynomial, "fig7a": fields, "fig8a": fields,
           "fig9": dirac_gan, "fig10": covariance_gan, "fig11": fields}


def paper_figure(figure, taus, style, what=None):
    """The Figure of a FigureFile, laid out as in the paper. what: only panels of this kind."""
    rows, curves = LAYOUTS[figure.name](figure, taus, style == "paper")
    shown = {panel.what for row in rows for panel in row if what in (None, panel.what)}
    legend = []
    if shown & {"trajectories", "distance"}:
        legend.append(curve_entries(curves))
    if "trajectories" in shown:
        legend.append(mark_entries(curves, together=figure.name in TOGETHER))
    if "spectrum" in shown:
        legend.append(eigenvalue_entries(list(figure.spectra.values()), along_tau=figure.name != "fig10"))
    return sheet_figure(rows, legend, what)
