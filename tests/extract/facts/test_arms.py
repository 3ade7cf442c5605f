"""Whether somebody is said to have had a weapon."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "value", "polarity"),
    [
        ("Police say the man was armed with a knife.", "was armed with a knife", "affirmed"),
        ("The driver pulled a gun.", "pulled a gun", "affirmed"),
        ("The driver did not have a gun, witnesses said.", "did not have a gun", "denied"),
        ("Her son had no weapon, she said.", "had no weapon", "denied"),
        ("Her son was unarmed.", "unarmed", "denied"),
        ("The boy was not armed.", "was not armed", "denied"),
    ],
)
def test_somebody_was_armed_or_was_not(text: str, value: str, polarity: str) -> None:
    assert [(fact.value, fact.polarity) for fact in facts(text, "happened") if fact.about == "bear arms"] == [(value, polarity)]


@pytest.mark.parametrize(
    "text",
    [
        "Officers drew their guns.",  # police have theirs
        "An armed man fled over the bridge.",  # who he was
        "The armed forces held a parade.",
        "The man would have pulled a gun.",  # what was not
        "The shop sold a gun.",
    ],
)
def test_whose_weapons_are_not_at_issue(text: str) -> None:
    assert not [fact for fact in facts(text, "happened") if fact.about == "bear arms"]
