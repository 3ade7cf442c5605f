"""Names as comparable things: what each word of a name is, and what a name is looked up by."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from rashomon.model import EntityKind
from rashomon.resolve.known import (
    countries,
    country_of,
    given,
    kinds,
    known_as,
    legal_forms,
    numbers,
    particles,
    peoples,
    phrase,
    seat_of,
    spelled,
    terrain,
    titles,
    words_of,
)
from rashomon.resolve.letters import SYLLABLES, latin, skeleton, sound

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
_CHILD = frozenset("bin ibn ben bint binti uly qyzy ogly oglu kyzy".split())
_SMALL = frozenset("the of for and in on at to de del la le les du des et der die das und".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name, in lower case ASCII, and what it is there."""

    text: str
    kind: WordKind

    @property
    def weight(self) -> float:
        """How much it says about whose name it is."""
        return WEIGHTS[self.kind]


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: the words that make it, and what stood before a person's name ("president", "mr")."""

    written: str
    kind: EntityKind
    words: tuple[Word, ...]
    titles: frozenset[str]
    acronym: str | None  # the name itself is one: "CSTO"

    def __hash__(self) -> int:
        """By what all else follows from: names are looked up a hundred times each, and their words are many."""
        return hash((self.written, self.kind))

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that tell it from others; all of them where none does."""
        return tuple(word for word in self.words if word.weight >= 0.8) or self.words

    @property
    def descent(self) -> tuple[str, str] | None:
        """Who is whose son or daughter by the name itself: ("omar", "hassan") of Omar bin Hassan."""
        words = [word.text for word in self.words]
        at = next((at for at, word in enumerate(words[:-1]) if at and word in _CHILD), None)
        return (words[at - 1], words[at + 1]) if at is not None else None

    @property
    def generation(self) -> str | None:
        """ "jr" or "sr", where a person's name ends so; a father and a son bear one name."""
        last = self.words[-1].text if self.kind == "person" and len(self.words) > 1 else ""
        return {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"}.get(last)

    @property
    def seat(self) -> str | None:
        """The country whose government is named by where it sits; the town itself is a place."""
        return seat_of(self.written) if self.kind == "org" else None

    @property
    def head(self) -> Word | None:
        """The word that says what an organisation is: the last before "of", "for" and the like."""
        words: list[Word] = []
        for word in self.words:
            if words and word.text in _SMALL:
                break
            words.append(word)
        return next((word for word in reversed(words) if word.kind in ("name", "kind")), None)

    @property
    def lands(self) -> frozenset[str]:
        """The countries that it names among other words: "Kyrgyz Interior Ministry"."""
        return frozenset(code for word in self.words if word.kind in ("nation", "country") and (code := country_of(word.text)))

    @property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(word.weight for word in self.words)

    def initials(self) -> frozenset[str]:
        """The acronyms that the name can have, with and without its small words."""
        words = words_of(self.written)
        every = "".join(latin(word)[:1] for word in words)
        main = "".join(latin(word)[:1] for word in words if latin(word) not in _SMALL)
        return frozenset(short for short in (every, main) if len(short) >= 2)


@lru_cache(maxsize=1 << 16)
def parse_name(written: str, kind: EntityKind) -> Name:
    """The name as comparable words; "Surname, Given" is turned round, titles are set aside, doubled words count once."""
    words = words_of(_turned(written) if kind == "person" else written)
    before: list[str] = []
    if kind == "person":
        words, before = _without_titles(words)
    found = dict.fromkeys(_distinguished(list(_summed(_classed(words, kind)))))
    letters = [word for word in words if latin(word) not in _SMALL]
    acronym = latin(letters[0]) if kind != "person" and len(letters) == 1 and _is_acronym(letters[0]) else None
    return Name(written, kind, tuple(found), frozenset(before), acronym)


def keys(name: Name) -> Iterator[tuple[str, str]]:
    """Blocking keys: two names of one person or thing share at least one, save by a typing error in every word."""
    for word in name.telling:
        bones = skeleton(word.text)
        yield "sound", bones if len(bones) >= 3 else sound(word.text)
        if len(bones) >= 5:
            yield "start", bones[:4]
        for known in sorted(given().get(word.text, ())) if name.kind == "person" else ():
            yield "given", str(known)
    if name.kind == "org" and name.words and name.words[0].kind == "nation":
        yield "begins", name.words[0].text
    for size in (2, 3):
        for at in range(len(name.words) - size + 1):
            yield "sound", skeleton("".join(word.text for word in name.words[at : at + size]))
    if name.acronym:
        yield "acronym", name.acronym
    elif name.kind != "person" and len(name.words) > 1:
        for short in sorted(name.initials()):
            yield "acronym", short
    for known in sorted(known_as(name.written)):
        yield "known", str(known)
    if code := country_of(name.written) or name.seat:
        yield "country", code


def _turned(written: str) -> str:
    """A person's name with the part after a comma first."""
    before, comma, after = written.partition(",")
    return f"{after} {before}" if comma and after.strip() else written


def _without_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The words after a person's titles, and the titles; the last word is always name."""
    before = []
    while len(words) > 1:
        size = next((size for size in (3, 2, 1) if size < len(words) and phrase(words[:size]) in titles()), 0)
        if not size:
            break
        before.append(phrase(words[:size]))
        words = words[size:]
    return words, before


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
    if text in _SMALL or (text in particles() and not (first and text in given())):
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


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isalpha() and word.isupper()


def _legal(words: list[str], at: int) -> tuple[str | None, int]:
    for size in range(min(7, len(words) - at), 0, -1):
        form = legal_forms().get(written := phrase(words[at : at + size])) or _mistyped(written)
        if form and (len(written) > SHORT or at == 0 or at + size == len(words) or _legal(words, at + size)[0]):
            return form, size
    return None, 0


def _mistyped(form: str) -> str | None:
    """The legal form whose long word or words these are, save for one letter: "Aktiengeselschaft"."""
    if len(form) < LONG:
        return None
    return next(
        (code for known, code in legal_forms().items() if len(known) >= LONG and OSA.distance(known, form, score_cutoff=1) <= 1),
        None,
    )


def _country_phrase(words: list[str], size: int) -> bool:
    return len(words) == size and (phrase(words) in countries() or phrase(words) in peoples())
