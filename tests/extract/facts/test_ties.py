"""Who is said to stand behind an act, or to have no part in it."""

import pytest
from tests.extract.facts.telling import facts

from rashomon.model.subjects import TELLER


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
        ("The Red Front said it was behind the attack.", "it was behind", "affirmed"),
        ("The army has denied any role in the attack.", "role", "denied"),
        ("Estria denied that it had anything to do with the raid.", "it had anything to do", "denied"),
        ('The general said: "We have nothing to do with the attack."', "We have nothing to do", "denied"),
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


@pytest.mark.parametrize("text", ["The army has denied any role in the attack.", "Estria denied that it was behind the attack."])
def test_to_deny_a_part_in_an_attack_is_not_to_deny_the_attack(text: str) -> None:
    assert {fact.polarity for fact in facts(text, "happened") if fact.about == "attack"} == {"affirmed"}


def test_whoever_speaks_of_their_own_part_is_marked_as_the_doer() -> None:
    told = facts("Estria denied any role in the attack. Estria said it was wrong. The mayor denied Norland's role in the raid.")
    assert {fact.value for fact in told if fact.scope == TELLER} == {"role"}
