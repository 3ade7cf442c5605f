"""Whether fighters were where something was hit."""

import pytest
from tests.extract.facts.telling import facts

from rashomon.extract.facts.presences import PRESENT


def present(text: str) -> list[str]:
    return [fact.polarity for fact in facts(text, "happened") if fact.about == PRESENT]


@pytest.mark.parametrize(
    "text",
    [
        "Ten militants were hiding in the clinic, the ministry said.",
        "The army said gunmen were operating from the school.",
        "The clinic was used by the militants.",
        "Insurgents had entered the compound.",
        "They used the patients as human shields.",
        "There were fighters in the village.",
    ],
)
def test_they_were_there(text: str) -> None:
    assert present(text) == ["affirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "There were no fighters in the village, residents said.",
        "No armed men had entered the grounds, the nurses said.",
        "None of the group's fighters had been at the clinic.",
        "Not a single militant was in the market.",
    ],
)
def test_they_were_not(text: str) -> None:
    assert present(text) == ["denied"]


@pytest.mark.parametrize(
    "text",
    [
        "Militants attacked the clinic.",
        "Militants could be hiding in the clinic.",
        "The militants were angry.",
        "He met a rebel.",
    ],
)
def test_what_they_did_or_might_do_says_nothing_of_that(text: str) -> None:
    assert not present(text)
