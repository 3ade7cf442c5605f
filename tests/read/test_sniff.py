"""What kind of file it is: told from the content, and without an error for any bytes at all."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.read.capturing import as_json, outcomes

from rashomon.demo import accounts
from rashomon.model import Document, Failure
from rashomon.read.readers import READERS
from rashomon.read.sniff import sniff

NAMES = st.sampled_from(
    ["a", "a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.pdf", "a.zip", "result.json", ".csv", "é/ü.md", ""]
)
STARTS = st.sampled_from(
    b"""<html>|<div class='message--post messageText postbody hnmain reddit thing'>|{|[|{"id":|[{"kind":"Listing",|id,text
    |%PDF-1.4|PK\x03\x04|\xff\xfe|\xef\xbb\xbf|\x00\x00\xfe\xff|sep=|{"messages":[|\x89PNG|""".split(b"|")
)
KEYS = st.sampled_from(
    "id author created_at_i children text by time type title kind data replies body parent parent_id kids messages name chats "
    "list from date_unixtime reply_to_message_id forwarded_from url deleted".split()
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=8),
    max_leaves=25,
)


@given(STARTS, st.binary(), NAMES)
@example(b"", b"\xff\xfe\x00\xd8", "a.txt")
@example(b"<", b"!DOCTYPE", "a.html")
@example(b"<?xml version='1.0' encoding='utf-8'?>", b"<a>hnmain</a>", "a.html")
def test_any_bytes_have_a_type_and_an_outcome(start, rest, name):
    data = start + rest
    assert re.fullmatch(r"[\w.+/-]+(; profile=\w+)?", sniff(data, name))
    made = outcomes(data, name)
    assert made, "nothing is ever silent"
    assert all(isinstance(one, Document) or one.error == "UnreadableCapture" for one in made), made


@given(JSON, NAMES)
def test_any_json_has_an_outcome_that_is_no_fault_of_ours(value, name):
    made = outcomes(as_json(value).encode("utf-8", "surrogatepass"), name)
    assert made
    assert all(isinstance(one, Document) or one.error == "UnreadableCapture" for one in made), made


@given(st.sampled_from("algolia firebase reddit telegram".split()), JSON, JSON, JSON, JSON)
def test_forms_that_are_known_hold_anything(form, one, two, three, four):
    comment = {"id": one, "body": two, "author": three, "created_utc": four, "parent_id": one, "replies": two}
    message = {"id": four, "type": "message", "from": one, "text": two, "date_unixtime": three, "date": four}
    children = [{"kind": "t1", "data": comment}, {"kind": "t3", "data": {"title": one, "selftext": two}}]
    value = {
        "algolia": {
            "id": one,
            "author": two,
            "created_at_i": three,
            "text": four,
            "title": one,
            "children": [two, {"children": one}],
        },
        "firebase": [{"by": one, "id": two, "time": three, "type": "comment", "text": four, "kids": one, "parent": two}],
        "reddit": {"kind": "Listing", "data": {"children": children}},
        "telegram": {"name": one, "type": two, "id": three, "messages": [{**message, "forwarded_from": two}, message]},
    }[form]
    made = outcomes(as_json(value).encode("utf-8", "surrogatepass"), "a.json")
    assert made
    assert all(isinstance(outcome, Document) or outcome.error == "UnreadableCapture" for outcome in made), made


def test_the_bundled_accounts_are_told_apart():
    types = {path.suffix: sniff(path.read_bytes(), path.name) for path in accounts()}
    assert types[".pdf"] == "application/pdf"
    assert types[".txt"] == "text/plain"
    assert types[".jsonl"] == "application/x-ndjson"
    assert {sniff(path.read_bytes(), path.name) for path in accounts() if path.suffix == ".json"} == {
        "application/vnd.reddit+json",
        "application/vnd.telegram+json",
    }


@pytest.mark.parametrize("path", accounts(), ids=lambda path: path.name)
def test_the_type_does_not_depend_on_the_name(path):
    assert sniff(path.read_bytes(), "capture") == sniff(path.read_bytes(), path.name)


def test_plain_text_is_asked_last():
    assert READERS[-1].media_type == "text/plain"
    assert [reader.media_type for reader in READERS].index("text/html; profile=forum") < len(READERS) - 1


def test_a_failure_names_the_capture():
    [made] = outcomes(b"\x7fELF\x02\x01\x01\x00\x00", "folder/a.bin")
    assert isinstance(made, Failure)
    assert made.item_id == "folder/a.bin"
