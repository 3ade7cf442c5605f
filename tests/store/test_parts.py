"""A part is there wholly or not at all, and its records come back as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import CannotWrite
from rashomon.model import Failure, Member, Span, Statement
from rashomon.store import durable
from rashomon.store.parts import Part, Parts, to_table

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
