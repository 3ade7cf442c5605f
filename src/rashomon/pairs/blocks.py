"""Candidate pairs: who is worth comparing with whom, without comparing all with all."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations

CAP = 60  # members of a block that are all compared with each other: at most 1770 pairs a block
WINDOW = 8  # in a fuller block each is compared with this many neighbours only, so that cost grows with its size


Pair = tuple[str, str]


def candidate_pairs(
    keys: Mapping[str, Iterable[Hashable]],
    *,
    signs: Mapping[str, tuple[int, int]] | None = None,
    cap: int = CAP,
    window: int = WINDOW,
) -> Iterator[Pair]:
    """Each pair of items that share a key, once, the lesser item first.

    `keys` gives each item's blocking keys. A block over `cap` is a key that says little: its members are put in order and
    each meets its next `window` neighbours (sorted neighbourhood, Hernández and Stolfo 1995) instead of everyone. `signs` are
    bits that an item needs and bits that it has: of a pair, one must have all that the other needs. Most pairs end there, at
    the cost of two operations on integers (signature files, Faloutsos and Christodoulakis 1984).
    """
    seen: set[Pair] = set()
    for members in blocks(keys).values():
        pairs = combinations(members, 2) if len(members) <= cap else _neighbours(members, window)
        for pair in pairs if signs is None else _fitting(pairs, signs):
            if pair not in seen:
                seen.add(pair)
                yield pair


def blocks(keys: Mapping[str, Iterable[Hashable]]) -> dict[Hashable, list[str]]:
    """Key -> the items that have it, sorted; the blocks themselves in the order of their first items."""
    found: dict[Hashable, list[str]] = defaultdict(list)
    for item in sorted(keys):
        for key in dict.fromkeys(keys[item]):
            found[key].append(item)
    return found


def _fitting(pairs: Iterable[Pair], signs: Mapping[str, tuple[int, int]]) -> Iterator[Pair]:
    for left, right in pairs:
        (needs, has), (needed, held) = signs[left], signs[right]
        if not needs & ~held or not needed & ~has:
            yield left, right


def _neighbours(members: list[str], window: int) -> Iterator[Pair]:
    for at, member in enumerate(members):
        for other in members[at + 1 : at + 1 + window]:
            yield member, other
