"""A case's rows a few at a time, as the export has them: what Python, the API and assistants are given.

A row is made by the very functions that make the export's, out of the records that it needs and no others, so that the two
cannot differ. One key is added: a statement's exact words, as `quote`, a text for each span of its `content`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.errors import UsageError
from rashomon.model import Document, Entity, Event, Judgement, Member, Point, Statement
from rashomon.model.rows import TABLES, Cell
from rashomon.views.exported import ROWS, Row
from rashomon.views.filters import conditions_of
from rashomon.views.records import Records
from rashomon.views.search import Found

SHARPEST = "sharpness DESC, id"
STEP = 50  # rows that are made at once for whoever walks through all


class Gone(UsageError):
    """The row after which the list should go on is no longer in the case."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Some rows of a table, and after what to go on: None where these were the last."""

    rows: list[Row]
    next: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A table of the shelf with what its rows are made from beside their own records."""

    table: str
    needs: Callable[[Records, Sequence[Any]], Mapping[str, Iterable[Any]]] = lambda *_: {}
    such: Mapping[str, Sequence[Cell]] = field(default_factory=dict)
    order: str = "rowid"
    has_ids: bool = True


def listing(records: Records, name: str, chosen: Mapping[str, str], *, after: str | None = None, limit: int = STEP) -> Listing:
    """Rows of a table of the contract that the filters let through, `limit` at most, after the row of that id.

    Raises UsageError for a filter or value that is not known, Gone if there is no such row.
    """
    kind, conditions = LISTS[name], conditions_of(records, name, chosen)
    offset = 0
    if after is not None and kind.has_ids:
        conditions |= _beyond(records, kind, after)
    elif after is not None:
        offset = _number(after)
    found: list[Any] = records.shelf.some(
        TABLES[kind.table], kind.table, {**kind.such, **conditions}, order=kind.order, limit=limit + 1, offset=offset
    )
    rows = _rows(records, name, found[:limit])
    more = len(found) > limit
    return Listing(rows, (str(rows[-1]["id"]) if kind.has_ids else str(offset + limit)) if more else None)


def rows(records: Records, name: str, chosen: Mapping[str, str]) -> Iterator[Row]:
    """Every row that the filters let through, made a few at a time."""
    after = None
    while True:
        found = listing(records, name, chosen, after=after)
        yield from found.rows
        if (after := found.next) is None:
            return


def row(records: Records, name: str, key: str) -> Row | None:
    """The row of one id; None where there is none."""
    kind = LISTS[name]
    found: list[Any] = records.shelf.some(TABLES[kind.table], kind.table, {**kind.such, "id = ?": (key,)}, limit=1)
    return next(iter(_rows(records, name, found)), None)


def _rows(records: Records, name: str, items: Sequence[Any]) -> list[Row]:
    kind = LISTS[name]
    needed = {kind.table: items, **kind.needs(records, items)} if items else {}
    made = list(ROWS[name]({table: list(needed.get(table, ())) for table in TABLES}))
    if name != "statements":
        return made
    return [{**each, "quote": _quote(records, one)} for each, one in zip(made, items, strict=True)]


def _quote(records: Records, statement: Statement) -> list[str]:
    text = records.documents[statement.doc_id].text  # kept: those of one list stand in few documents
    return [span.of(text) for span in statement.content]


def _beyond(records: Records, kind: _List, after: str) -> dict[str, Sequence[Cell]]:
    """What stands after the row of that id, in the order of the list."""
    if not records.shelf.count(kind.table, id=after):
        raise Gone("the list has no such row any more: the case was made anew. Begin from its first page again.")
    of = f'FROM "{kind.table}" WHERE id = ?'
    if kind.order == SHARPEST:
        return {f"(-sharpness, id) > (SELECT -sharpness, id {of})": (after,)}
    return {f"rowid > (SELECT rowid {of})": (after,)}


def _number(after: str) -> int:
    if not (after.isascii() and after.isdigit() and len(after) < 16):
        raise Gone("that is no place in this list. Begin from its first page again.")
    return int(after)


def _of_documents(records: Records, documents: Sequence[Document]) -> Mapping[str, Iterable[Any]]:
    return {"captures": records.captures.bring(one.capture_id for one in documents)}


def _of_statements(records: Records, statements: Sequence[Statement]) -> Mapping[str, Iterable[Any]]:
    voices = records.voices.bring(one.voice_id for one in statements)
    records.entity_of.bring(voice.id for voice in voices)
    entities = {voice.id: found for voice in voices if (found := records.entity_of.get(voice.id))}
    members = [Member(entity.id, voice, 1.0, (), "") for voice, entity in entities.items()]
    return {"voices": voices, "entities": entities.values(), "members": members}


def _of_entities(records: Records, entities: Sequence[Entity]) -> Mapping[str, Iterable[Any]]:
    return {"members": _in_groups(records, "members", entities)}


def _of_events(records: Records, events: Sequence[Event]) -> Mapping[str, Iterable[Any]]:
    return {"tellings": _in_groups(records, "tellings", events)}


def _in_groups(records: Records, table: str, groups: Sequence[Entity | Event]) -> list[Member]:
    """The ids of the members alone: why each belongs is not told here, and would be most of the work."""
    found = ((one.id, item) for one in groups for (item,) in records.shelf.cells(table, "item_id", group_id=one.id))
    return [Member(group, item, 1.0, (), "") for group, item in found]


def _of_points(records: Records, points: Sequence[Point]) -> Mapping[str, Iterable[Any]]:
    """All that the answers hang on, each table asked once: one by one it was most of the work."""
    positions = records.positions_of.bring(one.id for one in points)
    groups = [one.id for one in positions]
    given = sorted(records.shelf.among("answers", "rowid", "group_id", "item_id", column="group_id", keys=groups))
    answers = [Member(position, fact, 1.0, (), "") for _, position, fact in given]
    facts = records.facts.bring(one.item_id for one in answers)
    statements = records.statements.bring(one.statement_id for one in facts)
    return {
        "positions": positions,
        "standings": records.standings.bring(groups),
        "answers": answers,
        "facts": facts,
        "statements": statements,
        "voices": records.voices.bring(one.voice_id for one in statements),
        "documents": records.documents.bring(one.doc_id for one in facts),
        "judgements": records.judgements,
    }


LISTS: Mapping[str, _List] = {
    "documents": _List("documents", _of_documents),
    "statements": _List("statements", _of_statements),
    "mentions": _List("mentions"),
    "facts": _List("facts"),
    "entities": _List("entities", _of_entities),
    "events": _List("events", _of_events),
    "points": _List("points", _of_points, order=SHARPEST),
    "copies": _List("copies"),
    "judgements": _List("judgements"),
    "failures": _List("failures", has_ids=False),
}


def judged(judgement: Judgement) -> Row:
    """A person's word as its row, before the shelf has it."""
    return next(iter(ROWS["judgements"]({"judgements": [judgement]})))


def hit_row(one: Found) -> Row:
    """A hit as a row: its exact words, and where they stand; in a title outside the text they have no place."""
    in_text = one.place is not None
    voice = None
    if one.speaker is not None:
        entity = {"entity": one.speaker.entity_id} if one.speaker.entity_id else {}
        voice = {"name": one.speaker.name, "kind": one.speaker.kind, **entity}
    return {
        "doc": one.witness.doc_id,
        "outlet": one.witness.outlet,
        "date": one.at,
        "kind": one.kind,
        "start": one.shown.start if in_text else None,
        "end": one.shown.end if in_text else None,
        "quote": one.shown.of(one.text),
        "marks": [[mark.start - one.shown.start, mark.end - one.shown.start] for mark in one.marks],
        "voice": voice,
        "statement": one.statement_id,
        "points": [{"id": each.point_id, "question": each.question, "relation": each.relation} for each in one.points],
    }
