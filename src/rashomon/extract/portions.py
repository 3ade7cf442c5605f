"""A long block cut into portions that can be parsed one by one: a parse costs more than its length in time and memory."""

import re
from collections.abc import Iterator

from rashomon.model import Span

LONGEST = 8_000  # code points; the longest paragraphs of newspapers have about 3,000
UNBROKEN = 1_000  # code points without a blank: the parser's time for such a "word" grows with the square of its length
OVERLONG = re.compile(rf"\S{{{UNBROKEN}}}")
LINE, SENTENCE, BLANK = (re.compile(pattern) for pattern in (r"\n+", r"[.!?…][\"'”’»)\]]*\s+", r"\s+"))


def portions(text: str, block: Span) -> Iterator[Span]:
    """The block in portions, cut at the last line break, else sentence, else blank that fits, else anywhere."""
    start = block.start
    while start < block.end:
        end = _end(text, start, block.end)
        if (long := OVERLONG.search(text, start, end)) is not None:
            end = long.end()
        portion = Span(start, end)
        if portion.of(text).strip():
            yield portion
        start = end


def _end(text: str, start: int, last: int) -> int:
    if last - start <= LONGEST:
        return last
    for cut in (LINE, SENTENCE, BLANK):
        ends = [match.end() for match in cut.finditer(text, start + LONGEST // 2, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST
