"""One document in its own order: who speaks where, and which words are at issue."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import BlockKind, Capture, Document, FactKind, Mode, Relation, Span, Statement
from rashomon.text.spans import SpanIndex
from rashomon.views.excerpts import value_span
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, speaker, witness

PART = 40_000  # characters that stand on one page; a longer document is read in parts
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
class Copied:
    """Words that another document has too, or this one at another place (then `other` is itself), and where they stand there;
    `first` says that they are first here.
    """

    span: Span
    other: Witness
    there: Span
    kind: str
    first: bool | None  # None where it is not known who copied whom
    words: int


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
    copied: tuple[Copied, ...]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its passages in reading order; all `parts` together hold every printed character of `text`."""

    witness: Witness
    name: str
    author: str | None
    language: str | None
    uri: str
    capture: Capture
    text: str
    passages: tuple[Passage, ...]
    part: int  # which part of the document this is, from 1
    parts: int


def document_view(records: Records, document: Document, part: int | None = None) -> DocumentView:
    """One document, ready to be read: the whole, or the part that is asked for."""
    statements = sorted(records.statements_of[document.id], key=lambda statement: statement.content[0])
    records.bring_told(statements)
    records.bring_answered(statements)
    numbers = _numbers(records, statements)
    said = SpanIndex(
        (span, (Said(span, numbers[_who(records, statement)], statement.mode), statement))
        for statement in statements
        if statement.mode != "asserted"
        for span in statement.content
    )
    parts = _parts(document)
    part = None if part is None else min(max(part, 1), len(parts))
    pieces = [piece for each in parts for piece in each] if part is None else parts[part - 1]
    shown = [piece.span for piece in pieces]
    within = Span(shown[0].start, shown[-1].end) if shown else None
    issues = SpanIndex((issue.span, issue) for issue in disputed(records, document, within)) if within else SpanIndex(())
    runs = SpanIndex((run.span, run) for run in copied(records, document))
    return DocumentView(
        witness(records, document),
        document.name,
        document.author,
        document.language,
        document.uri,
        records.captures[document.capture_id],
        document.text,
        tuple(
            _passage(records, piece, said.over(piece.span), issues.over(piece.span), runs.over(piece.span)) for piece in pieces
        ),
        part or 1,
        1 if part is None else len(parts),
    )


def part_of(document: Document, place: int) -> int:
    """The part of the document in which this code point stands."""
    parts = _parts(document)
    return next((number for number, pieces in enumerate(parts, 1) if pieces and pieces[-1].span.end > place), len(parts))


def disputed(records: Records, document: Document, within: Span | None = None) -> Iterator[Disputed]:
    """The words of a document that answer some point; only those inside `within` where that is given."""
    for statement in records.statements_of[document.id]:
        for fact in records.facts_in[statement.id]:
            if within is not None and not fact.span.overlaps(within):
                continue
            for position in records.answered_by[fact.id]:
                point = records.points[position.point_id]
                yield Disputed(value_span(document.text, fact), fact.id, point.id, point.question, point.kind, point.relation)


def copied(records: Records, document: Document) -> Iterator[Copied]:
    """The words that this document shares with others."""
    for link in records.copies_of[document.id]:
        first = None if link.origin not in (link.left, link.right) else link.origin == document.id
        for left in [side for side, end in ((True, link.left), (False, link.right)) if end == document.id]:
            other = witness(records, records.heads[link.right if left else link.left])
            for reason in link.reasons:
                here, there = (reason.left, reason.right) if left else (reason.right, reason.left)
                if here is not None and there is not None:
                    words = len(here.of(document.text).split())
                    yield Copied(
                        here, other, there, link.subtype or "same-text", left if link.left == link.right else first, words
                    )


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


def _parts(document: Document) -> list[list[_Piece]]:
    """The pieces as they are shared out to pages: a piece is never cut."""
    parts: list[list[_Piece]] = [[]]
    for piece in _pieces(document):
        if parts[-1] and piece.span.end - parts[-1][0].span.start > PART:
            parts.append([])
        parts[-1].append(piece)
    return parts


def _gap(text: str, start: int, end: int) -> Iterator[_Piece]:
    if text[start:end].strip():
        yield _Piece(Span(start, end), "boilerplate")


def _passage(
    records: Records,
    piece: _Piece,
    said: Sequence[tuple[Said, Statement]],
    issues: Sequence[Disputed],
    runs: Sequence[Copied],
) -> Passage:
    notes: dict[tuple[int, Mode, bool, bool], Note] = {}
    for words, statement in said:
        note = Note(words.number, speaker(records, statement), statement.mode, statement.denied, statement.hedged)
        notes.setdefault((note.number, note.mode, note.denied, note.hedged), note)
    return Passage(
        piece.span,
        piece.kind,
        piece.author,
        piece.posted_at,
        piece.post,
        piece.heads_post,
        tuple(words for words, _ in said),
        tuple(issues),
        tuple(notes.values()),
        tuple(runs),
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
