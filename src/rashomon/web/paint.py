"""Text and spans to safe HTML.

The text is cut wherever a mark begins or ends, and each piece becomes one element that carries the classes of all marks
over it, so that marks may overlap as they like. Laws: taking the tags away gives back the exact text; no character of the
text is ever read as markup.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from rashomon.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show over a span of the text; offsets count code points of the whole document."""

    span: Span
    classes: str
    href: str | None = None  # where a click leads; of marks that overlap the shortest wins
    anchor: str | None = None  # an id to link to, set where the mark begins
    label: str | None = None  # a short sign printed before the mark by the style sheet, never part of the text


def paint(text: str, span: Span, marks: Iterable[Mark] = ()) -> Markup:
    """The words of `text` inside `span`, with the marks that touch it."""
    inside = sorted((mark for mark in marks if mark.span.overlaps(span)), key=lambda mark: (mark.span, mark.classes))
    cuts = {span.start, span.end}
    for mark in inside:
        cuts.update(place for place in (mark.span.start, mark.span.end) if span.start < place < span.end)
    pieces: list[str] = []
    live: list[Mark] = []
    coming, anchored = inside[::-1], set[str]()
    for start, end in pairwise(sorted(cuts)):
        live = [mark for mark in live if mark.span.end > start]
        begun = []
        while coming and coming[-1].span.start <= start:
            begun.append(coming.pop())
        live += begun
        pieces += [*_anchors(begun, span, anchored), _piece(text[start:end], live, begun)]
    return Markup("".join(pieces))  # noqa: S704 (every piece is escaped; to join them as markup takes five times as long)


def plain(text: str) -> Markup:
    """The text escaped. A bare carriage return would reach the reader as a line feed, so it is spelled out."""
    return Markup(_escaped(text))  # noqa: S704


def _escaped(text: str) -> str:
    return str(escape(text)).replace("\r", "&#13;")


def _anchors(begun: Iterable[Mark], span: Span, anchored: set[str]) -> Iterator[str]:
    """The ids that begin here; a mark that began before the shown span keeps its id where it did begin."""
    for mark in begun:
        if mark.anchor and mark.anchor not in anchored and mark.span.start >= span.start:
            anchored.add(mark.anchor)
            yield f'<i id="{_escaped(mark.anchor)}"></i>'


def _piece(words: str, live: list[Mark], begun: list[Mark]) -> str:
    if not live:
        return _escaped(words)
    classes = " ".join(dict.fromkeys(name for mark in live for name in mark.classes.split()))
    label = " ".join(dict.fromkeys(mark.label for mark in begun if mark.label))
    attributes = f' class="{_escaped(classes)}"' + (f' data-label="{_escaped(label)}"' if label else "")
    linked = min((mark for mark in live if mark.href), key=lambda mark: len(mark.span), default=None)
    if linked is not None and words.strip():  # a link of blanks would be a stop without a name
        return f'<a{attributes} href="{_escaped(linked.href or "")}">{_escaped(words)}</a>'
    return f"<span{attributes}>{_escaped(words)}</span>"
