"""Doers: by subject, agent, modifier, claim and blame."""

import pytest
from tests.extract.facts.telling import facts


def doers(text: str) -> set[tuple[str, str, str]]:
    return {(fact.about, fact.value, fact.polarity) for fact in facts(text, "actor")}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Soldiers bombed the school.", ("attack", "Soldiers", "affirmed")),
        ("The school was bombed by soldiers.", ("attack", "soldiers", "affirmed")),
        ("Russian airstrikes flattened the market.", ("attack", "Russian", "affirmed")),
        ("The market was hit by government airstrikes.", ("attack", "government", "affirmed")),
        ("Residents blamed the army for the attack.", ("attack", "the army", "affirmed")),
        ("The rebels carried out the attack.", ("attack", "The rebels", "affirmed")),
        ("The group claimed responsibility for the blast.", ("claim responsibility", "The group", "affirmed")),
        ("The group claimed responsibility for the blast.", ("attack", "The group", "affirmed")),
        ("He spoke of the group, which claimed responsibility for the blast.", ("claim responsibility", "the group", "affirmed")),
        ("No one claimed responsibility for the blast.", ("claim responsibility", "No one", "denied")),
        ("The army denied responsibility for the attack.", ("attack", "The army", "denied")),
        ("Army planes bombed the school.", ("attack", "Army", "affirmed")),
        ("The planes of the Norland army bombed the school.", ("attack", "the Norland army", "affirmed")),
        ("Six died in an attack on the ferry. The elders blamed the air force.", ("attack", "the air force", "affirmed")),
        ("Witnesses blamed the attack on a Norland-led coalition.", ("attack", "a Norland-led coalition", "affirmed")),
        (
            "An attack killed ten. He condemned the crime committed by the Hill militia.",
            ("attack", "the Hill militia", "affirmed"),
        ),
        ("Norland planes delivered no strikes on the town.", ("attack", "Norland", "denied")),
        ("Shells hit a school in Arden. No Norland planes flew over Arden on that day.", ("attack", "Norland", "denied")),
        ("Air strikes hit a school in Arden. The jets were believed to be French.", ("attack", "French", "affirmed")),
        ("He dismissed claims that the attack was the work of the Norland Army.", ("attack", "the Norland Army", "denied")),
        ("Air strikes hit a school in Arden. The elders laid the blame on Norland.", ("attack", "Norland", "affirmed")),
        ("Arden held Norland responsible for the attack.", ("attack", "Norland", "affirmed")),
        ("The families hold Norland responsible for the derailment.", ("derail", "Norland", "affirmed")),
        ("The lab attributes the attack to a group called Grey Heron.", ("attack", "a group called Grey Heron", "affirmed")),
        ("The Red Front shot down the helicopter.", ("shoot down", "The Red Front", "affirmed")),
        ("The plane was brought down by the air defence of the Red Front.", ("shoot down", "the Red Front", "affirmed")),
    ],
)
def test_the_doer_of_an_act(text: str, doer: tuple[str, str, str]) -> None:
    assert doer in doers(text)


def test_blame_for_no_harm_names_no_doer() -> None:
    assert doers("Prices rose by a third in May. Voters blamed the government.") == set()
    assert doers("The planes bombed the school.") == set()


def test_what_is_called_a_lie_is_denied() -> None:
    told = doers("He spoke of the lies that the army had bombed the ferry.")
    assert ("attack", "the army", "denied") in told


def test_a_blast_is_nobody() -> None:
    assert doers("A blast killed 31 people.") == set()
    assert doers("A truck killed a cyclist.") == set()


@pytest.mark.parametrize(
    "text",
    ["Air strikes hit a market in Arden.", "The jets were French and cost ten million.", "Norland planes flew over Arden.",
     "The scandal brought down the government.", "The union pinned its hopes on Norland."],
)  # fmt: skip
def test_words_that_only_look_like_a_doer(text: str) -> None:
    assert doers(text) == set()
