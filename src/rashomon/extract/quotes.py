"""Quotations where they stand: marks of every style, paired within a block, carried over paragraphs left open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model import Span

OPENERS = "“„«‟"
CLOSERS = {
    "“": ("”", '"', "“"), "„": ("“", "”", '"', "‟"), "«": ("»", '"'), "‟": ("”", '"'), "»": ("«",),
    '"': ('"', "”", "“"), "''": ("''",), "``": ("''",), "‘": ("’",), "'": ("'",),
}  # fmt: skip
MARK = re.compile(r"''|``|[“”„‟«»\"‘’']")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, counted in the text it was looked for in: `span` with its marks, `inner` without them."""

    span: Span
    inner: Span
    left_open: bool  # the block ends before the quotation does

    def words(self, text: str) -> int:
        """How many words it has: a quotation of one or two seldom is an utterance of its own."""
        return len(WORD.findall(self.inner.of(text)))


def quotes_in(text: str) -> list[Quote]:
    """The outermost quotations of one block, in order. A mark that nothing answers runs to the end of the block if it is
    plainly an opening one; an apostrophe is none.
    """
    return list(_quotes(text))


def _quotes(text: str) -> Iterator[Quote]:
    at = 0
    while opening := _next_opening(text, at):
        closing = _closing(text, opening)
        inner_end = closing.start() if closing else len(text)
        at = closing.end() if closing else len(text)
        if text[opening.end() : inner_end].strip() and (closing or opening.group() not in "‘'"):
            yield Quote(Span(opening.start(), at), Span(opening.end(), inner_end), closing is None)
        else:
            at = opening.end()


def _next_opening(text: str, at: int) -> re.Match[str] | None:
    for mark in MARK.finditer(text, at):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        if not after or (after.isspace() and mark.group() != "«"):  # « Spaced as in French »
            continue
        if mark.group() in OPENERS or mark.group() == "``":
            return mark
        if mark.group() in ('"', "''", "»", "‘", "'") and (not before or before.isspace() or before in "([{—–-/:,.…"):
            return mark
    return None


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    closers = CLOSERS[opening.group()]
    single = opening.group() in "‘'"
    for mark in MARK.finditer(text, opening.end()):
        if mark.group() not in closers:
            continue
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if single and (after.isalnum() or (not before.isalnum() and before not in ",.?!…")):
            continue  # an apostrophe: "don't"
        if mark.group() == opening.group() == '"' and before.isspace() and after.isalnum():
            continue  # a second opening: the text lost a closing mark, the first one keeps its place
        if mark.group() == "“" and opening.group() in '“"' and after.isalnum():
            continue
        return mark
    return None
