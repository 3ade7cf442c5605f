"""A person's word is appended and retracted, and nothing can delete or change it."""

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from rashomon.errors import CannotWrite, Overtaken, UsageError
from rashomon.store.judgements import LONGEST, Judgements, add_columns


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


def test_of_two_items_one_word_holds_whatever_it_says(judgements):
    judgements.add("a", "same", "b", user="ann")
    judgements.add("a", "no-conflict", "b", user="ann")
    last = judgements.add("b", "conflict", "a", user="ann")
    assert judgements.active() == [last]


def test_notes_stand_side_by_side_and_one_speaker_is_right(judgements):
    notes = [judgements.add("a", "note", "", user="ann", text=text) for text in ("one", "two")]
    judgements.add("s", "wrong-speaker", "v", user="ann")
    right = judgements.add("s", "wrong-speaker", "w", user="bo")
    assert judgements.active() == [*notes, right]


def test_the_last_word_holds_though_the_clock_was_set_back(judgements, monkeypatch):
    first = judgements.add("a", "same", "b", user="ann")

    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(1970, 1, 2, tzinfo=tz)

    monkeypatch.setattr("rashomon.store.judgements.datetime", Earlier)
    second = judgements.add("a", "different", "b", user="ann")
    assert second.at > first.at
    assert judgements.active() == [second]


def test_words_are_read_where_sqlite_may_make_no_file_beside_them(judgements, monkeypatch):
    said = judgements.add("a", "same", "b", user="ann")
    connect = sqlite3.connect

    def refused(path, *more):
        if str(path) == str(judgements.path):
            raise sqlite3.OperationalError("unable to open database file")
        return connect(path, *more)

    monkeypatch.setattr(sqlite3, "connect", refused)
    assert judgements.all() == [said]
    judgements.path.write_bytes(b"no database" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        judgements.all()


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST + 1)])
def test_a_note_has_words_and_not_too_many(judgements, text):
    with pytest.raises(UsageError, match="1 to 4,000 characters"):
        judgements.add("a", "note", "", user="ann", text=text)


def test_a_stale_form_does_not_speak_over_a_word_it_never_saw(judgements):
    hers = judgements.add("a", "conflict", "b", user="ann")
    with pytest.raises(Overtaken, match="ann has said 'conflict' of this meanwhile"):
        judgements.add("b", "same", "a", user="bo", seen=[])
    assert judgements.active() == [hers]
    his = judgements.add("b", "same", "a", user="bo", seen=[hers.id])
    assert judgements.active() == [his]
    assert len(judgements.all()) == 2


def test_ones_own_earlier_word_and_words_on_other_matters_overtake_nobody(judgements):
    judgements.add("a", "conflict", "b", user="ann")
    judgements.add("a", "note", "", user="bo", text="see the photo")
    judgements.add("a", "same", "b", user="ann", seen=[])
    judgements.add("a", "note", "", user="ann", text="seen", seen=[])
    assert len(judgements.active()) == 3


def test_undo_takes_back_ones_own_word_alone_and_brings_back_the_one_before(judgements):
    hers = judgements.add("a", "conflict", "b", user="ann")
    his = judgements.add("a", "same", "b", user="bo")
    with pytest.raises(UsageError, match="that is the word of bo"):
        judgements.undo(his.id, user="ann")
    judgements.undo(his.id, user="bo")
    assert judgements.active() == [hers]
    for gone in (his.id, "jud-none"):
        with pytest.raises(UsageError, match="nothing to undo"):
            judgements.undo(gone, user="bo")


def test_a_file_of_the_first_format_keeps_its_words_and_takes_new_ones(judgements):
    columns = ("id", '"left"', '"right"', "relation", "user", "at", "retracted_at")
    with closing(sqlite3.connect(judgements.path)) as db, db:
        db.execute(f"CREATE TABLE judgements ({', '.join(columns)}, PRIMARY KEY (id))")
        db.execute("INSERT INTO judgements VALUES ('old', 'a', 'b', 'same', 'ann', '2026', NULL)")
    for _ in range(2):  # a step may be run again
        add_columns(judgements.path)
    judgements.add("a", "note", "", user="bo", text="why?")
    assert next((one.id, one.text, one.retracted_by) for one in judgements.all()) == ("old", "", None)
    judgements.undo("old", user="ann")
    assert [one.retracted_by for one in judgements.all()] == ["ann", None]


def test_a_disk_that_refuses_is_told_with_what_to_do(tmp_path):
    with pytest.raises(CannotWrite, match="Make room, then judge again"):
        Judgements(tmp_path / "gone" / "people.sqlite").add("a", "same", "b", user="ann")


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
