"""Groups by average link: two groups become one while the pairs between them are, on average, sure enough."""

from heapq import heappop, heappush

import numpy as np

from rashomon.pairs.columns import Floats, Numbers

Pairs = Numbers  # two columns
NONE: Pairs = np.zeros((0, 2), np.int32)


def average_groups(
    count: int, pairs: Pairs, scores: Floats, least: float, *, apart: Pairs = NONE, unknown: float | None = None
) -> list[list[int]]:
    """The items 0, 1, 2… in groups: each group sorted, the groups in the order of their first items.

    `pairs` are those that were compared, each once, with their `scores`; the surest two groups are joined first, as long as
    the mean over the pairs between them is at least `least`. A pair that nobody compared counts `unknown`, which is less than
    that, or is left out of the mean (None). `apart` are pairs that must not come into one group. Costs about the number of
    pairs times the logarithm of it, and no more for a group that grows large (agglomerative clustering with a heap; UPGMA,
    Sokal and Michener 1958). Pairs between items that no chain of sure pairs ties to each other can join nothing: they are
    left out beforehand, most of all pairs in a case of many events.
    """
    tied = _tied(count, pairs[scores >= least])
    inside, foes = ((tied[one] == tied[other]) & (one != other) for one, other in (pairs.T, apart.T))
    groups = _Groups(pairs[inside], scores[inside], apart[foes], unknown)
    heap: list[tuple[float, int, int]] = []
    queued: dict[int, float] = {}  # pair of groups -> the mean by which it waits: never less than what its mean is by now

    def queue(left: int, right: int) -> None:
        queued[left * count + right] = mean = groups.mean(left, right)
        if mean >= least:
            heappush(heap, (-mean, left, right))

    for left, right in zip(*pairs[inside & (scores >= least)].T.tolist(), strict=True):
        if right in groups.sums[left]:
            queue(min(left, right), max(left, right))
    while heap:
        score, left, right = heappop(heap)
        if right not in groups.sums.get(left, ()) or queued[left * count + right] != -score:
            continue
        if groups.mean(left, right) != -score:  # it sank since it was put there
            queue(left, right)
            continue
        kept, gained = groups.join(left, right)
        for one, other in ((min(kept, other), max(kept, other)) for other in gained):
            if groups.mean(one, other) > queued.get(one * count + other, -1.0):
                queue(one, other)
    alone = np.setdiff1d(np.arange(count), pairs[inside]).reshape(-1, 1).tolist()
    return sorted([*map(sorted, groups.members.values()), *alone])


def _tied(count: int, pairs: Pairs) -> Numbers:
    """For each item a number that it has in common with all that a chain of these pairs ties it to."""
    home = list(range(count))

    def root(item: int) -> int:
        while home[item] != item:
            home[item] = item = home[home[item]]
        return item

    for left, right in zip(*pairs.T.tolist(), strict=True):
        home[root(left)] = root(right)
    return np.array([root(item) for item in range(count)], np.int32)


class _Groups:
    """Groups by one of their items, with the sum and number of the scores between each two that have any."""

    def __init__(self, pairs: Pairs, scores: Floats, apart: Pairs, unknown: float | None) -> None:
        self.members = {item: [item] for item in np.unique(pairs).tolist()}
        self.unknown = unknown
        self.sums: dict[int, dict[int, tuple[float, int]]] = {item: {} for item in self.members}
        self.foes: dict[int, set[int]] = {item: set() for item in np.unique(apart).tolist()}
        for left, right in zip(*apart.T.tolist(), strict=True):
            self.foes[left].add(right)
            self.foes[right].add(left)
        for left, right, score in zip(*pairs.T.tolist(), scores.tolist(), strict=True):
            if right not in self.foes.get(left, ()):
                self.sums[left][right] = self.sums[right][left] = (score, 1)

    def mean(self, left: int, right: int) -> float:
        total, number = self.sums[left][right]
        if self.unknown is None:
            return total / number
        pairs = len(self.members[left]) * len(self.members[right])
        return (total + self.unknown * (pairs - number)) / pairs

    def join(self, left: int, right: int) -> tuple[int, list[int]]:
        """The group that both now are, and those that it has more scores with than before.

        The one that has more to update keeps its name, so that an item is updated as often as its group doubles.
        """
        keep, gone = (left, right) if len(self.sums[left]) >= len(self.sums[right]) else (right, left)
        self.members[keep] += self.members.pop(gone)
        ours, theirs = self.sums[keep], self.sums.pop(gone)
        del ours[gone], theirs[keep]
        for other, (total, number) in theirs.items():
            held, count = ours.get(other, (0.0, 0))
            ours[other] = self.sums[other][keep] = (held + total, count + number)
            del self.sums[other][gone]
        for foe in self.foes.pop(gone, ()):
            self.foes[foe].discard(gone)
            self.foes[foe].add(keep)
            self.foes.setdefault(keep, set()).add(foe)
        for foe in self.foes.get(keep, set()) & ours.keys():
            del ours[foe], self.sums[foe][keep]
        return keep, [other for other in theirs if other in ours]
