"""Which documents hold the same passages: an index of all that stand in a row, to which documents are added at any time.

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
Ranks = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Each distinct passage of each document, by its key; `long` is the key of the sixteen words from there, 0 at the end.

    Documents go by the numbers in which they were added; `twice` has those that hold sixteen words in a row a second time.
    """

    count: int
    twice: Numbers
    keys: Keys
    long: Keys
    holders: Numbers

    @classmethod
    def none(cls) -> "Passages":
        """The index of no documents."""
        none = np.zeros(0, np.uint64)
        return cls(0, np.zeros(0, np.int32), none, none, np.zeros(0, np.int32))

    def extended(self, documents: Iterable[Keys]) -> "Passages":
        """This index with more documents, each given by the numbers of its words: theirs are sorted, the old ones moved over."""
        found = [_passages_of(ids) for ids in documents]
        if not found:
            return self
        numbers = np.arange(self.count, self.count + len(found), dtype=np.int32)
        twice = numbers[np.array([repeats for _, _, repeats in found])]
        fresh = np.concatenate([short for short, _, _ in found])
        long = np.concatenate([long for _, long, _ in found])
        holders = np.repeat(numbers, [len(short) for short, _, _ in found])
        found.clear()
        order = np.argsort(fresh, kind="stable")
        fresh, long, holders = fresh[order], long[order], holders[order]
        if self.count:
            at = np.searchsorted(self.keys, fresh, "right")
            fresh, long = np.insert(self.keys, at, fresh), np.insert(self.long, at, long)
            holders = np.insert(self.holders, at, holders)
        return Passages(self.count + len(numbers), np.concatenate([self.twice, twice]), fresh, long, holders)

    def pairs(self, rank: Sequence[int] | None = None, *, of: Iterable[int] | None = None) -> Pairs:
        """The pairs of documents to compare, each once; all of them, or those in which one `of` these documents stands.

        `rank` says which document is earlier than which (at first: the one added earlier); the earlier stands left. To ask for
        a few documents costs what they hold, not what the index holds.
        """
        ranks = np.arange(self.count) if rank is None else np.asarray(rank)
        wanted = None if of is None else np.isin(np.arange(self.count), np.fromiter(of, np.int64))
        rows = self._rows(wanted)
        short, holders, long = self.keys[rows], self.holders[rows], self.long[rows]
        groups = _grouped(short, holders, ranks)
        found = [_all_pairs(groups), _stars(groups)]
        crowded = np.flatnonzero(np.isin(short, groups.crowded) & (long != 0)) if len(groups.crowded) else np.zeros(0, np.int64)
        crowded = crowded[np.argsort(long[crowded], kind="stable")]
        groups = _grouped(long[crowded], holders[crowded], ranks)
        found += [_all_pairs(groups), _stars(groups)]
        pairs = np.unique(np.concatenate(found), axis=0)
        return pairs if wanted is None else pairs[wanted[pairs].any(axis=1)]

    def often(self, houses: Sequence[int], least: int) -> dict[int, Keys]:
        """What at least so many documents of one house hold: house -> keys, sorted. House -1 is none."""
        house = np.asarray(houses, np.int64)[self.holders] if self.count else np.zeros(0, np.int64)
        rows = np.flatnonzero((house >= 0) & _repeated(self.keys))
        rows = rows[np.lexsort((self.holders[rows], house[rows], self.keys[rows]))]
        rows = rows[_changes(self.keys[rows], house[rows], self.holders[rows])]
        starts = np.flatnonzero(_changes(self.keys[rows], house[rows]))
        enough = rows[starts[np.diff(np.append(starts, len(rows))) >= least]]
        return {int(one): self.keys[enough[house[enough] == one]] for one in np.unique(house[enough])}

    def to_bytes(self) -> bytes:
        """The index for keeping."""
        out = BytesIO()
        np.savez(out, count=np.int64(self.count), twice=self.twice, keys=self.keys, long=self.long, holders=self.holders)
        return out.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Passages":
        """The index that `to_bytes` gave."""
        with np.load(BytesIO(data), allow_pickle=False) as kept:
            return cls(int(kept["count"]), kept["twice"], kept["keys"], kept["long"], kept["holders"])

    def _rows(self, wanted: npt.NDArray[np.bool_] | None) -> npt.NDArray[np.int64] | slice:
        """Where the keys stand that the wanted documents hold."""
        if wanted is None:
            return slice(None)
        asked = np.unique(self.keys[wanted[self.holders]])
        firsts, lasts = np.searchsorted(self.keys, asked, "left"), np.searchsorted(self.keys, asked, "right")
        lengths = lasts - firsts
        return np.repeat(firsts - (np.cumsum(lengths) - lengths), lengths) + np.arange(int(lengths.sum()))


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


def _grouped(found: Keys, holders: Numbers, ranks: Ranks) -> _Groups:
    """Groups by keys that are sorted."""
    order = np.flatnonzero(_repeated(found))
    order = order[np.lexsort((ranks[holders[order]], found[order]))]
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
