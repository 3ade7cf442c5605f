"""The dates of a life that accounts tell beside the event."""

import pytest
from tests.extract.facts.telling import facts

AHEAD = (
    "There was a fire in the barn, said the farmer, and nobody knows who lit it or why. He has no word for what he saw there.\n"
)


@pytest.mark.parametrize(
    ("text", "about", "when"),
    [
        ("Zeman came to Orla in 2015.", "arrive zeman", "2015"),
        ("Zeman was born in Wend and moved to Orla in 2014.", "arrive zeman", "2014"),
        ("Zeman was born in 1953.", "born zeman", "1953"),
        ("Jana Zeman joined the navy in May 2011.", "join zeman", "2011-05"),
    ],
)
def test_when_a_step_of_a_life_was(text: str, about: str, when: str) -> None:
    assert (about, when) in {(fact.about, fact.when) for fact in facts(AHEAD + text, "time")}


@pytest.mark.parametrize("text", ["The troops came in 2015.", "Zeman did not come in 2015.", "Zeman came to help."])
def test_of_nobody_named_and_without_a_date_there_is_none(text: str) -> None:
    assert not facts(AHEAD + text, "time")
