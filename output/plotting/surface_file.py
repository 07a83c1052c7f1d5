"""Player 1's cost over a plane, and the critical points in it, of an HDF5 file."""

import numpy as np

from .game_tables import Tables, kind_names, CriticalPoint


class SurfaceFile(Tables):
    """f [up, across]; names: the variable across and the one up; x, y: their values; points: CriticalPoint."""

    def __init__(self, group):
        super().__init__(group)
        f = self._part("f")
        scales = [dimension[0] for dimension in f.dims if len(dimension)]
        if f.ndim != 2 or len(scales) != 2 or min(f.shape) < 2:
            raise self._refusal(f"{self._place()}/f is not [up, across] with a scale for each")
        self.f = f[:]
        self.names = [scale.name.rsplit("/", 1)[-1] for scale in scales[::-1]]
        self.x, self.y = (scale[:] for scale in scales[::-1])
        if not np.isfinite(self.f).all():
            raise self._refusal(f"{self._place()}/f holds values that are not finite")
        kinds = kind_names(self._part("equilibria/kind"))
        self.points = [CriticalPoint(i, location, kind, False)
                       for i, (location, kind) in enumerate(zip(self._part("equilibria/location")[:], kinds))]
