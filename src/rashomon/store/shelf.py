"""Every record of a case in one SQLite file, made from the parts and made anew whenever they change. For reading only."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

from rashomon.errors import CannotWrite, CaseError
from rashomon.model.rows import TABLES, Cell, as_cells, columns, from_cells
from rashomon.store.durable import placed
from rashomon.store.given import answers_of_speakers, put_down_answers
from rashomon.store.readable import make_views, told_of
from rashomon.store.wordings import BEYOND, Finds, find_words, first_statement, index_words

R = TypeVar("R")
ASKED = 500  # values in one question to SQLite, which takes 999 at least
KINDS = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER"}
LOOKED_UP = ("left", "right", "origin", "relation", "parent")  # indexed, as is every column that ends in _id
INDEXED_TOO = {  # by what else the rows of a table are asked for
    "statements": "voice_id, doc_id, id",  # where each of a speaker's thousands stands, without a look at it
    "facts": "statement_id, kind",  # whether a statement answers such a question is asked of each that a search finds
    "entities": "kind, name COLLATE NOCASE",  # with which one may be merged, in the order of the words
    "points": "kind, question COLLATE NOCASE",
    "members": "group_id, item_id",  # which voices, of the thousand places that name somebody, are theirs
}


class Shelf:
    """The records of the case at `path`. It stays as it was when opened, whoever writes meanwhile."""

    def __init__(self, path: str | Path, db: sqlite3.Connection | None = None) -> None:
        self.path = Path(path) / "shelf.sqlite"
        self._db = opened(self.path) if db is None else db

    @classmethod
    def holding(cls, tables: Mapping[str, Iterable[object]]) -> Self:
        """A shelf in memory with these tables, for whoever has records but no case."""
        db = sqlite3.connect(":memory:", check_same_thread=False)
        filled = as_cells(tables)
        for name, record in TABLES.items():
            _fill(db, name, record, filled.get(name, ()))
        index_words(db)
        put_down_answers(db)
        return cls(":memory:", db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def records(self, record: type[R], table: str) -> list[R]:
        """Every record of a table, documents by name and what stands in them in reading order."""
        return self.where(record, table)

    def where(self, record: type[R], table: str, **equals: Cell) -> list[R]:
        """The records of a table whose columns have these values, as in `where(Fact, "facts", doc_id=document.id)`."""
        rows = self._db.execute(f"SELECT * FROM {_q(table)}{_conditions(equals)} ORDER BY rowid", tuple(equals.values()))  # noqa: S608 (names are quoted)
        return [from_cells(record, row) for row in rows]

    def some(
        self,
        record: type[R],
        table: str,
        conditions: Mapping[str, Sequence[Cell]],
        *,
        order: str = "rowid",
        limit: int,
        offset: int = 0,
    ) -> list[R]:
        """The first records of a table under these conditions: each is SQL of ours about its columns, with the values for its
        marks. What is bound is never written into it.
        """
        where = f" WHERE {' AND '.join(f'({one})' for one in conditions)}" if conditions else ""
        values = [value for given in conditions.values() for value in given]
        rows = self._db.execute(f"SELECT * FROM {_q(table)}{where} ORDER BY {order} LIMIT ? OFFSET ?", (*values, limit, offset))  # noqa: S608
        return [from_cells(record, row) for row in rows]

    def cells(self, table: str, *names: str, **equals: Cell) -> list[tuple[Any, ...]]:
        """A few columns of a table's rows as they lie there: what is light to read of many records at once."""
        wanted = ", ".join(map(_q, names))
        rows = self._db.execute(f"SELECT {wanted} FROM {_q(table)}{_conditions(equals)} ORDER BY rowid", tuple(equals.values()))  # noqa: S608
        return list(rows)

    def beginning(self, table: str, *names: str, column: str, begins: str, **equals: Cell) -> list[tuple[Any, ...]]:
        """A few columns of the rows in which a column begins so, as do the ids of one kind: "voi", "men", …"""
        wanted, end = ", ".join(map(_q, names)), begins[:-1] + chr(ord(begins[-1]) + 1)
        such = " AND ".join((f"{_q(column)} >= ? AND {_q(column)} < ?", *(f"{_q(name)} = ?" for name in equals)))
        values = (begins, end, *equals.values())
        return list(self._db.execute(f"SELECT {wanted} FROM {_q(table)} WHERE {such} ORDER BY rowid", values))  # noqa: S608

    def answers_of_speakers(self) -> dict[str, int]:
        """How many answers to points each speaker gives: an entity, or a voice of which none is known."""
        return answers_of_speakers(self._db)

    def among(self, table: str, *names: str, column: str, keys: Iterable[str]) -> list[tuple[Any, ...]]:
        """A few columns of the rows in which a column has one of many values."""
        wanted, asked = ", ".join(map(_q, names)), list(keys)
        found: list[tuple[Any, ...]] = []
        for start in range(0, len(asked), ASKED):
            part = asked[start : start + ASKED]
            marks = ", ".join("?" * len(part))
            found += self._db.execute(f"SELECT {wanted} FROM {_q(table)} WHERE {_q(column)} IN ({marks})", part)  # noqa: S608
        return found

    def tally(self, table: str, *names: str) -> Counter[tuple[Any, ...]]:
        """How many rows of a table have each combination of values in these columns."""
        wanted = ", ".join(map(_q, names))
        rows = self._db.execute(f"SELECT {wanted}, count(*) FROM {_q(table)} GROUP BY {wanted} ORDER BY min(rowid)")  # noqa: S608
        return Counter({tuple(row)[:-1]: int(row[-1]) for row in rows})

    def count(self, table: str, **equals: Cell) -> int:
        """How many records of a table have these values."""
        rows = self._db.execute(f"SELECT count(*) FROM {_q(table)}{_conditions(equals)}", tuple(equals.values()))  # noqa: S608
        return int(next(rows)[0])

    def find(
        self,
        wanted: str,
        conditions: Mapping[str, Sequence[str]],
        *,
        statements: bool | None = None,
        limit: int,
        offset: int = 0,
    ) -> Finds:
        """The statements, the passages, or both, that hold certain words, as `store/wordings.py` says."""
        first, end = (self._first_statement if statements else 0), (BEYOND if statements is not False else self._first_statement)
        return find_words(self._db, wanted, range(first, end), conditions, limit=limit, offset=offset)

    @cached_property
    def _first_statement(self) -> int:
        return first_statement(self._db)

    def holds(self, item_id: str) -> bool:
        """Whether any record has this id."""
        return any("id" in columns(record) and self.count(name, id=item_id) for name, record in TABLES.items())

    @property
    def made_from(self) -> str:
        """What the shelf was made from, as `build` was told."""
        return str(next(self._db.execute("SELECT made_from FROM shelf"))[0])


