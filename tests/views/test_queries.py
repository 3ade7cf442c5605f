"""The search box: whatever is typed is understood somehow, told in words, and never an error of SQLite's."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.queries import MOST, query_of


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("fire dead", "“fire” and “dead”"),
        ('fire "at least twelve" -drill', "“fire” and “at least twelve”, without “drill”"),
        ("dead OR killed fire", "“dead” or “killed” and “fire”"),
        ("fire NOT drill", "“fire”, without “drill”"),
        ("toq*", "“toq…”"),
        ('"open to the end', "“open to the end”"),
        ("“curly quotes” „low“", "“curly quotes” and “low”"),
        ("Toqaev's", "“Toqaev s”"),
        ('AND OR NOT "" - * ( ) { } ^ : + , \' ; % \x00 \x1b', ""),
        ("-only", "without “only”"),
        ("NEAR(a b, 5) col:umn a^2", "“NEAR a” and “b” and “5” and “col umn” and “a 2”"),
        ("well-known", "“well known”"),
        ("Қазақстан 北京", "“Қазақстан” and “北京”"),
    ],
)
def test_what_is_typed_is_told_as_it_was_understood(typed, understood):
    assert query_of(typed).understood == understood


def test_a_query_of_ten_thousand_characters_is_cut_and_said_to_be():
    query = query_of("word " * 2000)
    assert len(query.wanted) == MOST
    assert query.ignored == 2000 - MOST


@pytest.fixture(scope="module")
def index():
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE wordings USING fts5(words, tokenize='unicode61 remove_diacritics 2')")
    db.execute("INSERT INTO wordings VALUES ('A fire in Port Lys')")
    return db


signs = st.text(st.sampled_from("ab \"“*-():^+{}[]\\'|&~\x00\x07\u202e\n,.;ORANDT"), max_size=80)


@given(typed=st.one_of(st.text(max_size=200), signs))
def test_no_input_breaks_the_index(index, typed):
    expression = query_of(typed).expression
    if expression:
        index.execute("SELECT count(*) FROM wordings WHERE wordings MATCH ?", (expression,)).fetchone()


def test_ten_thousand_of_anything_do_not_break_it(index):
    for sign in ('"', "(", "a OR ", "-a ", "a*", "é", "\x00", '"a" OR '):
        expression = query_of(sign * (10_000 // len(sign))).expression
        if expression:
            index.execute("SELECT count(*) FROM wordings WHERE wordings MATCH ?", (expression,)).fetchone()
