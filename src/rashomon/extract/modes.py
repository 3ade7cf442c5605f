"""Whether a voice is quoted, reported or both, told by the quotation marks in and around what it says."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.extract.quotes import Quote, quotes_in
from rashomon.model import Mode, Span
from rashomon.text.spans import common, less

WORDS = re.compile(r"\b(?!that\b|but\b|and\b)\w+", re.IGNORECASE)  # "that" before a quotation does not make it a mixed one
OTHERS = re.compile(
    r"\b(?:so[- ]called|self[- ](?:styled|described|proclaimed)|supposed|alleged|known as|dubbed|nicknamed|titled|entitled|named"
    r"|(?:words?|terms?|phrases?|hashtag|slogan))\W*$",
    re.IGNORECASE,
)
NAME = re.compile(r"\W*(?:[A-Z]\w*\W*)(?:(?:[A-Z]\w*|of|the|and|to|in|on|for|a)\W+)*[A-Z]\w*\W*")
TITLED = 6  # words of a name or a title at most
# Quotations in one another. Each level is looked through for every statement: thousands of marks that nothing closes took hours.
NESTED = 8


def mode_of(text: str, content: Sequence[Span], framing: Sequence[Span] = ()) -> Mode:
    """Quoted where all of it stands in quotation marks, mixed where some does, else reported.

    `framing` is source and cue: marks around these too are of somebody who quotes the voice, not of the voice.
    """
    marked = list(_marked(text, content, framing))
    outside = any(WORDS.search(rest.of(text)) for rest in less(content, (quote.span for quote in marked)))
    if outside:
        marked = [quote for quote in marked if not _anothers(text, quote)]
    return "reported" if not marked else "mixed" if outside else "quoted"


def _marked(text: str, content: Sequence[Span], framing: Sequence[Span]) -> Iterator[Quote]:
    """The quotations that hold words of the content: in the paragraphs where it stands, and in its own words alone, since a
    mark that was lost earlier in the paragraph turns every later pair inside out.
    """
    for piece in sorted({*content, *(_paragraph(text, span) for span in content)}):
        for quote in _deepest(text, piece, framing):
            if any(WORDS.search(shared.of(text)) for span in content if (shared := common(span, quote.inner))):
                yield quote


def _deepest(text: str, within: Span, framing: Sequence[Span], depth: int = NESTED) -> Iterator[Quote]:
    """The outermost quotations within that hold neither source nor cue, as far down as people nest them."""
    for found in _quotes(within.of(text)):
        quote = Quote(found.span.moved(within.start), found.inner.moved(within.start), found.left_open)
        if any(quote.inner.overlaps(word) for word in framing):
            if depth:
                yield from _deepest(text, quote.inner, framing, depth - 1)
        else:
            yield quote


@lru_cache(maxsize=16)  # many statements of one paragraph ask for it one after the other
def _quotes(text: str) -> list[Quote]:
    return quotes_in(text)


def _paragraph(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, end if end >= 0 else len(text))


def _anothers(text: str, quote: Quote) -> bool:
    """Whether these are not the voice's own words but a name, a title, or what others call it."""
    before = text[max(0, quote.span.start - 40) : quote.span.start]
    words = quote.inner.of(text)
    return OTHERS.search(before) is not None or (quote.words(text) <= TITLED and NAME.fullmatch(words) is not None)
