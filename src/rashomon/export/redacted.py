"""The tables of a case without those who are left out: names blacked out in every text, and other ids in place of all.

An id is a hash of what it stands for: whoever knows all of a text but the name that is blacked out could try names until the
hash is right. Therefore ids are counted anew, and the hash of an original that holds a name goes too.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import count
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from rashomon.export.chosen import Chosen
from rashomon.export.redaction import BLOCK, blacked
from rashomon.model import Document, Entity, Fact, Mention, Position, Span, Voice
from rashomon.model.rows import TABLES
from rashomon.views.case import Tables
from rashomon.views.exported import place_row

NAMING = ("id", "left", "right", "origin", "nested_in", "parent")  # these, and what ends in _id, hold ids
OURS = frozenset(  # what no capture gave: hashes, dates, and words of this program
    "sha256 settings_sha weights_sha media_type captured_at published_at posted_at at retracted_at when first_at started ended "
    "version stage error by subtype unit language size".split()
)
ON_THE_PAGE = ((Document, "text"), (Fact, "value"), (Position, "value"), (Voice, "name"))  # made of the text, so done with it
HASH = re.compile(r"([a-z]{3})\d+-[0-9a-f]{16}")
GEONAMES = re.compile(r"geonames:(\d+)")


def redacted(tables: Tables, chosen: Chosen, withheld: frozenset[str] = frozenset()) -> Tables:
    """The tables without the chosen; of the captures in `withheld` also no hash. Every offset stays true."""
    texts = _texts(tables, chosen)
    old = {document.id: document.text for document in tables["documents"]}
    known = {**tables, "documents": [replace(one, text=texts[one.id]) for one in tables["documents"]]}
    places = _places(tables, chosen)
    known["entities"] = [_entity(one, chosen, places) for one in tables["entities"]]
    known["voices"] = [_voice(one, chosen, old, texts) for one in tables["voices"]]
    known["facts"] = [_fact(one, chosen, old, texts) for one in tables["facts"]]
    known["positions"] = _positions(tables, chosen, known["facts"])
    known["mentions"] = [replace(one, norm=None) if _is_gone(one, chosen, places) else one for one in tables["mentions"]]
    known["captures"] = [replace(one, sha256="") if one.id in withheld else one for one in tables["captures"]]
    renamed, word = Renamed(tables), cache(chosen.redaction.blacked)
    return {name: [_record(record, renamed, word) for record in records] for name, records in known.items()}


class Renamed:
    """Another id for every id of the case, and for every one that somebody still names: counted in the order of the tables."""

    def __init__(self, tables: Tables) -> None:
        self._counts: Mapping[str, Any] = defaultdict(lambda: count(1))
        self._names: dict[str, str] = {}
        for name in TABLES:
            for record in tables.get(name, ()):
                if key := getattr(record, "id", ""):
                    self._give(key)

    def of(self, key: str) -> str | None:
        """The other id; None for what is no id."""
        if key not in self._names and HASH.fullmatch(key):
            self._give(key)
        return self._names.get(key)

    def _give(self, key: str) -> None:
        kind = key[:3]
        self._names[key] = f"{kind}1-{next(self._counts[kind]):016x}"


def _texts(tables: Tables, chosen: Chosen) -> dict[str, str]:
    """Every document's text without the names, and without the words that stand for the chosen where they are no name."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for record in (*tables["mentions"], *tables["voices"]):
        if (record.id in chosen.mentions or record.id in chosen.voices) and record.span:
            places[record.doc_id].append((record.span.start, record.span.end))
    return {one.id: blacked(one.text, [*places[one.id], *chosen.redaction.spans(one.text)]) for one in tables["documents"]}


def _places(tables: Tables, chosen: Chosen) -> frozenset[int]:
    """The places that may not be told by their number: those of the chosen, and those whose name on the map, or their region's,
    is one that is left out.
    """
    numbers = {int(found[1]) for one in tables["mentions"] if (found := GEONAMES.match(one.norm or ""))}
    numbers |= {one.place for one in tables["entities"] if one.place is not None}
    told = {number: place_row(number) or {} for number in numbers}
    named = {
        number for number, row in told.items() if any(map(chosen.redaction.touches, (row.get("name", ""), row.get("region", ""))))
    }
    return frozenset(named | {one.place for one in tables["entities"] if one.id in chosen.entities and one.place is not None})


