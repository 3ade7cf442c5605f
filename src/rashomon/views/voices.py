"""Who speaks in the case: every voice with the documents that carry it and the answers that it gives."""

from collections import defaultdict
from dataclasses import dataclass

from rashomon.model import Entity, Relation, Statement, Voice, VoiceKind
from rashomon.model.ids import make_id
from rashomon.views.records import Records
from rashomon.views.speakers import Witness, siglum_order, witness


@dataclass(frozen=True, slots=True)
class Held:
    """An answer that a voice gives."""

    point_id: str
    question: str
    relation: Relation
    value: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One speaker across the case; `names` are the spellings that the pages use."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: VoiceKind
    witnesses: tuple[Witness, ...]
    statements: int
    held: tuple[Held, ...]


def voice_views(records: Records) -> tuple[VoiceView, ...]:
    """Every voice that says something, those that take part in most points first."""
    spoken: dict[str, list[Statement]] = defaultdict(list)
    for statement in records.statements.values():
        spoken[voice_key(records, statement.voice_id)].append(statement)
    held = _held(records)
    views = [_voice(records, key, statements, held) for key, statements in spoken.items()]
    return tuple(sorted(views, key=lambda view: (-len(view.held), -view.statements, view.name, view.id)))


def voice_key(records: Records, voice_id: str) -> str:
    """The entity that speaks; where none is known, the name as this one document gives it."""
    entity = records.entity_of.get(voice_id)
    if entity is not None:
        return entity.id
    voice = records.voices[voice_id]
    return make_id("spk", voice.doc_id, voice.kind, voice.name)


def _voice(records: Records, key: str, statements: list[Statement], held: dict[str, list[Held]]) -> VoiceView:
    entity: Entity | None = records.entities.get(key)
    voices: list[Voice] = list({each.voice_id: records.voices[each.voice_id] for each in statements}.values())
    name = voices[0].name if entity is None else entity.name
    documents = {statement.doc_id: records.documents[statement.doc_id] for statement in statements}
    answers = {answer.fact_id: answer for each in voices for answer in held.get(each.id, ())}
    return VoiceView(
        key,
        name,
        tuple(dict.fromkeys(voice.name for voice in voices if voice.name != name)),
        voices[0].kind,
        tuple(sorted((witness(records, document) for document in documents.values()), key=siglum_order)),
        len(statements),
        tuple(answers.values()),
    )


def _held(records: Records) -> dict[str, list[Held]]:
    """What each voice answers to which point."""
    held: dict[str, list[Held]] = defaultdict(list)
    for point in records.points.values():
        for position in records.positions_of.get(point.id, ()):
            for fact in records.facts_of.get(position.id, ()):
                voice = records.statements[fact.statement_id].voice_id
                held[voice].append(Held(point.id, point.question, point.relation, fact.value, fact.id))
    return held
