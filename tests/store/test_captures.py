"""Originals are kept as they were found, and any change to them or to the log shows."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import CaseError
from rashomon.store.captures import START, Captures


def kept(folder, *files):
    captures = Captures(folder / "captures", folder / "drafts")
    for uri, data in files:
        captures.keep(uri, data, media_type=lambda _data, _uri: "text/plain", method="file")
    return captures


@pytest.fixture
def captures(tmp_path):
    return kept(tmp_path, ("a.txt", b"one"), ("b.txt", b"two"), ("c.txt", b"three"))


@given(files=st.lists(st.tuples(st.text(min_size=1), st.binary()), max_size=6))
def test_every_byte_comes_back_and_the_log_is_sound(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    captures = kept(folder, *files)
    assert {captures.data(capture) for capture in captures.all()} == {data for _, data in files}
    assert Captures(folder / "captures", folder / "drafts").all() == captures.all()
    assert captures.verify() == []


def test_the_same_bytes_are_one_capture_and_the_type_is_asked_only_for_a_new_line(tmp_path):
    asked = []
    captures = kept(tmp_path, ("a.txt", b"one"), ("copy.txt", b"one"))
    captures.keep("a.txt", b"one", media_type=lambda *what: asked.append(what), method="file")
    assert [capture.uri for capture in captures.all()] == ["a.txt"]
    assert [json.loads(line)["uri"] for line in captures.log.read_text().splitlines()] == ["a.txt", "copy.txt"]
    assert asked == []


def test_each_line_says_when_where_how_who_and_follows_the_one_before(captures):
    lines = [json.loads(line) for line in captures.log.read_text().splitlines()]
    assert {"at", "uri", "method", "media_type", "sha256", "size", "by", "with", "before", "hash"} == set(lines[0])
    assert [line["before"] for line in lines] == [START, lines[0]["hash"], lines[1]["hash"]]
    assert captures.head == lines[2]["hash"]


def test_a_changed_line_is_named(captures):
    captures.log.write_text(captures.log.read_text().replace('"uri":"b.txt"', '"uri":"x.txt"'))
    assert reopened(captures).verify() == ["custody line 2 was changed"]


def test_a_line_changed_together_with_its_hash_no_longer_fits_the_next(captures, tmp_path):
    (tmp_path / "forged").mkdir()
    forged = kept(tmp_path / "forged", ("a.txt", b"one"), ("x.txt", b"two")).log.read_bytes().splitlines(keepends=True)
    lines = captures.log.read_bytes().splitlines(keepends=True)
    captures.log.write_bytes(b"".join([*forged, lines[2]]))
    assert any("line 3 does not follow" in wrong for wrong in reopened(captures).verify())


@pytest.mark.parametrize("order", [[0, 2], [1, 2], [1, 0, 2], [0, 1, 1, 2]])
def test_a_removed_moved_or_repeated_line_is_named(captures, order):
    lines = captures.log.read_bytes().splitlines(keepends=True)
    captures.log.write_bytes(b"".join(lines[number] for number in order))
    assert any("does not follow the line before it" in wrong for wrong in reopened(captures).verify())


def test_a_changed_or_missing_original_is_named(captures):
    first, second, _ = captures.all()
    path(captures, first).write_bytes(b"other")
    path(captures, second).unlink()
    wrong = reopened(captures).verify()
    assert len(wrong) == 2
    assert "the original of a.txt was changed" in wrong[0]
    assert "the original of b.txt is gone" in wrong[1]
    with pytest.raises(CaseError, match="Put it back from a copy"):
        captures.data(first)


def test_a_file_that_nobody_logged_is_named(captures):
    (stray := captures.folder / "ab" / "abc").parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    assert reopened(captures).verify() == [f"{stray} is in no line of the custody log"]


def test_a_line_cut_short_is_dropped_by_the_next_writer(captures):
    whole = captures.log.read_bytes()
    captures.log.write_bytes(whole[:-20])
    again = reopened(captures)
    assert [capture.uri for capture in again.all()] == ["a.txt", "b.txt"]
    again.keep("c.txt", b"three", media_type=lambda *_: "text/plain", method="file")
    assert again.verify() == []
    assert [capture.uri for capture in again.all()] == ["a.txt", "b.txt", "c.txt"]


def reopened(captures):
    return Captures(captures.folder, captures.folder.parent / "drafts")


def path(captures, capture):
    return captures.folder / capture.sha256[:2] / capture.sha256


def test_a_clock_that_was_set_back_is_noted_in_the_log_and_by_verify(captures, monkeypatch):
    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(1970, 1, 2, tzinfo=tz)

    with monkeypatch.context() as patch:
        patch.setattr("rashomon.store.captures.datetime", Earlier)
        captures.keep("d.txt", b"four", media_type=lambda *_: "text/plain", method="file")
    captures.keep("e.txt", b"five", media_type=lambda *_: "text/plain", method="file")
    again = reopened(captures)
    assert again.verify() == []
    assert again.clock_set_back() == [
        "custody line 4 says 1970-01-02T00:00:00+00:00, which is before the line above it: the clock was set back"
    ]
    assert [line.get("clock") for line in map(json.loads, captures.log.read_text().splitlines())] == [None] * 3 + [
        "set back",
        None,
    ]
