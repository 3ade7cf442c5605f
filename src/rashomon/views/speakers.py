"""On whose word a statement stands, and through whom it reached the reader."""

from dataclasses import dataclass

from rashomon.model import Block, Document, Mode, Statement, VoiceKind
from rashomon.text.normal import folded
from rashomon.views.records import Head, Records, Witness


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the name as this page gives it, and the name across documents where that is another one."""

    voice_id: str
    key: str  # the same for all its voices: the entity, or the first of its voices in this document
    name: str
    kind: VoiceKind
    entity_id: str | None
    known_as: str | None
    reported_by: tuple[str, ...]  # the voices inside whose words this one is quoted, the nearest first


@dataclass(frozen=True, slots=True)
class Telling:
    """How a statement is told: in which mode, and whether as denied or as unsure."""

    mode: Mode
    denied: bool
    hedged: bool


def speaker(records: Records, statement: Statement) -> Speaker:
    """Who says this statement."""
    voice, document = records.voices[statement.voice_id], records.heads[statement.doc_id]
    name = voice.name or document.outlet or document.name  # a page that names no outlet still has a file name
    if voice.kind == "unnamed" and statement.cue and not statement.source:
        name = f"nobody named (“{name}”)"  # the voice bears the words that say that somebody says so: "it is feared"
    entity = records.entity_of.get(voice.id)
    known_as = entity.name if entity is not None and folded(entity.name) != folded(name) else None
    return Speaker(
        voice.id,
        records.voice_key[voice.id],
        name,
        voice.kind,
        None if entity is None else entity.id,
        known_as,
        _reporters(records, statement),
    )


def witness(records: Records, document: Document | Head) -> Witness:
    """The document as the apparatus cites it."""
    return records.witnesses[document.id]


def siglum_order(witness: Witness) -> tuple[int, str]:
    """A, B, … Z, AA, AB: the order in which the documents appeared."""
    return len(witness.siglum), witness.siglum


def telling(statement: Statement) -> Telling:
    """The statement's marks."""
    return Telling(statement.mode, statement.denied, statement.hedged)


def block_at(document: Document, place: int) -> Block | None:
    """The block of the document in which this code point stands."""
    return next((block for block in document.blocks if block.span.start <= place < block.span.end), None)


def _reporters(records: Records, statement: Statement) -> tuple[str, ...]:
    names = []
    outer, seen = statement.nested_in, {statement.id}
    while outer is not None and outer not in seen:
        seen.add(outer)
        around = records.statements[outer]
        names.append(records.voices[around.voice_id].name)
        outer = around.nested_in
    return tuple(names)
