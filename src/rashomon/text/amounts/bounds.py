"""The words that bound a number ("at least", "some", "or more"), and between which bounds it then lies."""

import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.model import Span
from rashomon.text.lexicon import lexicon

Bound = Literal["exact", "at least", "at most", "about", "more than", "less than", "range"]
TENTH = 0.1  # how far "some 500" may be from 500
WINDOW = 40  # code points before a number in which the words that bound it stand


@dataclass(frozen=True, slots=True)
class Bounded:
    """How a number is bounded, with the number's span and these words."""

    span: Span
    bound: Bound
    words: str  # lower case, single blanks


def bounded(number: Span, text: str) -> Bounded | None:
    """What the words before or behind the number make of it; None where they leave it as it is."""
    before, after = _patterns()
    ahead = text[max(0, number.start - WINDOW) : number.start]
    found = before.search(ahead)
    if found and not _RISEN.search(ahead[: found.start("words") + 3]):
        words = " ".join(found["words"].lower().split())
        bound = _negated(_kinds()[words], ahead[: found.start()])
        return Bounded(Span(number.start - len(ahead) + found.start(), number.end), bound, words)
    found = after.match(text, number.end)
    if found:
        words = " ".join((found["words"] or "or more").lower().split())
        return Bounded(Span(number.start, found.end()), _behind()[words], words)
    return None


def least_most(bound: Bound, words: str, low: float, high: float) -> tuple[float, float | None]:
    """Inclusive bounds of a number so bounded: "at least 58" is 58 and up, "some 500" is 450 to 550."""
    just = lexicon("amounts")["just"]
    match bound:
        case "at least":
            return low, None
        case "more than":
            return low, _more(high) if words in just["above"] else None
        case "at most":
            return 0, high
        case "less than":
            return (_less(low) if words in just["below"] else 0), high
        case "about":
            return _less(low), high if words in just["below"] else _more(high)
    return low, high


_RISEN = re.compile(  # "had gone up to 38": so many it is, not so many at most
    r"\b(?:go|goes|going|gone|went|rise|rises|rose|risen|climb(?:s|ed|ing)?|move[sd]?|jump(?:s|ed)?|creep|crept|push(?:es|ed)?|"
    r"bring(?:s|ing)?|brought) up $",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|cannot|can[’']t|never|nor|no|\w+n[’']t)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)


def _negated(bound: Bound, before: str) -> Bound:
    """As in "may not export more than 500 barrels", which is at most as many."""
    turned: dict[Bound, Bound] = {"more than": "at most", "less than": "at least"}
    return turned.get(bound, bound) if _DENIED.search(before) else bound


@cache
def _kinds() -> dict[str, Bound]:
    return {words: bound for bound, listed in lexicon("amounts")["before"].items() for words in listed}


@cache
def _behind() -> dict[str, Bound]:
    return {words: bound for bound, listed in lexicon("amounts")["after"].items() for words in listed}


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    before = rf"(?<![\w.-])(?P<words>{_any_of(_kinds())})\s{{0,3}}(?:the\s{{1,3}})?$"
    after = rf"(?:\+(?![\d+])|(?:\s{{1,3}}|-)(?P<words>{_any_of(_behind())})\b)"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _any_of(listed: dict[str, Bound]) -> str:
    return "|".join(re.escape(words).replace(r"\ ", r"\s{1,3}") for words in sorted(listed, key=len, reverse=True))


def _more(value: float) -> float:
    """A tenth more, as a whole number for counts: 100 is 110, not 111 for the sake of a rounding."""
    return math.ceil(round(value * (1 + TENTH), 6)) if float(value).is_integer() else value * (1 + TENTH)


def _less(value: float) -> float:
    return math.floor(round(value * (1 - TENTH), 6)) if float(value).is_integer() else value * (1 - TENTH)
