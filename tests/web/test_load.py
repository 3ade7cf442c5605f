"""Many at once, for some seconds: no answer is an error and no word is lost. `bench/abuse.py` does the same for minutes."""

import sqlite3
from contextlib import closing

from bench.abuse import hold, made

from rashomon.store.judgements import Judgements


def test_many_read_and_judge_and_no_word_is_lost(tmp_path):
    found = hold(made(tmp_path / "case"), clients=12, seconds=6)  # a case that was read: what is judged is worked into it
    assert found["failed"] == {}
    assert found["words acknowledged"] > 0
    assert found["of them kept"] == found["words acknowledged"]
    assert found["of them kept as taken back"] == found["taken back"]
    assert found["words that nobody was told of"] == 0
    assert found["tracebacks"] == 0


def test_who_reads_while_the_first_word_is_being_said_finds_none(tmp_path):
    path = tmp_path / "people.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode=WAL")  # the file is there before its table is: a page asked at this moment was refused
    assert path.exists()
    assert Judgements(path).all() == []
