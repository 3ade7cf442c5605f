"""Who is said to stand behind an act, or to have no part in it."""

import pytest
from tests.extract.facts.telling import facts


@pytest.mark.parametrize(
    ("text", "doer", "polarity"),
    [
        ("Norland was behind the attack, the minister said.", "Norland", "affirmed"),
        ("Norland accused Estria of being behind the attack.", "Estria", "affirmed"),
        ("There is no evidence that Estria was behind the attack.", "Estria", "denied"),
        ("Estria had nothing to do with the bombing, its envoy said.", "Estria", "denied"),
        ("The alliance was not involved in the raid, a spokesman said.", "The alliance", "denied"),
        ("The alliance played no part in the raid.", "The alliance", "denied"),
        ("Police said the gunman had no ties to militant groups.", "militant groups", "denied"),
        ("Police found no link between the gunman and any militant group.", "any militant group", "denied"),
        ("There is no evidence linking the group to the attack.", "the group", "denied"),
        ("The gunman was linked to a terrorist group.", "a terrorist group", "affirmed"),
        ("The man acted alone, police said.", "acted alone", "affirmed"),
        ("The suspect had pledged allegiance to the Red Front.", "the Red Front", "affirmed"),
        ("The government blamed terrorists for the bombing.", "terrorists", "affirmed"),
    ],
)
def test_who_stands_behind_an_attack(text: str, doer: str, polarity: str) -> None:
    assert (doer, polarity) in {(fact.value, fact.polarity) for fact in facts(text, "actor") if fact.about == "attack"}


@pytest.mark.parametrize(
    "text",
    [
        "The Red Front has close ties to the Hill Brigade.",
        "Three guards were involved in the crash.",
        "The link between the two towns was cut.",
    ],
)
def test_ties_that_tell_of_no_deed(text: str) -> None:
    assert not facts(text, "actor")
