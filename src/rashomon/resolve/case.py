"""Mentions and voices to entities, mentions to happenings: the two doors of this room."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rashomon.model import Document, Entity, Event, Member, Mention, Voice
from rashomon.resolve.entities import grouped
from rashomon.resolve.events import events_of
from rashomon.resolve.judged import judged_pairs
from rashomon.resolve.kinds import NAMED
from rashomon.resolve.named import entity_records
from rashomon.resolve.places import located, place_ties
from rashomon.resolve.spellings import spellings_of
from rashomon.resolve.voices import names_of


def resolve(tables: Mapping[str, Sequence[Any]]) -> Iterator[Entity | Member]:
    """Who is who in the whole case, with the members of each."""
    documents: dict[str, Document] = {document.id: document for document in tables["documents"]}
    mentions: Sequence[Mention] = tables["mentions"]
    voices: Sequence[Voice] = tables["voices"]
    named = [mention for mention in mentions if mention.kind in NAMED]
    same, different = judged_pairs(tables["judgements"], _ids(named, voices))
    judged = {item for pair in (*same, *different) for item in pair}
    spellings = spellings_of(named, documents, judged)
    stands_at = names_of(voices, named, documents)
    spoken = {voice.id: stands_at.get(voice.id) for voice in voices if voice.id in stands_at or voice.id in judged}
    by_id = {mention.id: mention for mention in named}
    groups = grouped(spellings, spoken, same, different, place_ties(spellings, by_id))
    yield from located(list(entity_records(groups, spellings, by_id, voices)), by_id)


def happen(tables: Mapping[str, Sequence[Any]]) -> Iterator[Event | Member]:
    """What happened in the whole case, with the mentions that tell of it."""
    documents: dict[str, Document] = {document.id: document for document in tables["documents"]}
    places: dict[str, str] = {entity.id: entity.name for entity in tables["entities"] if entity.kind == "place"}
    placed = {one.item_id: (one.group_id, places[one.group_id]) for one in tables["members"] if one.group_id in places}
    yield from events_of(documents, tables["mentions"], placed)


def _ids(mentions: Iterable[Mention], voices: Iterable[Voice]) -> set[str]:
    return {*(mention.id for mention in mentions), *(voice.id for voice in voices)}
