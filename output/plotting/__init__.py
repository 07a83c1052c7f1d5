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
    save.py          to a file: the same bytes for the same data
    names.py, tau_list.py, errors.py

In a notebook, with output/ on sys.path:

    from plotting.opening import open_file
    from plotting.legend import legend_entries
    from plotting.maps import draw_map
    with open_file("fig7b.h5") as opened:
        draw_map(axes, opened.sweep, tau_index=2, colours={0: "navy"})
        axes.legend(*zip(*legend_entries(opened.sweep, [2], colours={0: "navy"}, labels={0: "far corner"})))
"""
