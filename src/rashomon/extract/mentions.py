"""Names, times, amounts and happenings where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.naming.named import Name
from rashomon.extract.naming.names import names_in
from rashomon.extract.naming.placed import placed
from rashomon.extract.reading import Passage, Reading
from rashomon.model import Mention, Span
from rashomon.text.amounts import Amount, amounts_in
from rashomon.text.times import Time, times_in

_WEEKDAY = re.compile(r"(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\.?", re.IGNORECASE)


def mentions_in(reading: Reading) -> list[Mention]:
    """Every mention in the document, in reading order; no time, amount or happening stands in a name, and no time is that at
    which the page was posted or updated.
    """
    doc_id, mentions = reading.document.id, list[Mention]()
    names, last, post = names_in(reading.passages), None, None
    starts = [name.span.start for name in names]
    norms = placed(reading.document, (name.span for name in names if name.kind == "place"))
    for passage in reading.passages:
        block = passage.block.span
        here = names[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        last, post = last if passage.block.post == post else None, passage.block.post  # "the next day" after what another wrote
        times = _times(reading, passage, last)
        last = next((time.iso for time in reversed(times) if time.iso and not time.stamp), last)
        here = [name for name in here if not _is_dated(name, times)]
        named = [name.span for name in here]
        times = [time for time in times if not time.stamp and not _within(time.span, named)]
        mentions += [Mention.of(doc_id, name.span, name.kind, norms.get(name.span)) for name in here]
        mentions += [Mention.of(doc_id, time.span, "time", time.norm) for time in times]
        mentions += [Mention.of(doc_id, span, "amount", norm) for span, norm in _amounts(passage) if not _within(span, named)]
        mentions += _happenings(doc_id, passage, sorted([*named, *(time.span for time in times)]))
    return sorted({mention.id: mention for mention in mentions}.values(), key=lambda mention: mention.span)


def bounds(amount: Amount) -> str:
    """An amount's bounds as a norm: "40..40", "40..", "..40"."""
    low = "" if amount.low == 0 and amount.high else _number(amount.low)
    return f"{low}..{'' if amount.high is None else _number(amount.high)}"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.6f}".rstrip("0")


def _times(reading: Reading, passage: Passage, last: str | None) -> list[Time]:
    """The dates and times of day in a passage; durations are amounts, "now" says nothing that can be compared."""
    block = passage.block
    found = times_in(passage.text, block.posted_at or reading.document.published_at, last)
    return [
        replace(time, span=time.span.moved(block.span.start))
        for time in found
        if time.kind in ("date", "time") and not (time.value or "").endswith("_REF")
    ]


def _amounts(passage: Passage) -> Iterator[tuple[Span, str]]:
    for amount in amounts_in(passage.text):
        yield amount.span.moved(passage.block.span.start), bounds(amount)


def _happenings(doc_id: str, passage: Passage, taken: Sequence[Span]) -> Iterator[Mention]:
    for act in passage.acts:
        span = passage.span(act.word)
        if not _within(span, taken):
            yield Mention.of(doc_id, span, "happening", act.of)


def _within(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span shares anything with spans that stand in reading order and share nothing among themselves."""
    at = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])


def _is_dated(name: Name, times: Sequence[Time]) -> bool:
    """Whether the parser took a date for a name: "Sun 05 Jul" is one, the "November 17 Movement" is not."""
    start = name.span.start - name.tokens[0].idx
    at = bisect_left(times, name.span.start, key=lambda time: time.span.end - 1)
    inside = [time for time in times[at : at + 3] if time.span.overlaps(name.span)]
    words = (token for token in name.tokens if token.is_alpha)
    return bool(inside) and all(
        _WEEKDAY.fullmatch(word.text)
        or any(time.span.overlaps(Span(word.idx, word.idx + len(word)).moved(start)) for time in inside)
        for word in words
    )
