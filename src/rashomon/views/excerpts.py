"""The exact words that an editor must read, with a line of context on either side."""

import re
from dataclasses import dataclass

from rashomon.model import Document, Fact, Span

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


def excerpt(document: Document, fact: Fact) -> Excerpt:
    """The clause that gives the fact, inside its sentence and its block."""
    text = document.text
    room = next((block.span for block in document.blocks if block.span.contains(fact.span)), Span(0, len(text)))
    start, cut_before = _left(text, room.start, fact.span.start)
    end, cut_after = _right(text, fact.span.end, room.end)
    before = Span(start, fact.span.start) if text[start : fact.span.start].strip() else None
    after = Span(fact.span.end, end) if text[fact.span.end : end].strip() else None
    return Excerpt(text, before, fact.span, value_span(text, fact), after, cut_before, cut_after)


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
