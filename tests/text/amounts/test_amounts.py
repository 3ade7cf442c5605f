"""Amounts: their bounds, what they measure, and the numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.amounts import amounts_in
from rashomon.text.numbers import words_value

COUNTED = [
    ("At least 58 people died, 11 of them children", [("At least 58", 58, None), ("11", 11, 11)]),
    ("some 500 fighters and about 7 tanks", [("some 500", 450, 550), ("about 7", 6, 8)]),
    ("dozens of people; several", [("dozens", 24, 99), ("several", 3, 9)]),
    ("hundreds of thousands fled", [("hundreds of thousands", 200_000, 999_999)]),
    ("up to 30 dead, no more than 5, fewer than 10", [("up to 30", 0, 30), ("no more than 5", 0, 5), ("fewer than 10", 0, 10)]),
    ("more than 1,200 homes", [("more than 1,200", 1200, None)]),
    ("20 or more; 50+ people; 30 or so", [("20 or more", 20, None), ("50+", 50, None), ("30 or so", 27, 33)]),
    ("nearly 200; just over 100", [("nearly 200", 180, 200), ("just over 100", 100, 110)]),
    ("between 20 and 30 soldiers", [("between 20 and 30", 20, 30)]),
    ("20-30 militants, three or four men", [("20-30", 20, 30), ("three or four", 3, 4)]),
    ("The toll rose from 20 to 30.", [("20", 20, 20), ("30", 30, 30)]),
    ("It rose 12% to $3 billion", [("12%", 12, 12), ("$3 billion", 3_000_000_000, 3_000_000_000)]),
    ("20 to 30 million people", [("20 to 30 million", 20_000_000, 30_000_000)]),
    ("one hundred and five; two dozen", [("one hundred and five", 105, 105), ("two dozen", 24, 24)]),
    ("half a million", [("half a million", 500_000, 500_000)]),
    ("more than a quarter of a million", [("more than a quarter of a million", 250_000, None)]),
    ("three quarters of a million", [("three quarters of a million", 750_000, 750_000)]),
    ("The crew of the Long 6 were safe", []),
    ("the tanker Sea Lion 2 sank with 12 men", [("12", 12, 12)]),
    ("in the Paris 12 people died", [("12", 12, 12)]),
    ("between twenty and thirty", [("between twenty and thirty", 20, 30)]),
    ("several hundred; a couple of dozen", [("several hundred", 300, 900), ("a couple of dozen", 24, 24)]),
    ("killing 17 people and wounding 35", [("17", 17, 17), ("35", 35, 35)]),
    ("In 2015 20 people died, 280000 fled", [("20", 20, 20), ("280000", 280_000, 280_000)]),
    ("No one was hurt; one man was held; one of them spoke", [("No one", 0, 0), ("one", 1, 1)]),
    ("They said on Monday that one man was held.", [("one", 1, 1)]),
    ("a raid in which one man died", [("one", 1, 1)]),
    ("In the district 12 people were held", [("12", 12, 12)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_an_amount_has_the_bounds_that_its_words_say(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    assert [(amount.span.of(text), amount.low, amount.high) for amount in amounts_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "words", "kind", "unit", "low"),
    [
        ("worth $40 million today", "$40 million", "money", "USD", 40_000_000),
        ("worth at least €3,000", "at least €3,000", "money", "EUR", 3000),
        ("US$2.5bn was lost", "US$2.5bn", "money", "USD", 2_500_000_000),
        ("10 million dollars", "10 million dollars", "money", "USD", 10_000_000),
        ("$2-3 million", "$2-3 million", "money", "USD", 2_000_000),
        ("about 20 percent of it", "about 20 percent", "percent", "percent", 18),
        ("20% to 30%", "20% to 30%", "percent", "percent", 20),
        ("some 50 km away", "some 50 km", "measure", "km", 45),
        ("50m from it", "50m", "measure", "metre", 50),
        ("12 square miles", "12 square miles", "measure", "square mile", 12),
        ("three days of talks", "three days", "measure", "day", 3),
        ("a 16-hour siege", "16-hour", "measure", "hour", 16),
        ("5M people", "5M", "count", None, 5_000_000),
        ("a 17-year-old gorilla", "17-year-old", "age", "year", 17),
        ("half of the voters", "half", "percent", "percent", 50),
        ("two-thirds of voters", "two-thirds", "percent", "percent", 66.6667),
        ("one in five voters", "one in five", "percent", "percent", 20),
        ("1.200 people", "1.200", "count", None, 1200),
        ("hundreds of tons", "hundreds of tons", "measure", "tonne", 200),
        ("millions of pounds", "millions of pounds", "money", "GBP", 2_000_000),
        ("half an hour", "half an hour", "measure", "hour", 0.5),
    ],
)
def test_an_amount_has_the_unit_that_stands_beside_it(text: str, words: str, kind: str, unit: str | None, low: float) -> None:
    assert [(a.span.of(text), a.kind, a.unit, a.low) for a in amounts_in(text)] == [(words, kind, unit, low)]


@pytest.mark.parametrize(
    "text",
    [
        "on 4 April 2017 at 3 p.m.", "since 2011", "in the 1990s", "the 5th man", "the twenty-first time", "the 20th century",
        "Flight 93", "a Boeing 777", "Article 4", "the Group of 20", "Route 66", "an F-16", "MH17", "COVID-19", "#3",
        "World War Two", "Windows 10",
        "1. First", "(3) third", "he called 911", "9/11", "24/7", "555-1234", "won 3-2", "https://a.example/2017/123456.html",
        "three days ago", "this one", "that one", "said that one should go",
        "one said no", "5G", "0108263", "31 February", "the 2500 block of Oak Street",
        "10^400", "1,2,3", "1, 2, 3, 4", "lotto: 4 8 15 16 23 42", "+1 555 123 4567", "(555) 123-4567", "rooms 3, 4 and 5",
        "at 36.2021° N", "a 115-131 loss", "2016-07-05", "07.04.2017", "12/05/2016", "tweet 758501003519864832", "1e400",
        "9" * 400, "the fatal 2012 attack", "minus 5", "million", "test scores", "a couple from Ohio",
    ],
)  # fmt: skip
def test_a_number_that_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts_in(text) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [("zero", 0), ("twenty-one", 21), ("two thousand and five", 2005), ("quarter million", 250_000), ("a dozen", 12)],
)
def test_a_number_in_words_has_a_value(words: str, value: float) -> None:
    assert words_value(words) == value


@pytest.mark.parametrize("words", ["nine eleven", "five seven", "many", "hundred " * 30])
def test_words_that_are_no_number_have_none(words: str) -> None:
    assert words_value(words.strip()) is None


@given(st.integers(1, 10**9))
def test_a_plain_number_is_itself_with_or_without_commas(number: int) -> None:
    for text in (f"They saw {number:,} birds", f"They saw {number} birds"):
        found = amounts_in(text)
        assert [(amount.low, amount.high) for amount in found] == [(number, number)] or 1500 <= number < 2100


WORDS = st.sampled_from(
    "at least 58 11 some 500 dozens of several between 20 and 30 - to or more than up $ € % percent million bn m km days one two "
    "hundred half a dozen , . ( ) Flight 93 aged 1,200 3.5 0 999999999999999999999 no nobody nearly + thousand April 2017 "
    "half of the ½ in five aged or older years old ago later [ ] Rs KSh ° C block third quarter dozens scores few "
    "lakh crore k".split()
)


@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80), st.text("0123456789,.$%-km ", max_size=60)))
def test_amounts_lie_in_the_text_do_not_overlap_and_low_is_not_above_high(text: str) -> None:
    at = 0
    for amount in amounts_in(text):
        assert at <= amount.span.start < amount.span.end <= len(text)
        assert 0 <= amount.low < float("inf")
        assert amount.high is None or amount.low <= amount.high
        at = amount.span.end


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "a ",
        "and ",
        "one ",
        " ",
        "1,000,",
        "1-",
        "9",
        "20 to ",
        "hundred ",
        "half a ",
        "$",
        "more than ",
        "at least 5 ",
        "1 ",
        "1, ",
        "12a ",
        "+1 ",
        "aged 5 and ",
        "half of ",
        "one in ",
        "Rs ",
        "(1) ",
        "5 x 5 ",
    ],
)
def test_a_text_of_one_thing_over_and_over_is_soon_read(piece: str) -> None:
    text = piece * (50_000 // len(piece))  # walked again from each place, this would take hours
    assert all(amount.span.end <= len(text) for amount in amounts_in(text))


@pytest.mark.parametrize(
    ("text", "bound", "number"),
    [
        ("at least 58", "at least", (58, None)),
        ("more than 58", "more than", (58, None)),
        ("up to 58", "at most", (None, 58)),
        ("fewer than 58", "less than", (None, 58)),
        ("some 58", "about", (58, 58)),
        ("between 20 and 58", "range", (20, 58)),
        ("dozens", "range", (24, 99)),
        ("58", "exact", (58, 58)),
        ("may not export more than 58 barrels", "at most", (None, 58)),
    ],
)
def test_an_amount_keeps_the_number_as_said_beside_its_bound(text: str, bound: str, number: tuple[float, float]) -> None:
    (amount,) = amounts_in(text)
    assert (amount.bound, amount.number) == (bound, number)


def test_about_several_is_an_amount_like_any() -> None:
    (amount,) = amounts_in("He asked about several women.")
    assert amount.low >= 2
