"""When what was said: the accounts, and the answers to the sharpest points, in the order of their dates."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Relation
from rashomon.text.moments import chronological
from rashomon.views.points import PointView, open_ids, point_view
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import witness

QUESTIONS = 8  # as many of the sharpest points have a place on the line


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
class Day:
    """What appeared on one day."""

    day: str
    documents: tuple[Witness, ...]
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity given at a date: `low` and `high` are its bounds, None where it is open."""

    at: str
    witness: Witness
    value: str
    low: float | None
    high: float | None
    fact_id: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dated documents, the points whose answers are shown, all day by day, and the documents that bear no date."""

    documents: tuple[Witness, ...]
    points: tuple[PointView, ...]
    days: tuple[Day, ...]
    undated: tuple[Witness, ...]


def timeline(records: Records) -> Timeline:
    """Documents and answers in the order of their dates."""
    witnesses = [witness(records, head) for head in records.heads.values()]
    points = tuple(point_view(records, records.points[key]) for key in open_ids(records)[:QUESTIONS])
    dated = tuple(each for each in witnesses if each.published_at)
    return Timeline(dated, points, _days(dated, _moments(points)), tuple(each for each in witnesses if not each.published_at))


def figures(records: Records, point: PointView) -> tuple[Figure, ...]:
    """The figures that a quantity was put at, over time; nothing for other kinds of point."""
    if point.kind != "quantity":
        return ()
    found = {
        (figure.at, figure.witness, figure.low, figure.high): figure
        for answer in point.answers
        for saying in answer.sayings
        if saying.at and ((fact := records.facts[saying.fact_id]).low is not None or fact.high is not None)
        for figure in (Figure(saying.at, saying.witness, fact.value, fact.low, fact.high, fact.id),)
    }
    return tuple(sorted(found.values(), key=lambda figure: (chronological(figure.at), figure.witness.siglum, figure.value)))


def _moments(points: Iterable[PointView]) -> list[Moment]:
    """Each answer once a day for each account that has it."""
    found: dict[tuple[str, str, str], Moment] = {}
    for point in points:
        for answer in point.answers:
            for saying in answer.sayings:
                if saying.at:
                    moment = Moment(
                        saying.at, saying.witness, point.id, point.question, point.relation, answer.value, saying.fact_id
                    )
                    found.setdefault((answer.position_id, saying.witness.doc_id, saying.at[:10]), moment)
    return list(found.values())


def _days(documents: Iterable[Witness], moments: Iterable[Moment]) -> tuple[Day, ...]:
    """A time belongs to the day of its own zone, which is the day that its page bears."""
    days: dict[str, tuple[list[Witness], list[Moment]]] = {}
    for each in documents:
        days.setdefault((each.published_at or "")[:10], ([], []))[0].append(each)
    for moment in moments:
        days.setdefault(moment.at[:10], ([], []))[1].append(moment)
    for _, said in days.values():
        said.sort(key=lambda moment: (chronological(moment.at), moment.witness.siglum, moment.fact_id))
    return tuple(Day(day, tuple(found), tuple(said)) for day, (found, said) in sorted(days.items()))
