"""Manners: means, and deeds that have an opposite."""

from tests.extract.facts.telling import facts


def manners(text: str) -> set[tuple[str, str, str]]:
    return {(fact.about, fact.value, fact.polarity) for fact in facts(text, "manner")}


def test_the_means_of_an_attack() -> None:
    assert ("attack", "car bomb attack", "affirmed") in manners("A car bomb attack shook the harbour.")
    assert ("attack", "A truck", "affirmed") in manners("A truck exploded at the gate.")
    assert ("kill", "with a knife", "affirmed") in manners("He killed the guard with a knife.")


def test_what_troops_did_or_are_to_do_meets_under_troops() -> None:
    guard = facts("Norland's troops were sent to guard the airport.", "manner")
    kill = facts("The foreign forces killed rioters in the square.", "manner")
    assert {fact.about for fact in guard} == {fact.about for fact in kill} == {"troops"}
    assert any("guard the airport" in fact.value for fact in guard)
    assert any("killed rioters" in fact.value for fact in kill)


def test_a_deed_may_be_denied() -> None:
    assert ("troops", "did not kill anybody", "denied") in manners("The troops did not kill anybody.")
