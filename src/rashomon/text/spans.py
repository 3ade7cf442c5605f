"""Spans of one text put together, cut out of each other, and trimmed."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from rashomon.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things by where they stand: what a span meets is found without a look at the rest. A thing may stand at several spans."""

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        self._placed = sorted(placed, key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self._placed]
        self._reach = list(accumulate((span.end for span, _ in self._placed), max))  # how far anything up to here goes

    def over(self, span: Span) -> list[T]:
        """What shares a code point with the span, in order of place."""
        found: list[T] = []
        at = bisect_left(self._starts, span.end)
        while at and self._reach[at - 1] > span.start:
            at -= 1
            if self._placed[at][0].end > span.start:
                found.append(self._placed[at][1])
        return found[::-1]


def common(span: Span, within: Span) -> Span | None:
    """What two spans share."""
    start, end = max(span.start, within.start), min(span.end, within.end)
    return Span(start, end) if start < end else None


def merged(text: str, spans: Iterable[Span], *, lines: bool = True) -> list[Span]:
    """The spans in order, those that touch or overlap (or have only blanks between, line breaks only if `lines`) made one."""
    found: list[Span] = []
    blanks = None if lines else " \t\xa0"
    for span in sorted(spans):
        if found and (span.start <= found[-1].end or not text[found[-1].end : span.start].strip(blanks)):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def less(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """What is left of `spans` once `taken` is cut out."""
    left = list(spans)
    for hole in taken:
        left = [
            piece
            for span in left
            for piece in (
                [span]
                if not span.overlaps(hole)
                else [Span(a, b) for a, b in ((span.start, hole.start), (hole.end, span.end)) if a < b]
            )
        ]
    return left


def tidy(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without blanks and stray commas at their ends; those without a word fall away."""
    kept = []
    for span in spans:
        start, end = span.start, span.end
        while start < end and (text[start].isspace() or text[start] in ",;:–—-.)]"):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:–—-(["):
            end -= 1
        if any(char.isalnum() for char in text[start:end]):
            kept.append(Span(start, end))
    return kept
