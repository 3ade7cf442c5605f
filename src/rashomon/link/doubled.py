"""A page that prints its own words twice: where they stand first, and where they stand again."""

from collections.abc import Iterator, Sequence

import numpy as np

from rashomon.link.passages import LONG as TWICE
from rashomon.link.passages import Passages
from rashomon.model import Document, Link, Reason, Span
from rashomon.text.runs import grown
from rashomon.text.shingles import Keys, Words, keys, words

BY = "shared words 3"
SHOWN = 20


def printed_twice(documents: Sequence[Document], passages: Passages) -> Iterator[Link]:
    """A link of each document to itself that holds a passage twice, with both places of it."""
    twice = set(passages.twice.tolist())
    for number, document in enumerate(documents):
        places = doubled_in(document) if number in twice or any(block.kind == "repeat" for block in document.blocks) else []
        if places:
            size = len(document.text)
            reasons = tuple(Reason("printed twice", round(len(again) / size, 4), first, again) for first, again in places)
            yield Link.of(
                document.id,
                document.id,
                "copies",
                by=BY,
                score=1.0,
                reasons=reasons,
                subtype="printed-twice",
                origin=document.id,
            )


def doubled_in(document: Document) -> list[tuple[Span, Span]]:
    """Passages that stand a second time, in order of that, each with its first place; debris is no passage."""
    own = words(document.text, [block.span for block in document.blocks if block.kind != "boilerplate"])
    found = keys(own.ids, TWICE)
    firsts = _first_places(found)
    places: list[tuple[Span, Span]] = []
    at = 0
    for again in np.flatnonzero(firsts + TWICE <= np.arange(len(found))).tolist():
        if again >= at and len(places) < SHOWN:
            first, length = int(firsts[again]), _length(own, int(firsts[again]), again)
            places.append((own.span(first, length), own.span(again, length)))
            at = again + length
    return places


def _first_places(found: Keys) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """For each window where its words stand first."""
    _, first, which = np.unique(found, return_index=True, return_inverse=True)
    return first[which] if len(found) else np.zeros(0, np.int64)


def _length(own: Words, first: int, again: int) -> int:
    """How far the two go on alike; the first place ends where the second begins."""
    run = grown(own.ids, own.ids, first, again)
    return min(run.left + run.length - first, again - first)
