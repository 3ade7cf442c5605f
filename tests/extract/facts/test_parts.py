"""Counts beside each other: parts, wholes, and those that rise."""

import pytest

from rashomon.extract.facts.counts import Count, counts_in
from rashomon.extract.facts.parts import related
from rashomon.inference.parse import parsed


def told(text: str) -> list[Count]:
    (parse,) = parsed([text])
    return related(counts_in(parse, parse.text))


@pytest.mark.parametrize(
    ("text", "part", "of", "counted"),
    [
        ("The blast killed 58 people, 11 of them children.", 11, 58, "kill"),
        ("The blast killed 58 people, including 11 children.", 11, 58, "kill"),
        ("Two medics were among 31 dead.", 2, 31, "kill"),
        ("Thirteen of these 42 patients have died.", 13, 42, "kill"),
        ("The ship has 25 crewmen - 23 Danes and two men from Malta.", 23, 25, None),
    ],
)
def test_a_part_knows_its_whole(text: str, part: int, of: int, counted: str | None) -> None:
    (found,) = [one for one in told(text) if one.amount.low == part]
    assert found.of == of
    assert counted is None or found.counted == counted


@pytest.mark.parametrize(
    "text", ["The blast killed 58 people and wounded 11.", "It killed 5 people, including 11 children.", "58 of us saw 11 ships."]
)
def test_two_counts_are_no_part_of_each_other(text: str) -> None:
    assert [one.of for one in told(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "rising"),
    [
        ("The death toll rose to 58.", True),
        ("The blast killed 58 people, and the death toll is expected to rise.", True),
        ("The number of cases has risen to 226.", True),
        ("Prices rose as 58 people were killed.", False),
        ("The death toll stands at 58.", False),
    ],
)
def test_a_count_rises_where_its_toll_does(text: str, rising: bool) -> None:
    assert [one.rising for one in told(text)] == [rising]


def test_a_bare_number_counts_what_the_one_before_counts() -> None:
    assert [one.counted for one in told("Pirates attacked nearly 100 vessels and hijacked 40.")] == ["vessel", "vessel"]
