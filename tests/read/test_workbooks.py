"""XLSX, made by openpyxl: a document a row; what cannot be read is named."""

import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.capturing import document, failure, found, lawful, outcomes
from tests.read.test_archives import packed
from tests.read.test_sheets import ROW

from rashomon.errors import UsageError
from rashomon.model import Capture, Document, Failure, Original
from rashomon.read.captures import read_one
from rashomon.read.sniff import sniff


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        made = book.create_sheet(name)
        for row in rows:
            made.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_row_is_a_document():
    data = workbook(
        Sheet=[
            [],
            ["ID", "Headline", "Body", "Published"],
            [7, "Fire", ROW, datetime(2031, 5, 7)],
            [],
            [8.0, "T", "Two died.", None],
        ]
    )
    one, two = outcomes(data, "a.xlsx")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    lawful(one)
    assert (one.name, one.title, one.text, one.published_at) == ("7", "Fire", ROW, "2031-05-07")
    assert one.blocks[0].path == f"row 3, chars 0-{len(ROW)}"
    assert two.name == "8"


def test_cells_that_are_no_texts():
    data = workbook(S=[["text", "date", "author"], [1.5, date(2031, 5, 7), True], [ROW, datetime(2031, 5, 7, 10, 20), 12]])
    one, two = outcomes(data, "a.xlsx")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.text, one.published_at, one.author) == ("1.5", "2031-05-07", "True")
    assert (two.published_at, two.author) == ("2031-05-07T10:20:00", "12")


def test_each_sheet_is_read_and_one_without_a_text_named():
    data = workbook(
        Posts=[["text"], [ROW]],
        Notes=[["weather"], ["fine"]],
        Empty=[],
        More=[["text", "url"], ["Six died.", "https://a.example"]],
    )
    one, two, three = outcomes(data, "a.xlsx")
    assert isinstance(one, Document)
    assert (one.name, one.blocks[0].path) == ("a.xlsx:Posts:2", f"sheet 'Posts', row 2, chars 0-{len(ROW)}")
    assert isinstance(two, Failure)
    assert two.item_id == "a.xlsx:sheet 'Notes'"
    assert "its heads are weather" in two.message
    assert isinstance(three, Document)
    assert three.uri == "https://a.example"


def test_columns_may_be_named():
    data = workbook(S=[["Was", "Wann"], [ROW, date(2031, 5, 7)]])
    kind = sniff(data, "a.xlsx", {"text": "Was", "date": "Wann"})
    [made] = read_one(Original(Capture.of("a.xlsx", "", kind, "0", len(data)), data))
    assert isinstance(made, Document)
    assert (made.text, made.published_at) == (ROW, "2031-05-07")
    with pytest.raises(UsageError, match="its heads are Was, Wann"):
        sniff(data, "a.xlsx", {"text": "Which"})


def test_it_is_one_file_and_no_archive(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook(S=[["text"], [ROW]]))
    documents, failures = found(tmp_path)
    assert [made.text for made in documents] == [ROW]
    assert not failures


def test_an_empty_workbook_and_a_row_without_a_text():
    assert "without a table" in failure(workbook(S=[]), "a.xlsx").message
    assert "'text' is empty" in failure(workbook(S=[["text", "id"], [" ", 3]]), "a.xlsx").message


def test_a_bomb_and_rows_that_a_forged_sheet_says_it_has():
    assert "bomb" in failure(packed({"[Content_Types].xml": b"<T/>", "xl/workbook.xml": b" " * 60_000_000})).message
    assert document(workbook(S=[["text"], *[[ROW]] * 1]), "a.xlsx").text == ROW


WHOLE = workbook(S=[["text", "id"], [ROW, 1]])


@settings(max_examples=40)
@given(st.binary(max_size=40), st.integers(0, len(WHOLE)))
def test_whatever_is_damaged_only_failures_come_of_it(noise, at):
    for made in outcomes(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "a.xlsx"):
        assert isinstance(made, Document) or made.error == "UnreadableCapture"
