"""What an editor writes into an exported spreadsheet comes back as judgements: who, when, of what; or nothing does."""

import csv
from datetime import datetime
from io import StringIO

import pytest
from openpyxl import Workbook, load_workbook
from tests.cases import told
from tests.export.writing import kept, write

from rashomon.errors import UsageError
from rashomon.export.cells import cell, said_in
from rashomon.export.returned import reviews_in
from rashomon.export.reviews import new_words, put_down
from rashomon.export.sheets import REVIEW
from rashomon.model import Voice
from rashomon.store.case import Case


@pytest.fixture
def case(tmp_path):
    return Case.open(kept(told(), tmp_path / "case"))


def written_csv(case, tmp_path, *edits, delimiter=",", encoding="utf-8-sig"):
    """The exported file after these edits: (row, column, words)."""
    path = write("csv", case.path, tmp_path / "points.csv")
    rows = list(csv.reader(StringIO(path.read_text("utf-8-sig"), newline="")))
    for row, column, words in edits:
        rows[row][rows[0].index(column)] = words
    saved = StringIO(newline="")
    csv.writer(saved, delimiter=delimiter).writerows(rows)
    path.write_bytes(saved.getvalue().encode(encoding))
    return path, [dict(zip(rows[0], row, strict=True)) for row in rows]


def come_back(case, path, user="desk"):
    words = new_words(case, reviews_in(path, case, user))
    put_down(case, words)
    return words


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16")])
def test_a_csv_comes_back_however_it_was_saved(case, tmp_path, delimiter, encoding):
    path, rows = written_csv(
        case,
        tmp_path,
        (1, "review", "Accept"),
        (1, "reviewer", "Änne"),
        (1, "reviewed_at", "2026-05-02T10:30+02:00"),
        (3, "review", "no conflict"),
        (3, "review_note", "=two counts"),
        delimiter=delimiter,
        encoding=encoding,
    )
    at = next(number for number, row in enumerate(rows) if row["position_id"] not in ("position_id", rows[3]["position_id"]))
    path, rows = written_csv(
        case,
        tmp_path,
        (1, "review", "Accept"),
        (1, "reviewer", "Änne"),
        (1, "reviewed_at", "2026-05-02T10:30+02:00"),
        (3, "review", "no conflict"),
        (3, "review_with", rows[at]["position_id"]),
        (3, "review_note", "'=two counts"),
        delimiter=delimiter,
        encoding=encoding,
    )
    come_back(case, path)
    said = {one.relation: one for one in case.judgements.all()}
    accepted, pair = said["accept"], said["no-conflict"]
    assert (accepted.left, accepted.right, accepted.user) == (rows[1]["statement"], "", "Änne")
    assert accepted.at == "2026-05-02T08:30:00.000000+00:00"
    assert (pair.left, pair.right, pair.user) == (rows[3]["position_id"], rows[at]["position_id"], "desk")
    assert pair.text == "=two counts"


def test_the_same_file_twice_says_nothing_twice(case, tmp_path):
    path, _ = written_csv(case, tmp_path, (1, "review", "accept"), (2, "review_note", "who counted?"))
    assert len(come_back(case, path)) == 2
    assert come_back(case, path) == []
    assert sorted(one.relation for one in case.judgements.all()) == ["accept", "note"]


def test_a_file_that_nobody_wrote_into_says_nothing(case, tmp_path):
    for form in ("csv", "xlsx"):
        assert reviews_in(write(form, case.path, tmp_path / f"case.{form}"), case, "desk") == []


def test_a_wrong_speaker_is_named_by_the_name_in_that_document(case, tmp_path):
    _, rows = written_csv(case, tmp_path)
    at = next(number for number, row in enumerate(rows) if row["voice"] == "a nurse")
    path, _ = written_csv(case, tmp_path, (at, "review", "wrong-speaker"), (at, "review_with", "the union"))
    (word,) = come_back(case, path)
    names = {voice.id: voice.name for voice in case.shelf.records(Voice, "voices")}
    assert (word.left, names[word.right]) == (rows[at]["statement"], "the union")


