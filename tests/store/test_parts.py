"""A part is there wholly or not at all, and its records come back as they went in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import CannotWrite
from rashomon.model import Fact, Failure, Member, Mention, Span, Statement
from rashomon.model.rows import Known
from rashomon.store import durable
from rashomon.store import parts as stored
from rashomon.store.parts import Growing, Part, Parts, to_table

spans = st.tuples(st.integers(0, 9000), st.integers(1, 500)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
st.register_type_strategy(Span, spans)
st.register_type_strategy(float, st.floats(allow_nan=False))
PART = Part.of("extract", 1, "settings", "weights", ["doc1", "doc2"], started="2022-01-06", ended="2022-01-07")


@given(statements=st.lists(st.from_type(Statement), max_size=5), members=st.lists(st.from_type(Member), max_size=5))
def test_records_come_back_as_they_went_in(tmp_path_factory, statements, members):
    folder = tmp_path_factory.mktemp("parts")
    parts = Parts(folder / "parts", folder / "drafts")
    parts.put(PART, {"statements": to_table(Statement, statements), "members": to_table(Member, members)})
    assert parts.done("extract") == [PART]
    assert parts.records(PART, "statements", Statement) == statements
    assert parts.records(PART, "members", Member) == members
    assert parts.column(PART, "statements", "id") == [statement.id for statement in statements]


@given(statements=st.lists(st.from_type(Statement), max_size=9))
def test_a_table_that_grew_piece_by_piece_is_the_table_made_at_once(statements):
    whole = to_table(Statement, statements)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(stored, "TOGETHER", 2)
        growing = Growing(Statement)
        for one in statements:
            growing.add(one)
            assert len(growing._waiting) < 2
        assert growing.table().equals(whole)


def test_what_is_read_together_holds_equal_ids_and_spans_once(tmp_path):
    parts = Parts(tmp_path / "parts", tmp_path / "drafts")
    mentions = [Mention.of("doc1-x", Span(at, 900), "person", "a norm") for at in (500, 600)] + [
        Mention.of("doc1-y", Span(500, 900), "place")
    ]
    members = [Member("ent1-a", mention.id, 1.0, (), "t") for mention in mentions]
    parts.put(PART, {"mentions": to_table(Mention, mentions), "members": to_table(Member, members)})
    known = Known()
    read = parts.records(PART, "mentions", Mention, known=known)
    joined = parts.records(PART, "members", Member, known=known)
    assert (read, joined) == (mentions, members)
    assert all(one.id is other.item_id for one, other in zip(read, joined, strict=True))
    assert read[0].doc_id is read[1].doc_id
    assert read[0].span is read[2].span


def test_a_list_that_is_left_out_is_empty(tmp_path):
    parts = Parts(tmp_path / "parts", tmp_path / "drafts")
    fact = Statement.of(doc_id="doc1-x", voice_id="voi1-x", content=(Span(1, 2),), mode="quoted", by="t")
    parts.put(PART, {"statements": to_table(Statement, [fact])})
    (read,) = parts.records(PART, "statements", Statement, without=("content",))
    assert read == replace(fact, content=())
    assert parts.records(PART, "facts", Fact, without=()) == []


def test_a_key_says_what_went_in():
    keys = {
        Part.of("extract", 1, "s", "w", ["a", "b"]).key,
        Part.of("extract", 1, "s", "w", ["ab"]).key,
        Part.of("extract", 2, "s", "w", ["a", "b"]).key,
        Part.of("extract", 1, "s2", "w", ["a", "b"]).key,
        Part.of("extract", 1, "s", "w2", ["a", "b"]).key,
        Part.of("link", 1, "s", "w", ["a", "b"]).key,
        Part.of("extract", 1, "s", "w", ["a", "b"], failed=True).key,
    }
    assert len(keys) == 7
    assert Part.of("extract", 1, "s", "w", ["a"], started="now").key == Part.of("extract", 1, "s", "w", ["a"]).key


def test_one_that_cannot_be_written_is_not_there(tmp_path, monkeypatch):
    parts = Parts(tmp_path / "parts", tmp_path / "drafts")

    def full(_path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable, "sync", full)
    with pytest.raises(CannotWrite, match="No space left"):
        parts.put(PART, {"failures": to_table(Failure, [Failure("extract", "a", "E", "m")])})
    assert parts.done("extract") == []
    assert list((tmp_path / "drafts").iterdir()) == []


def test_one_that_is_dropped_is_gone(tmp_path):
    parts = Parts(tmp_path / "parts", tmp_path / "drafts")
    parts.put(PART, {"failures": to_table(Failure, [Failure("extract", "a", "E", "m")])})
    parts.drop(PART)
    parts.drop(PART)
    assert parts.done("extract") == []
