"""One value of each of many items, so that many pairs of items are asked at once what their two values have to do with it."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

Value = TypeVar("Value", bound=Hashable)
Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Column(Generic[Value]):
    """The different values, and for each item the number of its own. Pairs of items are given as two arrays of their numbers."""

    values: tuple[Value, ...]
    number: Numbers

    @classmethod
    def of(cls, values: Iterable[Value]) -> "Column[Value]":
        """The column of these values, one for each item."""
        known: dict[Value, int] = {}
        number = np.array([known.setdefault(value, len(known)) for value in values], np.int32)
        return cls(tuple(known), number)

    def same(self, left: Numbers, right: Numbers) -> Mask:
        """Whether the two of a pair have one value."""
        equal: Mask = self.number[left] == self.number[right]
        return equal

    def each(self, told: Callable[[Value], float]) -> Floats:
        """What is told of each item's value; it is asked once of each different one."""
        return np.array([told(value) for value in self.values], np.float64)[self.number]

    def both(self, told: Callable[[Value, Value], float], left: Numbers, right: Numbers) -> Floats:
        """What is told of the two values of each pair; it is asked once of each two that meet, of which there are few."""
        meeting = self.number[left].astype(np.int64) * len(self.values) + self.number[right]
        different, which = np.unique(meeting, return_inverse=True)
        pairs = [divmod(one, len(self.values)) for one in different.tolist()]
        return np.array([told(self.values[one], self.values[other]) for one, other in pairs], np.float64)[which]


def unrolled(starts: Places, sizes: Places) -> tuple[Places, Places]:
    """Every place of several stretches, one after another: which stretch it is of, and where it is."""
    which = np.repeat(np.arange(len(sizes)), sizes)
    begins = np.cumsum(sizes) - sizes
    return which, np.arange(len(which)) + np.repeat(starts - begins, sizes)
