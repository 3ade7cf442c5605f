"""Every place where a position is held, joined with all that it hangs on: what formats with one row a claim are made of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.model import Capture, Document, Entity, Fact, Member, Point, Position, Standing, Statement, Voice
from rashomon.views.case import Tables


@dataclass(frozen=True, slots=True)
class Claim:
    """One answer to one question, on one voice's word, at one place of one document."""

    point: Point
    position: Position
    standing: Standing
    fact: Fact
    statement: Statement
    voice: Voice
    entity: Entity | None  # who the voice is across documents
    document: Document
    capture: Capture

    @property
    def quote(self) -> str:
        """The exact words, as the JSONL export has them."""
        return self.fact.span.of(self.document.text)

    @property
    def speaker(self) -> str:
        """Who says it, as the page gives it; a page without an outlet still has a file name."""
        return self.voice.name or self.document.outlet or self.document.name


def claims(tables: Tables) -> list[Claim]:
    """Every claim, sharpest points first, positions and their facts in the order in which the case has them."""
    return list(_claims(tables))


def _claims(tables: Tables) -> Iterator[Claim]:
    facts, statements, voices = (_by_id(tables, name) for name in ("facts", "statements", "voices"))
    documents, captures, entities = (_by_id(tables, name) for name in ("documents", "captures", "entities"))
    standings = {standing.position_id: standing for standing in tables["standings"]}
    who = {member.item_id: entities[member.group_id] for member in tables["members"] if member.group_id in entities}
    answers: dict[str, list[Member]] = defaultdict(list)
    for member in tables["answers"]:
        answers[member.group_id].append(member)
    positions: dict[str, list[Position]] = defaultdict(list)
    for position in tables["positions"]:
        positions[position.point_id].append(position)
    for point in sorted(tables["points"], key=lambda point: (-point.sharpness, point.id)):
        for position in positions[point.id]:
            for member in answers[position.id]:
                fact = facts[member.item_id]
                statement = statements[fact.statement_id]
                voice, document = voices[statement.voice_id], documents[fact.doc_id]
                yield Claim(
                    point, position, standings[position.id], fact, statement, voice, who.get(voice.id), document,
                    captures[document.capture_id],
                )  # fmt: skip


def _by_id(tables: Tables, name: str) -> dict[str, Any]:
    return {record.id: record for record in tables[name]}
