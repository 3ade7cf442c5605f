"""Places that the gazetteer knows, where places stand in a text: the parser takes them for something else, or for nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from rashomon.extract.naming.named import ORGANISED, Name, free, given, titles
from rashomon.extract.reading import Passage
from rashomon.model import Span
from rashomon.text.gazetteer import Named, Place, place_at
from rashomon.text.gazetteer.keys import key
from rashomon.text.places.besides import wholes_behind
from rashomon.text.places.toponyms import divisions, meanings_of, parts, peoples, settlements, sides

ACRONYM = 5  # letters, in capitals all: more are a name in a headline
PEOPLE = 1000  # a village with fewer is no ground to doubt the parser
NAMELESS = 5000  # nor with fewer than that to find a name where the parser saw none
WHERE = frozenset("in near outside around inside across throughout".split())
SPELT = 0.75  # so alike are two romanisations of one name: Hims and Homs, Shaykhun and Sheikhoun
SHARE = 3  # one in so many mentions must stand where a place does
_PLACE = r"[^\W\d_a-z][\w’'-]+(?:\s(?:(?:al|de|del|do|el|la|le|of|the|upon)\s)?[^\W\d_a-z][\w’'-]+){0,2}"
_AFTER = re.compile(rf"\b(?:{'|'.join(sorted(WHERE))})\s+(?:the\s+)?(?P<place>{_PLACE})")
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s[^\W\d_][\w.’' ]{{1,20}})?\s*(?:\([A-Z][\w /.]{{1,20}}\)\s*)?(?:—|–|--|-\s)\s*"
)


def mapped_in(passages: Sequence[Passage], names: Sequence[Name]) -> list[Name]:
    """Places that the parser has no name for: after "in" or "near", and in the dateline before a text begins."""
    return free((name for passage in passages for name in _mapped(passage)), names)


def on_the_map(names: Sequence[Name]) -> set[str]:
    """The keys of names that are places: the gazetteer has them and the text puts them where places stand, or has a country
    of that name; no acronym, and no name that begins with a person's.
    """
    every = Counter(name.key for name in names)
    candidates = [name for name in names if name.kind != "place" and _may_be_place(name)]
    stands = Counter(name.key for name in candidates if _stands_as_place(name))
    countries = {name.key for name in candidates if name.key not in given() and _is_country(name.words)}
    return {key for key, count in stands.items() if SHARE * count >= every[key]} | countries


def _mapped(passage: Passage) -> Iterator[Name]:
    text = passage.text
    dateline = _DATELINE.match(text)
    for match in (*((dateline,) if dateline else ()), *_AFTER.finditer(text)):
        words, start = match.group("place").split(" "), match.start("place")
        for size in range(len(words), 0, -1):
            phrase = " ".join(words[:size])
            name = Name.at(passage, Span(start, start + len(phrase)), "place") if _greatest(phrase) >= NAMELESS else None
            if name and all(token.pos_ == "PROPN" or token.text.isupper() for token in name.tokens) and _is_open(name):
                yield name
                break


def _is_open(name: Name) -> bool:
    """Whether the parser takes it for no time, language, work or law."""
    return {token.ent_type_ for token in name.tokens} <= {"", "GPE", "LOC", "FAC", "ORG", "PERSON"}


def _may_be_place(name: Name) -> bool:
    words = [token.lower_ for token in name.tokens]
    if name.words in peoples() or set(words) & ORGANISED:
        return False
    if len(words) > 1 and words[0] in given():  # "Khan Sheikhoun" is a town where the page says "in" it
        return _greatest(name.words) >= NAMELESS
    return _greatest(name.words) >= PEOPLE and (not _is_acronym(name.words) or _lies_in_what_follows(name))


def _stands_as_place(name: Name) -> bool:
    """Whether "in", "northeast of" or the like stands before it, or what it lies in behind it."""
    doc, start = name.tokens.doc, name.tokens.start
    before = doc[start - 1].lower_ if start else ""
    owner = name.tokens.end < len(doc) and doc[name.tokens.end].text in ("'s", "’s")
    beside = before in WHERE or (before == "of" and start > 1 and doc[start - 2].lower_ in _parts())
    return (beside and not owner) or (before.strip(".") not in titles() and _lies_in_what_follows(name))


@cache
def _parts() -> frozenset[str]:
    """What a place has and a body has not: "northeast of", "the outskirts of", "the city of"."""
    return sides() | parts() | settlements() | divisions()


def _lies_in_what_follows(name: Name) -> bool:
    at = name.tokens.start_char
    wholes = {whole.row for whole in wholes_behind(name.tokens.doc.text, Span(at, at + len(name.words)))}
    lands = {place_at(row).country for row in wholes if place_at(row).kind == "country"}
    return any(place.country in lands or not wholes.isdisjoint((place.region, place.district)) for place in _own(name.words))


def _is_acronym(words: str) -> bool:
    return len(words) <= ACRONYM and words.isupper()


def _is_country(words: str) -> bool:
    return any(place.kind == "country" for place in _own(words)) and words not in peoples()


def _greatest(words: str) -> int:
    """How many people live in the greatest place of just this name; 0 if there is none."""
    return max((place.population for place in _own(words)), default=0)


@lru_cache(maxsize=1 << 12)
def _own(words: str) -> tuple[Place, ...]:
    meant = meanings_of(words)
    return () if meant.part or words in peoples() else tuple(named.place for named in meant.places if _is_own(words, named))


def _is_own(words: str, named: Named) -> bool:
    """Whether the place is chiefly called so, or so in another romanisation: the gazetteer writes Ḩamāh and Khān Shaykhūn."""
    return named.own or OSA.normalized_similarity(key(words), key(named.place.name)) >= SPELT
