"""A document as the search for copies sees it: its words, which of them are quoted, whom it credits."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.link.credits import Credit, credits_of
from rashomon.model import Document, Span, Statement, Voice
from rashomon.text.moments import chronological
from rashomon.text.shingles import Words, words

DEBRIS = ("boilerplate", "repeat")
_MARKED = re.compile(
    r"“[^”\n]+(?:”|$)"
    r'|(?<!\w)"(?=\S)[^"\n]+"(?!\w)'
    r"|«[^»\n]+»"
    r"|(?<!\w)['‘](?=\w)[^\n]{20,600}?(?<=[,.!?])['’](?!\w)",  # single marks close after a stop, apostrophes do not
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as somebody's own; no speaker where the page marks them and no statement claims them."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """A document laid open for comparison. `quoted` has a 1 for each word that stands inside a quotation."""

    document: Document
    words: Words
    quoted: bytes
    quotations: tuple[Quotation, ...]
    credits: tuple[Credit, ...]


def accounts_of(documents: Sequence[Document], statements: Iterable[Statement], voices: Iterable[Voice]) -> list[Account]:
    """Every document laid open, earliest first (those without a date last)."""
    names = {voice.id: voice.name for voice in voices if voice.kind in ("named", "unnamed")}
    spoken: dict[str, list[Quotation]] = defaultdict(list)
    for statement in statements:
        if statement.mode == "quoted":
            spoken[statement.doc_id] += [Quotation(span, names.get(statement.voice_id)) for span in statement.content]
    by_time = sorted(documents, key=lambda document: (chronological(document.published_at), document.name, document.id))
    return [_account(document, spoken[document.id]) for document in by_time]


def _account(document: Document, spoken: list[Quotation]) -> Account:
    parts = [block.span for block in document.blocks if block.kind not in DEBRIS]
    own = words(document.text, parts)
    marked = [Quotation(Span(*match.span()), None) for match in _MARKED.finditer(document.text)]
    quotations = tuple(spoken + marked)
    quoted = bytearray(len(own))
    for quotation in quotations:
        first, end = (bisect_left(own.starts, at) for at in (quotation.span.start, quotation.span.end))
        quoted[first:end] = b"\1" * (end - first)
    return Account(document, own, bytes(quoted), quotations, credits_of(document))
