"""Whom a redaction leaves out: the voices and entities that are meant by a name or an id, under all their names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.errors import UsageError
from rashomon.export.redaction import Redaction, folded
from rashomon.model import Entity, Voice
from rashomon.text.lexicon import lexicon
from rashomon.views.case import Tables

WORD = re.compile(r"[^\W\d_]{3,}")  # a part of a name that may go alone: no initial, no "al" or "de"
GIVEN_NAME = ("named", "poster", "author", "outlet")  # kinds of voices whose name is one, and no description ("a nurse")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The records of those who are left out, and what is blacked out of every text because of them."""

    entities: frozenset[str]
    voices: frozenset[str]
    mentions: frozenset[str]
    redaction: Redaction
    by_letters: tuple[str, ...]  # what nobody in the case is called: it goes where its letters stand, and nothing else with it


def choose(tables: Tables, wanted: Sequence[str]) -> Chosen:
    """Whoever is meant by these names or ids: an entity with all its names, a voice with the entity that it is.

    Raises UsageError for a name or id that stands nowhere in the case: nobody would be left out.
    """
    groups = defaultdict(set)
    for member in tables["members"]:
        groups[member.group_id].add(member.item_id)
    entities: dict[str, Entity] = {entity.id: entity for entity in tables["entities"]}
    who = {item: entity for entity in entities for item in groups[entity]}
    voices: dict[str, Voice] = {voice.id: voice for voice in tables["voices"]}
    meant = {one: _meant(one, entities.values(), voices.values()) for one in wanted}
    heard = {voice for found in meant.values() for voice in found if voice in voices}
    known = {entity for found in meant.values() for entity in found if entity in entities} | {
        who[voice] for voice in heard if voice in who
    }
    members = {item for entity in known for item in groups[entity]}
    called = [voices[voice].name for voice in heard]
    called += [voices[item].name for item in members if item in voices and voices[item].kind in GIVEN_NAME]
    names = [
        *(name for entity in known for name in (entities[entity].name, *entities[entity].aliases)),
        *called,
        *(one for one, found in meant.items() if one not in found),
    ]
    persons = [entities[entity] for entity in known if entities[entity].kind == "person"]
    spoken = [voices[voice].name for voice in heard - who.keys() if _is_person(tables, voices[voice])]
    parts = _parts([*spoken, *chain.from_iterable((person.name, *person.aliases) for person in persons)], names)
    redaction = _redaction(names, parts, tables)
    for one, found in meant.items():
        if not folded(one).strip() or (not found and not _stands_somewhere(tables, one)):
            raise UsageError(
                f"--redact {one!r}: no voice or entity of the case has that name or id, and no text holds it. "
                "Give a name as the case has it, or an id from: rashomon export --format jsonl"
            )
    mentions = frozenset(item for item in members if item not in voices)
    by_letters = tuple(one for one, found in meant.items() if not found)
    return Chosen(frozenset(known), frozenset(heard | (members & voices.keys())), mentions, redaction, by_letters)


def _meant(one: str, entities: Iterable[Entity], voices: Iterable[Voice]) -> set[str]:
    """The ids of the entities and voices that bear this id, or this name."""
    name = folded(one)
    found = {entity.id for entity in entities if entity.id == one or name in map(folded, (entity.name, *entity.aliases))}
    return found | {voice.id for voice in voices if voice.id == one or folded(voice.name) == name}


def _is_person(tables: Tables, voice: Voice) -> bool:
    """Whether a person's name stands where the voice that no other document knows is named."""
    span = voice.span
    at_home = (one for one in tables["mentions"] if one.doc_id == voice.doc_id and one.kind == "person")
    return span is not None and any(span.overlaps(mention.span) for mention in at_home)


def _parts(names_of_persons: Iterable[str], names: Sequence[str]) -> set[str]:
    """The words of persons' names that may stand alone: given names and surnames, but no titles."""
    titles = {word for words in lexicon("titles").values() for title in words for word in folded(title).split()}
    titles |= {*lexicon("names")["honorifics"], *lexicon("names")["offices"]}
    whole = set(map(folded, names))
    return {word for name in names_of_persons for word in WORD.findall(folded(name)) if word not in titles | whole}


def _redaction(names: Iterable[str], parts: Iterable[str], tables: Tables) -> Redaction:
    """A part that the texts write without a capital more often than with one is a word of theirs: only its capital tells."""
    written: Counter[str] = Counter()
    parts = set(parts)
    for document in tables["documents"]:
        for word in WORD.findall(document.text):
            if folded(word) in parts:
                written[folded(word)] += 1 if word[0].islower() else -1
    common = {word for word in parts if written[word] > 0}
    return Redaction(tuple(sorted(set(names) - {""})), tuple(sorted(parts - common)), tuple(sorted(common)))


def _stands_somewhere(tables: Tables, name: str) -> bool:
    literal = Redaction((name,))
    return any(
        literal.touches(words)
        for document in tables["documents"]
        for words in (document.text, document.title, document.author, document.outlet, document.name, document.uri)
        if words
    )
