"""Blocks no longer than can be parsed at once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.model import Block, Span

LONGEST = 10_000  # characters, some 1,700 words: one block of 100,000 took 30 s to search where ten of these take 7 s
_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+")
_WORD = re.compile(r"\s+")


def in_lengths(text: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a very long one in several at ends of sentences, or of words; each part keeps the path of the whole."""
    for block in blocks:
        start, end = block.span.start, block.span.end
        while end - start > LONGEST:
            last, following = _break(text, start, start + LONGEST)
            yield replace(block, span=Span(start, last))
            start = following
        yield replace(block, span=Span(start, end))


def _break(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a part that must not reach beyond `end` stops, and where the next begins."""
    for pattern in (_SENTENCE, _WORD):
        found = [hit for hit in pattern.finditer(text, start + LONGEST // 2, end) if hit.end() < end]
        if found:
            hit = found[-1]
            return hit.start() + len(hit[0].rstrip()), hit.end()
    return end, end
