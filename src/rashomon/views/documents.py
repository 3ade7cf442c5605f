"""One document in its own order: who speaks where, and which words are at issue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.model import BlockKind, Capture, Document, FactKind, Mode, Relation, Span, Statement
from rashomon.views.excerpts import value_span
from rashomon.views.records import Records
from rashomon.views.speakers import Speaker, Witness, speaker, witness

PassageKind = BlockKind


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a voice says; `number` is the voice's number in this document's margin."""

    span: Span
    number: int
    mode: Mode


@dataclass(frozen=True, slots=True)
class Disputed:
    """Words that answer a point."""

    span: Span
    fact_id: str
    point_id: str
    question: str
    kind: FactKind
    relation: Relation


@dataclass(frozen=True, slots=True)
class Note:
    """The margin's line on a voice: who speaks here, in which mode, with which reserve."""

    number: int
    speaker: Speaker
    mode: Mode
    denied: bool
    hedged: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A block as it is read: its span, who posted it, and what the margin says beside it."""

    span: Span
    kind: PassageKind
    author: str | None
    posted_at: str | None
    post: str | None
    heads_post: bool  # the first passage of a post: its author stands above it
    said: tuple[Said, ...]
    disputed: tuple[Disputed, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its passages in reading order; together they hold every printed character of `text`."""

    witness: Witness
    name: str
    author: str | None
    language: str | None
    uri: str
    capture: Capture
    text: str
    passages: tuple[Passage, ...]


def document_views(records: Records) -> tuple[DocumentView, ...]:
    """Every document, in the order in which they appeared."""
    at_issue = disputed(records)
    return tuple(document_view(records, document, at_issue.get(document.id, ())) for document in records.documents.values())


def document_view(records: Records, document: Document, at_issue: Iterable[Disputed]) -> DocumentView:
    """One document, ready to be read."""
    statements = sorted(records.statements_of.get(document.id, ()), key=lambda statement: statement.content[0])
    numbers = _numbers(records, statements)
    said = [
        (Said(span, numbers[_who(records, statement)], statement.mode), statement)
        for statement in statements
        if statement.mode != "asserted"
        for span in statement.content
    ]
    issues = sorted(at_issue, key=lambda issue: issue.span)
    return DocumentView(
        witness(records, document),
        document.name,
        document.author,
        document.language,
        document.uri,
        records.captures[document.capture_id],
        document.text,
        tuple(_passage(records, piece, said, issues) for piece in _pieces(document)),
    )


def disputed(records: Records) -> dict[str, list[Disputed]]:
    """The words that answer some point, by document."""
    found: dict[str, list[Disputed]] = {}
    for point in records.points.values():
        for position in records.positions_of.get(point.id, ()):
            for fact in records.facts_of.get(position.id, ()):
                span = value_span(records.documents[fact.doc_id].text, fact)
                issue = Disputed(span, fact.id, point.id, point.question, point.kind, point.relation)
                found.setdefault(fact.doc_id, []).append(issue)
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    span: Span
    kind: PassageKind
    author: str | None = None
    posted_at: str | None = None
    post: str | None = None
    heads_post: bool = False


def _pieces(document: Document) -> Iterator[_Piece]:
    """The blocks, and between them what no block holds: shown as debris, for nothing of a capture is hidden."""
    end, post = 0, None
    for block in sorted(document.blocks, key=lambda block: block.span):
        yield from _gap(document.text, end, block.span.start)
        heads_post = block.post is not None and block.post != post
        yield _Piece(block.span, block.kind, block.author, block.posted_at, block.post, heads_post)
        end, post = block.span.end, block.post
    yield from _gap(document.text, end, len(document.text))


def _gap(text: str, start: int, end: int) -> Iterator[_Piece]:
    if text[start:end].strip():
        yield _Piece(Span(start, end), "boilerplate")


def _passage(records: Records, piece: _Piece, said: list[tuple[Said, Statement]], issues: list[Disputed]) -> Passage:
    here = [(words, statement) for words, statement in said if words.span.overlaps(piece.span)]
    notes: dict[tuple[int, Mode, bool, bool], Note] = {}
    for words, statement in here:
        note = Note(words.number, speaker(records, statement), statement.mode, statement.denied, statement.hedged)
        notes.setdefault((note.number, note.mode, note.denied, note.hedged), note)
    return Passage(
        piece.span,
        piece.kind,
        piece.author,
        piece.posted_at,
        piece.post,
        piece.heads_post,
        tuple(words for words, _ in here),
        tuple(issue for issue in issues if issue.span.overlaps(piece.span)),
        tuple(notes.values()),
    )


def _numbers(records: Records, statements: Iterable[Statement]) -> dict[str, int]:
    """The voices that are quoted or reported, numbered as they first speak."""
    numbers: dict[str, int] = {}
    for statement in statements:
        if statement.mode != "asserted":
            numbers.setdefault(_who(records, statement), len(numbers) + 1)
    return numbers


def _who(records: Records, statement: Statement) -> str:
    """One key a speaker: the entity where it is known, else the name, for "the ministry" may speak five times."""
    entity = records.entity_of.get(statement.voice_id)
    return records.voices[statement.voice_id].name if entity is None else entity.id
