"""What the stages have finished so far, as records in one order, whichever run or process made them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from rashomon.extract.judged import corrected
from rashomon.model import Capture, Document, Failure, Judgement, Original, Run
from rashomon.model.ids import make_id
from rashomon.model.rows import TABLES, Cell, Known, columns, from_cells, to_cells
from rashomon.pipeline.stage import Stage
from rashomon.store.case import Case
from rashomon.store.objects import ObjectParts
from rashomon.store.parts import KEPT, Part, Readable

FINDING = "find"  # not a stage: what could not even be opened has a part of its own
BYTES = 100  # of an original that cost about as much to read as one character to parse (60 pages: 9.8 MB in 2 s, 0.26 MB in 15 s)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the conductor has to know of a document: where it lies, where it was found, and how long it is."""

    part: Part
    capture_id: str
    uri: str
    size: int


@dataclass(frozen=True, slots=True)
class Lying:
    """Documents by where they lie, for a worker to read them from there."""

    store: Readable
    places: tuple[tuple[str, Outline], ...]

    def items(self) -> list[Document]:
        """The documents."""
        parts = {outline.part.key: outline.part for _, outline in self.places}
        wanted = {(doc_id, outline.capture_id) for doc_id, outline in self.places}
        names = list(columns(Document))
        rows = (row for part in parts.values() for row in self.store.cells(part, "documents", names))
        key, came = names.index("id"), names.index("capture_id")
        found = {row[key]: row for row in rows if (row[key], row[came]) in wanted}
        return [from_cells(Document, found[doc_id]) for doc_id, _ in self.places]


