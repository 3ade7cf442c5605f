"""What a number measures."""

import pytest

from rashomon.text.amounts import amounts_in
from rashomon.text.amounts.units import dimension_of


@pytest.mark.parametrize(
    ("text", "unit", "low"),
    [
        ("Rs. 5 crore", "INR", 50_000_000),
        ("US $50", "USD", 50),
        ("500 Syrian pounds", "SYP", 500),
        ("20 million Hong Kong dollars", "HKD", 20_000_000),
        ("two million pounds", "GBP", 2_000_000),
        ("400 pounds", "pound", 400),
        ("80 miles per hour", "mph", 80),
        ("12 sq km", "square km", 12),
        ("between $140 million and $150 million", "USD", 140_000_000),
        ("a magnitude of 5.9", "magnitude", 5.9),
        ("the 181-kg gorilla", "kilogram", 181),
        ("30 °C", "degree", 30),
    ],
)
def test_a_unit_is_read_beside_its_number(text: str, unit: str, low: float) -> None:
    (amount,) = amounts_in(text)
    assert (amount.unit, amount.low) == (unit, low)


def test_a_unit_has_a_dimension() -> None:
    assert [dimension_of(unit) for unit in ("km", "square km", "day", "barrel", "USD", None)] == [
        "distance", "area", "duration", "volume", None, None,
    ]  # fmt: skip
