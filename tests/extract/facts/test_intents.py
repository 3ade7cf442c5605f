"""Whether harm was meant."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "scope", "polarity"),
    [
        ("The planes deliberately bombed a bus.", "meant", "affirmed"),
        ("It was a deliberate attack on a clinic.", "meant", "affirmed"),
        ("We did not deliberately target civilians.", "meant", "denied"),
        ("Several villagers were accidentally struck.", "unmeant", "affirmed"),
        ("The clinic was hit by mistake.", "unmeant", "affirmed"),
        ("The strike was a mistake, the general said.", "unmeant", "affirmed"),
        ("The shooting was no accident.", "unmeant", "denied"),
    ],
)
def test_harm_that_was_meant_or_not(text: str, scope: str, polarity: str) -> None:
    assert [(fact.scope, fact.polarity) for fact in facts(text, "cause") if fact.about == "intent"] == [(scope, polarity)]


@pytest.mark.parametrize(
    "text", ["They deliberately kept quiet.", "The mistake cost him the vote.", "It was an accident of history."]
)
def test_of_what_harms_nobody_it_is_not_asked(text: str) -> None:
    assert not [fact for fact in facts(text, "cause") if fact.about == "intent"]
