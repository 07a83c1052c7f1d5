"""A figure's HDF5 file: its first trajectory in the root, further runs, spectra and surfaces in groups."""

from h5py import Group

from .errors import RequestError
from .spectrum_file import SpectrumFile
from .surface_file import SurfaceFile
from .tables import text
from .trajectory_file import TrajectoryFile


class FigureFile:
    """name: of the paper's figure; root: TrajectoryFile; runs, spectra, surfaces: {name: …File}; note: str."""

    def __init__(self, file):
        self.name = text(file.attrs["figure"])
        self.root = TrajectoryFile(file)
        self.runs, self.spectra, self.surfaces = (
            {name: reader(group) for name, group in _groups(file, where)}
            for where, reader in (("runs", TrajectoryFile), ("spectra", SpectrumFile), ("surfaces", SurfaceFile)))
        self.note = text(file.attrs.get("note", ""))
        self._path = file.filename

    def part(self, where, name):
        """runs, spectra or surfaces of this name; refuses a file that lacks it."""
        held = getattr(self, where)
        if name not in held:
            raise RequestError(f"{self._path}: has no /{where}/{name}; accepted: a file written by tauroa reproduce")
        return held[name]


def _groups(file, where):
    """[(name, group)] in the group `where`, if there is one."""
    inside = file.get(where)
    return [(name, group) for name, group in inside.items() if isinstance(group, Group)] if isinstance(inside, Group) else []
