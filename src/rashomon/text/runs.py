"""The runs of words that two texts share, whichever of them was cut, reordered or repeats itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np
import numpy.typing as npt

from rashomon.text.shingles import Keys, Places, paired

FEW = 8  # places of the other text that one window is laid against: work stays linear in texts that repeat themselves
Used = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words in a row that two texts share: from word `left` of the one, from word `right` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """A text's words with a key for every `width` of them in a row, laid out once for all texts that it is held against."""

    ids: Keys
    width: int
    keys: Keys
    order: Places  # the windows by their keys
    repeated: bool  # whether one stands at more than `FEW` places

    @classmethod
    def of(cls, ids: Keys, width: int) -> "Windows":
        """The windows of a text's words."""
        found = wider(ids, 1, width)
        order = np.argsort(found, kind="stable")
        known = found[order]
        return cls(ids, width, found, order, bool((known[FEW:] == known[:-FEW]).any()))


def shared_runs(left: Windows, right: Windows) -> list[Run]:
    """The runs, as wide as a window at least, that stand in both, longest first; no word is used twice.

    Greedy string tiling (Wise 1993): moved passages are found where an edit distance would see one of them only. Windows of
    2^k words are looked up before those of 2^(k-1). A run in which every window stands in the other text at most `FEW` times
    is taken only after all longer ones; of the others it holds that what cuts through a run of 2^k words is as long.
    """
    used_left, used_right = np.zeros(len(left.ids), np.bool_), np.zeros(len(right.ids), np.bool_)
    tiles: list[Run] = []
    for width, here, there, order in _levels(left, right):
        queue = [_rank(run) for run in _matched(width, here, there, order, used_left, used_right)]
        heapify(queue)
        while queue:
            run = heappop(queue)[-1]
            free = _free(run, used_left, used_right, width)
            if free != [run]:
                for piece in free:
                    heappush(queue, _rank(piece))
                continue
            if right.repeated:  # else every run was found as long as it is
                run = _whole(run, grown(left.ids, right.ids, run.left, run.right), used_left, used_right)
            tiles.append(run)
            used_left[run.left : run.left + run.length] = True
            used_right[run.right : run.right + run.length] = True
    return sorted(tiles, key=_rank)


def grown(left: Keys, right: Keys, here: int, there: int) -> Run:
    """The run around a place that two texts share, as far as it goes in both directions."""
    before = _same(left[:here][::-1], right[:there][::-1])
    return Run(here - before, there - before, before + _same(left[here:], right[there:]))


def wider(found: Keys, width: int, to: int) -> Keys:
    """Keys of windows of `to` words out of those of `width`; the last step overlaps, where that is no power of two more."""
    while width < to:
        apart = min(width, to - width)
        found, width = paired(found, apart), width + apart
    return found


def _levels(left: Windows, right: Windows) -> Iterator[tuple[int, Keys, Keys, Places]]:
    """The keys of both texts' windows, and the right ones' order, from the widest that they share down to the narrowest."""
    if not right.repeated:
        yield right.width, left.keys, right.keys, right.order
        return
    levels: list[tuple[int, Keys, Keys, Places]] = []
    width, here, there, order = right.width, left.keys, right.keys, right.order
    while len(here) and len(there) and np.isin(here, there).any():
        levels.append((width, here, there, order))
        double = 1 << width.bit_length()
        here, there, width = wider(here, width, double), wider(there, width, double), double
        order = np.argsort(there, kind="stable")
    yield from reversed(levels)


def _matched(width: int, here: Keys, there: Keys, order: Places, used_left: Used, used_right: Used) -> Iterator[Run]:
    """Runs made of windows of this width that are free in both texts, diagonal by diagonal."""
    order = order[_free_windows(used_right, width)[order]]
    known = there[order]
    firsts, lasts = np.searchsorted(known, here, "left"), np.searchsorted(known, here, "right")
    counts = np.where(_free_windows(used_left, width), np.minimum(lasts - firsts, FEW), 0)
    places = np.repeat(np.arange(len(here)), counts)
    if not len(places):
        return
    nth = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    others = order[np.repeat(firsts, counts) + nth]
    along = np.lexsort((places, others - places))
    places, others = places[along], others[along]
    begins = np.flatnonzero(np.concatenate([[True], (np.diff(places) != 1) | (np.diff(others) != 1)]))
    lengths = np.diff(np.concatenate([begins, [len(places)]])) + width - 1
    for place, other, length in zip(places[begins].tolist(), others[begins].tolist(), lengths.tolist(), strict=True):
        yield Run(place, other, length)


def _rank(run: Run) -> tuple[int, Run]:
    return -run.length, run


def _same(left: Keys, right: Keys) -> int:
    """How many words are the same from the beginning on."""
    most, at, step = min(len(left), len(right)), 0, 16
    while at < most:
        differs = np.flatnonzero(left[at : min(most, at + step)] != right[at : min(most, at + step)])
        if len(differs):
            return at + int(differs[0])
        at, step = at + step, step * 4
    return most


def _free_windows(used: Used, width: int) -> Used:
    """For each window of this width whether none of its words is used."""
    taken = np.concatenate([np.zeros(1, np.int64), np.cumsum(used)])
    free: Used = taken[width:] == taken[:-width] if len(used) >= width else np.zeros(0, np.bool_)
    return free


def _whole(run: Run, longest: Run, used_left: Used, used_right: Used) -> Run:
    """The free run with the free words beside it that belong to the longest run there is around it."""
    pieces = _free(longest, used_left, used_right, run.length)
    return next(piece for piece in pieces if piece.left <= run.left < piece.left + piece.length)


def _free(run: Run, used_left: Used, used_right: Used, at_least: int) -> list[Run]:
    """What is left of a run once the words that another one took are cut away: pieces long enough to count."""
    taken = used_left[run.left : run.left + run.length] | used_right[run.right : run.right + run.length]
    if not taken.any():
        return [run]
    edges = np.flatnonzero(np.diff(np.concatenate([[True], taken, [True]]).astype(np.int8)))
    return [
        Run(run.left + begin, run.right + begin, end - begin)
        for begin, end in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True)
        if end - begin >= at_least
    ]
