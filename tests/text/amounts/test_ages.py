"""Ages, and numbers that look like them."""

import pytest

from rashomon.text.amounts import amounts_in


def ages(text: str) -> list[tuple[str, float, str | None]]:
    return [(amount.span.of(text), amount.low, amount.unit) for amount in amounts_in(text) if amount.kind == "age"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 17-year-old boy", [("17-year-old", 17, "year")]),
        ("a six-month-old baby", [("six-month-old", 6, "month")]),
        ("He was 4 years old.", [("4 years old", 4, "year")]),
        ("Ann Smith, 44, of Ohio", [("44", 44, "year")]),
        ("Ann Smith (37) said", [("37", 37, "year")]),
        ("children ages 6 and 7, plus six adults", [("6", 6, "year"), ("7", 7, "year")]),
        ("men aged 18 to 25", [("18 to 25", 18, "year")]),
        ("at the age of 85", [("85", 85, "year")]),
        ("who turned 17 only a day earlier", [("17", 17, "year")]),
        ("Police later said he is 3.", [("3", 3, "year")]),
        ("voters were 45 or older", [("45 or older", 45, "year")]),
    ],
)
def test_an_age_is_found_with_its_words(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert ages(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It turned 17 people away.",
        "Ann Smith and 12 others died",
        "He was 12 miles away.",
        "a 17-year sentence",
        "the age of 900 wars",
        "She is 300.",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert ages(text) == []
