"""The points at issue: each question with its answers side by side, on whose word, in which exact words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model import Fact, FactKind, Point, Position, Reason, Relation, Span, Standing
from rashomon.text.moments import chronological
from rashomon.views.excerpts import Excerpt, excerpt
from rashomon.views.grounds import Ground, grounds, telling_words
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import Speaker, Telling, block_at, siglum_order, speaker, telling, witness

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
    telltale: tuple[Span, ...]  # the words in the clause by which it was told apart from another answer


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
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer as a list of points has it."""

    value: str
    denied: bool
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point as one line: the question, and what is answered in which accounts."""

    id: str
    question: str
    kind: FactKind
    relation: Relation
    subtype: str | None
    answers: tuple[AnswerLine, ...]


def points(
    records: Records, *, kind: str | None = None, relation: str | None = None, limit: int | None = None
) -> tuple[PointView, ...]:
    """The points, sharpest first; of one kind or relation where that is asked."""
    return tuple(point_view(records, records.points[key]) for key in point_ids(records, kind=kind, relation=relation)[:limit])


def point_ids(records: Records, *, kind: str | None = None, relation: str | None = None) -> tuple[str, ...]:
    """The points' ids, sharpest first; of one kind or relation where that is asked."""
    asked = {name: value for name, value in (("kind", kind), ("relation", relation)) if value is not None}
    if not asked:
        return tuple(records.points)
    chosen = {key for (key,) in records.shelf.cells("points", "id", **asked)}
    return tuple(key for key in records.points if key in chosen)


def open_ids(records: Records) -> tuple[str, ...]:
    """The ids of the points on which the accounts do not simply agree, sharpest first."""
    agreed = set(point_ids(records, relation="agree"))
    return tuple(key for key in records.points if key not in agreed)


def point_lines(records: Records, keys: Iterable[str]) -> tuple[PointLine, ...]:
    """These points as lines of a list: no words are looked up in the documents."""
    points = records.points.bring(keys)
    given = _Given.of(records, [position.id for position in records.positions_of.bring(point.id for point in points)])
    return tuple(_point_line(records, point, given) for point in points)


def _point_line(records: Records, point: Point, given: "_Given") -> PointLine:
    positions = sorted(records.positions_of[point.id], key=lambda each: (chronological(given.first[each.id]), each.id))
    answers = tuple(_answer_line(records, position, given) for position in positions)
    return PointLine(point.id, point.question, point.kind, point.relation, point.subtype, answers)


def point_view(records: Records, point: Point) -> PointView:
    """One point, ready to be shown."""
    positions = records.positions_of[point.id]
    records.standings.bring(position.id for position in positions)
    facts = records.facts_of.bring(position.id for position in positions)
    records.bring_told(records.statements.bring(fact.statement_id for fact in facts))
    answered = {position.id: records.facts_of[position.id] for position in positions}
    links = telling_words(records, answered, point.relation)
    answers = [answer(records, position, links.words) for position in positions]
    answers.sort(key=lambda answer: (chronological(answer.standing.first_at), answer.position_id))
    return PointView(
        point.id,
        point.question,
        point.kind,
        point.relation,
        point.subtype,
        point.reasons,
        tuple(answers),
        grounds(records, links),
    )


def answer(records: Records, position: Position, telltale: dict[str, tuple[Span, ...]]) -> Answer:
    """One position of a point; `telltale` has the words of facts by which they were told apart."""
    facts = records.facts_of[position.id]
    sayings = tuple(_each_voice_first([_saying(records, fact, telltale.get(fact.id, ())) for fact in _one_a_clause(facts)]))
    witnesses = {saying.witness.doc_id: saying.witness for saying in sayings}
    return Answer(
        position.id,
        position.value,
        _denied(facts),
        records.standings[position.id],
        sayings,
        tuple(sorted(witnesses.values(), key=siglum_order)),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """When each position was first given, in which documents, and whether always as a denial."""

    first: dict[str, str | None]
    documents: dict[str, set[str]]
    affirmed: set[str]

    @classmethod
    def of(cls, records: Records, positions: Sequence[str]) -> "_Given":
        """Read from a few light columns: a list of fifty points may have thousands of facts."""
        answers = records.shelf.among("answers", "group_id", "item_id", column="group_id", keys=positions)
        wanted = dict.fromkeys(fact_id for _, fact_id in answers)
        facts = {key: row for key, *row in records.shelf.among("facts", "id", "doc_id", "polarity", column="id", keys=wanted)}
        first = dict(records.shelf.among("standings", "position_id", "first_at", column="position_id", keys=positions))
        given = cls(first, {}, set())
        for position, fact_id in answers:
            doc_id, polarity = facts[fact_id]
            given.documents.setdefault(position, set()).add(doc_id)
            if polarity != "denied":
                given.affirmed.add(position)
        return given


def _answer_line(records: Records, position: Position, given: _Given) -> AnswerLine:
    found = given.documents.get(position.id, set())
    denied = bool(found) and position.id not in given.affirmed
    witnesses = tuple(records.witnesses[doc_id] for doc_id in sorted(found, key=records.places.__getitem__))
    return AnswerLine(position.value, denied, witnesses)


def _denied(facts: list[Fact]) -> bool:
    return bool(facts) and all(fact.polarity == "denied" for fact in facts)


def _one_a_clause(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Facts with the same answer in one clause of a statement are one line for the reader, the first of them."""
    found: dict[tuple[str, Span, str], Fact] = {}
    for fact in facts:
        found.setdefault((fact.statement_id, fact.span, fact.polarity), fact)
    return found.values()


def _each_voice_first(sayings: list[Saying]) -> Iterable[Saying]:
    """Every voice once, in the order of the accounts, before any is heard again: the first few lines show most."""
    heard: Counter[str] = Counter()
    rounds = []
    for place, saying in enumerate(sayings):
        who = saying.speaker.entity_id or f"{saying.witness.doc_id} {saying.speaker.name}"
        rounds.append((heard[who], place))
        heard[who] += 1
    return (sayings[place] for _, place in sorted(rounds))


def _saying(records: Records, fact: Fact, telltale: tuple[Span, ...]) -> Saying:
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
        telltale,
    )
