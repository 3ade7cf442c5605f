"""Printed lines to paragraphs: by the space between them, where they begin and end, and what runs along on every page."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rashomon.text.normal import folded

INDENT = 24.0  # points by which a paragraph's first line may stand in
HYPHEN = "\x02\ufffe"  # what PDFium gives for a hyphen and the line's end after it
_NUMBER = re.compile(r"(?:(?:page|seite|p\.|s\.)\s*)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/|von)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…][\"”’»)\]]*$")
_OPENS = re.compile(r"(?:[-*•–▪]|\(?\d{1,3}[.)]|\([a-z]\))\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as PDFium gives it: its words, the page, its range of characters there, and its box in points from below."""

    text: str
    page: int
    start: int
    end: int
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined: the text, its place ("page 2, chars 10-80"), its size in points, and whether it only runs along."""

    text: str
    place: str
    size: float
    is_running: bool  # a running head or foot, or a page number


CROWDED = 2_000  # lines of one page from which no columns are looked for: each is compared with each, and a page has some 100


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of all pages in order; one that goes on over the page is one."""
    running = _running(pages)
    made: list[tuple[list[Line], bool]] = []
    for lines in pages:
        body = [line for line in lines if line not in running]
        runs = _runs(body)
        head = [line for line in lines if line in running and (not body or line.start < body[0].start)]
        foot = [line for line in lines if line in running and line not in head]
        made += [([line], True) for line in head]
        last = next((lines for lines, is_running in reversed(made) if not is_running), None)
        if last and runs and not _ENDS.search(last[-1].text) and runs[0][0].text[0].islower():
            last += runs.pop(0)  # a paragraph that goes on over the page
        made += [(run, False) for run in runs] + [([line], True) for line in foot]
    known = frozenset(word for lines in pages for line in lines for word in re.findall(r"\w+-\w+", line.text.casefold()))
    return [
        Paragraph(_joined(lines, known), _place(lines), lines[0].top - lines[0].bottom, is_running) for lines, is_running in made
    ]


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of one page cut into paragraphs, by the space between them and by how the last one ends."""
    if not lines:
        return []
    steps = [above.bottom - below.bottom for above, below in itertools.pairwise(lines) if above.bottom > below.bottom]
    usual = median(steps) if steps else 0.0
    whole = max(line.right for line in lines) - min(line.left for line in lines)
    runs = [[lines[0]]]
    for above, below in itertools.pairwise(lines):
        width = _width(above, lines) if len(lines) <= CROWDED else whole
        step, size = above.bottom - below.bottom, (above.top - above.bottom) / max(below.top - below.bottom, 0.1)
        is_apart = step > 1.35 * usual or not 0.8 < size < 1.25 or (step < -2 * usual and bool(_ENDS.search(above.text)))
        is_done = bool(_ENDS.search(above.text)) and (above.right - above.left < 0.75 * width or below.left > above.left + 8)
        word = (below.right - below.left) * len(below.text.split()[0]) / len(below.text)
        is_short = above.right - above.left + word < 0.65 * width  # the next word would have fitted: the break is meant
        if is_apart or is_done or is_short or _OPENS.match(below.text):
            runs.append([below])
        else:
            runs[-1].append(below)
    return runs


def _width(line: Line, lines: Sequence[Line]) -> float:
    """How wide lines are that begin where this one does: its column; the whole text where it stands alone, as in the middle."""
    column = [other for other in lines if abs(other.left - line.left) < INDENT]
    wide = column if len(column) >= 3 else lines
    return max(other.right for other in wide) - min(other.left for other in wide)


def _running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """Page numbers, and lines at the edge of a page that stand at the edge of most others, figures aside."""
    edges = [[*lines[:2], *lines[2:][-2:]] for lines in pages]
    seen = Counter(key for lines in edges for key in {_unnumbered(line) for line in lines})
    often = {key for key, count in seen.items() if count >= max(2, 0.5 * len(pages)) and len(pages) > 1}
    numbers = {line for lines in pages for line in (*lines[:1], *lines[1:][-1:]) if _NUMBER.fullmatch(line.text)}
    return numbers | {line for lines in edges for line in lines if _unnumbered(line) in often}


def _unnumbered(line: Line) -> tuple[str, int, int]:
    """The line's words without figures, its place from below and its size: all recur where a head runs."""
    return re.sub(r"\d+", "#", folded(line.text)), round(line.bottom / 6), round(line.top - line.bottom)


def _joined(lines: Sequence[Line], known: frozenset[str]) -> str:
    """The lines as one text: a word parted at a line's end is whole again, a line end is a space.

    A hyphen stays where `known`, the document's words, hold the compound with it ("anti-government").
    """
    parts = [lines[0].text]
    for line in lines[1:]:
        parted = re.search(rf"(\w+)[-\u00ad{HYPHEN}]$", parts[-1])
        if parted and line.text[:1].islower():
            after = re.match(r"\w+", line.text)
            compound = f"{parted.group(1)}-{after.group() if after else ''}".casefold()
            parts[-1] = parts[-1][:-1] + ("-" if compound in known else "")
        else:
            parts.append(" ")
        parts.append(line.text)
    return re.sub(r"\s+", " ", "".join(parts).replace("\u00ad", "").translate(dict.fromkeys(map(ord, HYPHEN), "-")))


def _place(lines: Sequence[Line]) -> str:
    parts = [list(run) for _, run in itertools.groupby(lines, key=lambda line: line.page)]
    return "; ".join(f"page {part[0].page}, chars {part[0].start}-{part[-1].end}" for part in parts)
