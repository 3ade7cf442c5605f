"""The words of a case's passages and statements, to be searched: an FTS5 index that lies on the shelf.

A passage is a block of a document that is no debris and stands there for the first time; titles that stand outside the text
are passages too. A statement is one from its first word to its last. The index holds each as its document has it, so that
what is found is exact; beside it stands which entity is named in which passage. Letters with and without accents are one
(`remove_diacritics`), as are capitals.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from secrets import token_hex

LEFT_OUT = ("boilerplate", "repeat")
WEIGHED = 4_000  # hits that are put in the order of their worth: to weigh one takes 3 µs, and what 4,000 hold tells nothing apart
MANY = 20_000  # passages that hold some words: each of so many may be looked at
BEYOND = 2**62  # a place behind every passage
Row = tuple[str, str | None, str | None, str, int | None, int | None, str]

SCHEMA = """
CREATE TABLE passages (
  place INTEGER PRIMARY KEY, doc_id TEXT, statement_id TEXT, voice_id TEXT, kind TEXT, "from" INTEGER, "to" INTEGER, words TEXT
);
CREATE VIRTUAL TABLE wordings USING fts5(
  words, content='passages', content_rowid='place', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
"""
NAMED = """
CREATE TEMP TABLE places_named AS
  SELECT g.group_id, m.doc_id, json_extract(m.span, '$[0]') AS "from", json_extract(m.span, '$[1]') AS "to"
  FROM entities e JOIN members g ON g.group_id = e.id JOIN mentions m ON m.id = g.item_id;
CREATE TABLE named_there (group_id TEXT, place INTEGER);
INSERT INTO named_there SELECT DISTINCT n.group_id, p.place FROM places_named n
  JOIN passages p ON p.doc_id = n.doc_id AND p."from" <= n."from" AND p."to" >= n."to";
DROP TABLE places_named;
CREATE INDEX named_there_group_id ON named_there (group_id);
"""
INDEXES = """
INSERT INTO wordings(wordings) VALUES ('rebuild');
CREATE INDEX passages_doc_id ON passages (doc_id);
CREATE INDEX passages_voice_id ON passages (voice_id);
CREATE INDEX passages_kind ON passages (kind);
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage, or a statement, that holds the words: `start` and `end` in the document's text, or None for a title that
    stands outside it. `found` are the ranges of `words` that were looked for.
    """

    doc_id: str
    statement_id: str | None
    kind: str  # the block's, or the statement's mode
    start: int | None
    end: int | None
    words: str
    found: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Finds:
    """How many passages were found, and those of one page: the best first, or in the order of the accounts where so many were
    found that they were not weighed.
    """

    total: int
    hits: list[Hit]
    weighed: bool


def index_words(db: sqlite3.Connection) -> None:
    """Makes the index of a shelf out of its documents and statements."""
    db.executescript(SCHEMA)
    inserting = 'INSERT INTO passages (doc_id, statement_id, voice_id, kind, "from", "to", words) VALUES (?, ?, ?, ?, ?, ?, ?)'
    db.executemany(inserting, _passages(db))
    db.executemany(inserting, _said(db))
    db.executescript(INDEXES)
    db.executescript(NAMED)


def _passages(db: sqlite3.Connection) -> Iterator[Row]:
    for doc_id, text, title, blocks in db.execute("SELECT id, text, title, blocks FROM documents ORDER BY rowid"):
        if title and title not in text:
            yield doc_id, None, None, "title", None, None, title
        for block in json.loads(blocks):
            start, end = block["span"]
            if block["kind"] not in LEFT_OUT and text[start:end].strip():
                yield doc_id, None, None, block["kind"], start, end, text[start:end]


def _said(db: sqlite3.Connection) -> Iterator[Row]:
    """What is said, with the text of one document at hand: those of a big case are not held together."""
    at, text = "", ""
    for key, doc_id, voice, mode, content in db.execute(
        "SELECT id, doc_id, voice_id, mode, content FROM statements ORDER BY rowid"
    ):
        if doc_id != at:
            at, (text,) = doc_id, db.execute("SELECT text FROM documents WHERE id = ?", (doc_id,)).fetchone()
        spans = json.loads(content)
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        yield doc_id, key, voice, mode, start, end, text[start:end]


def first_statement(db: sqlite3.Connection) -> int:
    """The place of the first statement: all passages of documents lie before it, for `index_words` puts them there."""
    found = db.execute("SELECT place FROM passages WHERE statement_id IS NOT NULL ORDER BY place LIMIT 1").fetchone()
    return BEYOND if found is None else int(found[0])


def find_words(
    db: sqlite3.Connection, wanted: str, places: range, conditions: Mapping[str, Sequence[str]], *, limit: int, offset: int
) -> Finds:
    """What of these places holds what is wanted (an FTS5 expression; all where it is empty) under these conditions.

    A condition is SQL about a passage `p`, with the values for its marks.
    """
    asked = _by_words(db, wanted, places, conditions) if wanted else _by_conditions(places, conditions)
    total = asked.count(db)
    weighed = asked.may_be_weighed and total <= WEIGHED
    found = asked.places(db, limit, offset, weighed=weighed)
    hits = dict(_hits(db, wanted, found))
    return Finds(total, [hits[place] for place in found], weighed)


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of SQLite: only words of ours stand in it, every value is bound."""

    tables: str
    place: str
    where: tuple[str, ...]
    values: tuple[str | int, ...]
    may_be_weighed: bool = False

    def also(self, *where: str, values: Iterable[str], tables: str = "", may_be_weighed: bool = True) -> "_Question":
        """The same with more conditions."""
        return _Question(self.tables + tables, self.place, (*self.where, *where), (*self.values, *values), may_be_weighed)

    @property
    def _such(self) -> str:
        return f"FROM {self.tables} WHERE {' AND '.join(self.where)}"

    def count(self, db: sqlite3.Connection) -> int:
        """How many passages there are."""
        return int(db.execute(f"SELECT count(*) {self._such}", self.values).fetchone()[0])

    def places(self, db: sqlite3.Connection, limit: int, offset: int, *, weighed: bool) -> list[int]:
        """Some of them, by their worth or as they come."""
        order = f"ORDER BY {'rank, ' if weighed else ''}{self.place} LIMIT ? OFFSET ?"
        return [place for (place,) in db.execute(f"SELECT {self.place} {self._such} {order}", (*self.values, limit, offset))]


def _by_conditions(places: range, conditions: Mapping[str, Sequence[str]]) -> _Question:
    """All that is under the conditions. The plus has SQLite go by their index: by place it goes through every passage."""
    plus = "+" if conditions else ""
    asked = _Question("passages p", "p.place", (f"{plus}p.place >= ?", f"{plus}p.place < ?"), (places.start, places.stop))
    return asked.also(*conditions, values=chain(*conditions.values()), may_be_weighed=False)


def _by_words(db: sqlite3.Connection, wanted: str, places: range, conditions: Mapping[str, Sequence[str]]) -> _Question:
    """All that holds the words, and is under the conditions.

    The index of words alone is quick, to look at a passage takes half a microsecond: where the words stand in very many, those
    under the conditions are found first. SQLite left to itself may look for the words in each passage of a kind, one by one.
    """
    where = ("wordings MATCH ?", "wordings.rowid >= ?", "wordings.rowid < ?")
    asked = _Question("wordings", "wordings.rowid", where, (wanted, places.start, places.stop), may_be_weighed=True)
    if not conditions:
        return asked
    values = chain(*conditions.values())
    if asked.count(db) <= MANY:
        return asked.also(*conditions, values=values, tables=" CROSS JOIN passages p ON p.place = wordings.rowid")
    among = f"+wordings.rowid IN (SELECT p.place FROM passages p WHERE {' AND '.join(conditions)})"  # noqa: S608
    return asked.also(among, values=values, may_be_weighed=False)


TOLD = 'place, doc_id, statement_id, kind, "from", "to"'
PLAIN = f"SELECT {TOLD}, words FROM passages WHERE place IN (SELECT value FROM json_each(?))"  # noqa: S608 (words of ours)
# CROSS, for SQLite would else go through everything that matches: 48 ms a page of hits, not 2
MARKED = (
    f"SELECT {TOLD}, highlight(wordings, 0, ?, ?) FROM json_each(?) CROSS JOIN wordings ON wordings.rowid = json_each.value "  # noqa: S608
    "JOIN passages ON place = wordings.rowid WHERE wordings MATCH ?"
)


def _hits(db: sqlite3.Connection, wanted: str, places: list[int]) -> Iterator[tuple[int, Hit]]:
    """The passages at these places, marked. To mark is dear, so only those of one page are."""
    opening, closing = token_hex(8), token_hex(8)  # no capture can forge a mark that it cannot guess
    at = json.dumps(places)
    rows = db.execute(MARKED, (opening, closing, at, wanted)) if wanted else db.execute(PLAIN, (at,))
    for place, doc_id, statement_id, kind, start, end, marked in rows:
        words, found = "", []
        first, *rest = marked.split(opening)
        words += first
        for piece in rest:
            inside, _, after = piece.partition(closing)
            found.append((len(words), len(words) + len(inside)))
            words += inside + after
        yield place, Hit(doc_id, statement_id, kind, start, end, words, tuple(found))
