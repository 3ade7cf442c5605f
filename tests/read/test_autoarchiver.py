"""auto-archiver: the posts that it archived, from its JSON and from its CSV database."""

import csv
import io
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import as_json, document, failure, lawful, outcomes

from rashomon.model import Document, Failure

KNOWN = {
    "_processed_at": "2031-05-08 01:00:00+00:00", "url": "https://social.example/ada/1", "timestamp": "2031-05-07 10:20:30+00:00",
    "title": "Three people died in the fire…", "content": "Three people died in the fire at the mill, I saw it.",
    "author": {"name": "Ada Moss", "id": 7},
}  # fmt: skip
RECORD = {"status": "twitter: success", "metadata": KNOWN, "media": [{"filename": "a.jpg", "urls": []}]}


def table(*records):
    written = io.StringIO(newline="")
    csv.writer(written).writerows([["status", "metadata", "media"], *records])
    return written.getvalue()


def test_a_post_is_its_writers():
    made = document(as_json(RECORD), "metadata.json")
    lawful(made)
    [block] = made.blocks  # the title is the beginning of the text
    assert (block.kind, block.author, block.posted_at) == ("post", "Ada Moss", "2031-05-07T10:20:30Z")
    assert (block.span.of(made.text), block.path) == (KNOWN["content"], "metadata.content, chars 0-52")
    assert (made.outlet, made.uri) == ("social.example", KNOWN["url"])


def test_the_answer_of_a_service_is_not_the_posts_words():
    made = document(as_json({**RECORD, "metadata": {**KNOWN, "content": as_json({"id": 1, "full_text": "Nobody died."})}}))
    assert made.text.endswith("Nobody died.")


def test_a_row_of_its_csv_database():
    known = {**KNOWN, "timestamp": datetime(2031, 5, 7, 10, 20, 30, tzinfo=UTC), "_processed_at": datetime(2031, 5, 8)}
    one, two, three = outcomes(
        table(
            ["twitter: success", str(known), "[]"],
            ["nothing archived", str({"url": "https://x.example"}), "[]"],
            ["x", "{'a", ""],
        ),
        "db.csv",
    )
    assert isinstance(one, Document)
    assert one.blocks[0].posted_at == "2031-05-07T10:20:30Z"
    assert one.blocks[0].path == "row 2, metadata.content, chars 0-52"
    assert isinstance(two, Failure)
    assert two.item_id == "db.csv:row 3"
    assert "nothing is known of https://x.example" in two.message
    assert isinstance(three, Failure)
    assert "not whole" in three.message


def test_nothing_in_a_cell_is_run(tmp_path):
    cell = f"{{'content': __import__('pathlib').Path({str(tmp_path / 'made')!r}).write_text('x'), 'title': 'Nothing was run.'}}"
    assert document(table(["success", cell, "[]"]), "db.csv").text == "Nothing was run."
    assert not (tmp_path / "made").exists()


def test_a_list_and_one_of_which_only_pictures_were_kept():
    one, two = outcomes(as_json([RECORD, {**RECORD, "metadata": {"url": "https://x.example"}}]), "all.json")
    assert isinstance(one, Document)
    assert isinstance(two, Failure)
    assert "but its pictures" in failure(as_json({"status": "x", "metadata": {"url": 7}, "media": []})).message


@given(st.text(max_size=80))
def test_whatever_a_cell_holds_only_failures_come_of_it(cell):
    for shown in (cell, "{" * len(cell), f"{{'content': {cell}}}"):
        for made in outcomes(table(["success", shown, "[]"]).encode("utf-8", "surrogatepass"), "db.csv"):
            assert isinstance(made, Document) or made.error == "UnreadableCapture"


def test_empty_lines_above_the_heads():
    """Found by the fuzzer: the heads were told from behind them, and read with them."""
    made = document("\r\n\r\n" + table(["success", str({"content": "Two people died."}), "[]"]), "db.csv")
    assert made.text == "Two people died."
