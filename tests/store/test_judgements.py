"""A person's word is appended and retracted, and nothing can delete or change it."""

import sqlite3
from contextlib import closing

import pytest

from rashomon.errors import UsageError
from rashomon.store.judgements import Judgements


@pytest.fixture
def judgements(tmp_path):
    return Judgements(tmp_path / "people.sqlite")


def test_nobody_has_judged_yet_and_no_file_is_made_by_asking(judgements):
    assert judgements.all() == judgements.active() == []
    assert not judgements.path.exists()


def test_what_is_said_stays_and_is_retracted_not_deleted(judgements):
    said = judgements.add("a", "same", "b", user="ann")
    assert judgements.active() == judgements.all() == [said]
    assert judgements.retract("b", "same", "a", user="bo") == [said]
    (kept,) = judgements.all()
    assert kept.retracted_at > kept.at
    assert (kept.left, kept.right, kept.user, kept.retracted_by) == ("a", "b", "ann", "bo")
    assert judgements.active() == []
    with pytest.raises(UsageError, match="nothing to take back"):
        judgements.retract("a", "same", "b", user="bo")


def test_the_last_word_on_a_pair_holds(judgements):
    judgements.add("a", "same", "b", user="ann")
    judgements.add("b", "accept", "", user="ann")
    last = judgements.add("b", "different", "a", user="bo")
    assert {one.relation for one in judgements.active()} == {"different", "accept"}
    assert last in judgements.active()
    assert len(judgements.all()) == 3


@pytest.mark.parametrize(
    "meddling",
    [
        "DELETE FROM judgements",
        "UPDATE judgements SET relation = 'different'",
        "UPDATE judgements SET user = 'bo', retracted_at = 'now'",
        "UPDATE judgements SET retracted_at = NULL",
    ],
)
def test_not_even_by_hand(judgements, meddling):
    judgements.add("a", "same", "b", user="ann")
    before = judgements.all()
    with closing(sqlite3.connect(judgements.path)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute(meddling)
    assert judgements.all() == before
