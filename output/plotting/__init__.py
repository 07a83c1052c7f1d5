"""Figures of tauroa's files.

    opening.py       which kind of file it is, and who draws that kind
    sweep_file.py    reads a sweep, one τ at a time
    palette.py       which colour and hatching a critical point has
    maps.py          draws one map into a matplotlib Axes: basins, hatching, streamlines, crosses
    strips.py        the same for sweeps along one axis, whose one picture has τ upwards
    windows.py       for which τ a point is stable, attracts, is arrived at
    shares.py        draws the share of each basin against τ into a matplotlib Axes
    legend.py        what the colours mean, and how many starts went there
    sweep_figure.py  a whole figure of a sweep
    shares_figure.py a whole figure of the shares, with a table of the windows
    tables.py, game_tables.py            parts of a file by name; what sweeps and trajectories have in common
    trajectory_file.py, spectrum_file.py, surface_file.py, figure_file.py      read the other kinds of file
    curve_kinds.py   what is drawn of them
    streamlines.py   draws the flow of a field into a matplotlib Axes
    paths.py         the same for paths of trajectories, with starts and critical points
    distances.py     the same for distances to an equilibrium, eigenvalues.py for eigenvalues, surfaces.py for a cost
    curves.py        which colour and label a path has; curve_legends.py: what lines and markers mean
    sheet.py         a figure of panels; curve_panels.py: its panels
    curve_figures.py figures of any trajectory or spectrum; paper_figures.py: laid out as in the paper
    save.py          to a file: the same bytes for the same data
    names.py, tau_list.py, errors.py

In a notebook, with output/ on sys.path:

    from plotting.opening import open_file
    from plotting.legend import legend_entries
    from plotting.maps import draw_map
    with open_file("fig7b.h5") as opened:
        draw_map(axes, opened.sweep, tau_index=2, colours={0: "navy"})
        axes.legend(*zip(*legend_entries(opened.sweep, [2], colours={0: "navy"}, labels={0: "far corner"})))

    from plotting.curves import curves_of
    from plotting.paths import draw_paths
    with open_file("trajectory.h5") as opened:
        draw_paths(axes, curves_of([opened.run], colours=["navy", "teal"], labels=["slow", "fast"]))
"""
