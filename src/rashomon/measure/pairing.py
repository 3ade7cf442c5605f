"""Pairing one to one, as large as possible: what two lists have in common when an item may fit several of the other."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def paired(fits: Sequence[Iterable[T]], before: Mapping[T, int] | None = None) -> dict[T, int]:
    """Right item -> left item, for as many as can be paired (Kuhn 1955); `fits[n]` are the right items that left item n fits,
    the preferred first. What was paired `before` stays paired, though perhaps with others.
    """
    owner = dict(before or {})
    choices = [list(rights) for rights in fits]

    def placed(left: int, tried: set[T]) -> bool:
        for right in choices[left]:
            if right not in tried:
                tried.add(right)
                if right not in owner or placed(owner[right], tried):
                    owner[right] = left
                    return True
        return False

    for left in sorted(set(range(len(choices))) - set(owner.values())):
        placed(left, set())
    return owner
