"""The shelf as other tools see it: every reference leads somewhere, every view speaks in the documents' own words."""

import sqlite3
from contextlib import closing

import pytest
from tests.cases import HOSTILE, case_of, told

from rashomon.model.rows import TABLES, columns
from rashomon.store.readable import NAMES

VIEWS = ("who_says_what", "points_at_issue", "who_answers_what", "who_repeats_whom", "names_used")


@pytest.fixture(params=["", HOSTILE])
def db(tmp_path, request):
    with closing(sqlite3.connect(case_of(told(request.param), tmp_path / "case") / "shelf.sqlite")) as db:
        db.row_factory = sqlite3.Row
        yield db


def test_every_reference_leads_to_a_row(db):
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("statements", "facts", "answers", "standings"):
        assert db.execute(f"PRAGMA foreign_key_list({table})").fetchall()


def test_every_column_that_is_said_to_name_something_is_there():
    known = {name for table, record in TABLES.items() for column in columns(record) for name in (column, f"{table}.{column}")}
    assert NAMES.keys() <= known
    assert set(NAMES.values()) <= TABLES.keys()


def test_an_id_is_the_key_of_its_table(db):
    for table, record in TABLES.items():
        keys = [row["name"] for row in db.execute(f"PRAGMA table_info({table})") if row["pk"]]
        assert keys == (["id"] if "id" in columns(record) else [])


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_rows(db, view):
    views = {row["name"] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert views == set(VIEWS)
    empty = view == "names_used"  # the case told by hand has no mentions
    assert bool(db.execute(f"SELECT * FROM {view}").fetchall()) != empty


def test_words_in_the_views_are_those_of_the_text(db):
    texts = dict(db.execute("SELECT id, text FROM documents").fetchall())
    for view in ("who_says_what", "who_answers_what"):
        for row in db.execute(f"SELECT * FROM {view}"):
            assert texts[row["doc_id"]][row["start"] : row["end"]] == row["words"]
    (first, *_) = db.execute("SELECT * FROM points_at_issue").fetchall()
    assert first["answers"] == "at least twelve people | Thirty-one people | Dozens"
    (copy,) = db.execute("SELECT * FROM who_repeats_whom").fetchall()
    assert copy["origin"] == copy["one"]
