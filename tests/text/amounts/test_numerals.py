"""Numbers as they are written: in figures, in words, vaguely."""

import pytest

from rashomon.text.amounts.numerals import numerals_in


def written(text: str) -> list[tuple[str, float, float]]:
    return [(one.span.of(text), one.low, one.high) for one in numerals_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 250 000 fled", [("1 250 000", 1_250_000, 1_250_000)]),
        ("1,00,000 fled", [("1,00,000", 100_000, 100_000)]),
        ("5½ and 7 ½", [("5½", 5.5, 5.5), ("7 ½", 7.5, 7.5)]),
        ("two and a half million", [("two and a half million", 2.5e6, 2.5e6)]),
        ("a million and a half", [("a million and a half", 1.5e6, 1.5e6)]),
        ("3.5m people, $5m, 50m away", [("3.5m", 3.5e6, 3.5e6), ("5m", 5e6, 5e6), ("50", 50, 50)]),
        ("a few thousand; the last few days; few came", [("a few thousand", 3000, 9000), ("few", 3, 9)]),
        ("half the town, the second half of May, half a million", [("half", 50, 50), ("half a million", 500_000, 500_000)]),
        ("scores were hurt; he scores; high scores", [("scores", 40, 99)]),
        ("nine out of 10 homes; one in 10 years", [("nine out of 10", 90, 90)]),
        ("USD500, KSh38 million", [("500", 500, 500), ("38 million", 38e6, 38e6)]),
    ],
)  # fmt: skip
def test_a_number_has_the_value_of_its_words(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert written(text) == expected


def test_nothing_above_the_largest_is_a_number() -> None:
    assert written("9" * 30 + " people, " + "9" * 18 + " billion") == []
