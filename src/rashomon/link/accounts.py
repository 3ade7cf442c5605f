"""A document as the search for copies sees it: its words, which of them are quoted or forwarded, whom it credits."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from rashomon.link.credits import Credit, credits_of
from rashomon.model import Document, Span, Statement, Voice
from rashomon.text.moments import chronological
from rashomon.text.runs import Windows
from rashomon.text.shingles import Keys, Words, word_ids, words

SHORT_RUN = 5  # words in a row that count where many of them add up
DEBRIS = ("boilerplate", "repeat")
OPEN = 1024  # accounts kept laid open: a case that size is laid open once, and a larger one does not fill the memory
_MARKED = re.compile(
    r"“[^”\n]+(?:”|$)"
    r'|(?<!\w)"(?=\S)[^"\n]+"(?!\w)'
    r"|«[^»\n]+»"
    r"|„[^“”\n]+[“”]"
    r"|「[^」\n]+」"
    r"|(?<!\w)['‘](?=\w)[^\n]{20,600}?(?<=[,.!?])['’](?!\w)",  # single marks close after a stop, apostrophes do not
    re.MULTILINE,
)
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words given as somebody's own; no speaker where the page marks them and no statement claims them."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """A document laid open for comparison: for each word whether it stands inside a quotation, or in a post of another's."""

    document: Document
    words: Words
    windows: Windows  # of so many words as a short run has
    quoted: Mask
    forwarded: Mask
    quotations: tuple[Quotation, ...]
    forwards: tuple[Quotation, ...]
    credits: tuple[Credit, ...]


class Accounts:
    """The documents of a case in the order in which they appeared (those without a date last), laid open when asked for."""

    def __init__(self, documents: Sequence[Document], statements: Iterable[Statement] = (), voices: Iterable[Voice] = ()) -> None:
        order = sorted(documents, key=lambda document: (chronological(document.published_at), document.name, document.id))
        self.documents = tuple(order)
        names = {voice.id: voice.name for voice in voices if voice.kind in ("named", "unnamed")}
        spoken: dict[str, list[Quotation]] = defaultdict(list)
        for statement in statements:
            if statement.mode == "quoted":
                spoken[statement.doc_id] += [Quotation(span, names.get(statement.voice_id)) for span in statement.content]
        self.spoken = spoken
        self.opened = lru_cache(OPEN)(lambda number: account_of(self.documents[number], spoken[self.documents[number].id]))

    def __len__(self) -> int:
        return len(self.documents)

    def ids(self, number: int) -> Keys:
        """The numbers of one document's words."""
        return word_ids(self.documents[number].text, _own_parts(self.documents[number]))


def account_of(document: Document, spoken: Sequence[Quotation] = ()) -> Account:
    """One document laid open; `spoken` are the quotations that statements claim."""
    own = words(document.text, _own_parts(document))
    marked = [Quotation(Span(*match.span()), None) for match in _MARKED.finditer(document.text)]
    quotations = (*spoken, *marked)
    forwards = tuple(Quotation(block.span, block.author) for block in document.blocks if block.kind == "quoted_post")
    windows, named = Windows.of(own.ids, SHORT_RUN), credits_of(document)
    return Account(document, own, windows, _mask(own, quotations), _mask(own, forwards), quotations, forwards, named)


def _own_parts(document: Document) -> list[Span]:
    return [block.span for block in document.blocks if block.kind not in DEBRIS]


def _mask(own: Words, passages: Iterable[Quotation]) -> Mask:
    mask = np.zeros(len(own), np.bool_)
    for passage in passages:
        first, end = np.searchsorted(own.starts, (passage.span.start, passage.span.end))
        mask[first:end] = True
    return mask
