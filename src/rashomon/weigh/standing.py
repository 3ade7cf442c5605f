"""Positions to standings: how many hold an answer, and how many of them on their own word.

Independence is a range. What is proven (the very words stand in a run that two pages share; one person, told twice)
folds at both ends; what is only probable (the two pages share other text; the page says itself what its source says)
folds at the low end. A page that depends on several sources adds none to them and does not make them one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model import Document, Fact, Link, Member, Position, Reason, Span, Standing, Statement, Voice
from rashomon.text.moments import earliest

PAGE = ("author", "outlet", "poster")  # voices that are the page's own


@dataclass(frozen=True, slots=True)
class _Holding:
    """One fact by which a voice holds a position. `who` is the same for one voice in several documents."""

    who: str
    voice: Voice
    fact: Fact
    document: Document
    at: str | None

    @property
    def is_page(self) -> bool:
        return self.voice.kind in PAGE


def standings(
    positions: Iterable[Position],
    answers: Iterable[Member],
    facts: Iterable[Fact],
    statements: Iterable[Statement],
    voices: Iterable[Voice],
    documents: Iterable[Document],
    members: Iterable[Member],
    links: Iterable[Link],
) -> list[Standing]:
    """One standing for each position that a fact answers; `answers` ties facts to positions, `members` voices to entities."""
    fact_of = {fact.id: fact for fact in facts}
    statement_of = {statement.id: statement for statement in statements}
    voice_of = {voice.id: voice for voice in voices}
    document_of = {document.id: document for document in documents}
    entity_of = {member.item_id: member.group_id for member in members if member.item_id in voice_of}
    copies: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.relation == "copies":
            copies[link.left, link.right].append(link)
    held: dict[str, list[_Holding]] = defaultdict(list)
    for answer in answers:
        if answer.item_id in fact_of:
            fact = fact_of[answer.item_id]
            statement = statement_of[fact.statement_id]
            voice, document = voice_of[statement.voice_id], document_of[fact.doc_id]
            who = entity_of.get(voice.id) or _own_key(voice)
            held[answer.group_id].append(_Holding(who, voice, fact, document, _said_at(document, fact.span)))
    return [_standing(position, held[position.id], copies) for position in positions if held[position.id]]


def _own_key(voice: Voice) -> str:
    """Who it is where nobody was resolved: an outlet or author is the same everywhere, another name only on its page."""
    name = " ".join(voice.name.casefold().split())
    return f"{voice.kind}:{name}" if voice.kind in ("author", "outlet") else f"{voice.doc_id}:{name}"


def _said_at(document: Document, span: Span) -> str | None:
    """When the words were published: the post's time where the page is a thread, else the document's."""
    posted = (block.posted_at for block in document.blocks if block.posted_at and block.span.overlaps(span))
    return next(posted, document.published_at)


def _standing(position: Position, held: Sequence[_Holding], copies: dict[tuple[str, str], list[Link]]) -> Standing:
    folds = _Folds(held)
    folds.apply(_same_person(held))
    folds.apply(_copied_words(held, copies))
    high = folds.count()
    folds.apply(_same_name(held))
    folds.apply(_beside_source(held))
    folds.apply(_copied_pages(held, copies))
    return Standing(
        position.id,
        voices=len({one.who for one in held}),
        documents=len({one.document.id for one in held}),
        independent_low=folds.count(),
        independent_high=high,
        first_at=earliest(*(one.at for one in held)),
        reasons=tuple(folds.reasons),
    )


Fold = tuple[_Holding, _Holding, Reason]


class _Folds:
    """The voices that hold one position, folded step by step, with the reason of each fold that took one away.

    A page that is folded into sources stands for one of them only, so that it cannot tie two sources together.
    """

    def __init__(self, held: Sequence[_Holding]) -> None:
        self.root = {one.who: one.who for one in held}
        self.sourced = {one.who for one in held if not one.is_page}  # groups (by root) that hold a source of their own
        self.reasons: list[Reason] = []

    def apply(self, folds: Iterable[Fold]) -> None:
        for left, right, reason in folds:
            one, other = self._find(left.who), self._find(right.who)
            through_page = left.is_page or right.is_page
            if one == other or (through_page and one in self.sourced and other in self.sourced):
                continue
            kept, gone = (one, other) if one in self.sourced else (other, one)
            self.root[gone] = kept
            self.reasons.append(reason)

    def count(self) -> int:
        return len({self._find(who) for who in self.root})

    def _find(self, who: str) -> str:
        while self.root[who] != who:
            who = self.root[who]
        return who


def _same_person(held: Sequence[_Holding]) -> Iterator[Fold]:
    """One full name in two documents, where nobody resolved it."""
    for one, other, name in _namesakes(held):
        if one.voice.kind == "named" and " " in name:
            yield one, other, _reason("same voice", one, other, 1.0, one.voice.span, other.voice.span)


def _same_name(held: Sequence[_Holding]) -> Iterator[Fold]:
    """One short or general name ("activists") in two documents: probably, not certainly, the same."""
    for one, other, _ in _namesakes(held):
        yield one, other, _reason("same name", one, other, 0.5, one.voice.span, other.voice.span)


def _namesakes(held: Sequence[_Holding]) -> Iterator[tuple[_Holding, _Holding, str]]:
    first: dict[str, _Holding] = {}
    for one in held:
        if not one.is_page:
            name = " ".join(one.voice.name.casefold().split())
            earlier = first.setdefault(name, one)
            if earlier.who != one.who:
                yield earlier, one, name


def _copied_words(held: Sequence[_Holding], copies: dict[tuple[str, str], list[Link]]) -> Iterator[Fold]:
    """The words of both mentions stand in one run that the two documents share."""
    for left, right, link in _linked(held, copies):
        for reason in link.reasons:
            if _mostly_in(left.fact.span, reason.left) and _mostly_in(right.fact.span, reason.right):
                yield left, right, _reason("same words", left, right, 1.0, reason.left, reason.right)
                break


def _copied_pages(held: Sequence[_Holding], copies: dict[tuple[str, str], list[Link]]) -> Iterator[Fold]:
    """The two documents share other words: what the one says itself it may have from the other."""
    for left, right, link in _linked(held, copies):
        if left.voice.kind == "named" and right.voice.kind == "named":
            continue  # two people, though one page may have copied what they said from the other
        name = (link.subtype or "copy").replace("-", " ")
        spans = (link.reasons[0].left, link.reasons[0].right) if link.reasons else (None, None)
        yield left, right, _reason(name, left, right, link.score, *spans)


def _linked(held: Sequence[_Holding], copies: dict[tuple[str, str], list[Link]]) -> Iterator[tuple[_Holding, _Holding, Link]]:
    by_document: dict[str, list[_Holding]] = defaultdict(list)
    for one in held:
        by_document[one.document.id].append(one)
    for pair in combinations(by_document, 2):
        for here, there in (pair, pair[::-1]):
            for link in copies.get((here, there), ()):
                yield from ((left, right, link) for left in by_document[here] for right in by_document[there])


def _beside_source(held: Sequence[_Holding]) -> Iterator[Fold]:
    """A page says itself what a source says on it: probably on that source's word."""
    for page in held:
        if page.is_page:
            for source in held:
                if not source.is_page and source.document.id == page.document.id:
                    yield page, source, _reason("own words beside a source", page, source, 0.5, page.fact.span, source.fact.span)


def _mostly_in(span: Span, run: Span | None) -> bool:
    return run is not None and 2 * (min(span.end, run.end) - max(span.start, run.start)) > len(span)


def _reason(feature: str, one: _Holding, other: _Holding, score: float, left: Span | None, right: Span | None) -> Reason:
    return Reason(f"{feature}: {_named(one)} ~ {_named(other)}", score, left, right)


def _named(one: _Holding) -> str:
    """The voice as a reader knows it; a page's own voice without a name goes by the document's."""
    name = one.voice.name or one.document.outlet or one.document.name
    return name if one.is_page else f"{name} ({one.document.outlet or one.document.name})"
