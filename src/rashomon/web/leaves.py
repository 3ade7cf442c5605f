"""Long lists in leaves: as many lines as a reader takes in, and the way to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
LINES = 50  # on a leaf


@dataclass(frozen=True, slots=True)
class Leaf(Generic[T]):
    """Some of a list's items, which leaf of how many this is, and how many items there are."""

    items: tuple[T, ...]
    number: int
    leaves: int
    total: int
    first: int  # the place of the first item in the whole list, from 1


def place(number: str | None, total: int, lines: int = LINES) -> tuple[int, slice]:
    """The leaf that was asked for and its place in the list: the first for what is no number, the last for what is beyond."""
    leaves = max(1, -(-total // lines))
    asked = int(number) if number and number.isascii() and number.isdigit() and len(number) < 9 else 1
    asked = min(max(asked, 1), leaves)
    return asked, slice((asked - 1) * lines, asked * lines)


def leaf(items: Sequence[T], number: str | None, lines: int = LINES) -> Leaf[T]:
    """The items of the leaf that was asked for."""
    asked, part = place(number, len(items), lines)
    return bound(items[part], asked, len(items), lines)


def bound(items: Sequence[T], number: int, total: int, lines: int = LINES) -> Leaf[T]:
    """Items that are already those of one leaf."""
    return Leaf(tuple(items), number, max(1, -(-total // lines)), total, (number - 1) * lines + 1)


def whole(items: Sequence[T]) -> Leaf[T]:
    """Everything on one leaf, as a frozen file has it."""
    return Leaf(tuple(items), 1, 1, len(items), 1)
