"""Which documents hold the same passages: an index of all that stand in a row, kept, and changed where documents come and go.

Every eight words in a row of a document have a key, so that no run of eight is missed (why not MinHash, nor a choice of the
keys: docs/decisions/0021). A passage that more than `CROWD` documents hold makes no pairs of them all: each is paired with
the first that holds it, and with those that hold the sixteen words from there. So work grows with the documents, not with
their pairs, and two documents that share sixteen words are paired, or both with the one that held those words first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt

from rashomon.text.shingles import Keys, keys, paired, stirred

PASSAGE = 8  # words in a row of one quotation that are no accident: two reports of one speech share shorter ones by chance
LONG = 2 * PASSAGE
CROWD = 32  # holders of one passage up to which each is compared with each: 16 comparisons a document
Numbers = npt.NDArray[np.int32]
Pairs = npt.NDArray[np.int32]  # two columns


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Each distinct passage of each document, by its key; `long` is the key of the sixteen words from there, 0 at the end.

    Documents go by numbers, the earlier by the lower one; `twice` has those that hold sixteen words in a row a second time.
    """

    twice: Numbers
    keys: Keys
    long: Keys
    holders: Numbers

    @classmethod
    def none(cls) -> "Passages":
        """The index of no documents."""
        none = np.zeros(0, np.uint64)
        return cls(np.zeros(0, np.int32), none, none, np.zeros(0, np.int32))

    def renumbered(self, numbers: Sequence[int]) -> "Passages":
        """This index with other numbers for its documents, by the old ones; those with a number below nought are gone."""
        new = np.asarray(numbers, np.int32)
        holders, twice = new[self.holders], new[self.twice]
        here = holders >= 0
        return Passages(np.sort(twice[twice >= 0]), self.keys[here], self.long[here], holders[here])

    def extended(self, documents: Iterable[tuple[int, Keys]]) -> "Passages":
        """This index with more documents, each by its number and the numbers of its words: theirs are sorted, the old ones moved
        over.
        """
        found: list[tuple[Keys, Keys, bool]] = []
        names: list[int] = []
        for name, ids in documents:
            names.append(name)
            found.append(_passages_of(ids))
        if not found:
            return self
        numbers = np.array(names, np.int32)
        twice = numbers[np.array([repeats for _, _, repeats in found])]
        fresh = np.concatenate([short for short, _, _ in found])
        long = np.concatenate([long for _, long, _ in found])
        holders = np.repeat(numbers, [len(short) for short, _, _ in found])
        found.clear()
        order = np.argsort(fresh, kind="stable")
        fresh, long, holders = fresh[order], long[order], holders[order]
        if len(self.keys):
            at = np.searchsorted(self.keys, fresh, "right")
            fresh, long = np.insert(self.keys, at, fresh), np.insert(self.long, at, long)
            holders = np.insert(self.holders, at, holders)
        return Passages(np.sort(np.concatenate([self.twice, twice])), fresh, long, holders)

    def pairs(self) -> Pairs:
        """The pairs of documents to compare, each once, the earlier document left."""
        groups = _grouped(self.keys, self.holders)
        found = [_all_pairs(groups), _stars(groups)]
        crowded = np.zeros(0, np.int64)
        if len(groups.crowded):
            crowded = np.flatnonzero(np.isin(self.keys, groups.crowded) & (self.long != 0))
            crowded = crowded[np.argsort(self.long[crowded], kind="stable")]
        groups = _grouped(self.long[crowded], self.holders[crowded])
        found += [_all_pairs(groups), _stars(groups)]
        return np.unique(np.concatenate(found), axis=0)

    def often(self, houses: Sequence[int], least: int) -> dict[int, Keys]:
        """What at least so many documents of one house hold: house -> keys, sorted. House -1 is none."""
        house = np.asarray(houses, np.int64)[self.holders] if len(self.holders) else np.zeros(0, np.int64)
        rows = np.flatnonzero((house >= 0) & _repeated(self.keys))
        rows = rows[np.lexsort((self.holders[rows], house[rows], self.keys[rows]))]
        rows = rows[_changes(self.keys[rows], house[rows], self.holders[rows])]
        starts = np.flatnonzero(_changes(self.keys[rows], house[rows]))
        enough = rows[starts[np.diff(np.append(starts, len(rows))) >= least]]
        return {int(one): self.keys[enough[house[enough] == one]] for one in np.unique(house[enough])}

    def to_bytes(self) -> bytes:
        """The index for keeping."""
        out = BytesIO()
        np.savez(out, twice=self.twice, keys=self.keys, long=self.long, holders=self.holders)
        return out.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Passages":
        """The index that `to_bytes` gave."""
        with np.load(BytesIO(data), allow_pickle=False) as kept:
            return cls(kept["twice"], kept["keys"], kept["long"], kept["holders"])


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Documents that hold one passage, group after group, the earliest first; each set of documents once."""

    holders: Numbers
    starts: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    crowded: Keys


def _passages_of(ids: Keys) -> tuple[Keys, Keys, bool]:
    """The distinct passages of a document, sorted, and whether a long one stands twice; a text that repeats one sentence has
    as many as the sentence has words.
    """
    short = keys(ids, PASSAGE)
    long = np.zeros(len(short), np.uint64)
    long[: max(0, len(short) - PASSAGE)] = paired(short, PASSAGE)
    order = np.lexsort((long, short))
    short, long = short[order], long[order]
    first = _changes(short, long)
    return short[first], long[first], bool((~first & (long != 0)).any())


def _grouped(found: Keys, holders: Numbers) -> _Groups:
    """Groups by keys that are sorted."""
    order = np.flatnonzero(_repeated(found))
    order = order[np.lexsort((holders[order], found[order]))]
    order = order[_changes(found[order], holders[order])]
    found, holders = found[order], holders[order]
    starts = np.flatnonzero(_changes(found))
    sizes = np.diff(np.append(starts, len(found)))
    crowded = found[starts[sizes > CROWD]]
    sums = np.add.reduceat(stirred(holders.astype(np.uint64) + np.uint64(1)), starts) if len(starts) else found[:0]
    _, once = np.unique(sums, return_index=True)  # a text carried whole gives the same set of holders for each of its passages
    once = np.sort(once)
    return _Groups(holders, starts[once], sizes[once], crowded)


def _repeated(found: Keys) -> npt.NDArray[np.bool_]:
    """For sorted keys whether another beside each is equal."""
    equal = np.zeros(len(found) + 1, np.bool_)
    equal[1:-1] = found[1:] == found[:-1]
    return equal[:-1] | equal[1:]


def _changes(*columns: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """For each row whether it is another than the row before."""
    changed = np.zeros(len(columns[0]), np.bool_)
    changed[:1] = True
    for column in columns:
        changed[1:] |= column[1:] != column[:-1]
    return changed


def _all_pairs(groups: _Groups) -> Pairs:
    """Each two holders of a passage that is no crowd's."""
    found = [np.zeros((0, 2), np.int32)]
    for size in range(2, CROWD + 1):
        starts = groups.starts[groups.sizes == size]
        if len(starts):
            left, right = np.triu_indices(size, 1)
            rows = starts[:, None] + np.arange(size)
            among = groups.holders[rows]
            found.append(np.unique(np.stack([among[:, left].ravel(), among[:, right].ravel()], axis=1), axis=0))
    return np.concatenate(found)


def _stars(groups: _Groups) -> Pairs:
    """The first holder of a crowd's passage with every other."""
    found = [np.zeros((0, 2), np.int32)]
    for start, size in zip(groups.starts.tolist(), groups.sizes.tolist(), strict=True):
        if size > CROWD:
            others = groups.holders[start + 1 : start + size]
            found.append(np.stack([np.full(len(others), groups.holders[start]), others], axis=1))
    return np.concatenate(found)
