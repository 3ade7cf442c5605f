"""Documents to copies: who carries whose words, with the words on both pages that show it.

Never all pairs: an index of passages (passages.py) says which two pages share eight words in a row; only those two are laid
side by side, and never again as long as neither of them changes (comparisons.py). Pages that took one thing from one agency in
other words are told by dispatches.py, and what one page prints twice by doubled.py.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from rashomon.link.accounts import SHORT_RUN, Account, Accounts
from rashomon.link.comparisons import Comparisons
from rashomon.link.dispatches import same_agency
from rashomon.link.doubled import printed_twice
from rashomon.link.origins import Origin, Origins
from rashomon.link.passages import PASSAGE, Passages
from rashomon.model import Document, Link, Mention, Reason, Statement, Voice
from rashomon.text.runs import Run, shared_runs
from rashomon.text.shingles import Keys, Words, keys

BY = "shared words 3"
TEXT_RUN = 12  # words in a row outside quotations that are no accident
QUOTE_RUN = PASSAGE  # words in a row of one quotation
EDITED = 0.15  # of the shorter text in such runs: carried and edited; on 12 groups of news copies 0.16–1, others below 0.15
EDITED_WORDS = 40  # and at least so many words, so that two short notes of one fact are no copies
HOUSE = 3  # documents of one outlet that carry a passage make it the outlet's standing text
HOUSE_SHARE = 0.3  # unless the two texts share more than this


def copies_between(
    documents: Sequence[Document], statements: Sequence[Statement], voices: Sequence[Voice], mentions: Sequence[Mention] = ()
) -> list[Link]:
    """Links between documents that carry the same text, the same dispatch, the same quotation or a forwarded post.

    `left` is the earlier or the one copied, `right` the one that carries it. `origin` names whose words they are: the
    left document's id, an agency, the person quoted, or "unknown". A document linked to itself prints a passage twice.
    """
    return copies_and_comparisons(documents, statements, voices, mentions, Comparisons.none())[0]


def copies_and_comparisons(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    voices: Sequence[Voice],
    mentions: Sequence[Mention],
    before: Comparisons,
) -> tuple[list[Link], Comparisons]:
    """The same links, and what was compared for them; what was `before` is not compared again, and changes none of them."""
    accounts = Accounts(documents, statements, voices)
    origins = Origins(accounts.documents, mentions)
    now = before.of_accounts(accounts, origins)
    standing = Standing.of(accounts.documents, now.passages)
    found: list[Link] = []
    for left, right in now.passages.pairs().tolist():
        key = now.key(left, right, standing.print(accounts.documents[left], accounts.documents[right]))
        links = before.links.get(key)
        if links is None:
            links = tuple(_compared(accounts.opened(left), accounts.opened(right), standing, origins))
        now.links[key] = links
        found += links
    told = {(link.left, link.right, link.origin or "") for link in found}
    found += [link for link in same_agency(accounts.documents, origins) if (link.left, link.right, link.origin or "") not in told]
    return [*found, *printed_twice(accounts.documents, now.passages)], now


@dataclass(frozen=True, slots=True)
class Standing:
    """What each outlet prints on many of its pages, as keys of passages."""

    of_outlet: Mapping[str, Keys]

    @classmethod
    def of(cls, documents: Sequence[Document], passages: Passages) -> "Standing":
        """The standing text of the outlets of these documents."""
        names = sorted({document.outlet for document in documents if document.outlet})
        number = {name: place for place, name in enumerate(names)}
        often = passages.often([number.get(document.outlet or "", -1) for document in documents], HOUSE)
        return cls({names[house]: found for house, found in often.items()})

    def print(self, left: Document, right: Document) -> str:
        """What changes whenever other text stands on the pages of the outlet that both are of; empty where they are of two."""
        found = self.of_outlet.get(left.outlet or "") if left.outlet == right.outlet else None
        return "" if found is None else blake2b(found.tobytes(), digest_size=8).hexdigest()

    def holds(self, outlet: str | None, words: Words, run: Run) -> bool:
        """Whether the run is the outlet's standing text; what is shorter than a passage proves nothing between its pages."""
        found = keys(words.ids[run.left : run.left + run.length], PASSAGE)
        known = self.of_outlet.get(outlet or "", found[:0])
        return bool((np.searchsorted(known, found, "left") < np.searchsorted(known, found, "right")).all())


