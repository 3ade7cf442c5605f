"""Numbers and shares in words."""

import pytest

from rashomon.text.numbers import part_value, words_value


@pytest.mark.parametrize(
    ("words", "value"),
    [("a half million", 500_000), ("two lakh", 200_000), ("one hundred thousand and one", 100_001), ("fifty nine", 59)],
)
def test_words_have_a_value(words: str, value: float) -> None:
    assert words_value(words) == value


@pytest.mark.parametrize(("words", "share"), [("two-thirds", 2 / 3), ("a fifth", 0.2), ("half", 0.5), ("three quarters", 0.75)])
def test_a_share_is_of_one(words: str, share: float) -> None:
    assert part_value(words) == pytest.approx(share)


@pytest.mark.parametrize("words", ["five thirds", "third man", "many", ""])
def test_more_than_the_whole_is_no_share(words: str) -> None:
    assert part_value(words) is None
