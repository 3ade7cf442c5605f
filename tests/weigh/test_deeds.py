"""A clause turned into a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.weigh.deeds import deed, following

SHOOT = ("shoot", "open fire", "fire")


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("police opened fire on the strikers after the explosion", "Did police open fire on the strikers"),
        ("The harbour police had opened fire", "Did the harbour police open fire"),
        ("officers had fired live rounds", "Did officers fire live rounds"),
        ("officers shot Temir Asanov", "Did officers shoot Temir Asanov"),
        ("they opened fire on the strikers", None),
        ("the officers who opened fire", None),
        ("officers shot him", None),
        ("officers fired 30 rounds", None),
        ("two officers fired", None),
        ("the police are shooting", None),
        ("No officers fired", None),
        ("", None),
    ],
)
def test_a_plain_clause_is_turned_round(clause: str, asked: str | None) -> None:
    assert deed(clause, SHOOT, clause) == asked


def test_a_sentence_starts_with_a_capital_that_the_question_does_not_keep() -> None:
    assert deed("Police opened fire", SHOOT, "Police opened fire. The police say no.") == "Did police open fire"
    assert deed("Orla opened fire", SHOOT, "Orla opened fire.") == "Did Orla open fire"
    assert deed("Talks collapsed", ("collapse",), "Talks collapsed.") == "Did talks collapse"


@pytest.mark.parametrize(("verb", "past"), [("rob", "robbed"), ("bury", "buried"), ("loot", "looted"), ("close", "closed")])
def test_the_past_is_put_back_into_the_base_form(verb: str, past: str) -> None:
    assert deed(f"thieves {past} the mill", (verb,), "") == f"Did thieves {verb} the mill"


def test_what_follows_the_verb_belongs_to_it() -> None:
    assert following("He dragged the boy away, they say", "dragged the boy", "drag") == "the boy away"
    assert following("He dragged him", "dragged", "drag") is None


@given(st.text(alphabet="abc the police fired opened shot ,.“", max_size=60))
def test_a_question_has_no_stop_inside(clause: str) -> None:
    asked = deed(clause, SHOOT, clause)
    assert asked is None or (asked.startswith("Did ") and not set(",.“") & set(asked))
