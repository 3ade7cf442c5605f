"""The two ends of a range, and two numbers that are none."""

import pytest

from rashomon.text.amounts.numerals import numerals_in
from rashomon.text.amounts.ranges import ranged


def spans(text: str) -> list[tuple[str, float, float]]:
    return [(one.span.of(text), one.low, one.high) for one in ranged(list(numerals_in(text)), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 20 and 30", ("between 20 and 30", 20, 30)),
        ("10 to 12 feet", ("10 to 12", 10, 12)),
        ("10- to 12-year-olds", ("10- to 12", 10, 12)),
        ("20 to 30 million", ("20 to 30 million", 20_000_000, 30_000_000)),
        ("ranging from 20 to 30", ("20 to 30", 20, 30)),
        ("five feet to six feet", ("five feet to six", 5, 6)),
    ],
)
def test_two_ends_are_one_amount(text: str, expected: tuple[str, float, float]) -> None:
    assert spans(text) == [expected]


@pytest.mark.parametrize("text", ["rose from 20 to 30", "20 and 30", "30 to 20", "7-Eleven", "5 or 50", "12% to 30"])
def test_two_numbers_are_two(text: str) -> None:
    assert len(spans(text)) == 2
