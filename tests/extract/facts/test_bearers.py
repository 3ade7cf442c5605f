"""Bearers: one person of whom something is told, by name, by post or by both."""

import pytest
from tests.extract.facts.telling import facts


def dead(text: str) -> set[str]:
    """Who is told to be dead."""
    return {fact.about.removeprefix("fate ") for fact in facts(text, "status") if fact.scope == "dead"}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Adam Novak was killed.", {"adam novak"}),
        ("The driver was killed.", {"the driver"}),
        ("Orla's mayor was killed.", {"the mayor"}),
        ("Ana Ruiz, the driver, was killed.", {"ana ruiz, the driver"}),
        ("The driver and the mayor were killed.", {"the driver", "the mayor"}),
        ("Ten people were killed, including the mayor.", {"the mayor"}),
        ("The driver, who was killed, was young.", {"the driver"}),
        ("The driver came home. He was killed there.", {"the driver"}),
    ],
)
def test_one_person_is_called_by_name_by_post_or_by_both(text: str, called: set[str]) -> None:
    assert dead(text) == called


@pytest.mark.parametrize(
    "text", ["The drivers were killed.", "A driver was killed.", "Her husband was killed.", "The soldier was killed."]
)
def test_many_and_anybody_are_no_one_person(text: str) -> None:
    assert not dead(text)
