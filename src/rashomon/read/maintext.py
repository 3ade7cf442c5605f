"""Which passages of a page are its main text: trafilatura decides, and its lines are found again among the passages."""

import logging
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from itertools import accumulate

from lxml import etree, html

INLINE = {"ref", "hi", "del"}  # what trafilatura leaves within a line: links, emphasis
LONG = 20  # letters from which a line says by itself where it stands
_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_PRUNED = "data-rashomon-pruned"


def main_passages(root: html.HtmlElement, texts: Sequence[str], without: Sequence[html.HtmlElement] = ()) -> set[int]:
    """The places of the texts that belong to the main text, `without` elements known to be something else."""
    return places_of(_lines(root, without), texts)


def places_of(lines: Sequence[str], texts: Sequence[str]) -> set[int]:
    """The places of the texts that the lines hold, half of the text at least.

    trafilatura gives lines of a new tree. They are looked for among the page's own texts, letters and figures only: first
    those that stand in one place alone, then the others between them.
    """
    letters = [_letters(text) for text in texts]
    return {place for place, count in _found(lines, letters).items() if 2 * count >= len(letters[place]) > 0}


def _lines(root: html.HtmlElement, without: Sequence[html.HtmlElement]) -> list[str]:
    """What trafilatura takes for the main text, line by line."""
    from trafilatura import bare_extraction  # 0.7 s to import: only when a page is read

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of pages without text; so do we, with a remedy
    for element in without:
        element.set(_PRUNED, "")
    page = deepcopy(root)
    etree.strip_tags(page, etree.Comment, etree.ProcessingInstruction)  # it loses the text after a comment in a paragraph
    # fast: without its comparison with two other extractors, which is worse here (F1 0.964 with it, 0.973 without, on 60 pages)
    document = bare_extraction(page, include_comments=False, fast=True, prune_xpath=f"//*[@{_PRUNED}]")
    if document is None or isinstance(document, dict) or document.body is None:
        return []
    lines = [""]
    for event, element in etree.iterwalk(document.body, events=("start", "end")):
        if element.tag not in INLINE and lines[-1].strip():
            lines.append("")
        lines[-1] += (element.text if event == "start" else element.tail) or ""
    return [line for line in lines if line.strip()]


def _found(lines: Sequence[str], letters: Sequence[str]) -> dict[int, int]:
    """How many letters of each text the lines hold."""
    page = _Page(letters)
    sure = [page.only(_letters(line)) for line in lines]
    limits = [len(page.text)]  # where the next sure line stands, seen from each line
    for place in reversed(sure):
        limits.append(limits[-1] if place is None else place)
    for line, place, limit in zip(lines, sure, limits[:0:-1], strict=True):
        if place is not None:
            page.take(place, _letters(line))
        elif not page.look(_letters(line), limit):
            for sentence in _SENTENCE.split(line):  # something between them was dropped: a link, a picture
                page.look(_letters(sentence), limit)
    return page.taken


class _Page:
    """The letters of all passages in one string, and how many of each passage are taken so far."""

    def __init__(self, letters: Sequence[str]) -> None:
        self.text = "".join(letters)
        self.taken: dict[int, int] = defaultdict(int)
        self._starts = [0, *accumulate(map(len, letters))]
        self._at = 0  # where the last line ended
        self._whole: dict[str, list[int]] = defaultdict(list)
        for start, words in zip(self._starts, letters, strict=False):
            self._whole[words].append(start)

    def only(self, words: str) -> int | None:
        """Where a long line stands, if it is the whole of one passage and of no other."""
        places = self._whole.get(words, [])
        return places[0] if len(places) == 1 and len(words) >= LONG else None

    def look(self, words: str, limit: int) -> bool:
        """Takes a line where it stands between the last one and the limit; a long one may stand anywhere."""
        if not words:
            return False
        whole = self._whole.get(words, [])
        nth = bisect_left(whole, self._at)
        place = whole[nth] if nth < len(whole) and whole[nth] < limit else self.text.find(words, self._at, limit)
        if place < 0 and len(words) >= LONG:
            place = self.text.find(words)
        if place >= 0:
            self.take(place, words)
        return place >= 0

    def take(self, start: int, words: str) -> None:
        """Counts the letters of a line that stands at `start` for the passages that hold them."""
        self._at = end = start + len(words)
        passage = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[passage + 1])
            self.taken[passage] += stop - start
            start, passage = stop, passage + 1


def _letters(text: str) -> str:
    return _NOT_WORD.sub("", text)
