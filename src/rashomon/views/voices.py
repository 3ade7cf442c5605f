"""Who speaks in the case: every voice with the documents that carry it, what it says, and how its answers changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from rashomon.model import Fact, Relation, Statement, Voice, VoiceKind
from rashomon.text.moments import chronological
from rashomon.views.excerpts import Excerpt, told_excerpt
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, Telling, block_at, siglum_order, speaker, telling, witness


@dataclass(frozen=True, slots=True)
class Held:
    """An answer that a voice gives."""

    point_id: str
    question: str
    relation: Relation
    position_id: str
    value: str
    denied: bool
    fact_id: str
    at: str | None
    witness: Witness
    times: int = 1  # that this account has it say so


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
class Course:
    """What a voice answered to one question, in the order in which it was said; `changed` if not always the same."""

    point_id: str
    question: str
    relation: Relation
    held: tuple[Held, ...]
    changed: bool


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
    courses: tuple[Course, ...]  # changed answers first
    spoken: tuple[Spoken, ...]  # those of the page that is asked for


def voice_count(records: Records) -> int:
    """How many speak: each entity once, and of those whom no entity is known for each name once a document."""
    return len(_speaking(records))


def voice_lines(records: Records) -> tuple[VoiceLine, ...]:
    """Every voice that says something, those that answer most points first."""
    statements = records.shelf.tally("statements", "voice_id")
    answering = records.shelf.answers_of_voices()
    lines = [_line(records, key, voices, statements, answering) for key, voices in _speaking(records).items()]
    return tuple(sorted(lines, key=lambda line: (-line.answers, -line.statements, line.name, line.id)))


def voice_view(records: Records, key: str, page: slice) -> VoiceView | None:
    """One voice, found by its entity or by any of its own ids; None if nobody of that id speaks."""
    voices = _voices_of(records, key)
    statements = records.said_by.bring(voice.id for voice in voices)
    if not statements:
        return None
    statements.sort(key=lambda each: (records.places[each.doc_id], each.content[0]))
    records.bring_answered(statements)
    records.bring_told(statements[page])
    entity = records.entity_of.get(voices[0].id)
    name = voices[0].name if entity is None else entity.name
    documents = dict.fromkeys(statement.doc_id for statement in statements)
    return VoiceView(
        records.voice_key[voices[0].id],
        None if entity is None else entity.id,
        name or records.heads[voices[0].doc_id].outlet or records.heads[voices[0].doc_id].name,
        tuple(dict.fromkeys(voice.name for voice in voices if voice.name != name)),
        voices[0].kind,
        tuple(sorted((witness(records, records.heads[doc_id]) for doc_id in documents), key=siglum_order)),
        len(statements),
        _courses(records, statements),
        tuple(_spoken(records, statement) for statement in statements[page]),
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
        sum(answering.get(voice.id, 0) for voice in voices),
    )


def _voices_of(records: Records, key: str) -> list[Voice]:
    """The voices of an entity; or the voice of this id with its namesakes in the same document."""
    if key in records.entities:
        rows = records.shelf.beginning("members", "item_id", column="item_id", begins="voi", group_id=key)
        return records.voices.bring(voice_id for (voice_id,) in rows)
    voice = records.voices.get(key)
    if voice is None:
        return []
    entity = records.entity_of.get(key)
    if entity is not None:
        return _voices_of(records, entity.id)
    return records.shelf.where(Voice, "voices", doc_id=voice.doc_id, kind=voice.kind, name=voice.name)


def _courses(records: Records, statements: Iterable[Statement]) -> tuple[Course, ...]:
    held: dict[str, list[Held]] = defaultdict(list)
    for statement in statements:
        for fact in records.facts_in[statement.id]:
            for answer in _held(records, fact):
                held[answer.point_id].append(answer)
    courses = [_course(answers) for answers in held.values()]
    return tuple(sorted(courses, key=lambda course: (not course.changed, -len(course.held), course.question)))


def _course(held: list[Held]) -> Course:
    """An answer that one account has it give again and again stands once."""
    held.sort(key=lambda answer: chronological(answer.at))
    times = Counter((answer.position_id, answer.witness.doc_id) for answer in held)
    once = {(answer.position_id, answer.witness.doc_id): answer for answer in reversed(held)}
    shown = [replace(answer, times=times[key]) for key, answer in reversed(once.items())]
    shown.sort(key=lambda answer: chronological(answer.at))
    changed = len({answer.position_id for answer in held}) > 1
    return Course(held[0].point_id, held[0].question, held[0].relation, tuple(shown), changed)


def _held(records: Records, fact: Fact) -> Iterable[Held]:
    document = records.heads[fact.doc_id]
    for position in records.answered_by[fact.id]:
        point = records.points[position.point_id]
        yield Held(
            point.id,
            point.question,
            point.relation,
            position.id,
            fact.value,
            fact.polarity == "denied",
            fact.id,
            document.published_at,
            witness(records, document),
        )


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
