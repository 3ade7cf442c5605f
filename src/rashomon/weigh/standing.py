"""Positions to standings: how many hold an answer, and how many of them on their own word.

Independence is a range. What is proven (the very words stand in a run that two pages share; both give one agency for them; one
person, told twice; a person says so) folds at both ends; what is only probable (the two pages carry one text elsewhere; the
page says itself what its source says; one speaks through the other) folds at the low end. A page that depends on several
sources adds none to them and does not make them one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.model import Document, Fact, Link, Member, Position, Reason, Span, Standing, Statement, Voice
from rashomon.text.moments import earliest
from rashomon.weigh.folds import (
    Copies,
    Fold,
    Holding,
    as_people_say,
    beside_source,
    copied_beside,
    copied_pages,
    copied_words,
    linked,
    same_name,
    same_person,
    through,
)


def standings(
    positions: Iterable[Position],
    answers: Iterable[Member],
    facts: Iterable[Fact],
    statements: Iterable[Statement],
    voices: Iterable[Voice],
    documents: Iterable[Document],
    members: Iterable[Member],
    copied: Iterable[Link],
) -> list[Standing]:
    """One standing for each position that a fact answers; `answers` ties facts to positions, `members` voices to entities,
    `copied` documents to each other.
    """
    fact_of = {fact.id: fact for fact in facts}
    statement_of = {statement.id: statement for statement in statements}
    voice_of = {voice.id: voice for voice in voices}
    document_of = {document.id: document for document in documents}
    entity_of = {member.item_id: member.group_id for member in members if member.item_id in voice_of}
    copies: Copies = defaultdict(list)
    for link in copied:
        if link.left != link.right:
            copies[link.left].append(link)
            copies[link.right].append(link)

    def who(voice: Voice) -> str:
        return entity_of.get(voice.id) or _own_key(voice)

    held: dict[str, list[Holding]] = defaultdict(list)
    for answer in answers:
        if answer.item_id in fact_of:
            fact = fact_of[answer.item_id]
            statement = statement_of[fact.statement_id]
            voice, document = voice_of[statement.voice_id], document_of[fact.doc_id]
            through = tuple(who(voice_of[outer.voice_id]) for outer in _told_by(statement, statement_of))
            at = _said_at(document, fact.span)
            held[answer.group_id].append(Holding(who(voice), voice, fact, document, at, through))
    return [_standing(position, held[position.id], copies) for position in positions if held[position.id]]


def _own_key(voice: Voice) -> str:
    """Who it is where nobody was resolved: an outlet or author is the same everywhere, another name only on its page."""
    name = " ".join(voice.name.casefold().split())
    return f"{voice.kind}:{name}" if voice.kind in ("author", "outlet") else f"{voice.doc_id}:{name}"


def _told_by(statement: Statement, statement_of: Mapping[str, Statement]) -> Iterator[Statement]:
    """The statements inside which this one stands, the nearest first."""
    seen = {statement.id}
    while (outer := statement_of.get(statement.nested_in or "")) and outer.id not in seen:
        seen.add(outer.id)
        yield outer
        statement = outer


def _said_at(document: Document, span: Span) -> str | None:
    """When the words were published: the post's time where the page is a thread, else the document's."""
    posted = (block.posted_at for block in document.blocks if block.posted_at and block.span.overlaps(span))
    return next(posted, document.published_at)


def _standing(position: Position, held: Sequence[Holding], copies: Copies) -> Standing:
    folds = _Folds(held)
    tied = list(linked(held, copies))
    folds.apply(same_person(held))
    folds.apply(copied_words(tied))
    folds.apply(copied_beside(held, copies))
    folds.apply(as_people_say(tied))
    high = folds.count()
    folds.apply(same_name(held))
    folds.apply(through(held))
    folds.apply(beside_source(held))
    folds.apply(copied_pages(tied))
    return Standing(
        position.id,
        voices=len({one.who for one in held}),
        documents=len({one.document.id for one in held}),
        independent_low=folds.count(),
        independent_high=high,
        first_at=earliest(*(one.at for one in held)),
        reasons=tuple(folds.reasons),
    )


class _Folds:
    """The voices that hold one position, folded step by step, with the reason of each fold that took one away.

    A page that is folded into sources stands for one of them only, so that it cannot tie two sources together.
    """

    def __init__(self, held: Sequence[Holding]) -> None:
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
