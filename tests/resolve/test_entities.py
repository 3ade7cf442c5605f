"""Cost of telling who is who."""

import random
from functools import partial

import pytest
from tests.calls import calls

from rashomon.model import EntityKind
from rashomon.resolve import entities
from rashomon.resolve.entities import compared
from rashomon.resolve.names import parse_name
from rashomon.resolve.spelling import Spelling

SYLLABLES = "ka mi to ras bel nur sha vek lin dor has qo zha mar el ob ti gor".split()


BODIES = ("Council", "Brigade", "Ministry of Defence", "Observatory for Human Rights")


def _named(count: int) -> list[Spelling]:
    """So many names, twenty of each event: twelve people of four families, eight bodies of its town."""
    chance = random.Random(count)  # other names for another count: what is known of a word is kept
    names: list[tuple[str, EntityKind]] = []
    for _ in range(count // 20):
        families = [_word(chance, 3) for _ in range(4)]
        town = _word(chance, 3)
        names += [(f"{_word(chance, 2)} {chance.choice(families)}", "person") for _ in range(12)]
        names += [(f"{town} {chance.choice(BODIES)} {_word(chance, 2)}", "org") for _ in range(8)]
    ids = [f"{chance.getrandbits(64):016x}" for _ in names]  # as those of mentions, in no order
    return [
        Spelling(key, parse_name(name, kind), frozenset([str(at // 20)]), (key,))
        for at, (key, (name, kind)) in enumerate(zip(ids, names, strict=True))
    ]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(SYLLABLES, k=syllables)).title()


def test_four_times_the_names_cost_hardly_more_than_four_times_the_work() -> None:
    compared(_named(40))  # loads the lists
    few, many = (calls(partial(compared, names)) for names in (_named(250), _named(1000)))
    assert many < 4.5 * few


@pytest.mark.parametrize("count", [240, 1000])
def test_of_names_that_share_a_word_few_are_paired_off(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    excludes = entities.excludes  # asked first of each pair of full names
    monkeypatch.setattr(entities, "excludes", lambda left, right: made.append(1) or excludes(left, right))
    compared(_named(count))
    assert 0 < len(made) < count  # those that share a word are seven and eight a name
