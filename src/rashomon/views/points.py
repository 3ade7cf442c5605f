"""The points at issue: each question with its answers side by side, on whose word, in which exact words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Fact, FactKind, Point, Position, Reason, Relation, Standing
from rashomon.text.moments import chronological
from rashomon.views.excerpts import Excerpt, excerpt
from rashomon.views.records import Records
from rashomon.views.speakers import Speaker, Telling, Witness, block_at, siglum_order, speaker, telling, witness

RELATIONS: tuple[Relation, ...] = ("conflict", "update", "compatible", "agree")


@dataclass(frozen=True, slots=True)
class Saying:
    """One place where a position is held."""

    fact_id: str
    speaker: Speaker
    witness: Witness
    at: str | None  # when it was said here: the post's date, else the document's
    telling: Telling
    denied: bool  # the answer itself is a denial
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Answer:
    """One position: the words of the answer, how many hold it and why that many, and every place where it is held."""

    position_id: str
    value: str
    denied: bool
    standing: Standing
    sayings: tuple[Saying, ...]  # each voice once before any speaks again
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """A question at issue with its answers, in the order in which they were first given."""

    id: str
    question: str
    kind: FactKind
    relation: Relation
    subtype: str | None
    reasons: tuple[Reason, ...]
    answers: tuple[Answer, ...]


def points(
    records: Records, *, kind: str | None = None, relation: str | None = None, limit: int | None = None
) -> tuple[PointView, ...]:
    """The points, sharpest first; of one kind or relation where that is asked."""
    chosen = [
        point
        for point in records.points.values()
        if (kind is None or point.kind == kind) and (relation is None or point.relation == relation)
    ]
    return tuple(point_view(records, point) for point in chosen[:limit])


def point_view(records: Records, point: Point) -> PointView:
    """One point, ready to be shown."""
    answers = [answer(records, position) for position in records.positions_of.get(point.id, ())]
    answers.sort(key=lambda answer: (chronological(answer.standing.first_at), answer.position_id))
    return PointView(point.id, point.question, point.kind, point.relation, point.subtype, point.reasons, tuple(answers))


def answer(records: Records, position: Position) -> Answer:
    """One position of a point."""
    facts = records.facts_of.get(position.id, [])
    sayings = tuple(_each_voice_first([_saying(records, fact) for fact in _one_a_clause(facts)]))
    witnesses = {saying.witness.doc_id: saying.witness for saying in sayings}
    return Answer(
        position.id,
        position.value,
        bool(facts) and all(fact.polarity == "denied" for fact in facts),
        records.standings[position.id],
        sayings,
        tuple(sorted(witnesses.values(), key=siglum_order)),
    )


def _one_a_clause(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Two facts with the same answer in the same words of the same statement are one line for the reader."""
    return {(fact.statement_id, fact.span, fact.value): fact for fact in facts}.values()


def _each_voice_first(sayings: list[Saying]) -> Iterable[Saying]:
    """Every voice once, in the order of the accounts, before any is heard again: the first few lines show most."""
    heard: Counter[str] = Counter()
    rounds = []
    for place, saying in enumerate(sayings):
        who = saying.speaker.entity_id or f"{saying.witness.doc_id} {saying.speaker.name}"
        rounds.append((heard[who], place))
        heard[who] += 1
    return (sayings[place] for _, place in sorted(rounds))


def _saying(records: Records, fact: Fact) -> Saying:
    document = records.documents[fact.doc_id]
    statement = records.statements[fact.statement_id]
    block = block_at(document, fact.span.start)
    return Saying(
        fact.id,
        speaker(records, statement),
        witness(records, document),
        (block.posted_at if block else None) or document.published_at,
        telling(statement),
        fact.polarity == "denied",
        excerpt(document, fact),
    )
