"""Our own words: dates, counts, standings."""

import pytest

from rashomon.model import Standing
from rashomon.views.apparatus import counted, day, independent, spread


@pytest.mark.parametrize(
    ("moment", "printed"),
    [
        (None, "undated"),
        ("2022-01-06", "6 January 2022"),
        ("2022-01-06T09:05", "6 January 2022, 09:05"),
        ("2022-01-06T09:05:00Z", "6 January 2022, 09:05 UTC"),
        ("2022-01-06T09:05:00+06:00", "6 January 2022, 09:05 +0600"),
        ("2022-01-06T00:00:00+00:00", "6 January 2022"),
        ("2022-01", "2022-01"),
        ("1986", "1986"),
        ("yesterday evening", "yesterday evening"),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(moment, printed):
    assert day(moment) == printed


@pytest.mark.parametrize(
    ("voices", "documents", "low", "high", "printed"),
    [
        (1, 1, 1, 1, "1 voice, in 1 account"),
        (3, 3, 1, 1, "1 voice, of 3 heard, in 3 accounts"),
        (4, 2, 2, 4, "2–4 independent voices, in 2 accounts"),
        (5, 4, 3, 3, "3 independent voices, of 5 heard, in 4 accounts"),
    ],
)
def test_how_many_hold_an_answer(voices, documents, low, high, printed):
    standing = Standing("pos", voices, documents, low, high, None, ())
    assert f"{independent(standing)}, {spread(standing)}" == printed


def test_counts():
    assert [counted(number, "account") for number in (0, 1, 2, 1234)] == [
        "0 accounts",
        "1 account",
        "2 accounts",
        "1,234 accounts",
    ]
