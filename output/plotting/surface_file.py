"""Player 1's cost over a plane, and the critical points in it, of an HDF5 file."""

from .game_tables import CriticalPoint
from .tables import Tables


class SurfaceFile(Tables):
    """f [up, across]; names: the variable across and the one up; x, y: their values; points: CriticalPoint."""

    def __init__(self, group):
        super().__init__(group)
        f = self._part("f")
        scales = [dimension[0] for dimension in f.dims if len(dimension)]
        if f.ndim != 2 or len(scales) != 2 or min(f.shape) < 2 or not all(scale.name for scale in scales):
            raise self._refusal(f"{self._place()}/f is not [up, across] with a scale for each")
        self.names = [scale.name.rsplit("/", 1)[-1] for scale in scales[::-1]]
        self.x, self.y = (self._numbers(name, length) for name, length in zip(self.names, f.shape[::-1]))
        self.f = self._numbers("f", *f.shape)
        kinds = self._kinds("equilibria/kind")
        self.points = [CriticalPoint(i, location, kind, False) for i, (location, kind)
                       in enumerate(zip(self._numbers("equilibria/location", len(kinds), 2), kinds))]
