"""A case of every format there ever was is opened, shown, judged and gone on with; one of a format to come is refused.

The cases in `older/` were made by the programs of their time out of two invented accounts, `--no-models`, with words of Ann's,
and one of Ben's that he took back. Whoever raises FORMAT adds one of the format before.
"""

import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.wholeness import broken_databases

from rashomon.errors import CaseError
from rashomon.export.jsonl import jsonl_files
from rashomon.export.material import Material
from rashomon.model.rows import TABLES
from rashomon.pipeline.conduct import settle
from rashomon.store.case import Case
from rashomon.store.migrations import FORMAT, format_of

OLDER = Path(__file__).with_name("older")
FORMATS = sorted(int(path.stem.removeprefix("format-")) for path in OLDER.glob("*.zip"))


@pytest.fixture(params=FORMATS)
def older(request, tmp_path):
    path = tmp_path / "case"
    with zipfile.ZipFile(OLDER / f"format-{request.param}.zip") as archive:
        archive.extractall(path)
    assert format_of(path) == request.param
    return path


def rows(path, table):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()


def test_there_is_one_of_every_format_before_this():
    assert set(FORMATS) >= set(range(1, FORMAT))


def test_each_is_brought_up_and_nothing_in_it_is_lost(older):
    documents, judged = rows(older / "shelf.sqlite", "documents"), rows(older / "people.sqlite", "judgements")
    log = (older / "captures" / "custody.jsonl").read_bytes()
    case = Case.open(older)
    assert format_of(older) == FORMAT
    assert broken_databases(older) == []
    assert case.captures.verify() == []
    assert (older / "captures" / "custody.jsonl").read_bytes() == log
    assert [row[: len(judged[0])] for row in rows(older / "people.sqlite", "judgements")] == judged
    assert {one.relation for one in case.judgements.active()} >= {"same"}
    assert [one.id for one in case.records("documents")] == [row[0] for row in documents]
    assert all(case.records(name) or name in ("failures", "events", "tellings", "copies") for name in TABLES)


def test_each_is_shown_searched_and_exported(older):
    Case.open(older)
    found = rows(older / "shelf.sqlite", "wordings WHERE wordings MATCH 'ferry'")
    assert len(found) > 2
    assert all("ferry" in row[0].casefold() for row in found)
    files = dict(jsonl_files(Material.of(older, lambda _records: b"")))
    assert b"four people" in files["points.jsonl"]


def test_each_is_gone_on_with(older):
    """The program of today does its stages anew, out of the same originals, and heeds the words of then."""
    before = {one.id: one for one in Case.open(older).judgements.all()}
    settle(Case.open(older))
    case = Case.open(older)
    assert case.captures.verify() == []
    assert {one.id: one for one in case.judgements.all()} == before
    assert [one.id for one in case.records("judgements")] == list(before)
    assert len(case.records("documents")) == 2
    assert case.records("points")


def test_one_that_was_interrupted_on_its_way_is_brought_up_again(older):
    if format_of(older) == FORMAT:
        pytest.skip("it is of this format")
    half = older.parent / "half"
    shutil.copytree(older, half)
    text = (half / "case.toml").read_text()
    Case.open(half)
    (half / "case.toml").write_text(text)  # as if the last thing that was done had been lost
    assert Case.open(half).records("documents") == Case.open(older).records("documents")


@pytest.mark.parametrize("number", [FORMAT + 1, FORMAT + 40])
def test_a_newer_one_is_refused_with_words_and_left_as_it_is(older, number):
    about = older / "case.toml"
    about.write_text(re.sub(r"format = \d+", f"format = {number}", about.read_text()))
    before = {path: path.read_bytes() for path in older.rglob("*") if path.is_file()}
    with pytest.raises(CaseError, match=rf"newer rashomon \(format {number}, this one knows {FORMAT}\)\. Upgrade: pip install"):
        Case.open(older)
    assert {path: path.read_bytes() for path in older.rglob("*") if path.is_file()} == before
