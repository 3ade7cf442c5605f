"""Whether a case folder is what its runs left: what was changed since by another hand, the first altered file first.

Originals and the custody log prove themselves by their hashes, the records of documents by their ids, and everything that
stands on the shelf stands in the parts too: so a change of any record in one of them shows. What changes no record (an unused
byte of a Parquet file or of the index of words) does not. Whoever changes all of them alike, and makes the chain anew, is found
only by a custody hash or a bundle's seal that was noted elsewhere.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from rashomon.errors import CaseError
from rashomon.model import Document, Fact, Judgement, Mention, Run, Statement, Voice
from rashomon.model.ids import make_id
from rashomon.model.rows import TABLES
from rashomon.pipeline.finished import Finished
from rashomon.pipeline.stages import STAGES, STAGES_BY_RULES
from rashomon.store.case import Case
from rashomon.store.parts import KEPT, Part
from rashomon.store.shelf import Shelf
from rashomon.views.records import by_rules

PROVED: dict[str, Callable[[Any], str]] = {  # what an id is made of, where a record says it all
    "documents": lambda one: Document.of(
        capture_id="", name=one.name, text=one.text, uri="", blocks=(), title=one.title, outlet=one.outlet, author=one.author,
        published_at=one.published_at, language=one.language,
    ).id,
    "mentions": lambda one: Mention.of(one.doc_id, one.span, one.kind).id,
    "voices": lambda one: Voice.of(one.doc_id, one.kind, one.name, one.span).id,
    "facts": lambda one: Fact.of(
        doc_id="", statement_id=one.statement_id, kind=one.kind, about=one.about, value=one.value, span=one.span
    ).id,
    "judgements": lambda one: make_id("jud", one.left, one.right, one.relation, one.user, one.at),
}  # fmt: skip


def said(one: Statement) -> str:
    """The id of a statement as it was found: on the shelf a person may have named another speaker."""
    return Statement.of(doc_id=one.doc_id, voice_id=one.voice_id, content=one.content, mode=one.mode, by="").id


def altered_in_case(case: Case) -> list[str]:
    """What was changed, in plain words; empty when nothing was."""
    return [*case.captures.verify(), *_parts(case), *_people(case), *_shelf(case)]


def _parts(case: Case) -> Iterator[str]:
    known: dict[str, list[Part]] = {}  # asked once a stage: a store takes its time to answer
    for stage, key, tables in case.parts.lying():
        name = f"parts/{stage}/{key}"
        try:
            if stage not in known:
                known[stage] = case.parts.done(stage)
            part = next((one for one in known[stage] if one.key == key), None)
        except (ValueError, TypeError, KeyError, OSError) as error:
            yield f"{name}/part.json was changed: {error}"
            continue
        if part is None:
            yield f"{name}/part.json is gone or was changed: it is not that of this part"
            continue
        made = Part.of(*part.made_by, part.items, failed=part.failed)
        if made.key != part.key:
            yield f"{name}/part.json was changed"
        for table in tables:
            yield from _table(case, part, table, f"{name}/{table}.parquet")


def _table(case: Case, part: Part, table: str, name: str) -> Iterator[str]:
    if table == KEPT:
        if not case.parts.kept(part):
            yield f"{name} was changed: it is not what was kept (the next run does without it)"
        return
    try:
        records: list[Any] = case.parts.records(part, table, TABLES[table])
    except Exception as error:  # pyarrow and the JSON in it raise whatever they like
        yield f"{name} was changed: it cannot be read any more ({error})"
        return
    prove = said if table == "statements" else PROVED.get(table)
    yield from (f"{name} was changed: {one.id} is not what its id says" for one in records if prove and prove(one) != one.id)


def _people(case: Case) -> Iterator[str]:
    try:
        judged = case.judgements.all()
    except (sqlite3.DatabaseError, ValueError, KeyError) as error:
        yield f"people.sqlite was changed: it cannot be read any more ({error})"
        return
    yield from (f"people.sqlite was changed: {one.id} is not what its id says" for one in judged if not _proved(one))


def _proved(judgement: Judgement) -> bool:
    return PROVED["judgements"](judgement) == judgement.id


def _shelf(case: Case) -> Iterator[str]:
    """Table by table, the shelf against the parts; judgements against people's file, which may have newer ones."""
    try:
        with Shelf(case.path) as shelf:
            on_it: dict[str, list[Any]] = {name: shelf.records(record, name) for name, record in TABLES.items()}
        yield from _indexes(case)
    except (CaseError, sqlite3.DatabaseError, ValueError, KeyError, json.JSONDecodeError) as error:
        yield f"shelf.sqlite was changed: it cannot be read any more ({error})"
        return
    for table, prove in PROVED.items():
        yield from (f"shelf.sqlite was changed: {one.id} is not what its id says" for one in on_it[table] if prove(one) != one.id)
    try:
        finished = _finished(case, on_it["runs"])
    except (ValueError, TypeError, KeyError, OSError):
        return  # a part that cannot be read, and is named already
    for table in TABLES:
        try:
            made = case.judgements.all() if table == "judgements" else finished.records(table)
        except Exception:  # noqa: S112 (the part that cannot be read is named already)
            continue
        missing = [one for one in on_it[table] if one not in made] if table == "judgements" else on_it[table] != made
        if missing:
            other = "people.sqlite" if table == "judgements" else f"parts/{finished.writer(table) or ''}".rstrip("/")
            yield f"shelf.sqlite and {other} differ in the table {table}: one of the two was changed"


def _indexes(case: Case) -> Iterator[str]:
    """Whether what the shelf finds its rows by leads to those rows."""
    with closing(sqlite3.connect(f"{(case.path / 'shelf.sqlite').resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        told = [str(row[0]) for row in db.execute("PRAGMA integrity_check(3)")]
    yield from (f"shelf.sqlite was changed: {line}" for line in told if line != "ok")


def _finished(case: Case, runs: list[Run]) -> Finished:
    stages = STAGES_BY_RULES if by_rules(runs) else STAGES
    finished = Finished(case, stages)
    for stage in stages:
        finished.add(stage.name, case.parts.done(stage.name))
    return finished