@pytest.mark.parametrize(
    ("edits", "says"),
    [
        ([("review", "likes")], "'likes' is nothing that can be said"),
        ([("review", "conflict")], "put the other one's id into review_with"),
        ([("review", "conflict"), ("review_with", "pos1-none")], "is no other item of the case"),
        ([("review", "accept"), ("review_of", "point")], "'accept' is not said of a point, but of a statement, a copy"),
        ([("review", "accept"), ("review_of", "weather")], "'weather' in review_of is nothing in that row"),
        ([("review", "accept"), ("statement", "sta1-gone")], "is not in the case"),
        ([("review", "wrong-speaker"), ("review_with", "Nobody")], "is no voice of that document; its voices: Mayor Ann Holt"),
        ([("review", "accept"), ("reviewed_at", "02/05/2026")], "is no moment"),
        ([("review", "accept"), ("reviewed_at", "9999-01-01")], "is still to come"),
        ([("review", "note")], "a note needs words"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_row_and_nothing_is_put_down(case, tmp_path, edits, says):
    path, _ = written_csv(case, tmp_path, (2, "review", "accept"), *((1, column, words) for column, words in edits))
    with pytest.raises(UsageError, match=r"row 2") as error:
        come_back(case, path)
    assert says in str(error.value)
    assert case.judgements.all() == []


def test_a_workbook_comes_back_from_every_sheet(case, tmp_path):
    path = write("xlsx", case.path, tmp_path / "case.xlsx")
    book = load_workbook(path)
    wanted = {"points": (2, "wrong-span", ""), "copies": (2, "reject", ""), "statements": (3, "accept", "")}
    for name, (row, word, _) in wanted.items():
        sheet = book[name]
        head = [each.value for each in sheet[1]]
        sheet.cell(row, head.index("review") + 1, word)
        sheet.cell(row, head.index("reviewed_at") + 1, datetime(2026, 5, 2, 10, 30))
    book.save(path)
    words = come_back(case, path)
    assert [one.relation for one in words] == ["wrong-span", "accept", "reject"]
    assert {one.at for one in words} == {"2026-05-02T10:30:00.000000+00:00"}


def test_other_files_are_refused_with_what_is_missing(case, tmp_path):
    Workbook().save(tmp_path / "other.xlsx")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    for name in ("other.xlsx", "other.csv", "empty.csv"):
        with pytest.raises(UsageError, match="has not the columns review, review_of"):
            reviews_in(tmp_path / name, case, "desk")
    with pytest.raises(UsageError, match="is no workbook"):
        reviews_in(tmp_path / "broken.xlsx", case, "desk")
    with pytest.raises(UsageError, match="cannot be read"):
        reviews_in(tmp_path / "gone.csv", case, "desk")


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''+1", "-3", "@x", "\tx", "\rx", "\uff1dx", "plain", "'tis", "", "a=b"])
def test_a_cell_runs_nothing_and_comes_back_as_it_was(text):
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d"))
    assert said_in(cell(text)) == text


def test_the_review_columns_stand_on_every_sheet_that_can_be_judged(case, tmp_path):
    book = load_workbook(write("xlsx", case.path, tmp_path / "case.xlsx"))
    judged = {sheet.title for sheet in book if set(REVIEW) <= {each.value for each in sheet[1]}}
    assert judged == {"points", "statements", "mentions", "facts", "entities", "copies"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("points.csv", b"review,id\x00\x01\x02" * 40),
        ("tasks.json", b"[" * 100_000),
        ("tasks.json", b'[{"data": \x00\x00\x00\x00'),
    ],
)
def test_a_file_that_is_no_table_and_no_annotation_is_refused_in_these_words(case, tmp_path, name, data):
    """Found by the fuzzer: it was told as a capture that cannot be read, or not at all."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=rf"{name} is (no table|damaged)"):
        reviews_in(tmp_path / name, case, "desk")