class Finished:
    """The live parts of a case, stage by stage, and what they hold.

    Documents stand by name, and everything said in them follows that order: so the tables are the same however the work
    was cut. A document that several captures gave counts once, for the capture that came first.
    """

    def __init__(self, case: Case, stages: Sequence[Stage]) -> None:
        self._case = case
        self._writers = {table: stage.name for stage in stages for table in stage.writes}
        self._adders = {table: stage.name for stage in stages for table in stage.adds}
        self._manners = {stage.name: f", {stage.manner}" for stage in stages if stage.manner}
        self._parts: dict[str, list[Part]] = {FINDING: case.parts.done(FINDING)}
        self._tables: dict[str, list[Any]] = {}

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs to read for itself: where all stands, and people's word as it was here."""
        held = {name: value for name, value in vars(self).items() if name in ("_writers", "_adders", "_manners", "_parts")}
        known = {name: self.records(name) for name in ("judgements", "captures")}  # the conductor's alone
        return {**held, "_case": Case(self._case.path, self._case.parts), "_tables": known}

    def unseen(self) -> str:
        """A live part that this process does not see, if there is one among the last of each stage: to it, all would be empty."""
        last = [parts[-1] for parts in self._parts.values() if parts]
        return next((f"{part.stage}/{part.key}" for part in last if not self._case.parts.holds(part)), "")

    def add(self, stage: str, parts: Sequence[Part]) -> None:
        """Says which parts of a stage are live."""
        self._parts[stage] = sorted(parts, key=lambda part: part.key)
        for table, adder in self._adders.items():
            if adder == stage:
                self._tables.pop(table, None)

    def keys(self, stage: str | None = None) -> list[str]:
        """The keys of the live parts of a stage, or of all."""
        chosen = self._parts.values() if stage is None else [self._parts[stage]]
        return sorted(part.key for parts in chosen for part in parts)

    def writer(self, table: str) -> str | None:
        """The stage that writes a table; None for what comes from people or captures."""
        return self._writers.get(table)

    def adder(self, table: str) -> str | None:
        """The stage that has added to a table so far; None where none has."""
        adder = self._adders.get(table)
        return adder if adder in self._parts else None

    def sizes(self, table: str) -> dict[str, int]:
        """The items of a "document" stage (`originals` or `documents`) in their order: id -> how much work, in characters."""
        if table == "originals":
            return {capture.id: capture.size // BYTES for capture in self._case.captures.all()}
        return {doc_id: outline.size for doc_id, outline in self._outlines.items()}

    def items(self, table: str, ids: Sequence[str]) -> list[Any]:
        """Those items themselves.

        Raises CaseError for an original that is gone or was changed.
        """
        if table == "originals":
            return [Original(self._captures[one], self._case.captures.data(self._captures[one])) for one in ids]
        return self._lying(ids).items()

    def given(self, table: str, ids: Sequence[str]) -> "list[Any] | Lying":
        """What a worker is given to get those items: where they lie, if every worker reaches that, else the items themselves."""
        is_reached = table == "documents" and isinstance(self._case.parts, ObjectParts)
        return self._lying(ids) if is_reached else self.items(table, ids)

    def _lying(self, ids: Sequence[str]) -> Lying:
        return Lying(self._case.parts, tuple((one, self._outlines[one]) for one in ids))

    def called(self, table: str, item_id: str) -> tuple[str, str]:
        """What a Failure calls one of those items, and where it was found."""
        where = self._captures[item_id].uri if table == "originals" else self._outlines[item_id].uri
        return (where if table == "originals" else item_id), where

    def ids(self, table: str) -> list[str]:
        """The ids of those items, without reading them."""
        if table == "originals":
            return [capture.id for capture in self._case.captures.all()]
        return list(self._outlines)

    def carriers(self) -> list[tuple[str, str]]:
        """Every document with the capture that gave it: a document found twice stands twice."""
        return list(zip(self._columns("documents", "id"), self._columns("documents", "capture_id"), strict=True))

    @cached_property
    def _captures(self) -> dict[str, Capture]:
        return {capture.id: capture for capture in self._case.captures.all()}

    @cached_property
    def _outlines(self) -> dict[str, "Outline"]:
        """Every document in its order, less what is written in it: that may be more than this process should hold."""
        came = {capture.id: place for place, capture in enumerate(self.records("captures"))}
        names = ("id", "capture_id", "name", "uri", "text")
        found = [
            (came[capture_id], name, doc_id, Outline(part, capture_id, uri, len(text)))
            for part in self._parts[self._writers["documents"]]
            for doc_id, capture_id, name, uri, text in self._case.parts.cells(part, "documents", names)
        ]
        once = {doc_id: (name, outline) for _, name, doc_id, outline in sorted(found, key=lambda one: -one[0])}
        return {doc_id: once[doc_id][1] for doc_id in sorted(once, key=lambda doc_id: (once[doc_id][0], doc_id))}

    def records(self, table: str, known: Known | None = None) -> list[Any]:
        """Every record of a table; of the judgements only those that hold. `known` is what was read together with it."""
        if table not in self._tables:
            self._tables[table] = list(self._read(table, known or Known()))
        return self._tables[table]

    def cells(self, table: str) -> Iterator[tuple[Cell, ...]]:
        """The cells of every record of a table. Where a stage's records stand as it gave them, none is made to be taken apart."""
        as_given = table in self._writers and not self.adder(table)
        if table in self._tables or not as_given or (table == "statements" and self.records("judgements")):
            yield from map(to_cells, self.records(table))
            return
        names = list(columns(TABLES[table]))
        rows = [row for part in self._parts[self._writers[table]] for row in self._case.parts.cells(part, table, names)]
        order, outlines = self._order, self._outlines
        if table == "documents":
            key, came = names.index("id"), names.index("capture_id")
            once = {row[key]: row for row in rows if row[came] == outlines[row[key]].capture_id}
            yield from (once[doc_id] for doc_id in order)
        elif "doc_id" in names:
            at = names.index("doc_id")
            yield from sorted((row for row in rows if row[at] in order), key=lambda row: order[row[at]])
        else:
            yield from rows

    def inputs(self, stage: Stage) -> list[str]:
        """The keys of the parts that a "whole" stage is made from, and the ids of the judgements that it heeds."""
        writers = sorted({by for table in stage.reads for by in (self.writer(table), self.adder(table)) if by})
        return [key for writer in writers for key in self.keys(writer)] + [one.id for one in self._heeded(stage)]

    def tables(self, stage: Stage, last: Part | None = None) -> dict[str, list[Any]]:
        """What a "whole" stage reads; and what it kept with its last part, where it keeps anything."""
        known = Known()
        read = {name: self._heeded(stage) if name == "judgements" else self._seen_by(stage, name, known) for name in stage.reads}
        return {**read, KEPT: self._case.parts.kept(last) if last else []} if stage.keeps else read

    def _seen_by(self, stage: Stage, table: str, known: Known) -> list[Any]:
        overlooked = [name.partition(".")[2] for name in stage.overlooks if name.startswith(f"{table}.")]
        return list(self._read(table, known, overlooked)) if overlooked else self.records(table, known)

    def _heeded(self, stage: Stage) -> list[Judgement]:
        """The words of people that change what the stage makes; a note changes nothing."""
        return [one for one in self.records("judgements") if one.relation != "note" and one.left.startswith(stage.heeds)]

    def _read(self, table: str, known: Known, without: Sequence[str] = ()) -> Iterator[Any]:
        if table == "captures":
            yield from self._case.captures.all()
        elif table == "judgements":
            yield from self._case.judgements.active()
        elif table == "runs":
            yield from self._runs()
        elif table == "failures":
            yield from self._failures()
        elif table == "documents":
            yield from self._once(known, without)
        elif table == "statements" and table in self._writers:
            found = self._in_order(self._stored(self._writers[table], table, known, without))
            judgements = self.records("judgements")
            yield from corrected(found, self.records("voices", known), judgements) if judgements else found
        elif table in self._writers:
            yield from self._in_order(self._stored(self._writers[table], table, known, without))
            if adder := self.adder(table):
                yield from self._stored(adder, table, known, without)

    def _once(self, known: Known, without: Sequence[str]) -> list[Document]:
        outlines = self._outlines
        found = self._stored(self._writers["documents"], "documents", known, without)
        once = {document.id: document for document in found if document.capture_id == outlines[document.id].capture_id}
        return [once[doc_id] for doc_id in outlines]

    def _in_order(self, records: list[Any]) -> list[Any]:
        """What is said in the documents of the case, in their order; other records as their stage gave them."""
        if not records or not hasattr(records[0], "doc_id"):
            return records
        order = self._order
        return sorted((one for one in records if one.doc_id in order), key=lambda one: order[one.doc_id])

    @cached_property
    def _order(self) -> dict[str, int]:
        return {doc_id: place for place, doc_id in enumerate(self._outlines)}

    def _failures(self) -> Iterator[Failure]:
        for stage in self._parts:
            yield from sorted(self._stored(stage, "failures", Known()), key=lambda one: (one.item_id, one.error, one.message))

    def _runs(self) -> Iterator[Run]:
        """A stage's parts that were begun at one moment are one run's work. Live parts were all made in one manner."""
        for stage in dict.fromkeys((*self._writers.values(), *self._adders.values())):  # the flow: which was done first may vary
            parts = self._parts.get(stage, [])
            for what, group in groupby(sorted(parts, key=_work_of), key=_work_of):
                started, version, settings, weights = what
                yield Run(
                    make_id("run", stage, started, version, settings, weights),
                    stage,
                    f"{version}{self._manners.get(stage, '')}",
                    settings,
                    weights,
                    started,
                    max(part.ended for part in group),
                )

    def _stored(self, stage: str, table: str, known: Known, without: Sequence[str] = ()) -> list[Any]:
        record: type[Any] = TABLES[table]
        return [one for part in self._parts[stage] for one in self._case.parts.records(part, table, record, without, known)]

    def _columns(self, table: str, name: str) -> Iterator[Any]:
        for part in self._parts[self._writers[table]]:
            yield from self._case.parts.column(part, table, name)


def _work_of(part: Part) -> tuple[str, int, str, str]:
    return part.started, part.version, part.settings_sha, part.weights_sha
