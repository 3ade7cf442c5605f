"""When what was said: the documents and the answers to disputed points, in the order of their dates."""

from dataclasses import dataclass

from rashomon.model import Relation
from rashomon.text.moments import chronological
from rashomon.views.points import PointView
from rashomon.views.records import Records
from rashomon.views.speakers import Witness, witness


@dataclass(frozen=True, slots=True)
class Moment:
    """An answer given at a date."""

    at: str
    witness: Witness
    point_id: str
    question: str
    relation: Relation
    value: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity given at a date: `low` and `high` are its bounds, None where it is open."""

    at: str
    witness: Witness
    value: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated documents and answers, and the documents that bear no date."""

    documents: tuple[Witness, ...]
    moments: tuple[Moment, ...]
    undated: tuple[Witness, ...]


def timeline(records: Records, points: tuple[PointView, ...]) -> Timeline:
    """Documents and answers in the order of their dates."""
    witnesses = [witness(records, document) for document in records.documents.values()]
    moments = [
        Moment(saying.at, saying.witness, point.id, point.question, point.relation, answer.value, saying.fact_id)
        for point in points
        for answer in point.answers
        for saying in answer.sayings
        if saying.at
    ]
    return Timeline(
        tuple(witness for witness in witnesses if witness.published_at),
        tuple(sorted(moments, key=lambda moment: (chronological(moment.at), moment.witness.siglum, moment.fact_id))),
        tuple(witness for witness in witnesses if not witness.published_at),
    )


def figures(records: Records, point: PointView) -> tuple[Figure, ...]:
    """The figures that a quantity was put at, over time; nothing for other kinds of point."""
    if point.kind != "quantity":
        return ()
    found = [
        Figure(saying.at, saying.witness, answer.value, fact.low, fact.high)
        for answer in point.answers
        for saying in answer.sayings
        if saying.at and ((fact := records.facts[saying.fact_id]).low is not None or fact.high is not None)
    ]
    return tuple(sorted(set(found), key=lambda figure: (chronological(figure.at), figure.witness.siglum, figure.value)))
