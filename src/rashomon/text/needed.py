"""What a text must hold for an expression to match anything in it: to look for that costs a hundredth of trying it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

FEW = 12  # signs of a set that are looked for one by one
MANY = 100  # pieces at most that are put together of what may follow each other


@dataclass(frozen=True, slots=True)
class Sieve:
    """An expression, and pieces of text in small letters, one of which stands wherever it matches (none: that is not known)."""

    pattern: re.Pattern[str]
    needed: tuple[str, ...]

    @classmethod
    def of(cls, expression: str, flags: int = re.IGNORECASE) -> "Sieve":
        """The expression, compiled, with what it needs."""
        return cls(re.compile(expression, flags), tuple(sorted(needed(expression, flags))))

    def may_match(self, low: str) -> bool:
        """Whether a text whose small letters are `low` can hold a match."""
        if not self.needed:
            return True
        for piece in self.needed:  # noqa: SIM110 (`any` takes three times as long here)
            if piece in low:
                return True
        return False


def needed(expression: str, flags: int = re.IGNORECASE) -> frozenset[str]:
    """Pieces of text, in small letters, one of which stands in every match of the expression; none where that cannot be told."""
    return _of_sequence(parser.parse(expression, flags))


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best that any part of a sequence needs: that of the longest pieces, of few ones if several are as long."""
    found: list[frozenset[str]] = []
    runs = [""]  # every way in which what was read last may be written, where there are few
    for code, value in items:
        spelled = _spelled(code, value)
        if spelled and len(runs) * len(spelled) <= MANY:
            runs = [run + more for run in runs for more in spelled]
            continue
        found += [_shortest(runs), _shortest(spelled) if spelled else _of_part(code, value)]
        runs = [""]
    found.append(_shortest(runs))
    return max(filter(None, found), key=lambda pieces: (min(map(len, pieces)), -len(pieces)), default=frozenset())


def _shortest(pieces: Iterable[str]) -> frozenset[str]:
    """The pieces without those that hold another; none where one is empty, for that stands everywhere."""
    low = {piece.lower() for piece in pieces}
    return frozenset() if "" in low else frozenset(one for one in low if not any(other in one for other in low if other != one))


def _spelled(code: Any, value: Any) -> list[str]:
    """Every way in which a part may be written, if it holds nothing but signs that are given."""
    if code is codes.LITERAL:
        return [chr(value)]
    if code is codes.IN and len(value) <= FEW and all(kind is codes.LITERAL for kind, _ in value):
        return [chr(sign) for _, sign in value]
    sequences = value[1] if code is codes.BRANCH else [value[3]] if code is codes.SUBPATTERN else []
    found = list[str]()
    for sequence in sequences:
        ways = [""]
        for each in sequence:
            ways = [way + more for way in ways for more in _spelled(*each)]
            if not 0 < len(ways) <= MANY:
                return []
        found += ways
    return found


def _of_part(code: Any, value: Any) -> frozenset[str]:
    if code is codes.BRANCH:
        return _of_any(value[1])
    if code is codes.SUBPATTERN:
        return _of_sequence(value[3])
    if code is codes.ATOMIC_GROUP:
        return _of_sequence(value)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and value[0]:
        return _of_sequence(value[2])
    return frozenset()


def _of_any(branches: Sequence[Any]) -> frozenset[str]:
    each = [_of_sequence(branch) for branch in branches]
    return _shortest(frozenset().union(*each)) if all(each) else frozenset()
