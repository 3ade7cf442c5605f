"""Causes and aims."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("The plane crashed because of a technical fault.", "crash", "a technical fault"),
        ("The plane crashed because the pilot fell asleep.", "crash", "the pilot fell asleep"),
        ("The crash was caused by fog.", "crash", "fog"),
        ("Fog caused the crash.", "crash", "Fog"),
        ("Thousands protested over the price of bread.", "protest", "the price of bread"),
        ("The navy attacked the base in response to the raid.", "attack", "the raid"),
        ("The price of bread was the trigger for the protests.", "protest", "The price of bread"),
        ("The navy attacked the base to weaken the army.", "attack", "to weaken the army"),
        ("His own army did not obey. That's why he asked the neighbours to intervene.", "call in", "His own army did not obey"),
    ],
)
def test_why_an_act_was_done(text: str, about: str, words: str) -> None:
    assert (about, words) in {(fact.about, fact.value) for fact in facts(text, "cause")}


def test_what_only_came_later_is_no_effect() -> None:
    assert facts("She went home after the concert.", "cause") == []
