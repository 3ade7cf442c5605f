"""What a voice answered to the questions of a case, and whether it was always the same."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.model import Fact, Position, Relation
from rashomon.text.moments import chronological
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import witness

Given = list[tuple[str, str]]  # the facts that answer one question, each with the position that it gives


@dataclass(frozen=True, slots=True)
class Held:
    """An answer that a voice gives."""

    point_id: str
    question: str
    relation: Relation
    position_id: str
    value: str
    denied: bool
    fact_id: str
    at: str | None
    witness: Witness
    times: int = 1  # that this account has it say so


@dataclass(frozen=True, slots=True)
class Course:
    """What a voice answered to one question, in the order in which it was said; `changed` if not always the same."""

    point_id: str
    question: str
    relation: Relation
    held: tuple[Held, ...]
    changed: bool


def answered_by(records: Records, speakers: Sequence[str]) -> list[Given]:
    """What these answer (an entity, or voices of which none is known), question by question: changed answers first, then those
    that most accounts have them give, then those that were given first.
    """
    names = ("point_id", "position_id", "doc_id", "fact_id")
    given: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for point, position, doc_id, fact in records.shelf.among("answers_given", *names, column="speaker", keys=speakers):
        given[point].append((position, doc_id, fact))

    def rank(point: str) -> tuple[bool, int, int, str]:
        positions = {position for position, *_ in given[point]}
        accounts = {(position, doc_id) for position, doc_id, _ in given[point]}
        return len(positions) < 2, -len(accounts), min(records.places[doc_id] for _, doc_id in accounts), point

    return [[(fact, position) for position, _, fact in given[point]] for point in sorted(given, key=rank)]


def courses_of(records: Records, answered: Sequence[Given]) -> tuple[Course, ...]:
    """Those answers with their words, each question's in the order in which they were given."""
    chosen = [fact for given in answered for fact, _ in given]
    facts = {fact.id: fact for fact in records.facts.bring(chosen)}
    positions = {one.id: one for one in records.positions.bring(position for given in answered for _, position in given)}
    records.points.bring(position.point_id for position in positions.values())
    stands = dict(records.shelf.among("facts", "id", "rowid", column="id", keys=chosen))
    place = {key: (records.places[fact.doc_id], stands[key]) for key, fact in facts.items()}
    in_order = (sorted(given, key=lambda one: place[one[0]]) for given in answered)
    return tuple(_course([_held(records, facts[fact], positions[position]) for fact, position in given]) for given in in_order)


def _course(held: list[Held]) -> Course:
    """An answer that one account has it give again and again stands once."""
    held.sort(key=lambda answer: chronological(answer.at))
    times = Counter((answer.position_id, answer.witness.doc_id) for answer in held)
    once = {(answer.position_id, answer.witness.doc_id): answer for answer in reversed(held)}
    shown = [replace(answer, times=times[key]) for key, answer in reversed(once.items())]
    shown.sort(key=lambda answer: chronological(answer.at))
    changed = len({answer.position_id for answer in held}) > 1
    return Course(held[0].point_id, held[0].question, held[0].relation, tuple(shown), changed)


def _held(records: Records, fact: Fact, position: Position) -> Held:
    document, point = records.heads[fact.doc_id], records.points[position.point_id]
    return Held(
        point.id,
        point.question,
        point.relation,
        position.id,
        fact.value,
        fact.polarity == "denied",
        fact.id,
        document.published_at,
        witness(records, document),
    )
