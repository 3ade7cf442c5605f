"""A case's records, found by id and by what they belong to: what every page is made from."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, TypeVar

from rashomon.model import (
    Capture,
    Document,
    Entity,
    Event,
    Fact,
    Failure,
    Judgement,
    Link,
    Member,
    Mention,
    Point,
    Position,
    Run,
    Standing,
    Statement,
    Voice,
)
from rashomon.model.judged import RULES_ALONE
from rashomon.text.moments import chronological
from rashomon.views.case import Tables

R = TypeVar("R")
CAUTION = "Read by rules alone, without the trained model: reported speech is found less often and less exactly."


class Records:
    """Every record of a case, by id and by what it belongs to.

    Documents stand in the order in which they appeared (undated ones last) and carry a siglum, as the witnesses of a
    critical edition do: A, B, … Z, AA, AB. Points stand sharpest first.
    """

    def __init__(self, tables: Tables, name: str) -> None:
        self.name = name
        self.captures: dict[str, Capture] = _by_id(tables["captures"])
        self.documents: dict[str, Document] = _by_id(sorted(tables["documents"], key=_appearance))
        self.sigla = dict(zip(self.documents, map(siglum, count()), strict=False))
        self.mentions: dict[str, Mention] = _by_id(tables["mentions"])
        self.voices: dict[str, Voice] = _by_id(tables["voices"])
        self.statements: dict[str, Statement] = _by_id(tables["statements"])
        self.statements_of: dict[str, list[Statement]] = _grouped(tables["statements"], lambda statement: statement.doc_id)
        self.facts: dict[str, Fact] = _by_id(tables["facts"])
        self.entities: dict[str, Entity] = _by_id(tables["entities"])
        self.entity_of: dict[str, Entity] = {
            member.item_id: self.entities[member.group_id] for member in tables["members"] if member.group_id in self.entities
        }
        self.members_of: dict[str, list[Member]] = _grouped(tables["members"], lambda member: member.group_id)
        self.event: Event | None = next((event for event in tables["events"] if event.parent is None), None)
        self.points: dict[str, Point] = _by_id(sorted(tables["points"], key=lambda point: (-point.sharpness, point.id)))
        self.positions_of: dict[str, list[Position]] = _grouped(tables["positions"], lambda position: position.point_id)
        self.facts_of = self._facts_of(tables["answers"])
        self.standings: dict[str, Standing] = {standing.position_id: standing for standing in tables["standings"]}
        self.copies: list[Link] = [link for link in tables["links"] if link.relation == "copies"]
        self.failures: list[Failure] = list(tables["failures"])
        self.judgements: list[Judgement] = list(tables["judgements"])
        self.runs: list[Run] = list(tables["runs"])
        self.by_rules = by_rules(self.runs)

    def _facts_of(self, answers: Iterable[Member]) -> dict[str, list[Fact]]:
        """The facts that give each position's answer, in the order in which their documents appeared."""
        order = {doc_id: place for place, doc_id in enumerate(self.documents)}
        groups: dict[str, list[Fact]] = defaultdict(list)
        for answer in answers:
            groups[answer.group_id].append(self.facts[answer.item_id])
        for facts in groups.values():
            facts.sort(key=lambda fact: (order[fact.doc_id], fact.span.start))
        return groups


def by_rules(runs: Iterable[Run]) -> bool:
    """Whether a case that these runs made was read without nets: whoever shows it says so."""
    return any(run.version.endswith(RULES_ALONE) for run in runs)


def siglum(place: int) -> str:
    """The short mark of the document at this place: 0 is A, 25 Z, 26 AA."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _appearance(document: Document) -> tuple[str, str, str]:
    return chronological(document.published_at), document.name, document.id


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}


def _grouped(records: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
