"""Parts of an HDF5 file by name, and the refusal of those that are not what tauroa writes."""

import json

import h5py
import numpy as np

from .errors import RequestError


class Tables:
    """A group of an open h5py file whose parts are asked for by name."""

    def __init__(self, group):
        self._group = group

    def setting(self, name):
        """An attribute: gamma, update, steps, tol, …"""
        if name not in self._group.attrs:
            raise self._refusal(f"{self._place() or 'the file'} has no attribute {name}")
        value = self._group.attrs[name]
        return text(value) if isinstance(value, (bytes, str)) else value

    def _read_parameters(self):
        """The game's parameters {name: value}; refuses what is no JSON object of numbers."""
        try:
            return {name: float(value) for name, value in json.loads(self.setting("parameters") or "{}").items()}
        except (ValueError, TypeError, AttributeError):
            raise self._refusal(f"{self._place()} has parameters '{self.setting('parameters')}'") from None

    def _place(self):
        """The group's path; nothing of the root."""
        return self._group.name.rstrip("/")

    def _part(self, name):
        """The dataset of this name; refuses a file that lacks it."""
        if not isinstance(self._group.get(name), h5py.Dataset):
            raise self._refusal(f"has no {self._place()}/{name}")
        return self._group[name]

    def _numbers(self, name, *shape, finite=True):
        """All of a dataset of numbers; refuses another shape (None: any length but 0) and, if finite, NaN and infinity."""
        part = self._part(name)
        fits = len(part.shape) == len(shape) and all(length > 0 if want is None else length == want
                                                     for length, want in zip(part.shape, shape))
        if not fits or part.dtype.kind not in "iuf":
            wanted = ", ".join("any" if length is None else str(length) for length in shape)
            raise self._refusal(f"{self._place()}/{name} is {part.dtype} {list(part.shape)}, not numbers [{wanted}]")
        values = part[:]
        if finite and not np.isfinite(values).all():
            raise self._refusal(f"{self._place()}/{name} holds values that are not finite")
        return values

    def _texts(self, name):
        """A dataset of strings as a list of str."""
        part = self._part(name)
        if part.ndim != 1 or part.dtype.kind not in "OS":
            raise self._refusal(f"{self._place()}/{name} is {part.dtype} {list(part.shape)}, not a list of names")
        return [text(value) for value in part[:]]

    def _kinds(self, name):
        """A dataset of kinds in words, by its flags."""
        numbers, attributes = self._numbers(name, self._part(name).size), self._part(name).attrs
        if not {"flag_values", "flag_meanings"} <= set(attributes):
            raise self._refusal(f"{self._place()}/{name} has no flag_values or no flag_meanings")
        meanings = dict(zip(np.atleast_1d(attributes["flag_values"]).tolist(), text(attributes["flag_meanings"]).split()))
        return [meanings.get(int(kind), "unknown") for kind in numbers]

    def _refusal(self, what):
        return RequestError(f"{self._group.file.filename}: {what}; accepted: a file written by tauroa")


def text(value):
    """An attribute as str, however it was stored."""
    return value.decode() if isinstance(value, bytes) else str(value)
