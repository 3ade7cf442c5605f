"""What happened: an act told, and the same act denied, meet under one subject."""

import pytest
from tests.extract.facts.telling import facts


def polarity(text: str, about: str) -> set[str]:
    return {fact.polarity for fact in facts(text, "happened") if fact.about == about}


@pytest.mark.parametrize(
    ("told", "denied", "about"),
    [
        ("The army bombed the hospital.", "A spokesman denied that the army bombed the hospital.", "attack"),
        ("Norland helped the rebels.", "Norland did not help the rebels.", "help"),
        ("The guards shot the prisoners.", "The guards never shot the prisoners.", "shoot"),
        ("The company sold the forest.", "The company has not sold the forest.", "sell forest"),
    ],
)
def test_an_act_and_its_denial_are_about_one_thing(told: str, denied: str, about: str) -> None:
    assert polarity(told, about) == {"affirmed"}
    assert polarity(denied, about) == {"denied"}


def test_no_evidence_of_an_act_denies_it() -> None:
    assert polarity("There is no evidence of an attack.", "attack") == {"denied"}


def test_what_may_be_is_not_told_as_done() -> None:
    assert facts("If the army attacks the town, the river would rise.", "happened") == []


def test_not_only_is_no_denial() -> None:
    assert polarity("The soldiers did not only burn the barn.", "burn") == {"affirmed"}
