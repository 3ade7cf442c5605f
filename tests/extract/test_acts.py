"""Acts: which words tell of one, and of which class."""

import pytest
from tests.extract.facts.telling import facts


def told(text: str) -> set[str]:
    """What happened, by class."""
    return {fact.about for fact in facts(text, "happened")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("A rubber bullet fired from a roof hit her.", "shoot"),
        ("The clerk was fired from his job in May.", "resign"),
        ("The minister was dismissed in May.", "resign"),
        ("The firm fired 200 workers in May.", "resign"),
        ("Rebels fired tracers on the crowd.", "shoot"),
        ("Ana Ruiz was dismissed as head of the office in May.", "resign"),
    ],
)
def test_who_is_fired_loses_an_office_and_what_is_fired_is_shot(text: str, act: str) -> None:
    assert act in told(text)


def test_figures_that_are_dismissed_lose_no_office() -> None:
    assert "resign" not in told("Norland dismissed the figure as absurd.")
