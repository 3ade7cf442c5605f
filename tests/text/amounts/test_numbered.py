"""Numbers that only name."""

import pytest

from rashomon.model import Span
from rashomon.text.amounts.numbered import is_name, uncounted_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Flight 93", "93"),
        ("pages 10", "10"),
        ("31 February", "31"),
        ("won 3-2", "3-2"),
        ("(15-17)", "15-17"),
        ("12 Mar 2016 1419 Rebels", "1419"),
    ],
)
def test_a_name_is_told_by_the_words_beside_it(text: str, number: str) -> None:
    at = text.index(number)
    assert is_name(Span(at, at + len(number)), text)


@pytest.mark.parametrize("text", ["2012 people", "31 mayors", "911 soldiers"])
def test_what_counts_people_is_no_name(text: str) -> None:
    assert not is_name(Span(0, text.index(" ")), text)


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("call 555-123-4567 now", ["555-123-4567"]),
        ("4, 8, 15, 16 were drawn", ["4, 8, 15, 16"]),
        ("1 250 000 people", []),
        ("killing 5, wounding 12", []),
    ],
)
def test_telephone_numbers_and_rows_are_barred(text: str, barred: list[str]) -> None:
    assert [span.of(text) for span in uncounted_in(text)] == barred


def test_what_is_counted_behind_a_date_is_no_hour() -> None:
    text = "In March 2016 1200 miners marched"
    assert not is_name(Span(14, 18), text)
