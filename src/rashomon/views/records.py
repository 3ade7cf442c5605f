"""A case's records, found by id and by what they belong to: what every page is made from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import TypeVar

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
from rashomon.model.rows import columns, from_cells
from rashomon.store.shelf import Shelf
from rashomon.text.moments import chronological
from rashomon.views.case import Tables
from rashomon.views.lookups import KEPT, Groups, Lookup

R = TypeVar("R")
CAUTION = "Read by rules alone, without the trained model: reported speech is found less often and less exactly."
TEXTS = 400  # documents that stay in memory with their words


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its words: what lists and sigla need of it."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    published_at: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Witness:
    """The document that carries the words, and when it appeared: cited by its outlet, or by its file name where none is known."""

    doc_id: str
    siglum: str
    outlet: str
    title: str | None
    published_at: str | None


class Records:
    """Every record of a case, by id and by what it belongs to, fetched when it is asked for.

    Documents stand in the order in which they appeared (undated ones last) and carry a siglum, as the witnesses of a
    critical edition do: A, B, … Z, AA, AB. Points stand sharpest first. Nothing here changes once it is made: a shelf is
    replaced, never altered, so whoever sees a new shelf makes new records.
    """

    def __init__(self, source: Tables | Shelf, name: str) -> None:
        self.name = name
        self.shelf = source if isinstance(source, Shelf) else Shelf.holding(source)
        self.heads: dict[str, Head] = {head.id: head for head in sorted(self._heads(), key=_appearance)}
        self.sigla = dict(zip(self.heads, map(siglum, count()), strict=False))
        self.witnesses = {head.id: _witness(head, self.sigla[head.id]) for head in self.heads.values()}
        self.places = {doc_id: place for place, doc_id in enumerate(self.heads)}
        self.captures = self._lookup(Capture, "captures")
        self.documents = self._lookup(Document, "documents", lambda: list(self.heads), TEXTS)
        self.mentions = self._lookup(Mention, "mentions")
        self.voices = self._lookup(Voice, "voices")
        self.statements = self._lookup(Statement, "statements")
        self.statements_of = self._groups(Statement, "statements", "doc_id", self.statements)
        self.facts = self._lookup(Fact, "facts")
        self.facts_in = self._groups(Fact, "facts", "statement_id", self.facts)
        self.entities = self._lookup(Entity, "entities")
        self.entity_of: Lookup[Entity] = Lookup(self._entities_of, lambda: self._ids("members", "item_id"))
        self.voice_key: Lookup[str] = Lookup(self._voice_keys, lambda: list(self.voices))
        self.members_of = self._groups(Member, "members", "group_id")
        self.points = self._lookup(Point, "points", self._sharpest_first)
        self.positions = self._lookup(Position, "positions")
        self.positions_of = self._groups(Position, "positions", "point_id", self.positions)
        self.facts_of: Groups[Fact] = Groups(self._facts_of, lambda: self._ids("answers", "group_id"))
        self.answering: Groups[str] = Groups(self._answering, lambda: list(self.points))  # the documents that answer a point
        self.answered_by: Groups[Position] = Groups(self._answered_by, lambda: self._ids("answers", "item_id"))  # by a fact
        self.copies_of: Groups[Link] = Groups(self._copies_of, lambda: list(self.heads))
        self.standings = self._lookup(Standing, "standings", key="position_id")

    @cached_property
    def event(self) -> Event | None:
        """What the case is about."""
        return next(iter(self.shelf.where(Event, "events", parent=None)), None)

    @cached_property
    def copies(self) -> list[Link]:
        """Which documents share words."""
        return self.shelf.records(Link, "copies")

    @cached_property
    def failures(self) -> list[Failure]:
        """What could not be done."""
        return self.shelf.records(Failure, "failures")

    @cached_property
    def judgements(self) -> list[Judgement]:
        """What people said."""
        return self.shelf.records(Judgement, "judgements")

    @cached_property
    def runs(self) -> list[Run]:
        """Which stage ran when."""
        return self.shelf.records(Run, "runs")

    @cached_property
    def by_rules(self) -> bool:
        """Whether the case was read without nets."""
        return by_rules(self.runs)

    def _heads(self) -> Iterable[Head]:
        rows = self.shelf.cells("documents", "id", "name", "title", "outlet", "published_at", "language")
        return (Head(*row) for row in rows)

    def bring_told(self, statements: Iterable[Statement]) -> None:
        """Brings together what is shown of these statements: who says them, and the texts in which they stand."""
        statements = list(statements)
        self.documents.bring(one.doc_id for one in statements)
        self.voice_key.bring(voice.id for voice in self.voices.bring(one.voice_id for one in statements))

    def bring_answered(self, statements: Iterable[Statement]) -> None:
        """Brings together what these statements answer, down to the points."""
        facts = self.facts_in.bring(one.id for one in statements)
        self.points.bring(position.point_id for position in self.answered_by.bring(fact.id for fact in facts))

    def _lookup(
        self, record: type[R], table: str, ids: Callable[[], Sequence[str]] | None = None, kept: int = KEPT, key: str = "id"
    ) -> Lookup[R]:
        def fetch(keys: Sequence[str]) -> dict[str, R]:
            return {getattr(found, key): found for found in self._among(record, table, key, keys)}

        return Lookup(fetch, ids or (lambda: self._ids(table, key)), kept)

    def _groups(self, record: type[R], table: str, column: str, singly: Lookup[R] | None = None) -> Groups[R]:
        def fetch(keys: Sequence[str]) -> dict[str, list[R]]:
            fetched = self._among(record, table, column, keys)
            if singly is not None:
                singly.hold({str(getattr(found, "id")): found for found in fetched})  # noqa: B009 (mypy knows no R with an id)
            return _grouped((getattr(found, column), found) for found in fetched)

        return Groups(fetch, lambda: self._ids(table, column))

    def _among(self, record: type[R], table: str, column: str, keys: Sequence[str]) -> list[R]:
        """The records in which a column has one of these values, in the order of their table."""
        if len(keys) == 1:
            return self.shelf.where(record, table, **{column: keys[0]})
        rows = self.shelf.among(table, "rowid", *columns(record), column=column, keys=keys)
        return [from_cells(record, cells) for _, *cells in sorted(rows, key=itemgetter(0))]

    def _ids(self, table: str, column: str) -> Sequence[str]:
        return list(dict.fromkeys(key for (key,) in self.shelf.cells(table, column)))

    def _entities_of(self, items: Sequence[str]) -> dict[str, Entity]:
        """Of each the last of its groups that is an entity; a mention may belong to a happening too."""
        rows = sorted(self.shelf.among("members", "rowid", "item_id", "group_id", column="item_id", keys=items))
        self.entities.bring(group for _, _, group in rows)
        return {item: found for _, item, group in rows if (found := self.entities.get(group)) is not None}

    def _voice_keys(self, voices: Sequence[str]) -> dict[str, str]:
        """Who speaks: the entity; where none is known, the first of the voices that this one document names alike."""
        self.entity_of.bring(voices)
        found = {}
        for voice in self.voices.bring(voices):
            entity = self.entity_of.get(voice.id)
            alike = () if entity else self.shelf.cells("voices", "id", doc_id=voice.doc_id, kind=voice.kind, name=voice.name)
            found[voice.id] = entity.id if entity else min(key for (key,) in alike)
        return found

    def _copies_of(self, documents: Sequence[str]) -> dict[str, list[Link]]:
        """The copies in which a document has a part."""
        found: dict[str, list[Link]] = {}
        for doc_id in documents:
            sides = ({"left": doc_id}, {"right": doc_id})
            links = (link for side in sides for link in self.shelf.where(Link, "copies", **side))
            found[doc_id] = list({link.id: link for link in links}.values())  # a passage printed twice stands at both ends
        return found

    def _sharpest_first(self) -> Sequence[str]:
        rows = self.shelf.cells("points", "sharpness", "id")
        return [key for _, key in sorted(rows, key=lambda row: (-row[0], row[1]))]

    def _answering(self, points: Sequence[str]) -> dict[str, list[str]]:
        positions = dict(self.shelf.among("positions", "id", "point_id", column="point_id", keys=points))
        given = self.shelf.among("answers", "group_id", "item_id", column="group_id", keys=positions)
        home = dict(self.shelf.among("facts", "id", "doc_id", column="id", keys=dict.fromkeys(fact for _, fact in given)))
        documents = _grouped(dict.fromkeys((positions[position], home[fact]) for position, fact in given))
        return {point: sorted(found, key=self.places.__getitem__) for point, found in documents.items()}

    def _answered_by(self, facts: Sequence[str]) -> dict[str, list[Position]]:
        """The positions that a fact gives, in the order of the table."""
        given = sorted(self.shelf.among("answers", "rowid", "item_id", "group_id", column="item_id", keys=facts))
        self.positions.bring(position for _, _, position in given)
        return _grouped((fact, self.positions[position]) for _, fact, position in given)

    def _facts_of(self, positions: Sequence[str]) -> dict[str, list[Fact]]:
        """The facts that give a position's answer, in the order in which their documents appeared."""
        given = sorted(self.shelf.among("answers", "rowid", "group_id", "item_id", column="group_id", keys=positions))
        self.facts.bring(fact for _, _, fact in given)
        facts = _grouped((position, self.facts[fact]) for _, position, fact in given)
        return {
            position: sorted(found, key=lambda fact: (self.places[fact.doc_id], fact.span.start))
            for position, found in facts.items()
        }


def _grouped(pairs: Iterable[tuple[str, R]]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return found


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


def _witness(head: Head, siglum: str) -> Witness:
    return Witness(head.id, siglum, head.outlet or head.name, head.title, head.published_at)


def _appearance(head: Head) -> tuple[str, str, str]:
    return chronological(head.published_at), head.name, head.id
