"""What a search finds: exact words of passages and statements, with who says them, and where they lead."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from json import dumps, loads
from typing import get_args

from rashomon.model import Fact, FactKind, Mode, Span
from rashomon.store.wordings import Hit
from rashomon.text.normal import folded
from rashomon.views.queries import Query, query_of
from rashomon.views.records import Head, Records, Witness
from rashomon.views.speakers import Speaker, Telling, speaker, telling, witness

A_PAGE = 25
ROOM = 220  # characters shown before the first and after the last of the words found, at most
MODES: tuple[Mode, ...] = get_args(Mode)
FACT_KINDS: tuple[FactKind, ...] = get_args(FactKind)
KINDS = ("passage", "statement", *MODES, *FACT_KINDS)
LISTED = "(SELECT value FROM json_each(?))"  # one value however many there are: SQLite binds no more than 32,766
NAMED_THERE = f"p.place IN (SELECT place FROM named_there WHERE group_id IN {LISTED})"  # noqa: S608
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
LONGEST = 10_000  # characters of a query or a filter that are looked at


@dataclass(frozen=True, slots=True)
class Sought:
    """What the address asks for. `voice` and `entity` are an id or part of a name; `since` and `until` dates, or years."""

    q: str = ""
    voice: str = ""
    entity: str = ""
    kind: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Sought":
        """What of the address's query is known, each without blanks around it, what is no kind and no date left out."""
        known = {field.name: given.get(field.name, "")[:LONGEST].strip() for field in fields(cls)}
        dates = {name: known[name] if DAY.fullmatch(known[name]) else "" for name in ("since", "until")}
        return cls(**{**known, **dates, "kind": known["kind"] if known["kind"] in KINDS else ""})

    @property
    def asked(self) -> dict[str, str]:
        """The filters and the query that are set."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


@dataclass(frozen=True, slots=True)
class Answered:
    """A point that the words found answer."""

    point_id: str
    question: str
    relation: str


@dataclass(frozen=True, slots=True)
class Found:
    """A hit: `text[shown]` stands on the page, `marks` lie in it. A title outside the text has no place in the document."""

    witness: Witness
    at: str | None
    kind: str
    text: str
    shown: Span
    marks: tuple[Span, ...]
    place: int | None  # where the passage begins in the document
    cut_before: bool
    cut_after: bool
    speaker: Speaker | None
    telling: Telling | None
    statement_id: str | None
    points: tuple[Answered, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """One page of what was found."""

    sought: Sought
    query: Query
    total: int
    found: tuple[Found, ...]
    page: int
    pages: int
    weighed: bool  # the best first; else, of very many, in the order of the accounts

    @property
    def first(self) -> int:
        """The number of the first hit on this page, from 1."""
        return (self.page - 1) * A_PAGE + 1


def search(records: Records, sought: Sought, page: int = 1, size: int = A_PAGE) -> SearchView:
    """What the case holds of it, the best first, `size` on a page; everything that the filters let through where no word is
    wanted.
    """
    query = query_of(sought.q)
    if not query.wanted and not sought.asked.keys() - {"q"}:
        return SearchView(sought, query, 0, (), 1, 1, True)
    of_statements = bool(sought.voice) or sought.kind == "statement" or sought.kind in MODES or sought.kind in FACT_KINDS
    finds = records.shelf.find(
        query.expression,
        _conditions(records, sought),
        statements=of_statements,
        limit=size,
        offset=size * (max(1, page) - 1),
    )
    _bring(records, finds.hits)
    found = tuple(_found(records, hit) for hit in finds.hits)
    pages = max(1, -(-finds.total // size))
    return SearchView(sought, query, finds.total, found, max(1, page), pages, finds.weighed)


def _bring(records: Records, hits: Sequence[Hit]) -> None:
    """Brings together what is shown of these hits."""
    statements = records.statements.bring(hit.statement_id for hit in hits if hit.statement_id)
    records.bring_told(statements)
    around = records.statements_of.bring(hit.doc_id for hit in hits if not hit.statement_id)
    records.documents.bring(hit.doc_id for hit in hits)
    records.bring_answered([*statements, *around])


def _conditions(records: Records, sought: Sought) -> dict[str, Sequence[str]]:
    """The filters as SQL about a passage `p`; every value is bound, never written into it."""
    such: dict[str, Sequence[str]] = {}
    if sought.kind in MODES:
        such["p.kind = ?"] = (sought.kind,)
    if sought.kind in FACT_KINDS:
        such["EXISTS (SELECT 1 FROM facts f WHERE f.statement_id = p.statement_id AND f.kind = ?)"] = (sought.kind,)
    if sought.voice:
        such[f"p.voice_id IN {LISTED}"] = (dumps(voices_called(records, sought.voice)),)
    if sought.entity:
        such[NAMED_THERE] = (dumps(entities_called(records, sought.entity)),)
    if sought.outlet or sought.since or sought.until:
        such[f"p.doc_id IN {LISTED}"] = (dumps(_accounts_meant(records, sought)),)
    return such


def _accounts_meant(records: Records, sought: Sought) -> list[str]:
    """The accounts of this outlet and of these days; an undated one is of none."""
    heads: Iterable[Head] = records.heads.values()
    if wanted := folded(sought.outlet):
        heads = [head for head in heads if wanted in folded(head.outlet or head.name)]
    if sought.since:
        heads = [head for head in heads if head.published_at and head.published_at >= sought.since]
    if last := sought.until:
        heads = [head for head in heads if head.published_at and head.published_at[: len(last)] <= last]
    return [head.id for head in heads]


def voices_called(records: Records, wanted: str) -> list[str]:
    """The voices of that id, of the entity with that id, or whose name, here or across documents, holds these words."""
    entities, name = set(entities_called(records, wanted)), folded(wanted)
    return [key for key, called, entity in _voice_names(records) if key == wanted or entity in entities or name in called]


def entities_called(records: Records, wanted: str) -> list[str]:
    """The entities of that id, or one of whose names holds these words."""
    name = folded(wanted)
    return [key for key, called in _entity_names(records) if key == wanted or name in called]


@lru_cache(2)
def _voice_names(records: Records) -> list[tuple[str, str, str]]:
    """Every voice with its name and the entity that it is, made once for each shelf."""
    entities = {key for (key,) in records.shelf.cells("entities", "id")}
    rows = records.shelf.beginning("members", "group_id", "item_id", column="item_id", begins="voi")
    entity_of = {item: group for group, item in rows if group in entities}
    return [(key, folded(called), entity_of.get(key, "")) for key, called in records.shelf.cells("voices", "id", "name")]


@lru_cache(2)
def _entity_names(records: Records) -> list[tuple[str, str]]:
    rows = records.shelf.cells("entities", "id", "name", "aliases")
    return [(key, folded("\n".join((called, *loads(aliases))))) for key, called, aliases in rows]


def _found(records: Records, hit: Hit) -> Found:
    head = records.heads[hit.doc_id]
    statement = records.statements[hit.statement_id] if hit.statement_id else None
    text, offset = (hit.words, 0) if hit.start is None else (records.documents[hit.doc_id].text, hit.start)
    whole = Span(offset, offset + len(hit.words))
    marks = tuple(Span(offset + start, offset + end) for start, end in hit.found if end > start)
    shown = _shown(text, whole, marks)
    return Found(
        witness(records, records.documents[hit.doc_id]),
        head.published_at,
        hit.kind,
        text,
        shown,
        tuple(mark for mark in marks if shown.overlaps(mark)),
        hit.start,
        shown.start > whole.start,
        shown.end < whole.end,
        speaker(records, statement) if statement else None,
        telling(statement) if statement else None,
        hit.statement_id,
        _points(records, hit.doc_id, shown if not marks else marks[0], hit.statement_id),
    )


def _shown(text: str, whole: Span, marks: Sequence[Span]) -> Span:
    """The passage, or of a long one what stands around the first words found; never cut inside a word."""
    if len(whole) <= 2 * ROOM:
        return whole
    first = marks[0] if marks else Span(whole.start, whole.start + 1)
    start, end = max(whole.start, first.start - ROOM), min(whole.end, first.end + ROOM)
    if start > whole.start:
        start = text.find(" ", start, first.start) + 1 or first.start
    if end < whole.end:
        end = max(text.rfind(" ", first.end, end), first.end)
    return Span(start, end)


def _points(records: Records, doc_id: str, near: Span, statement_id: str | None) -> tuple[Answered, ...]:
    """The points that the statement answers; of a passage, those that its found words do."""
    statements = [statement_id] if statement_id else [
        statement.id for statement in records.statements_of[doc_id] if any(span.overlaps(near) for span in statement.content)
    ]  # fmt: skip
    facts: list[Fact] = [fact for each in statements for fact in records.facts_in[each]]
    found = {}
    for fact in facts:
        if statement_id or fact.span.overlaps(near):
            for position in records.answered_by[fact.id]:
                point = records.points[position.point_id]
                found[point.id] = Answered(point.id, point.question, point.relation)
    return tuple(found.values())
