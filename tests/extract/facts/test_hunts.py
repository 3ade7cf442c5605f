"""Whom the police are still looking for."""

import pytest
from tests.extract.facts.telling import facts


def hunted(text: str) -> list[tuple[str, str]]:
    return [(fact.value, fact.polarity) for fact in facts(text, "status") if fact.about == "custody person"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police are still searching for the gunman.", "are still searching for the gunman"),
        ("Deputies fanned out in search of the robber.", "search of the robber"),
        ("A manhunt for two suspects went on.", "manhunt for two suspects"),
        ("Three men are wanted over the robbery.", "are wanted"),
    ],
)
def test_who_is_looked_for_is_free_yet(text: str, value: str) -> None:
    assert hunted(text) == [(value, "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "Police were searching for a missing man.",  # to help him
        "Rescuers were looking for the driver.",
        "Police could search for the gunman.",
        "The team is looking for a new coach.",
    ],
)
def test_who_is_looked_for_otherwise_is_not(text: str) -> None:
    assert not hunted(text)
