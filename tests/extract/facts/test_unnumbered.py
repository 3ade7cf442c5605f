"""Counts that are told without a number."""

import pytest
from tests.extract.facts.telling import facts


def none(text: str) -> set[tuple[str, str]]:
    return {(fact.about, fact.value) for fact in facts(text, "quantity") if fact.high == 0}


@pytest.mark.parametrize(
    ("text", "about", "value"),
    [
        ("No one was hurt in the fire.", "injure", "No one"),
        ("The rain passed without deaths.", "kill", "without deaths"),
        ("The rocket fell without causing injuries.", "injure", "without causing injuries"),
        ("There were no deaths or injuries.", "injure", "no deaths or injuries"),
        ("There were neither deaths nor injuries.", "kill", "neither deaths"),
        ("There were neither deaths nor injuries.", "injure", "neither deaths nor injuries"),
        ("There was no loss of life.", "kill", "no loss"),
        ("Not a single soldier was killed.", "kill", "Not a single soldier"),
    ],
)
def test_nobody_is_a_count(text: str, about: str, value: str) -> None:
    assert (about, value) in none(text)


def test_where_nobody_came_to_harm_nobody_died() -> None:
    assert none("The fire caused no casualties.") == {(about, "no casualties") for about in ("casualty", "kill", "injure")}


@pytest.mark.parametrize(
    "text",
    [
        "There were deaths and injuries.",
        "There are no reports of casualties.",
        "He left without the injured.",
        "No fewer than six miners died.",
        "The loss of life was great.",
    ],
)
def test_who_was_harmed_is_somebody(text: str) -> None:
    assert not none(text)
