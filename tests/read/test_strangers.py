"""Formats that hold no text for us: named, with what to do."""

import pytest
from tests.read.capturing import failure

from rashomon.read.strangers import MAGICS


@pytest.mark.parametrize(("at", "mark", "what", "remedy"), MAGICS, ids=[f"{what} {mark!r}" for _, mark, what, _ in MAGICS])
def test_each_is_told_by_its_first_bytes_and_says_what_to_do(at, mark, what, remedy):
    message = failure(b"\x01" * at + mark + b"\x00\x01\x02" * 40, "capture.txt").message
    assert what in message
    assert remedy in message


def test_other_bytes_are_a_binary_file():
    assert "a binary file" in failure(b"\x7fELF\x02\x01\x01\x00" + bytes(range(64)) * 9, "a").message


@pytest.mark.parametrize("data", ['{"a": 1,', "[[[1, 2", '{"weather": "fine",\n"wind": 3}', '[{"x": 1}]', "[]", "7"])
def test_json_of_no_use_is_refused_and_not_read_as_text(data):
    assert "JSON" in failure(data, "a.json").message


@pytest.mark.parametrize("data", ["[1] The mayor said so.", "[[Mill]] is a page.", "{curly} words", "[Music]\nWe begin."])
def test_brackets_alone_are_no_json(data):
    from tests.read.capturing import document

    assert document(data, "a.txt").text == data
