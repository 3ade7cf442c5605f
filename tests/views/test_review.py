"""Doubts: the most useful first, settled ones gone, each with the exact words that it is about."""

from collections import Counter
from dataclasses import replace

import pytest
from tests.cases import told

from rashomon.model import Judgement, Link, Reason
from rashomon.views.doubts import EACH, Doubt, doubts
from rashomon.views.records import Records
from rashomon.views.review import CHOICES, about, asked_about, question, waiting


def linked(score=0.6, sharp=0.9):
    """The case with a link between the first two answers of the first point."""
    tables = told()
    facts = [member.item_id for member in tables["answers"]]
    link = Link.of(facts[0], facts[2], "conflict", by="test", score=score, reasons=(Reason("no figure is both", score),))
    tables["links"].append(link)
    return Records(tables, "told")


def said(left, relation, right=""):
    return Judgement("jud", left, right, relation, "ed", "2031", None)


def test_use_is_what_hangs_on_it_times_how_unsure_it_is():
    assert Doubt("answers", "a", "b", "", 0.8, 0.5).use == pytest.approx(0.8)
    assert Doubt("answers", "a", "b", "", 0.8, 1.0).use == 0
    assert Doubt("answers", "a", "b", "", 0.8, 0.6).use > Doubt("answers", "a", "b", "", 0.8, 0.9).use


def test_the_most_useful_comes_first_and_what_is_certain_is_not_asked():
    found = doubts(linked()).most_useful
    assert [each.use for each in found] == sorted((each.use for each in found), reverse=True)
    assert [each.kind for each in found] == ["answers", "copy"]
    assert "answers" not in {each.kind for each in doubts(linked(score=1.0)).most_useful}


def test_one_point_does_not_fill_the_queue_and_what_is_left_over_is_counted(monkeypatch):
    tables = told()
    unsure = [replace(one, score=0.5 + place / 100) for place, one in enumerate(tables["statements"])]
    found = doubts(Records({**tables, "statements": unsure}, "told"))
    of_points = Counter(each.about for each in found.most_useful if each.kind == "statement")
    assert max(of_points.values()) == EACH
    assert found.more == 0
    monkeypatch.setattr("rashomon.views.doubts.KEPT", 2)
    fewer = doubts(Records({**tables, "statements": unsure}, "told"))
    assert fewer.most_useful == found.most_useful[:2]
    assert fewer.more == len(found.most_useful) - 2


def test_a_doubt_that_anybody_settled_waits_no_more_and_a_note_settles_none():
    found = doubts(linked()).most_useful
    first = found[0]
    assert waiting(found, [said(first.right, "conflict", first.left)]) == list(found[1:])
    assert waiting(found, [said(first.left, "note"), said(first.left, "note", first.right)]) == list(found)


def test_a_question_shows_both_answers_in_their_exact_words_and_why():
    records = linked()
    doubt = doubts(records).most_useful[0]
    asked = question(records, doubt, [said(doubt.left, "conflict", doubt.right)], [])
    assert {asked.left.name, asked.right.name} == {"at least twelve people", "Thirty-one people"}
    for side in (asked.left, asked.right):
        for quoted in side.quoted:
            assert quoted.excerpt.value.of(quoted.excerpt.text) == side.name
    assert [reason.feature for reason in asked.reasons] == ["no figure is both"]
    assert [word.relation for word in asked.history] == ["conflict"]
    assert asked.seen == "jud"


def test_every_choice_has_a_key_of_its_own():
    for choices in CHOICES.values():
        assert len({choice.key for choice in choices}) == len(choices)
        assert not {choice.key for choice in choices} & {"u", "l", "t", "j", "k"}


def test_of_a_statement_every_other_voice_of_its_page_may_be_the_right_one():
    records = linked()
    statement = next(each for each in records.statements.values() if each.nested_in)
    asked = question(records, asked_about(records, statement.id), [], [])
    assert [name for _, name in asked.voices] == ["a nurse"]


@pytest.mark.parametrize("item", ["", "~", "x~y", "poi1-0", "doc1-none", "sta1-none"])
def test_what_cannot_be_judged_by_itself_or_is_gone_is_none(item):
    assert asked_about(linked(), item) is None


def test_of_a_point_every_pair_of_answers_and_every_statement_may_be_judged():
    records = linked()
    kinds = [doubt.kind for doubt in about(records, "poi1-0")]
    assert kinds == ["answers"] * 3 + ["statement"] * 4
    assert about(records, "poi1-none") is None
