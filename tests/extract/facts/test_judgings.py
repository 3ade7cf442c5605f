"""Praise and blame."""

from tests.extract.facts.telling import facts


def test_praise_and_blame_of_one_deed_meet() -> None:
    blame = facts("The professor said the appeal was a “horrible decision”.", "evaluation")
    praise = facts("The minister said it was the right choice.", "evaluation")
    assert {fact.about for fact in blame} == {fact.about for fact in praise} == {"deed"}
    assert {fact.value for fact in blame} == {"horrible decision"}


def test_a_thing_is_judged_under_its_own_name() -> None:
    found = facts("Engineers said the barrier was safe. The ruling was a mistake.", "evaluation")
    assert {(fact.about, fact.value) for fact in found} == {("barrier", "safe"), ("ruling", "a mistake")}


def test_rules_kept_and_rules_broken_meet() -> None:
    kept = facts("The envoy said that Norland had strictly observed the sanctions.", "evaluation")
    broken = facts("The ships sailed in violation of the sanctions.", "evaluation")
    assert {fact.about for fact in kept} == {fact.about for fact in broken} == {"rules"}


def test_who_is_blamed_for_a_deed_and_the_deed_are_judged() -> None:
    found = {(fact.about, fact.value) for fact in facts("Neighbours criticised the zoo for killing the bear.", "evaluation")}
    assert found == {("zoo", "criticised the zoo"), ("deed", "criticised the zoo for killing")}
    assert {fact.about for fact in facts("Killing the bear was wrong, she said.", "evaluation")} == {"deed"}
    assert {fact.about for fact in facts("Neighbours criticised the zoo for its prices.", "evaluation")} == {"zoo"}
