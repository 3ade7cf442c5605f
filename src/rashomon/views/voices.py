"""Who speaks in the case: every voice with the documents that carry it, what it says, and how its answers changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Statement, VoiceKind
from rashomon.views.courses import Course, answered_by, courses_of
from rashomon.views.excerpts import Excerpt, told_excerpt
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, Telling, block_at, siglum_order, speaker, telling, witness


@dataclass(frozen=True, slots=True)
class VoiceLine:
    """One speaker as the list of voices has it; `names` are the spellings that the pages use."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: VoiceKind
    witnesses: tuple[Witness, ...]
    statements: int
    answers: int  # places where it answers a point


@dataclass(frozen=True, slots=True)
class Spoken:
    """One statement of a voice, with its exact words in their sentence."""

    statement_id: str
    speaker: Speaker
    telling: Telling
    witness: Witness
    at: str | None
    excerpt: Excerpt
    fact_id: str | None  # a fact in it that answers a point: the words are marked there in the document


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One speaker across the case."""

    id: str
    entity_id: str | None
    name: str
    names: tuple[str, ...]
    kind: VoiceKind
    witnesses: tuple[Witness, ...]
    statements: int
    answered: int  # questions
    courses: tuple[Course, ...]  # of those that are asked for, changed answers first
    spoken: tuple[Spoken, ...]  # those of the page that is asked for


def voice_count(records: Records) -> int:
    """How many speak: each entity once, and of those whom no entity is known for each name once a document."""
    return len(_speaking(records))


def voice_lines(records: Records) -> tuple[VoiceLine, ...]:
    """Every voice that says something, those that answer most points first."""
    statements = records.shelf.tally("statements", "voice_id")
    answering = records.shelf.answers_of_speakers()
    lines = [_line(records, key, voices, statements, answering) for key, voices in _speaking(records).items()]
    return tuple(sorted(lines, key=lambda line: (-line.answers, -line.statements, line.name, line.id)))


def voice_view(records: Records, key: str, page: slice, courses: slice = slice(None)) -> VoiceView | None:
    """One voice, found by its entity or by any of its own ids; None if nobody of that id speaks. `page` are the statements that
    are shown, `courses` the questions.
    """
    voices = _voices_of(records, key)
    said = _said(records, [voice.id for voice in voices])
    if not said:
        return None
    statements = records.statements.bring(statement for statement, _ in said[page])
    records.bring_answered(statements)
    records.bring_told(statements)
    first = voices[0]
    entity = records.entity_of.get(first.id)
    name = first.name if entity is None else entity.name
    answered = answered_by(records, [entity.id] if entity else [voice.id for voice in voices])
    return VoiceView(
        records.voice_key[first.id],
        None if entity is None else entity.id,
        name or records.heads[first.doc_id].outlet or records.heads[first.doc_id].name,
        tuple(dict.fromkeys(voice.name for voice in voices if voice.name != name)),
        first.kind,
        tuple(
            sorted((witness(records, records.heads[doc_id]) for doc_id in dict.fromkeys(dict(said).values())), key=siglum_order)
        ),
        len(said),
        len(answered),
        courses_of(records, answered[courses]),
        tuple(_spoken(records, statement) for statement in statements),
    )


class _Row(NamedTuple):
    """What a list needs of a voice."""

    id: str
    doc_id: str
    kind: VoiceKind
    name: str


@lru_cache(2)  # for the list and for the count on the first page: half a second of a big case
def _speaking(records: Records) -> dict[tuple[str, ...], list[_Row]]:
    """The voices that have statements, by who speaks."""
    heard = {voice_id for (voice_id,) in records.shelf.tally("statements", "voice_id")}
    people = {key for (key,) in records.shelf.cells("entities", "id")}
    rows = records.shelf.beginning("members", "group_id", "item_id", column="item_id", begins="voi")
    entity_of = {item: group for group, item in rows if group in people}
    groups: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for voice in map(_Row._make, records.shelf.cells("voices", "id", "doc_id", "kind", "name")):
        entity = entity_of.get(voice.id)
        groups[(entity,) if entity else (voice.doc_id, voice.kind, voice.name)].append(voice)
    return {key: voices for key, voices in groups.items() if any(voice.id in heard for voice in voices)}


def _line(
    records: Records, key: tuple[str, ...], voices: list[_Row], statements: dict[tuple[str, ...], int], answering: dict[str, int]
) -> VoiceLine:
    entity = records.entities.get(key[0])
    first = records.heads[voices[0].doc_id]
    name = (entity.name if entity else voices[0].name) or first.outlet or first.name
    documents = dict.fromkeys(voice.doc_id for voice in voices)
    return VoiceLine(
        entity.id if entity else min(voice.id for voice in voices),
        name,
        tuple(dict.fromkeys(voice.name for voice in voices if voice.name and voice.name != name)),
        voices[0].kind,
        tuple(sorted((witness(records, records.heads[doc_id]) for doc_id in documents), key=siglum_order)),
        sum(statements[(voice.id,)] for voice in voices),
        sum(answering.get(speaker, 0) for speaker in ([entity.id] if entity else [voice.id for voice in voices])),
    )


def _voices_of(records: Records, key: str) -> list[_Row]:
    """The voices of an entity; or the voice of this id with its namesakes in the same document."""
    shelf = records.shelf
    if key in records.entities:
        ids = [item for (item,) in shelf.beginning("members", "item_id", column="item_id", begins="voi", group_id=key)]
        rows = {row[0]: _Row(*row) for row in shelf.among("voices", "id", "doc_id", "kind", "name", column="id", keys=ids)}
        return [rows[voice_id] for voice_id in ids if voice_id in rows]
    voice = records.voices.get(key)
    if voice is None:
        return []
    entity = records.entity_of.get(key)
    if entity is not None:
        return _voices_of(records, entity.id)
    alike = {"doc_id": voice.doc_id, "kind": voice.kind, "name": voice.name}
    return [_Row(*row) for row in shelf.cells("voices", "id", "doc_id", "kind", "name", **alike)]


def _said(records: Records, voices: Sequence[str]) -> list[tuple[str, str]]:
    """Every statement of these voices with its document, in the order of the accounts: nothing more is read of thousands."""
    rows = records.shelf.among("statements", "id", "doc_id", "rowid", column="voice_id", keys=voices)
    in_order = sorted(rows, key=lambda row: (records.places[row[1]], row[2]))
    return [(key, doc_id) for key, doc_id, _ in in_order]


def _spoken(records: Records, statement: Statement) -> Spoken:
    document = records.documents[statement.doc_id]
    block = block_at(document, statement.content[0].start)
    return Spoken(
        statement.id,
        speaker(records, statement),
        telling(statement),
        witness(records, document),
        (block.posted_at if block else None) or document.published_at,
        told_excerpt(document, statement),
        next((fact.id for fact in records.facts_in[statement.id] if records.answered_by[fact.id]), None),
    )