@dataclass(frozen=True, slots=True)
class Shared:
    """A run with what it is made of: words of a forwarded post, words inside a quotation on either page, and other words."""

    run: Run
    size: float
    quoted: float
    forwarded: float

    @classmethod
    def of(cls, run: Run, left: Account, right: Account) -> "Shared":
        """The run as both pages mark it."""
        here, there = slice(run.left, run.left + run.length), slice(run.right, run.right + run.length)
        ends = left.words.sizes[run.left : run.left + run.length + 1]
        sizes = ends[1:] - ends[:-1]
        forwarded = left.forwarded[here] | right.forwarded[there]
        quoted = (left.quoted[here] | right.quoted[there]) & ~forwarded
        return cls(run, float(ends[-1] - ends[0]), float(sizes @ quoted), float(sizes @ forwarded))

    @property
    def plain(self) -> float:
        """The words that are in no quotation and no forwarded post."""
        return self.size - self.quoted - self.forwarded


def _compared(left: Account, right: Account, standing: Standing, origins: Origins) -> Iterator[Link]:
    runs = shared_runs(left.windows, right.windows)
    shared = [item for run in runs if (item := Shared.of(run, left, right)).size >= SHORT_RUN]
    shorter = min(_size(left), _size(right))
    share = sum(item.size for item in shared) / shorter
    if left.document.outlet == right.document.outlet and share < HOUSE_SHARE:
        shared = [item for item in shared if not standing.holds(left.document.outlet, left.words, item.run)]
    text = _text(shared, shorter)
    if text:
        certainty = sum(item.plain for item in text) / (2 * TEXT_RUN)
        yield _link(left, right, "same-text", origins.of_text(left, right, _places(left, right, text)), certainty, text)
    quotes = [item for item in shared if item.quoted >= QUOTE_RUN]
    if quotes:
        certainty = sum(item.quoted for item in quotes) / (2 * QUOTE_RUN)
        yield _link(left, right, "same-quote", origins.of_quote(left, right, _places(left, right, quotes)), certainty, quotes)
    forwards = [item for item in shared if item.forwarded >= QUOTE_RUN]
    if forwards:
        origin = origins.of_forward(left, right, _places(left, right, forwards))
        yield _link(left, right, "forwarded", origin, sum(item.forwarded for item in forwards) / (2 * QUOTE_RUN), forwards)


def _text(shared: Sequence[Shared], shorter: float) -> list[Shared]:
    """The runs that show carried text: long ones, or many short ones that add up."""
    long = [
        item
        for item in shared
        if item.plain >= TEXT_RUN or (item.size >= TEXT_RUN and item.quoted < QUOTE_RUN and item.forwarded < QUOTE_RUN)
    ]
    plain = sum(item.plain for item in shared)
    if long or (plain >= EDITED_WORDS and plain / shorter >= EDITED):
        return [item for item in shared if item.plain >= SHORT_RUN]
    return []


def _places(left: Account, right: Account, shared: Sequence[Shared]) -> list[Reason]:
    """The runs as they stand on both pages, the longest first."""
    shorter = min(_size(left), _size(right))
    return [
        Reason(
            f"{item.size:g} words the same",
            round(item.size / shorter, 4),
            left.words.span(item.run.left, item.run.length),
            right.words.span(item.run.right, item.run.length),
        )
        for item in shared
    ]


def _size(account: Account) -> float:
    return float(account.words.sizes[-1])


def _link(left: Account, right: Account, kind: str, origin: Origin, certainty: float, shared: Sequence[Shared]) -> Link:
    return Link.of(
        left.document.id,
        right.document.id,
        "copies",
        by=BY,
        score=round(min(1.0, certainty), 4),
        reasons=(*_places(left, right, shared), *origin.reasons),
        subtype=kind,
        origin=origin.name,
    )
