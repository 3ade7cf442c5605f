"""Amounts in units of their own."""

from dataclasses import replace

import pytest
from tests.desk import Desk

from rashomon.link.measures import in_one_unit, measured_in
from rashomon.link.quantities import alike, between
from rashomon.link.tellings import Telling, theme
from rashomon.model import Fact


def fall(*told: tuple[str, float, str]) -> tuple[list[Telling], list[Fact]]:
    desk = Desk()
    for number, (words, low, unit) in enumerate(told):
        desk.account(str(number), f"The climber fell {words} from the ridge.")
        desk.fact(str(number), "quantity", "fall", words, low=low, high=low, unit=unit)
    held = desk.tellings()
    return [held[fact.id] for fact in desk.facts], desk.facts


def test_feet_and_metres_are_one_question_and_2000_feet_are_610_metres() -> None:
    (one, other), (feet, metres) = fall(("2,000 feet", 2000, "foot"), ("610 metres", 610, "metre"))
    assert theme(feet) == theme(metres)
    assert alike(one, other)


@pytest.mark.parametrize(("metres", "relation"), [(640, "compatible"), (900, "conflict")])
def test_what_is_told_in_two_units_conflicts_from_a_tenth_on(metres: float, relation: str) -> None:
    (one, other), _ = fall(("2,000 feet", 2000, "foot"), (f"{metres} metres", metres, "metre"))
    assert between((one,), (other,)).relation == relation
    assert between((other,), (one,)).relation == relation


def test_times_that_pass_keep_their_unit() -> None:
    assert measured_in("minute") == "minute" != measured_in("hour")
    assert measured_in("mile") == measured_in("km") == "distance"
    assert measured_in(None) == ""


def test_amounts_in_one_unit_stay_as_they_are() -> None:
    _, (one, other) = fall(("15 feet", 15, "foot"), ("20 feet", 20, "foot"))
    assert in_one_unit(one, other) == (one, other)
    converted, _ = in_one_unit(one, replace(other, unit="metre"))
    assert converted.low == pytest.approx(15 * 0.0003048)
