"""Pairing one to one for the greatest sum: what two lists have in common when things are more or less alike."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from math import inf
from typing import TypeVar

L = TypeVar("L", bound=Hashable)
R = TypeVar("R", bound=Hashable)


def best_assignment(alike: Mapping[tuple[L, R], float]) -> list[tuple[L, R]]:
    """The pairs, each item in one at most, whose values add up to most. `alike` holds the pairs worth more than nothing.

    Items that no chain of pairs joins are paired apart: a case has many small knots and no large one.
    """
    return [pair for lefts, rights in _knots(alike) for pair in _paired(lefts, rights, alike)]


def _knots(alike: Mapping[tuple[L, R], float]) -> Iterator[tuple[list[L], list[R]]]:
    """Left and right items that hang together."""
    rights_of: dict[L, list[R]] = defaultdict(list)
    lefts_of: dict[R, list[L]] = defaultdict(list)
    for left, right in alike:
        rights_of[left].append(right)
        lefts_of[right].append(left)
    done: set[L] = set()
    for first in rights_of:
        if first in done:
            continue
        lefts, rights = {first: None}, dict[R, None]()
        wave = [first]
        while wave:
            fresh = {right: None for left in wave for right in rights_of[left] if right not in rights}
            rights |= fresh
            wave = list({left: None for right in fresh for left in lefts_of[right] if left not in lefts})
            lefts |= dict.fromkeys(wave)
        done |= lefts.keys()
        yield list(lefts), list(rights)


def _paired(lefts: list[L], rights: list[R], alike: Mapping[tuple[L, R], float]) -> Iterator[tuple[L, R]]:
    """The Hungarian method with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987)."""
    if len(lefts) > len(rights):
        turned = {(right, left): value for (left, right), value in alike.items() if left in set(lefts)}
        yield from ((left, right) for right, left in _paired(rights, lefts, turned))
        return
    width = len(rights)
    cost = [[-alike.get((left, right), 0.0) for right in rights] for left in lefts]
    rows, columns = [0.0] * len(lefts), [0.0] * (width + 1)
    owner: list[int | None] = [None] * (width + 1)  # the last column is where each row starts from
    for row in range(len(lefts)):
        owner[width] = row
        at, least, before, seen = width, [inf] * width, [width] * width, [False] * (width + 1)
        while (here := owner[at]) is not None:
            seen[at] = True
            step, next_at = inf, width
            for column in range(width):
                if not seen[column]:
                    slack = cost[here][column] - rows[here] - columns[column]
                    if slack < least[column]:
                        least[column], before[column] = slack, at
                    if least[column] < step:
                        step, next_at = least[column], column
            for column in range(width + 1):
                held = owner[column]
                if seen[column] and held is not None:
                    rows[held] += step
                    columns[column] -= step
                elif column < width:
                    least[column] -= step
            at = next_at
        while at != width:
            owner[at] = owner[before[at]]
            at = before[at]
    for column, held in enumerate(owner[:width]):
        if held is not None and (lefts[held], rights[column]) in alike:
            yield lefts[held], rights[column]
