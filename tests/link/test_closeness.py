"""Whether two answers are of one thing where a page tells of many such."""

import pytest
from tests.desk import Desk

from rashomon.link.closeness import are_close


def close(north: str, south: str, *told: str, about: str = "ship", unit: str = "ship") -> bool:
    """Whether two counts are of one thing; each account counts by the words `told`."""
    desk = Desk()
    for outlet, text, value in zip(("North", "South"), (north, south), told, strict=True):
        desk.account(outlet, text)
        desk.fact(outlet, "quantity", about, value, low=int(value), high=int(value), unit=unit)
    known = desk.tellings()
    left, right = ((known[fact.id],) for fact in desk.facts)
    assert are_close(left, right) == are_close(right, left)
    return are_close(left, right)


def test_two_counts_are_of_one_thing_where_the_words_around_are_alike() -> None:
    north = "In the storm off Orla the navy lost 12 ships near the lighthouse."
    assert close(north, "In the storm off Orla the navy lost 14 ships near the lighthouse.", "12", "14")
    assert not close(north, "At the fair in Bern a dealer showed 14 ships made of glass.", "12", "14")


@pytest.mark.parametrize(("kind", "are_one"), [("fire", True), ("ladder", False)])
def test_the_word_before_the_noun_tells_two_kinds_of_thing(kind: str, are_one: bool) -> None:
    told = "After the blaze at the mill in Orla the brigade sent {} {} truck to the river."
    assert close(told.format(12, "fire"), told.format(14, kind), "12", "14", about="truck", unit="truck") is are_one
