"""Columns: told by usual heads or by a person, who is told what is there where a name is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import as_json
from tests.read.test_sheets import ROW, sheet

from rashomon.errors import UnreadableCapture, UsageError
from rashomon.model import Capture, Document, Failure, Original
from rashomon.read.captures import read_one
from rashomon.read.columns import HEADS, columns_of, noted, noted_in, places
from rashomon.read.sniff import sniff

FIELD = st.sampled_from(sorted(set(HEADS) - {"text"}))
HEAD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=12)


def read(data: str, columns: str, uri: str = "a.csv") -> list[Document | Failure]:
    kind = sniff(data.encode(), uri, columns_of(columns))
    return list(read_one(Original(Capture.of(uri, "", kind, "0", len(data)), data.encode())))


@given(st.dictionaries(FIELD, HEAD), HEAD)
def test_a_capture_keeps_how_it_was_said_to_be_read(others, text):
    told = {"text": text, **others}
    assert noted_in(noted("text/csv", told)) == told
    assert noted_in("text/csv") == {}


@pytest.mark.parametrize(
    ("option", "reason"),
    [("body", "names no field"), ("text=", "names no field"), ("weather=x,text=y", "id, text, title"),
     ("title=x", "no column for text"),
     ("text=a,text=b", "two columns for text"), ("", "no column for text")],
)  # fmt: skip
def test_what_cannot_be_meant(option, reason):
    with pytest.raises(UsageError, match=reason):
        columns_of(option)


def test_heads_with_commas_stand_in_quotation_marks():
    assert columns_of('"text=Body, in full", date = Day') == {"text": "Body, in full", "date": "Day"}


def test_what_was_told_goes_before_what_is_usual():
    data = sheet(["text", "Comment", "By", "Day"], ["other", ROW, "Ada", "2031-05-07"])
    [made] = read(data, "text=comment,date=Day")
    assert isinstance(made, Document)
    assert (made.text, made.published_at, made.author) == (ROW, "2031-05-07", "Ada")


def test_a_table_without_a_usual_head_is_one_where_the_columns_are_named():
    data = sheet(["Was", "Wann"], [ROW, "2031-05-07"], separator=";")
    [made] = read(data, "text=Was,date=Wann", "a.txt")
    assert isinstance(made, Document)
    assert (made.text, made.published_at) == (ROW, "2031-05-07")


def test_a_wrong_name_lists_the_columns_that_are_there():
    with pytest.raises(UsageError, match=r"a\.csv has no column 'Boddy'; its heads are Body, Day"):
        sniff(sheet(["Body", "Day"], [ROW, "x"]).encode(), "a.csv", {"text": "Boddy"})


def test_what_is_no_table_stays_what_it_is():
    for data, uri in (
        ("Three people died.\n", "a.txt"),
        (as_json([{"text": ROW}]), "a.json"),
        ("<html><p>x</p></html>", "a.html"),
    ):
        assert sniff(data.encode(), uri, {"text": "Body"}) == sniff(data.encode(), uri)


def test_a_column_that_was_told_and_one_that_is_usual_are_never_one():
    assert places(["Body", "text"], {"text": "Body"}, "a") == {"text": 0}
    assert places(["text", "headline"], {"text": "headline"}, "a") == {"text": 1}
    with pytest.raises(UnreadableCapture, match="without the column 'x'"):
        places(["text"], {"text": "x"}, "a")
