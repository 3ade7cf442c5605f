"""The exact words that an editor must read, with a line of context on either side."""

import re
from dataclasses import dataclass

from rashomon.model import Document, Fact, Span, Statement

CONTEXT = 180  # characters on either side: about two lines of the reading column
SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s+|\n+")

CLOSED = re.compile(r"[.!?…]['\"”’»)\]]*$")  # asked of a text that is cut after a clause


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`before`, `quote` and `after` follow each other in the document; `value` lies inside `quote`.

    `cut_before` and `cut_after` say that the sentence goes on beyond the context: never in the middle of a word.
    """

    text: str  # the document's text
    before: Span | None
    quote: Span
    value: Span
    after: Span | None
    cut_before: bool
    cut_after: bool
    earlier: Span | None  # two lines more before what is shown, and after it: for whoever asks for them
    later: Span | None


def excerpt(document: Document, fact: Fact) -> Excerpt:
    """The clause that gives the fact, inside its sentence and its block."""
    return _around(document, fact.span, value_span(document.text, fact))


def told_excerpt(document: Document, statement: Statement) -> Excerpt:
    """What a statement says, from its first word to its last, inside its sentence."""
    quote = Span(statement.content[0].start, statement.content[-1].end)
    return _around(document, quote, quote)


def words_around(document: Document, span: Span) -> Excerpt:
    """These words inside their sentence."""
    return _around(document, span, span)


def _around(document: Document, quote: Span, value: Span) -> Excerpt:
    text = document.text
    room = next((block.span for block in document.blocks if block.span.contains(quote)), Span(0, len(text)))
    start, cut_before = _left(text, room.start, quote.start)
    end, cut_after = _right(text, quote.end, room.end)
    before = Span(start, quote.start) if text[start : quote.start].strip() else None
    after = Span(quote.end, end) if text[quote.end : end].strip() else None
    first, last = (before or quote).start, (after or quote).end
    return Excerpt(text, before, quote, value, after, cut_before, cut_after, _earlier(text, first), _later(text, last))


def _earlier(text: str, end: int) -> Span | None:
    """Two lines that end here, from the beginning of a word on."""
    start = max(0, end - CONTEXT)
    if start:
        word = re.compile(r"\s").search(text, start, end)
        start = word.end() if word else start
    return Span(start, end) if text[start:end].strip() else None


def _later(text: str, start: int) -> Span | None:
    """Two lines that begin here, to the end of a word."""
    end = start + CONTEXT
    end = len(text) if end >= len(text) else max(text.rfind(" ", start, end), text.rfind("\n", start, end))
    return Span(start, end) if end > start and text[start:end].strip() else None


def value_span(text: str, fact: Fact) -> Span:
    """Where the words of the answer stand inside the fact's clause."""
    start = text.find(fact.value, fact.span.start, fact.span.end)
    return fact.span if start < 0 or not fact.value else Span(start, start + len(fact.value))


def _left(text: str, room: int, start: int) -> tuple[int, bool]:
    """Where the context before `start` begins, and whether its sentence began earlier still."""
    begin = max((end.end() for end in SENTENCE_END.finditer(text, room, start)), default=room)
    if start - begin <= CONTEXT:
        return begin, False
    word = re.compile(r"\s").search(text, start - CONTEXT, start)
    return (word.end() if word else start), True


def _right(text: str, end: int, room: int) -> tuple[int, bool]:
    """Where the context after `end` ends, and whether its sentence goes on."""
    ended = CLOSED.search(text, max(0, end - 8), end) or SENTENCE_END.match(text, end - 1, room)
    if ended or end >= room:
        return end, False
    stop = SENTENCE_END.search(text, end, room)
    finish = stop.start() + len(stop.group().rstrip()) if stop else room
    if finish - end <= CONTEXT:
        return finish, False
    return max(text.rfind(" ", end, end + CONTEXT), end), True
