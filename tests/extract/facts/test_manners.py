"""Manners: means, and deeds that have an opposite."""

import pytest
from tests.extract.facts.telling import facts


def manners(text: str) -> set[tuple[str, str, str]]:
    return {(fact.about, fact.value, fact.polarity) for fact in facts(text, "manner")}


def test_the_means_of_an_attack() -> None:
    assert ("attack", "car bomb attack", "affirmed") in manners("A car bomb attack shook the harbour.")
    assert ("attack", "A truck", "affirmed") in manners("A truck exploded at the gate.")
    assert ("attack", "with a knife", "affirmed") in manners("He killed the guard with a knife.")
    assert ("attack", "by a drone", "affirmed") in manners("The barges were hit by a drone.")
    assert ("kill", "by a truck", "affirmed") in manners("The cyclist was killed by a truck.")


def test_an_act_may_be_a_means_itself() -> None:
    assert ("attack", "opened fire", "affirmed") in manners("Three men opened fire at the ferry.")
    assert ("attack", "was shelled", "affirmed") in manners("The harbour was shelled at dawn.")
    assert manners("The guards did not open fire.") == set()
    assert manners("The harbour was attacked at dawn.") == set()


def test_what_was_hit_is_no_means() -> None:
    assert ("hit", "The truck", "affirmed") not in manners("The truck was hit near the ford.")


def test_with_what_alone_a_crowd_was_met() -> None:
    assert ("attack", "used only tear gas", "affirmed") in manners("Officers used only tear gas on the bridge.")
    assert ("attack", "used tear gas only", "affirmed") in manners("Officers used tear gas only.")
    assert manners("Officers used tear gas and batons.") == set()
    assert manners("Officers used tear gas only after noon.") == set()


def test_what_troops_did_or_are_to_do_meets_under_troops() -> None:
    guard = facts("Norland's troops were sent to guard the airport.", "manner")
    kill = facts("The foreign forces killed rioters in the square.", "manner")
    assert {fact.about for fact in guard} == {fact.about for fact in kill} == {"troops"}
    assert any("guard the airport" in fact.value for fact in guard)
    assert any("killed rioters" in fact.value for fact in kill)


def test_a_deed_may_be_denied() -> None:
    assert ("troops", "did not kill anybody", "denied") in manners("The troops did not kill anybody.")


@pytest.mark.parametrize("text", ["The troops killed three kidnappers.", "Two of the pirates were killed by the soldiers."])
def test_to_kill_those_who_did_harm_is_no_deed_against_the_people(text: str) -> None:
    assert not {fact.about for fact in facts(text, "manner")} & {"troops", "soldier"}
