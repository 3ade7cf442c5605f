"""Wounds: what somebody died of or was hurt by."""

import pytest
from tests.extract.facts.telling import facts

from rashomon.model.subjects import WOUND


def told(text: str) -> set[tuple[str, str | None, str]]:
    return {(fact.value, fact.scope, fact.polarity) for fact in facts(text, "cause") if fact.about == WOUND}


@pytest.mark.parametrize(
    ("text", "wound"),
    [
        ("The mother died of smoke inhalation.", ("smoke inhalation", "fire", "affirmed")),
        ("Both had gunshot wounds.", ("gunshot wounds", "gunshot", "affirmed")),
        ("The farmer died. The farmer was hit in the neck by a metal pellet.", ("a metal pellet", "gunshot", "affirmed")),
        ("Two drivers are dead. The rebels had shot the drivers.", ("had shot the drivers", "gunshot", "affirmed")),
        ("The mayor spoke of the fatal shooting of Kessler. Kessler was shot at ten.", ("was shot", "gunshot", "affirmed")),
        ("A man was stabbed to death in Arden.", ("was stabbed", "blade", "affirmed")),
        ('A miner died. "My father was suffocated by the gas," she said.', ("the gas", "poison", "affirmed")),
        ("A miner died at the march. He had suffered a heart attack.", ("a heart attack", "illness", "affirmed")),
        ("A miner died. His family blame tear gas.", ("tear gas", "poison", "affirmed")),
        ("None of the bodies had bullet wounds.", ("bullet wounds", "gunshot", "denied")),
        ("Neither body showed traces of explosives.", ("traces of explosives", "blast", "denied")),
        ("The farmer's death is unexplained. It may have been due to a bomb, he said.", ("a bomb", "blast", "affirmed")),
    ],
)
def test_what_somebody_died_of(text: str, wound: tuple[str, str, str]) -> None:
    assert wound in told(text)


@pytest.mark.parametrize(
    "text",
    ["The bus was hit by a shell.", "He died of hunger.", "They shot down the plane.", "The delay was due to a fire.",
     "The samples showed traces of explosives.",
     "You walk there and you get shot.", "Two guards died. The suspect was shot once in the thigh.",
     "Two guards died. He stabbed eight more people.", "Two kidnappers were killed. The hostages were not beaten.",
     "The mayor suffered a heart attack on the stage.", "Ten people were killed. The rebels suffered a failure at the ford."],
)  # fmt: skip
def test_what_befalls_nobody_or_is_no_wound(text: str) -> None:
    assert told(text) == set()
