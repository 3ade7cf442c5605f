"""Tables: a document a row, the text taken exactly; a row that cannot be read is named."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, failure, lawful, outcomes

from rashomon.model import Document, Failure
from rashomon.read.sniff import sniff

ROW = "Three people died at the mill, the mayor said."


def sheet(*rows, separator=","):
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_from_the_heads(separator):
    made = document(sheet(["id", "title", "text", "date"], ["a", "Fire", ROW, "2031-05-07"], separator=separator), "a.csv")
    assert (made.name, made.title, made.text, made.published_at) == ("a", "Fire", ROW, "2031-05-07")


def test_heads_in_capitals_and_with_other_names():
    data = sheet(
        ["ID", "Headline", "Body", "Published At", "Source", "By", "Link", "Language"], ["1", "T", ROW, "D", "O", "A", "U", "en"]
    )
    made = document(data)
    assert (made.name, made.title, made.text, made.published_at) == ("1", "T", ROW, "D")
    assert (made.outlet, made.author, made.uri, made.language) == ("O", "A", "U", "en")


def test_a_fields_own_name_goes_before_its_other_names():
    assert document(sheet(["content", "text", "source"], ["other", ROW, "O"]), "a.csv").text == ROW


def test_two_other_names_for_one_field_say_nothing():
    assert document(sheet(["text", "source", "publisher"], [ROW, "one", "two"]), "a.csv").outlet is None
    assert "'body' and 'content' could both be the text" in failure(sheet(["body", "content"], ["x", "y"]), "a.csv").message


def test_a_table_without_a_text_column_says_what_heads_are_allowed():
    message = failure(sheet(["name", "price"], ["mill", "7"]), "a.csv").message
    assert "without a text column (its heads are name, price)" in message
    assert "id, text, title, date, outlet, author, url, lang" in message


def test_a_table_of_heads_only():
    assert "without a row" in failure("id,text\r\n", "a.csv").message


def test_a_byte_order_mark_and_a_line_for_excel():
    assert document(b"\xef\xbb\xbf" + sheet(["text", "id"], [ROW, "a"]).encode()).name == "a"
    assert document("sep=;\r\ntext;id\r\n" + ROW + ";a\r\n", "a.csv").name == "a"


def test_cp1252_as_excel_writes_it():
    assert document(
        sheet(["text", "id"], ["Der Bürgermeister von Köln – 3 Tote", "a"]).encode("cp1252"), "a.csv"
    ).text.startswith("Der Bürger")


def test_a_row_that_cannot_be_read_costs_no_other():
    rows = [["id", "text"], ["a", ROW], ["b", " "], [], ["c", ROW + " c"], ["d", "Six died", " as commas do"], ["e"]]
    one, two, three, four, five = outcomes(sheet(*rows), "t.csv")
    assert isinstance(one, Document)
    assert isinstance(three, Document)
    failures = [made for made in (two, four, five) if isinstance(made, Failure)]
    assert [failed.item_id for failed in failures] == ["t.csv:row 3", "t.csv:row 6", "t.csv:row 7"]
    assert "'text' is empty" in failures[0].message
    assert "3 cells under 2 heads" in failures[1].message


def test_a_quotation_mark_that_is_never_closed():
    one, two = outcomes(f'id,text\na,"{ROW}"\nb,"{ROW}\nc,{ROW}\n', "t.csv")
    assert isinstance(one, Document)
    assert isinstance(two, Failure)
    assert two.item_id == "t.csv:row 3"


def test_long_cells_are_read_whole():
    assert len(document(sheet(["id", "text"], ["a", ROW * 10_000]), "a.csv").text) == len(ROW) * 10_000


def test_paths_lead_back_to_the_row():
    assert document(sheet(["id", "text"], ["a", ROW]), "a.csv").blocks[0].path == f"row 2, chars 0-{len(ROW)}"


@pytest.mark.parametrize(
    "text", ["Text, Author, and all that: a lesson.\n\nIt says.", "The text, the date\n", "One; two; three.\nFour."]
)
def test_a_text_with_commas_is_no_table(text):
    assert sniff(text.encode(), "a.txt") == "text/plain"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t")), min_size=1, max_size=5))
def test_each_text_is_taken_exactly(texts):
    made = outcomes(sheet(["id", "text"], *([str(n), text] for n, text in enumerate(texts))), "a.csv")
    wanted = [text for text in texts if text.strip()]
    read = [one for one in made if isinstance(one, Document)]
    assert [one.text for one in read] == wanted
    assert len(made) == len(texts)
    for one in read:
        if one.blocks:
            lawful(one)
