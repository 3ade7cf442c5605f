"""Cost of telling who is who."""

import random

import pytest

from rashomon.resolve import entities
from rashomon.resolve.entities import compared
from rashomon.resolve.names import parse_name
from rashomon.resolve.spelling import Spelling

SYLLABLES = "ka mi to ras bel nur sha vek lin dor has qo zha mar el ob ti gor".split()


def _people(count: int) -> list[Spelling]:
    chance = random.Random(7)
    given = ["".join(chance.choices(SYLLABLES, k=2)).title() for _ in range(100)]
    names = [f"{chance.choice(given)} {''.join(chance.choices(SYLLABLES, k=3)).title()}" for _ in range(count)]
    return [
        Spelling(f"{at:05}", parse_name(name, "person"), frozenset([str(at // 10)]), (f"{at:05}",))
        for at, name in enumerate(names)
    ]


@pytest.mark.parametrize("count", [250, 2000])
def test_comparisons_grow_with_the_names_and_not_with_their_pairs(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    excludes = entities.excludes  # asked first of each pair of full names
    monkeypatch.setattr(entities, "excludes", lambda left, right: made.append(1) or excludes(left, right))
    compared(_people(count))
    assert 0 < len(made) < 40 * count  # all pairs would be 124 and 999 a name
