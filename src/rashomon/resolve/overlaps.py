"""What the words around two tellings have in common, for many pairs at once: each word by its rarity, 0 nothing to 1 all."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from rashomon.pairs.columns import Floats, Mask, Numbers, Places, unrolled
from rashomon.resolve.tellings import Telling
from rashomon.text.kindred import rarity

Part = Literal["words", "near", "before", "after", "names", "numbers"]
PARTS: tuple[Part, ...] = ("words", "near", "before", "after", "names", "numbers")
TABLE = 1 << 22  # words of so many tellings are laid open at once as fit into so many bytes, which stay in the processor's cache


class Bags:
    """The words around each telling, telling after telling: which word, by its number, and a bit for each part it is of."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        number: dict[str, int] = {}
        words, marks, sizes = list[int](), list[int](), list[int]()
        for one in tellings:
            held: dict[str, int] = {}
            for bit, part in enumerate((one.words, one.near, one.before, one.after, one.names, one.numbers)):
                for word in part:
                    held[word] = held.get(word, 0) | 1 << bit
            words += [number.setdefault(word, len(number)) for word in held]
            marks += held.values()
            sizes.append(len(held))
        self._words, self._marks = np.array(words, np.int32), np.array(marks, np.uint8)
        self._sizes = np.array(sizes, np.int64)
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._rarity = np.array([rarity(word) for word in number], np.float64)
        owner = np.repeat(np.arange(len(sizes)), self._sizes)
        self._weights = self._summed(owner, self._words, self._marks, len(sizes))

    def common(self, left: Numbers, right: Numbers) -> "Common":
        """The overlaps of pairs of tellings, told by their numbers."""
        theirs, place = np.unique(right, return_inverse=True)
        order = np.argsort(place, kind="stable")
        at_once = max(1, TABLE // max(1, len(self._rarity)))
        table = np.zeros((min(at_once, len(theirs)), len(self._rarity)), np.uint8)
        bounds = np.searchsorted(place[order], np.arange(0, len(theirs) + at_once, at_once))
        shared = np.zeros((len(PARTS), len(left)))
        for turn, (first, end) in enumerate(zip(bounds.tolist(), bounds[1:].tolist(), strict=False)):
            begin = turn * at_once
            row, held = self._unrolled(theirs[begin : begin + at_once])
            table[row, self._words[held]] = self._marks[held]
            pairs = order[first:end]
            pair, ours = self._unrolled(left[pairs])
            both = table[place[pairs][pair] - begin, self._words[ours]] & self._marks[ours]
            met = np.flatnonzero(both)
            shared[:, pairs] = self._summed(pair[met], self._words[ours[met]], both[met], len(pairs))
            table[row, self._words[held]] = 0
        return Common(shared, self._weights[:, left], self._weights[:, right])

    def _unrolled(self, tellings: Numbers) -> tuple[Places, Places]:
        return unrolled(self._starts[tellings], self._sizes[tellings])

    def _summed(self, whose: Places, words: Numbers, marks: npt.NDArray[np.uint8], count: int) -> Floats:
        """For each part and each of `count`, how rare its words are together."""
        weight = self._rarity[words]
        return np.array([np.bincount(whose, weight * (marks >> bit & 1), count) for bit in range(len(PARTS))])


class Common:
    """What the two tellings of each pair have in common."""

    def __init__(self, shared: Floats, ours: Floats, theirs: Floats) -> None:
        self._shared, self._ours, self._theirs = shared, ours, theirs

    def overlap(self, part: Part) -> Floats:
        """0 to 1; 0 where one of the two has nothing there."""
        at = PARTS.index(part)
        shared, most = self._shared[at], np.sqrt(self._ours[at] * self._theirs[at])
        overlap: Floats = np.divide(shared, most, out=np.zeros_like(shared), where=shared > 0)
        return overlap

    def foreign(self, part: Part) -> Mask:
        """Whether both have something there, and nothing in common."""
        at = PARTS.index(part)
        alien: Mask = (self._ours[at] > 0) & (self._theirs[at] > 0) & (self._shared[at] == 0)
        return alien
