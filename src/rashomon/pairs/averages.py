"""Groups by average link: two groups become one while the pairs between them are, on average, sure enough."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]


def average_groups(
    items: Iterable[str], links: Mapping[Pair, float], least: float, *, apart: Iterable[Pair] = (), unknown: float | None = None
) -> list[tuple[str, ...]]:
    """The items in groups: each group sorted, the groups in the order of their first items.

    `links` scores the pairs that were compared; the surest two groups are joined first, as long as the mean over the pairs
    between them is at least `least`. A pair that nobody compared counts `unknown`, or is left out of the mean (None).
    `apart` are pairs that must not come into one group. Costs about the number of links times the logarithm of it, and no
    more for a group that grows large (agglomerative clustering with a heap; UPGMA, Sokal and Michener 1958).
    """
    groups = _Groups(items, links, apart, unknown)
    heap = [
        (-score, left, right)
        for left, found in groups.sums.items()
        for right in found
        if left < right
        for score in (groups.mean(left, right),)
        if score >= least
    ]
    heapify(heap)
    while heap:
        score, left, right = heappop(heap)
        if right in groups.sums.get(left, ()) and groups.mean(left, right) == -score:
            kept = groups.join(left, right)
            for other in groups.sums[kept]:
                if (mean := groups.mean(kept, other)) >= least:
                    heappush(heap, (-mean, min(kept, other), max(kept, other)))
    return sorted(tuple(sorted(held)) for held in groups.members.values())


class _Groups:
    """Groups by one of their items, with the sum and number of the scores between each two that have any."""

    def __init__(self, items: Iterable[str], links: Mapping[Pair, float], apart: Iterable[Pair], unknown: float | None) -> None:
        self.members = {item: [item] for item in items}
        self.unknown = unknown
        self.sums: dict[str, dict[str, tuple[float, int]]] = {item: {} for item in self.members}
        self.foes: dict[str, set[str]] = {item: set() for item in self.members}
        for left, right in apart:
            if left in self.foes and right in self.foes and left != right:
                self.foes[left].add(right)
                self.foes[right].add(left)
        for (left, right), score in sorted(links.items()):
            if left != right and right not in self.foes[left]:
                self.sums[left][right] = self.sums[right][left] = (score, 1)

    def mean(self, left: str, right: str) -> float:
        total, number = self.sums[left][right]
        if self.unknown is None:
            return total / number
        pairs = len(self.members[left]) * len(self.members[right])
        return (total + self.unknown * (pairs - number)) / pairs

    def join(self, left: str, right: str) -> str:
        """The group that both now are: the one that has more to update keeps its name."""
        keep, gone = (left, right) if len(self.sums[left]) >= len(self.sums[right]) else (right, left)
        self.members[keep] += self.members.pop(gone)
        ours, theirs = self.sums[keep], self.sums.pop(gone)
        del ours[gone], theirs[keep]
        for other, (total, number) in theirs.items():
            held, count = ours.get(other, (0.0, 0))
            ours[other] = self.sums[other][keep] = (held + total, count + number)
            del self.sums[other][gone]
        for foe in self.foes.pop(gone):
            self.foes[foe].discard(gone)
            self.foes[foe].add(keep)
            self.foes[keep].add(foe)
        for foe in self.foes[keep] & ours.keys():
            del ours[foe], self.sums[foe][keep]
        return keep
