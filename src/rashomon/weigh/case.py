"""Links to points, positions and standings: the door of this room."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rashomon.model import Document, Fact, Member, Point, Position, Standing
from rashomon.text.moments import chronological
from rashomon.weigh.answers import answers_of, positions_of
from rashomon.weigh.doubles import without_doubles
from rashomon.weigh.issues import issues_of
from rashomon.weigh.points import TOP, Case, point_of
from rashomon.weigh.questions import questions_of
from rashomon.weigh.standing import standings


def weigh(tables: Mapping[str, Sequence[Any]]) -> Iterator[Member | Point | Position | Standing]:
    """Every point of the case with its positions, the facts that hold each, and how many voices those are."""
    documents = {document.id: document for document in tables["documents"]}
    facts = sorted(tables["facts"], key=lambda fact: _place(fact, documents[fact.doc_id]))
    issues = issues_of(facts, tables["links"], tables["judgements"])
    positions = {issue.id: positions_of(issue) for issue in issues}
    answers = list(answers_of(issues, tables["links"]))
    given = [position for group in positions.values() for position in group]
    told = (tables[name] for name in ("facts", "statements", "voices", "documents", "members", "copies"))
    held = {standing.position_id: standing for standing in standings(given, answers, *told)}
    case = Case(documents, {statement.id: statement for statement in tables["statements"]}, held)
    event_id = next((event.id for event in tables["events"] if event.parent is None), "")
    points = without_doubles([(issue, point) for issue in issues if (point := point_of(issue, case, event_id))])
    shown = {position.id for issue, _ in points for position in positions[issue.id]}
    for (_, point), question in zip(points, questions_of([issue for issue, _ in points], documents), strict=True):
        yield replace(point, question=question)
    yield from (position for position in given if position.id in shown)
    yield from (answer for answer in answers if answer.group_id in shown)
    yield from (held[position.id] for position in given if position.id in shown)


def _place(fact: Fact, document: Document) -> tuple[float, str, str, int, str]:
    """Tops of accounts first, the earlier account before the later."""
    depth = fact.span.start / max(TOP, len(document.text))
    return round(depth, 4), chronological(document.published_at), document.name, fact.span.start, fact.id
