"""What an act was for, as its friends and its foes tell it."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("The navy attacked the base to weaken the army.", "attack", "to weaken the army"),
        ("The raids were carried out to stop the smugglers.", "attack", "to stop the smugglers"),
        ("The strikes were meant to deter the rebels.", "attack", "to deter the rebels"),
        ("The aim of the operation is to protect the farmers.", "attack", "to protect the farmers"),
        ("The attack was a response to the theft.", "attack", "a response to the theft"),
        ("The raid is an attempt to divert attention from the strike.", "attack", "attempt to divert attention from the strike"),
        ("The bombing was an outrage. It is an attempt to frighten us.", "attack", "attempt to frighten us"),
        ("The attack serves the goals of the thieves.", "attack", "serves the goals of the thieves"),
        ("The strike is a pretext for seizing the mill.", "attack", "a pretext for seizing the mill"),
    ],
)
def test_a_purpose_and_the_act_that_it_is_given_for(text: str, about: str, value: str) -> None:
    assert (about, value) in {(fact.about, fact.value) for fact in facts(text, "cause")}


def test_a_purpose_may_be_denied() -> None:
    assert {fact.polarity for fact in facts("The strikes were not meant to deter the rebels.", "cause")} == {"denied"}


@pytest.mark.parametrize("text", ["It is an attempt to mend the fence.", "The mayor serves the interests of the town."])
def test_what_is_said_of_no_act_is_no_purpose(text: str) -> None:
    assert not facts(text, "cause")
