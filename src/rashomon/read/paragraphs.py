"""Where the paragraphs of a plain text stand."""

import itertools
import re
from statistics import median

from rashomon.model import Span

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*\S[^\r\n\f\v\x85\u2028\u2029]*")
_BLANK = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_ITEM = re.compile(r"[-*•–]\s|\d{1,3}[.)]\s|\[\d+\]|>")
WRAPPED = (45, 100)  # the usual widths at which editors and mail programs break lines


def paragraphs(text: str) -> list[Span]:
    """The paragraphs in order: one a line, or, in a text broken at a fixed width, one a run of lines."""
    lines = [_trimmed(text, found.start(), found.end()) for found in _LINE.finditer(text)]
    if not _is_wrapped(text, lines):
        return lines
    joined: list[Span] = []
    for line in lines:
        if joined and not _BLANK.search(text, joined[-1].end, line.start) and not _ITEM.match(line.of(text)):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines break in mid-sentence: most of those with a next one are of one width and end without a full stop."""
    inner = [line for line, after in itertools.pairwise(lines) if not _BLANK.search(text, line.end, after.start)]
    if len(inner) < 4 or len(inner) * 3 < len(lines):
        return False
    open_ended = sum(line.of(text)[-1] not in '.!?…"”»:' for line in inner)
    width = median(map(len, inner))
    return WRAPPED[0] <= width <= WRAPPED[1] and max(map(len, inner)) <= 1.4 * width and open_ended * 10 >= 6 * len(inner)
