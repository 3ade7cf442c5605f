"""A model may point at what is there; all else that it says is refused, and counted by what was wrong with it."""

import json

import pytest
from tests.desk import Desk

from rashomon.llm import proposals
from rashomon.llm.proposals import checked
from rashomon.llm.questions import questions_of

A, B = "Some 300 officers took part in the operation.", "Some 500 police took part in the operation."


def question():
    desk = Desk()
    desk.account("Herald", f"A first line.\n{A}")
    desk.account("Courier", f"Nothing here 🚒.\n{B}")
    desk.count("Herald", "officer", "Some 300", 300)
    desk.count("Courier", "police", "Some 500", 500)
    desk.fact("Courier", "label", "police", "police")
    return next(one for one in questions_of({**desk.tables(), "links": []}) if len(one.own) == 2)


def proposal(**other):
    return {"a": "A1", "b": "B1", "relation": "conflict", "quote_a": "Some 300 officers", "quote_b": "500", **other}


def answered(*said, finish="stop"):
    return checked(question(), json.dumps({"relations": list(said)}), finish, "a-model")


def test_a_pair_that_is_there_becomes_a_link_that_says_by_whom_and_where():
    found = answered(proposal())
    (link,) = found.links
    (reason,) = link.reasons
    assert (link.relation, link.by, found.refused) == ("conflict", "a-model, prompt 1", {})
    assert link.by in reason.feature
    assert reason.left.of(f"A first line.\n{A}") == "Some 300 officers"
    assert reason.right.of(f"Nothing here 🚒.\n{B}") == "500"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (proposal(quote_a="300 Officers"), proposals.NO_QUOTE),
        (proposal(quote_b="five hundred"), proposals.NO_QUOTE),
        (proposal(quote_b=" "), proposals.NO_QUOTE),
        (proposal(quote_b=""), proposals.NO_QUOTE),
        (proposal(quote_b="Nothing here"), proposals.NO_QUOTE),  # in the account, but not in the clause
        (proposal(a="A9"), proposals.NO_ID),
        (proposal(a="B1"), proposals.NO_ID),
        (proposal(b="A1"), proposals.NO_ID),
        (proposal(b="B2", quote_b="police"), proposals.OTHER_KIND),
        (proposal(relation="copies"), proposals.NO_RELATION),
        (proposal(quote_a="operation", quote_b="operation"), proposals.ALIKE),
        (proposal(relation="refutes"), proposals.NO_RELATION),
        (proposal(claim="The ministry lies."), proposals.BROKEN),
        (proposal(quote_a=300), proposals.BROKEN),
        ("A1 conflicts with B1", proposals.BROKEN),
        (None, proposals.BROKEN),
    ],
)
def test_whatever_does_not_point_is_refused(said, why):
    found = answered(said)
    assert (found.links, found.refused) == ((), {why: 1})


def test_what_is_wrong_costs_nothing_else():
    found = answered(proposal(a="A9"), proposal(), proposal(relation="same"), *[proposal(a="A7")] * 6)
    assert [link.relation for link in found.links] == ["conflict"]
    assert found.refused == {proposals.NO_ID: 6, proposals.TWICE: 1, proposals.TOO_MANY: 1}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Sure! Here is the JSON",
        "[]",
        "null",
        '{"relations": {}}',
        '{"relations": [], "note": "x"}',
        "[" * 100_000,
        '{"relations": [',
    ],
)
def test_an_answer_of_another_form_gives_nothing(content):
    assert checked(question(), content, "stop", "m").refused == {proposals.BROKEN: 1}


def test_half_an_answer_and_a_refusal_give_nothing():
    assert checked(question(), '{"relations": [{"a": "A1"', "length", "m").refused == {proposals.HALF: 1}
    for finish in ("refusal", "content_filter", "tool_calls"):
        whole = json.dumps({"relations": [proposal()]})
        assert checked(question(), whole, finish, "m") == proposals.Checked(refused={proposals.UNWILLING: 1})


def test_json_in_a_markdown_fence_is_json():
    whole = json.dumps({"relations": [proposal()]})
    assert len(checked(question(), f"```json\n{whole}\n```\n", "stop", "m").links) == 1
    assert len(checked(question(), f"```\n{whole}\n```", "stop", "m").links) == 1


def test_a_saying_that_there_is_nothing_is_an_answer():
    assert answered() == proposals.Checked()