def _is_gone(mention: Mention, chosen: Chosen, places: frozenset[int]) -> bool:
    """Whether what the mention was taken for may not be told."""
    place = GEONAMES.match(mention.norm or "")
    return mention.id in chosen.mentions or (place is not None and int(place[1]) in places)


def _entity(entity: Entity, chosen: Chosen, places: frozenset[int]) -> Entity:
    if entity.id not in chosen.entities:
        return replace(entity, place=None) if entity.place in places else entity
    return replace(entity, name=_block(entity.name), aliases=tuple(sorted({_block(one) for one in entity.aliases})), place=None)


def _voice(voice: Voice, chosen: Chosen, old: Mapping[str, str], texts: Mapping[str, str]) -> Voice:
    if voice.id in chosen.voices:
        return replace(voice, name=_block(voice.name))
    if voice.span and voice.span.of(old[voice.doc_id]) == voice.name:
        return replace(voice, name=voice.span.of(texts[voice.doc_id]))
    return replace(voice, name=chosen.redaction.blacked(voice.name))


def _fact(fact: Fact, chosen: Chosen, old: Mapping[str, str], texts: Mapping[str, str]) -> Fact:
    """The answer as it stands on the page now: a name may be half in it."""
    start = old[fact.doc_id].find(fact.value, fact.span.start, fact.span.end)
    if start < 0 or not fact.value:
        return replace(fact, value=chosen.redaction.blacked(fact.value))
    return replace(fact, value=Span(start, start + len(fact.value)).of(texts[fact.doc_id]))


def _positions(tables: Tables, chosen: Chosen, facts: Sequence[Fact]) -> list[Position]:
    """Each with the words that the fact has now of which it had its words."""
    now = {fact.id: fact.value for fact in facts}
    before = {fact.id: fact.value for fact in tables["facts"]}
    answers: dict[str, list[str]] = defaultdict(list)
    for member in tables["answers"]:
        answers[member.group_id].append(member.item_id)
    found = []
    for one in tables["positions"]:
        same = next((fact for fact in answers[one.id] if before[fact] == one.value), None)
        found.append(replace(one, value=chosen.redaction.blacked(one.value) if same is None else now[same]))
    return found


def _block(words: str) -> str:
    return BLOCK * len(words)


def _record(record: Any, renamed: Renamed, word: Callable[[str], str]) -> Any:
    """The record with other ids, and no name in any of its words."""
    changed = {name: _value(getattr(record, name), name, renamed, word) for name in _worded(cast(Any, type(record)))}
    if isinstance(record, Document):
        changed["blocks"] = _blocks(record, changed["blocks"])
    return replace(record, **changed)


def _value(value: Any, name: str, renamed: Renamed, word: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        if (name in NAMING or name.endswith("_id")) and (other := renamed.of(value)):
            return other
        return word(value)
    if isinstance(value, tuple):
        return tuple(_value(one, name, renamed, word) for one in value)
    return _record(value, renamed, word) if is_dataclass(value) and not isinstance(value, Span) else value


def _blocks(document: Document, blocks: tuple[Any, ...]) -> tuple[Any, ...]:
    """A post's id may be its author's handle, or lead to the post: its number among the document's posts in its place."""
    posts = {
        post: f"post {number}" for number, post in enumerate(dict.fromkeys(one.post for one in document.blocks if one.post), 1)
    }
    return tuple(
        replace(new, post=posts.get(one.post or ""), reply_to=posts.get(one.reply_to or ""))
        for one, new in zip(document.blocks, blocks, strict=True)
    )


@cache
def _worded(record: Any) -> tuple[str, ...]:
    """The fields that may hold captured words or ids: all but numbers, choices among words of ours, and OURS."""
    hints = get_type_hints(record)
    passed_over = OURS | {name for kind, name in ON_THE_PAGE if kind is record}
    return tuple(field.name for field in fields(record) if field.name not in passed_over and _holds_words(hints[field.name]))


def _holds_words(hint: Any) -> bool:
    if get_origin(hint) is Literal or hint in (int, float, bool, type(None), Span):
        return False
    return hint is str or any(map(_holds_words, get_args(hint))) or is_dataclass(hint)
