"""What a name is the name of: the parser's guesses for one spelling counted over the case, and what the text says plainly."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rashomon.model import Document, EntityKind, Mention
from rashomon.resolve.known import (
    capitals,
    countries,
    is_faith,
    is_people,
    kinds,
    known_as,
    latin_words,
    particles,
    phrase,
    plain,
    seat_of,
    terrain,
    words_of,
)
from rashomon.resolve.letters import skeleton, sound
from rashomon.resolve.names import parse_name
from rashomon.text.lexicon import lexicon

NAMED: tuple[EntityKind, ...] = ("person", "org", "place", "group")  # in this order where votes are equal
PLAIN = 3  # votes of what the text says plainly ("President Ortega"): the small parser is wrong about one name in five
FAMILY = re.compile(r"\s+(?:family|clan|dynasty|brothers|sisters)\b")
_BEFORE = 40  # code points before a name in which its titles stand
_NATIONAL = re.compile(r"\s+\w")  # a people's word with a noun after it: "Kazakh troops"


def kinds_of(mentions: Iterable[Mention], documents: Mapping[str, Document]) -> dict[str, EntityKind]:
    """Mention id -> the kind of what it names: one kind for all mentions of a spelling, save for words for a people,
    which name the state where a noun follows ("Kazakh troops") and the people elsewhere.
    """
    named = [mention for mention in mentions if mention.kind in NAMED]
    written = {mention.id: mention.span.of(documents[mention.doc_id].text) for mention in named}
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for mention in named:
        cast = votes[_key(written[mention.id])]
        cast[mention.kind] += 1  # type: ignore[index]
        if _titled(documents[mention.doc_id].text, mention.span.start):
            cast["person"] += PLAIN
    for name in {written[mention.id] for mention in named}:
        for kind, count in _by_words(latin_words(name)).items():
            votes[_key(name)][kind] += count
    _ends(votes, {_key(name): _key(head.text) for name in set(written.values()) if (head := parse_name(name, "org").head)})
    won = {name: max(NAMED, key=lambda kind: (cast[kind], -NAMED.index(kind))) for name, cast in votes.items()}
    found: dict[str, EntityKind] = {}
    for mention in named:
        text = documents[mention.doc_id].text
        words = written[mention.id]
        if mention.kind == "org" and (is_people(words) or seat_of(words)):
            found[mention.id] = "org"  # there "American" is an airline and "Moscow" a government, as the sentence shows
        elif is_people(words):
            found[mention.id] = _people(words, text[mention.span.end : mention.span.end + 2])
        elif is_faith(words):
            found[mention.id] = "group"
        elif plain(words) in countries():
            found[mention.id] = "place"
        elif known_as(words):
            found[mention.id] = "org"
        elif FAMILY.match(text, mention.span.end):
            found[mention.id] = "group"
        else:
            found[mention.id] = won[_key(words)]
    return found


@lru_cache(maxsize=1 << 16)
def _key(written: str) -> str:
    """One key for the romanisations of a name; a hyphen is a space, so that Nur-Sultan is not Nursultan."""
    words = latin_words(written)
    telling = [word for word in words if word not in particles()] or words
    return " ".join(skeleton(word) if len(skeleton(word)) >= 4 else sound(word) for word in telling)


def _titled(text: str, start: int) -> bool:
    """Whether an office, rank or courtesy stands right before, with a capital."""
    before = words_of(text[max(0, start - _BEFORE) : start].rpartition("\n")[2])
    return any(before[-size][:1].isupper() and phrase(before[-size:]) in _titles() for size in (1, 2, 3) if len(before) >= size)


def _by_words(words: list[str]) -> dict[EntityKind, int]:
    """What the last word says: a party, a river; a capital is a place."""
    if " ".join(words) in capitals():
        return {"place": PLAIN}
    if len(words) < 2:
        return {}
    return {"org": PLAIN - 1} if words[-1] in kinds() else {"place": PLAIN - 1} if words[-1] in terrain() else {}


def _ends(votes: dict[str, Counter[EntityKind]], heads: Mapping[str, str]) -> None:
    """A surname alone is a person too, and "the Observatory" an organisation, where the case has them in full; unless the
    word alone is mostly taken for a place.
    """
    ends: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for name, cast in votes.items():
        kind = max(NAMED, key=lambda kind: (cast[kind], -NAMED.index(kind)))
        end = name.split()[-1] if kind == "person" else heads.get(name) if kind == "org" else None
        if end and end != name:
            ends[end][kind] += cast[kind]
        before, _, last = name.rpartition(" ")
        if kind == "org" and last in _sorts() and before in votes and not votes[before]["place"]:
            ends[before][kind] += cast[kind]  # "Al Mayadeen TV" says what "al-Mayadeen" is
    for end, cast in ends.items():
        if end in votes and votes[end]["place"] * 2 < votes[end].total():
            for kind, count in cast.items():
                votes[end][kind] += count + PLAIN


def _people(words: str, after: str) -> EntityKind:
    plural = words.endswith("s") and is_people(words[:-1])
    return "place" if not plural and _NATIONAL.match(after) else "group"


@cache
def _sorts() -> frozenset[str]:
    """The keys of words for a sort of organisation."""
    return frozenset(map(_key, kinds()))


@cache
def _titles() -> frozenset[str]:
    titles = lexicon("titles")
    return frozenset(phrase(words_of(title)) for part in ("offices", "ranks", "courtesies") for title in titles[part])
