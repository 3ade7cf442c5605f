"""Guilt: what the law holds against somebody, and what he says to it."""

import pytest
from tests.extract.facts.telling import facts

from rashomon.model.subjects import GUILT


def told(text: str) -> set[tuple[str, str]]:
    return {(fact.value, fact.polarity) for fact in facts(text, "happened") if fact.about == GUILT}


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Ruiz is held on suspicion of causing death by negligence.", "causing death by negligence", "affirmed"),
        ("The driver was charged with murder.", "was charged with murder", "affirmed"),
        ("A man accused of setting the fire was heard.", "accused of setting the fire", "affirmed"),
        ("One of the men has confessed.", "has confessed", "affirmed"),
        ("The driver pleaded not guilty.", "pleaded not guilty", "denied"),
        ("The driver pleaded guilty.", "pleaded guilty", "affirmed"),
        ("Her lawyer said his client denied guilt.", "denied guilt", "denied"),
        ("The two men denied the charges.", "the charges", "denied"),
        ("The coach insisted that he is innocent.", "is innocent", "denied"),
    ],
)
def test_a_charge_and_what_is_said_to_it(text: str, words: str, polarity: str) -> None:
    assert (words, polarity) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The nurse was not charged with arson.",
        "Norland accused Surland of bombing the port.",
        "The mayor denied involvement in the raid.",
        "The ministry denies the allegations of torture.",
        "The firm charged a fee of ten pounds.",
    ],
)
def test_what_is_no_charge_against_somebody(text: str) -> None:
    assert told(text) == set()
