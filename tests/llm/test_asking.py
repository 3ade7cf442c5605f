"""Asking: told before what it costs, never above the budget, never twice for the same, and not for ever where nobody answers."""

import json
import re

import pytest
from tests.desk import Desk
from tests.llm.scripted import fails, says, scripted

from rashomon.llm.asking import PATIENCE, Asking
from rashomon.llm.prompts import tokens_of
from rashomon.llm.questions import questions_of
from rashomon.llm.servers import Server
from rashomon.model import Failure, Link

NOTHING = {"relations": []}


class Kept(dict):
    """Answers in memory."""

    def put(self, key, answer):
        self[key] = answer

    def note(self, model, tally):
        self.noted = model, tally


@pytest.fixture
def tables():
    desk = Desk()
    for number, outlet in enumerate(("Herald", "Courier", "Ledger", "Times")):
        desk.account(outlet, f"Some {number + 2}00 officers took part in the {outlet} operation.")
        desk.count(outlet, f"officer {number}", f"Some {number + 2}00", 200.0)
    return {**desk.tables(), "links": []}


def run(tables, script, kept=None, **more):
    """What came of it: the records, the tally, what was told before, and what the server was asked."""
    kept, told = Kept() if kept is None else kept, []
    with scripted(*script) as held:
        asking = Asking("m", kept, Server(held.url, "m", wait=lambda _: None), tell=told.append, **more)
        return list(asking(tables)), asking.tally, told, held.asked


def pointing(asked):
    """An honest answer: A1 and B1 conflict, each by its number."""
    a, b = (re.search(rf'"clause": "{label}1".*?"answer": "(.*?)"', asked["messages"][1]["content"]).group(1) for label in "AB")
    return says({"relations": [{"a": "A1", "b": "B1", "relation": "conflict", "quote_a": a, "quote_b": b}]})


def test_relations_are_proposed_once_for_each_pair_and_the_cost_is_told_before(tables):
    made, tally, told, asked = run(tables, [pointing])
    assert len(asked) == tally.asked == tally.questions == 4
    assert {link.by for link in made} == {"m, prompt 1"}
    assert len({frozenset((link.left, link.right)) for link in made}) == len(made) == tally.links
    assert tally.links + sum(tally.refused.values()) == 4
    assert tally.tokens == 400
    most = sum(map(tokens_of, questions_of(tables)))
    assert told == [
        f"Language model m: 4 questions, {most:,} tokens at most (0 more are answered already); the budget is 100,000."
    ]


def test_what_was_answered_is_never_asked_again(tables):
    kept = Kept()
    first, *_ = run(tables, [pointing], kept)
    again, tally, told, asked = run(tables, [fails(500)], kept)
    assert again == first
    assert (tally.known, tally.asked, tally.tokens, asked, told) == (4, 0, 0, [], [])
    without_server = Asking("m", kept)
    assert list(without_server(tables)) == first
    assert list(Asking("another", kept)(tables)) == []


def test_nothing_is_asked_beyond_the_budget_and_the_rest_another_time(tables):
    costs = [tokens_of(question) for question in questions_of(tables)]
    assert max(costs) - min(costs) < 50  # an answer takes 100, far less than was reckoned with
    kept = Kept()
    _, tally, _, asked = run(tables, [pointing], kept, budget=costs[0] + 50)
    assert (len(asked), tally.asked, tally.left) == (1, 1, 3)
    assert "3 left for another run" in tally.told
    _, tally, _, asked = run(tables, [pointing], kept)
    assert (tally.known, len(asked), tally.left) == (1, 3, 0)


def test_a_budget_of_nothing_only_tells_the_cost(tables):
    made, tally, told, asked = run(tables, [pointing], budget=0)
    assert (made, asked, tally.left) == ([], [], 4)
    assert "tokens at most" in told[0]


def test_a_server_that_does_not_say_what_it_took_is_counted_at_the_estimate(tables):
    _, tally, _, _ = run(tables, [says(NOTHING, tokens=None)])
    assert tally.tokens == sum(map(tokens_of, questions_of(tables)))


def test_after_three_silences_the_rest_is_left_and_what_was_answered_is_kept(tables):
    kept = Kept()
    made, tally, _, _ = run(tables, [says(NOTHING), fails(500)], kept)
    failures = [one for one in made if isinstance(one, Failure)]
    assert [(one.stage, one.item_id) for one in failures] == [("ask", "")] * PATIENCE
    assert "run it again for the rest" in failures[0].message
    assert (len(kept), tally.asked, tally.left) == (1, 1, 3)


def test_a_refused_key_ends_it_at_once(tables):
    made, tally, _, asked = run(tables, [fails(401)])
    assert [type(one) for one in made] == [Failure]
    assert (len(asked), tally.left, tally.tokens) == (1, 4, 0)


def test_one_fault_among_answers_costs_one_answer(tables):
    made, tally, _, _ = run(tables, [pointing, fails(200, "<html>"), pointing])
    assert [type(one) for one in made].count(Failure) == 1
    assert (tally.asked, tally.left) == (3, 1)


def test_what_is_refused_is_counted_and_told(tables):
    invented = {"relations": [{"a": "A1", "b": "B1", "relation": "conflict", "quote_a": "Nobody died", "quote_b": "at all"}]}
    script = [says(invented), says("{"), says('{"relations": [', finish="length"), says("", refusal="no")]
    made, tally, _, _ = run(tables, script)
    assert made == []
    assert sum(tally.refused.values()) == 4
    for why in ("1 × a quote that is not in the text", "1 × no JSON", "1 × an answer that breaks off", "1 × a refusal"):
        assert why in tally.told


def test_what_is_kept_is_checked_anew_each_time(tables):
    kept = Kept()
    run(tables, [pointing], kept)
    for answer in kept.values():
        answer["content"] = json.dumps(
            {"relations": [{"a": "A1", "b": "B1", "relation": "conflict", "quote_a": "x", "quote_b": "y"}]}
        )
    assert list(Asking("m", kept)(tables)) == []


def test_links_are_links_of_the_house(tables):
    made, *_ = run(tables, [pointing])
    assert all(isinstance(one, Link) for one in made)
    ids = {fact.id for fact in tables["facts"]}
    assert all({one.left, one.right} <= ids for one in made)