def opened(shelf: Path) -> sqlite3.Connection:
    """The file as SQLite reads it. Raises CaseError where there is none."""
    case = shelf.parent
    if not (case / "case.toml").exists():
        raise CaseError(f"{case} is no case: it holds no case.toml. Make one with: rashomon read FILES --case {case}")
    if not shelf.exists():
        raise CaseError(f"the case {case} was never finished. Run the `rashomon read` that made it once more.")
    # immutable: the file is only ever replaced, never changed, so no lock and no side files are needed
    db = sqlite3.connect(
        f"{shelf.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, cached_statements=512
    )
    db.execute(
        "PRAGMA mmap_size=1073741824"
    )  # a page of the web asks a hundred small questions: no copy of each leaf of the file
    return db


def made_from(path: Path) -> str | None:
    """What the shelf of the case at `path` was made from; None where there is none that can be read."""
    try:
        with Shelf(path) as shelf:
            return shelf.made_from
    except (CaseError, sqlite3.DatabaseError, StopIteration):
        return None


def build(path: Path, drafts: Path, tables: Mapping[str, Iterable[tuple[Cell, ...]]], made_from: str) -> None:
    """Makes the shelf of the case at `path`, in place of an older one, at once. `tables` are the cells of each record.

    Raises CannotWrite if the disk is full.
    """
    target = path / "shelf.sqlite"
    try:
        with placed(target, drafts) as draft, closing(sqlite3.connect(draft)) as db, db:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE shelf (made_from TEXT)")
            db.execute("INSERT INTO shelf VALUES (?)", (made_from,))
            for name, record in TABLES.items():
                _fill(db, name, record, tables.get(name, ()))
            index_words(db)
            put_down_answers(db)
            make_views(db)
    except sqlite3.OperationalError as error:
        raise CannotWrite(
            f"{target} could not be written: {error}. What was done before is kept: make room, then run the same command again."
        ) from error


