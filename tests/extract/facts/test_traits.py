"""What a thing is told apart by."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "value", "scope"),
    [
        ("She was hit by a silver Toyota Camry.", "colour camry", "silver", "silver"),
        ("A gray 2013 Toyota Camry struck her.", "colour camry", "gray", "grey"),
        ("Witnesses saw a dark red pickup.", "colour pickup", "red", "red"),
    ],
)
def test_the_colour_of_a_vehicle(text: str, about: str, value: str, scope: str) -> None:
    found = [(fact.about, fact.value, fact.scope) for fact in facts(text, "identity") if fact.about.startswith("colour")]
    assert found == [(about, value, scope)]


@pytest.mark.parametrize(
    "text", ["Black cars stood in the yard.", "The White House sent a car.", "The red flag was raised.", "A black man drove off."]
)
def test_what_is_no_colour_of_one_vehicle(text: str) -> None:
    assert not [fact for fact in facts(text, "identity") if fact.about.startswith("colour")]


@pytest.mark.parametrize(
    ("words", "millimetres"), [(".45-caliber", 11.43), ("45 caliber", 11.43), ("9mm", 9.0), (".38 calibre", 9.65)]
)
def test_a_calibre_in_inches_or_millimetres(words: str, millimetres: float) -> None:
    found = [fact for fact in facts(f"The man had a {words} pistol.", "identity") if fact.about == "calibre pistol"]
    assert [fact.low for fact in found] == [millimetres]
