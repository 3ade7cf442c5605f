"""JSON lines: one document a line, its text exactly the line's."""

from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import as_json, document, lawful, outcomes

from rashomon.model import Document
from rashomon.read.drafts import whole
from rashomon.read.sniff import sniff

TEXT = "Three people died at the mill, the mayor said."
FIELDS = ("title", "date", "outlet", "author", "url", "lang")


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_each_text_is_taken_exactly(texts):
    lines = "\n".join(as_json({"id": str(n), "text": text}) for n, text in enumerate(texts))
    made = outcomes(lines.encode("utf-8", "surrogatepass"), "a.jsonl")
    read = [one for one in made if isinstance(one, Document)]
    assert [one.text for one in read] == [whole(text) for text in texts if text.strip()]
    assert len(made) == len(texts)
    for one in read:
        lawful(one)


def test_all_fields():
    made = document(as_json({"id": "x", "text": TEXT, **{field: field.upper() for field in FIELDS}}))
    assert (made.name, made.text, made.title, made.published_at) == ("x", TEXT, "TITLE", "DATE")
    assert (made.outlet, made.author, made.uri, made.language) == ("OUTLET", "AUTHOR", "URL", "LANG")


def test_fields_that_are_missing_empty_or_no_text():
    made = document(as_json({"text": TEXT, "title": "", "author": None, "outlet": ["a"], "date": 2031}), "some.jsonl")
    assert (made.name, made.title, made.author, made.outlet, made.published_at) == ("some.jsonl:1", None, None, None, "2031")


def test_lines_are_recognised_without_the_name():
    lines = as_json({"id": "a", "text": TEXT}) + "\n" + as_json({"id": "b", "text": TEXT}) + "\n"
    assert sniff(lines.encode(), "stdin") == "application/x-ndjson"
    assert sniff((as_json({"id": "a", "text": TEXT * 5_000}) + "\n" + lines).encode(), "stdin") == "application/x-ndjson"
    assert [one.name for one in outcomes(lines, "stdin") if isinstance(one, Document)] == ["a", "b"]


def test_a_list_of_records_and_one_record_by_itself():
    made = outcomes(f"[\n{as_json({'id': 'a', 'text': TEXT})},\n{as_json({'id': 'b'})}\n]", "a.json")
    assert isinstance(made[0], Document)
    assert made[0].blocks[0].path.startswith("[0], chars ")
    assert made[1].item_id == "a.json:[1]"
    assert document(as_json({"id": "a", "text": TEXT}).replace("{", "{\n"), "a.json").blocks[0].path.startswith("chars 0-")


def test_blank_lines_and_windows_line_ends():
    made = outcomes("\r\n\r\n".join(as_json({"id": name, "text": TEXT}) for name in "ab") + "\r\n", "a.jsonl")
    assert [one.name for one in made if isinstance(one, Document)] == ["a", "b"]


def test_the_date_at_the_head_of_the_text_fills_the_gap():
    made = document(as_json({"text": f"7 May 2031\n{TEXT}"}))
    assert made.published_at == "2031-05-07"
