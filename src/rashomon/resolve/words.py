"""The words of a name, each with what it is there: a surname, an initial, a number, the kind of an organisation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from rashomon.model import EntityKind
from rashomon.resolve.known import (
    countries,
    given,
    kinds,
    legal_forms,
    numbers,
    particles,
    peoples,
    phrase,
    spelled,
    terrain,
)
from rashomon.resolve.letters import SYLLABLES, latin

WordKind = Literal["name", "initial", "particle", "number", "legal", "kind", "country", "nation", "terrain", "region", "side"]

# What a word weighs in telling names apart. "kind" is the sort of organisation, "nation" an adjective of a people.
WEIGHTS: dict[WordKind, float] = {
    "name": 1.0, "initial": 0.4, "particle": 0.1, "number": 1.0, "legal": 0.1, "kind": 0.3, "country": 0.8, "nation": 0.3,
    "terrain": 0.3, "region": 0.8, "side": 1.0,
}  # fmt: skip
SHORT = 3  # letters: a legal form of so few ("AS", "PT") stands at an end of the name
LONG = 10  # letters: a legal form of so many is known with a letter wrong
_ROMAN = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{0,3})")
_REGIONS = frozenset("province governorate county oblast countryside district region state".split())
_SIDES = frozenset("north south east west northern southern eastern western upper lower new".split())
SMALL = frozenset("the of for and in on at to de del la le les du des et der die das und".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name, in lower case ASCII, and what it is there."""

    text: str
    kind: WordKind

    @property
    def weight(self) -> float:
        """How much it says about whose name it is."""
        return WEIGHTS[self.kind]


def words_as_they_count(words: list[str], kind: EntityKind) -> list[Word]:
    """The words of a name of this kind as they are compared: legal forms and numbers in one writing each."""
    return _distinguished(list(_summed(_classed(words, kind))))


def _classed(words: list[str], kind: EntityKind) -> Iterator[Word]:
    at = 0
    while at < len(words):
        form, size = _legal(words, at) if kind != "place" else (None, 0)
        if form and at + size <= len(words) and (at or len(words) > size):
            yield Word(form, "legal")
            at += size
        else:
            size = next((size for size in (3, 2) if _country_phrase(words[at : at + size], size) and size < len(words)), 1)
            text = phrase(words[at : at + size]) if size > 1 else words[at] if SYLLABLES.search(words[at]) else latin(words[at])
            if text:
                yield _classed_word(words[at], text, kind, first=at == 0)
            at += size


def _summed(words: Iterable[Word]) -> Iterator[Word]:
    """Tens and the ones after them as one number: forty-four is 44."""
    tens: Word | None = None
    for word in words:
        if tens and word.kind == "number" and len(word.text) == 1:
            yield Word(tens.text[0] + word.text, "number")
            tens = None
            continue
        if tens:
            yield tens
        tens = word if word.kind == "number" and len(word.text) == 2 and word.text[1] == "0" else None
        if not tens:
            yield word
    if tens:
        yield tens


def _classed_word(written: str, text: str, kind: EntityKind, *, first: bool) -> Word:
    if kind != "person":
        text = spelled().get(text, text)
        if text in numbers():
            return Word(numbers()[text], "number")
        if written.isupper() and not first and _ROMAN.fullmatch(written):
            return Word(text, "number")
    if any(sign.isdigit() for sign in text) and (kind != "person" or text.isdigit()):
        return Word(text, "number")
    return Word(text, _kind_of(text, kind, first=first))


def _kind_of(text: str, kind: EntityKind, *, first: bool) -> WordKind:
    if text in SMALL or (text in particles() and not (first and text in given())):
        return "particle"
    if kind == "person":
        return "initial" if len(text) == 1 else "name"
    if text in _SIDES:
        return "side"
    if kind == "place":
        return "region" if text in _REGIONS else "terrain" if text in terrain() else "name"
    if text in countries():
        return "country"
    if text in peoples():
        return "nation"
    return "kind" if text in kinds() else "name"


def _distinguished(words: Sequence[Word]) -> list[Word]:
    """The words, in which the "State" of a university tells it from that without."""
    schooled = any(word.text in ("university", "college") for word in words)
    return [Word(word.text, "name") if schooled and word.text == "state" else word for word in words]


def _legal(words: list[str], at: int) -> tuple[str | None, int]:
    for size in range(min(7, len(words) - at), 0, -1):
        form = legal_forms().get(written := phrase(words[at : at + size])) or _mistyped(written)
        if form and (len(written) > SHORT or at == 0 or at + size == len(words) or _legal(words, at + size)[0]):
            return form, size
    return None, 0


def _mistyped(form: str) -> str | None:
    """The legal form whose long word or words these are, save for one letter: "Aktiengeselschaft"."""
    found = extractOne(form, _long_forms(), scorer=OSA.distance, score_cutoff=1) if len(form) >= LONG else None
    return legal_forms()[found[0]] if found else None


@cache
def _long_forms() -> list[str]:
    return [known for known in legal_forms() if len(known) >= LONG]


def _country_phrase(words: list[str], size: int) -> bool:
    return len(words) == size and (phrase(words) in countries() or phrase(words) in peoples())
