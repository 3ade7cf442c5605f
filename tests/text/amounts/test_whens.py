"""Lengths of time, and those that only say when."""

import pytest

from rashomon.text.amounts import amounts_in


@pytest.mark.parametrize("text", ["for two hours after the blast", "the past two years", "within 24 hours", "a five-day siege"])
def test_how_long_is_an_amount(text: str) -> None:
    assert [amount.kind for amount in amounts_in(text)] == ["measure"]


@pytest.mark.parametrize("text", ["two days ago", "three hours later", "7 minutes after the raid", "over two years before that"])
def test_when_is_none(text: str) -> None:
    assert amounts_in(text) == []
