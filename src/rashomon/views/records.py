"""A case's records, found by id and by what they belong to: what every page is made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
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
from rashomon.store.shelf import Shelf
from rashomon.text.moments import chronological
from rashomon.views.case import Tables
from rashomon.views.lookups import Groups, Lookup

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
        self.captures: Lookup[Capture] = self._lookup(Capture, "captures")
        self.documents: Lookup[Document] = Lookup(
            lambda key: self._one(Document, "documents", key), lambda: list(self.heads), TEXTS
        )
        self.mentions: Lookup[Mention] = self._lookup(Mention, "mentions")
        self.voices: Lookup[Voice] = self._lookup(Voice, "voices")
        self.statements: Lookup[Statement] = self._lookup(Statement, "statements")
        self.statements_of: Groups[Statement] = self._groups(Statement, "statements", "doc_id")
        self.said_by: Groups[Statement] = self._groups(Statement, "statements", "voice_id")
        self.facts: Lookup[Fact] = self._lookup(Fact, "facts")
        self.facts_in: Groups[Fact] = self._groups(Fact, "facts", "statement_id")
        self.entities: Lookup[Entity] = self._lookup(Entity, "entities")
        self.entity_of: Lookup[Entity] = Lookup(self._entity_of, lambda: self._ids("members", "item_id"))
        self.voice_key: Lookup[str] = Lookup(self._voice_key, lambda: list(self.voices))
        self.members_of: Groups[Member] = self._groups(Member, "members", "group_id")
        self.points: Lookup[Point] = Lookup(lambda key: self._one(Point, "points", key), self._sharpest_first)
        self.positions: Lookup[Position] = self._lookup(Position, "positions")
        self.positions_of: Groups[Position] = self._groups(Position, "positions", "point_id")
        self.facts_of: Groups[Fact] = Groups(self._facts_of, lambda: self._ids("answers", "group_id"))
        self.answering: Groups[str] = Groups(self._answering, lambda: list(self.points))  # the documents that answer a point
        self.answered_by: Groups[Member] = self._groups(Member, "answers", "item_id")  # the positions that a fact gives
        self.copies_of: Groups[Link] = Groups(self._copies_of, lambda: list(self.heads))
        self.standings: Lookup[Standing] = Lookup(
            lambda key: next(iter(self.shelf.where(Standing, "standings", position_id=key)), None),
            lambda: self._ids("standings", "position_id"),
        )

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

    def _one(self, record: type[R], table: str, key: str) -> R | None:
        return next(iter(self.shelf.where(record, table, id=key)), None)

    def _lookup(self, record: type[R], table: str) -> Lookup[R]:
        return Lookup(lambda key: self._one(record, table, key), lambda: self._ids(table, "id"))

    def _groups(self, record: type[R], table: str, column: str) -> Groups[R]:
        return Groups(lambda key: self.shelf.where(record, table, **{column: key}), lambda: self._ids(table, column))

    def _ids(self, table: str, column: str) -> Sequence[str]:
        return list(dict.fromkeys(key for (key,) in self.shelf.cells(table, column)))

    def _entity_of(self, item_id: str) -> Entity | None:
        """The last of its groups that is an entity; a mention may belong to a happening too."""
        groups = self.shelf.cells("members", "group_id", item_id=item_id)
        return next((found for (group,) in reversed(groups) if (found := self.entities.get(group))), None)

    def _voice_key(self, voice_id: str) -> str | None:
        """Who speaks: the entity; where none is known, the first of the voices that this one document names alike."""
        entity = self.entity_of.get(voice_id)
        if entity is not None:
            return entity.id
        voice = self.voices.get(voice_id)
        if voice is None:
            return None
        alike = self.shelf.cells("voices", "id", doc_id=voice.doc_id, kind=voice.kind, name=voice.name)
        return str(min(key for (key,) in alike))

    def _copies_of(self, doc_id: str) -> list[Link]:
        """The copies in which a document has a part."""
        sides = ({"left": doc_id}, {"right": doc_id})
        found = (link for side in sides for link in self.shelf.where(Link, "copies", **side))
        return list({link.id: link for link in found}.values())  # one that prints a passage twice stands at both ends

    def _sharpest_first(self) -> Sequence[str]:
        rows = self.shelf.cells("points", "sharpness", "id")
        return [key for _, key in sorted(rows, key=lambda row: (-row[0], row[1]))]

    def _answering(self, point_id: str) -> list[str]:
        positions = (key for (key,) in self.shelf.cells("positions", "id", point_id=point_id))
        facts = (key for (key,) in self.shelf.among("answers", "item_id", column="group_id", keys=positions))
        documents = {key for (key,) in self.shelf.among("facts", "doc_id", column="id", keys=facts)}
        return sorted(documents, key=self.places.__getitem__)

    def _facts_of(self, position_id: str) -> list[Fact]:
        """The facts that give a position's answer, in the order in which their documents appeared."""
        facts = [self.facts[fact_id] for (fact_id,) in self.shelf.cells("answers", "item_id", group_id=position_id)]
        return sorted(facts, key=lambda fact: (self.places[fact.doc_id], fact.span.start))


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
