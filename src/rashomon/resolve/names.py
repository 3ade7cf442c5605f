"""Names as comparable things: what each word of a name is, and what a name is looked up by."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.model import EntityKind
from rashomon.resolve.known import country_of, given, phrase, seat_of, titles, words_of
from rashomon.resolve.letters import latin, skeleton, sound
from rashomon.resolve.words import SMALL, Word, words_as_they_count

_CHILD = frozenset("bin ibn ben bint binti uly qyzy ogly oglu kyzy".split())


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
    def sort(self) -> str:
        """Person, organisation or place: a group is an organisation too."""
        return "org" if self.kind == "group" else self.kind

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that tell it from others; all of them where none does."""
        return tuple(word for word in self.words if word.weight >= 0.8) or self.words

    @property
    def descent(self) -> tuple[str, str] | None:
        """Who is whose son or daughter by the name itself: ("omar", "hassan") of Omar bin Hassan."""
        return _descent(self)

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
            if words and word.text in SMALL:
                break
            words.append(word)
        return next((word for word in reversed(words) if word.kind in ("name", "kind")), None)

    @property
    def lands(self) -> frozenset[str]:
        """The countries that it names among other words: "Kyrgyz Interior Ministry"."""
        return _lands(self)

    @property
    def weight(self) -> float:
        """The weight of all its words."""
        return sum(word.weight for word in self.words)

    def initials(self) -> frozenset[str]:
        """The acronyms that the name can have, with and without its small words."""
        return _initials(self.written)


@lru_cache(maxsize=1 << 16)
def _descent(name: Name) -> tuple[str, str] | None:
    words = [word.text for word in name.words]
    at = next((at for at, word in enumerate(words[:-1]) if at and word in _CHILD), None)
    return (words[at - 1], words[at + 1]) if at is not None else None


@lru_cache(maxsize=1 << 16)
def _lands(name: Name) -> frozenset[str]:
    return frozenset(code for word in name.words if word.kind in ("nation", "country") and (code := country_of(word.text)))


@lru_cache(maxsize=1 << 16)
def _initials(written: str) -> frozenset[str]:
    words = words_of(written)
    every = "".join(latin(word)[:1] for word in words)
    main = "".join(latin(word)[:1] for word in words if latin(word) not in SMALL)
    return frozenset(short for short in (every, main) if len(short) >= 2)


@lru_cache(maxsize=1 << 16)
def parse_name(written: str, kind: EntityKind) -> Name:
    """The name as comparable words; "Surname, Given" is turned round, titles are set aside, doubled words count once."""
    words = words_of(_turned(written) if kind == "person" else written)
    before: list[str] = []
    if kind == "person":
        words, before = _without_titles(words)
    found = dict.fromkeys(words_as_they_count(words, kind))
    letters = [word for word in words if latin(word) not in SMALL]
    acronym = latin(letters[0]) if kind != "person" and len(letters) == 1 and _is_acronym(letters[0]) else None
    return Name(written, kind, tuple(found), frozenset(before), acronym)


@lru_cache(maxsize=1 << 16)
def word_keys(name: Name) -> tuple[tuple[str, str], ...]:
    """Keys by the words: two names of one person or thing share at least one, save by a typing error in every word."""
    return tuple(dict.fromkeys(_word_keys(name)))


def _word_keys(name: Name) -> Iterator[tuple[str, str]]:
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


def acronyms(name: Name) -> frozenset[str]:
    """The acronym that it is, or those that it can have."""
    if name.acronym:
        return frozenset([name.acronym])
    return name.initials() if name.kind != "person" and len(name.words) > 1 else frozenset()


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


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isalpha() and word.isupper()
