"""Measures of one thing in units of their own: a fall of 2,000 feet and one of 610 metres."""

from dataclasses import replace

from rashomon.model import Fact
from rashomon.text.amounts.units import dimension_of
from rashomon.text.lexicon import lexicon


def measured_in(unit: str | None) -> str:
    """What two amounts must both be told in to be compared: a dimension whose units are multiples of each other, else the unit.

    Times that pass are told apart by their unit: a page gives the days of one thing and the minutes of another.
    """
    return (dimension_of(unit) or "" if unit in lexicon("units")["factors"] else unit) or ""


def in_one_unit(left: Fact, right: Fact) -> tuple[Fact, Fact]:
    """The two amounts as they are where they are told in one unit, else both in the first unit of what they measure."""
    return (left, right) if left.unit == right.unit else (_converted(left), _converted(right))


def _converted(fact: Fact) -> Fact:
    factor: float = lexicon("units")["factors"].get(fact.unit, 1)
    low, high = (None if bound is None else bound * factor for bound in (fact.low, fact.high))
    return replace(fact, low=low, high=high)