def bring_up(path: Path) -> None:
    """Gives a shelf of format 1 what format 2 has."""

    def bring(db: sqlite3.Connection) -> None:
        known = {row[1] for row in db.execute("PRAGMA table_info(judgements)")}
        for name, default in (("text", "''"), ("retracted_by", "NULL")):
            if name not in known:
                db.execute(f"ALTER TABLE judgements ADD COLUMN {name} TEXT DEFAULT {default}")
        if not _has(db, "wordings"):
            index_words(db)

    _made_beside(path, bring)


def tables_apart(path: Path) -> None:
    """Gives a shelf of format 2 what format 3 has: the tellings of events and the copies in tables of their own."""

    def part(db: sqlite3.Connection) -> None:
        for table, held, condition in (
            ("tellings", "members", "group_id IN (SELECT id FROM events)"),
            ("copies", "links", "relation = 'copies'"),
        ):
            if not _has(db, table):
                _fill(db, table, TABLES[table], ())
                db.execute(f"INSERT INTO {table} SELECT * FROM {held} WHERE {condition}")  # noqa: S608 (all of it is ours)
                db.execute(f"DELETE FROM {held} WHERE {condition}")  # noqa: S608

    _made_beside(path, part)


def answers_together(path: Path) -> None:
    """Gives a shelf of format 3 what format 4 has: who answers what, in a table of its own."""
    _made_beside(path, lambda db: None if _has(db, "answers_given") else put_down_answers(db))


def _made_beside(path: Path, change: Callable[[sqlite3.Connection], None]) -> None:
    """Changes the shelf of a case, if it has one. It is made beside the old one, for somebody may be reading that."""
    target = path / "shelf.sqlite"
    if not target.exists():
        return
    with placed(target, path / "drafts") as draft:
        draft.write_bytes(target.read_bytes())
        with closing(sqlite3.connect(draft)) as db, db:
            change(db)


def _has(db: sqlite3.Connection, table: str) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _fill(db: sqlite3.Connection, table: str, record: Any, rows: Iterable[tuple[Cell, ...]]) -> None:
    kinds = columns(record)
    told = ", ".join(f"{_q(name)} {KINDS[kind]}{told_of(table, name)}" for name, kind in kinds.items())
    db.execute(f"CREATE TABLE {_q(table)} ({told})")
    marks = ", ".join("?" for _ in kinds)
    db.executemany(f"INSERT INTO {_q(table)} VALUES ({marks})", rows)  # noqa: S608
    for name in kinds:  # an id has its index as the key
        if (name in LOOKED_UP or name.endswith("_id")) and not INDEXED_TOO.get(table, "").startswith(name):
            db.execute(f"CREATE INDEX {_q(f'{table}_{name}')} ON {_q(table)} ({_q(name)})")
    if table in INDEXED_TOO:
        db.execute(f"CREATE INDEX {_q(f'{table}_too')} ON {_q(table)} ({INDEXED_TOO[table]})")


def _conditions(equals: Mapping[str, Cell]) -> str:
    """The plus keeps SQLite from going through all conflicts where an id is given too: that took 0.7 ms a question, not 0.02."""
    plus = {"relation": "+"} if len(equals) > 1 else {}
    return " WHERE " + " AND ".join(f"{plus.get(name, '')}{_q(name)} IS ?" for name in equals) if equals else ""


def _q(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
