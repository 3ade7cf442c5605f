"""Why two answers stand to each other as they do, with the words of either in which that shows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon.model import Fact, Link, Reason, Relation, Span
from rashomon.views.excerpts import Excerpt, excerpt
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import witness

EACH = 6  # facts of a position that are asked how they stand to the others: a point of 300 facts may have 40,000 links
SHOWN = 6  # grounds that are shown with their words


@dataclass(frozen=True, slots=True)
class Side:
    """One of two answers: where it is given, its clause, and the words in it that tell."""

    fact_id: str
    witness: Witness
    excerpt: Excerpt
    telltale: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason with the two clauses in which it shows; `times` counts the pairs of clauses looked at for which it holds."""

    feature: str
    score: float
    times: int
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Told:
    """The links between the answers of a point, and for each fact the words in its clause that the reasons name."""

    links: tuple[tuple[Link, str, str], ...]  # a link, and the positions of its two facts
    words: dict[str, tuple[Span, ...]]


def telling_words(records: Records, answered: Mapping[str, Sequence[Fact]], relation: Relation) -> Told:
    """How the facts of a point's positions were told apart (or, where all agree, why they were taken for one answer)."""
    position_of = {fact.id: position for position, facts in answered.items() for fact in facts}
    spans = {fact.id: fact.span for fact in chain.from_iterable(answered.values())}
    wanted = "same" if relation == "agree" else relation
    found = []
    words: dict[str, dict[Span, None]] = {}
    for fact in chain.from_iterable(facts[:EACH] for facts in answered.values()):
        for link in records.shelf.where(Link, "links", left=fact.id, relation=wanted):
            if link.right not in position_of:
                continue
            found.append((link, position_of[link.left], position_of[link.right]))
            for reason in link.reasons:
                for fact_id, span in ((link.left, reason.left), (link.right, reason.right)):
                    if span is not None and spans[fact_id].contains(span) and span != spans[fact_id]:
                        words.setdefault(fact_id, {})[span] = None
    return Told(tuple(found), {fact_id: tuple(sorted(inside)) for fact_id, inside in words.items()})


def grounds(records: Records, told: Told) -> tuple[Ground, ...]:
    """Each reason once for every two positions, the surest first, with the clauses in which it shows."""
    times: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], tuple[Link, Reason]] = {}
    for link, left, right in told.links:
        for reason in link.reasons:
            key = (reason.feature, min(left, right), max(left, right))
            times[key] += 1
            if key not in first or reason.score > first[key][1].score:
                first[key] = (link, reason)
    surest = sorted(first.items(), key=lambda item: -item[1][1].score)[:SHOWN]
    return tuple(
        Ground(reason.feature, reason.score, times[key], _side(records, link.left, told), _side(records, link.right, told))
        for key, (link, reason) in surest
    )


def _side(records: Records, fact_id: str, told: Told) -> Side:
    fact = records.facts[fact_id]
    document = records.documents[fact.doc_id]
    return Side(fact_id, witness(records, document), excerpt(document, fact), told.words.get(fact_id, ()))
