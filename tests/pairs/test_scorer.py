"""Scores and their reasons."""

from math import exp, isclose

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pairs.scorer import Scorer

SCORER: Scorer[int] = Scorer(
    -1.0,
    (
        ("equal", lambda left, right: float(left == right), 4.0),
        ("near", lambda left, right: 1 / (1 + abs(left - right)), 2.0),
        ("far", lambda left, right: -float(abs(left - right) > 50), 5.0),
    ),
)
numbers = st.integers(-100, 100)


@given(numbers, numbers)
def test_symmetric_features_give_a_symmetric_score(left: int, right: int) -> None:
    assert SCORER(left, right) == SCORER(right, left)


@given(numbers, numbers)
def test_reasons_and_bias_add_up_to_the_log_odds(left: int, right: int) -> None:
    scored = SCORER(left, right)
    odds = -1.0 + sum(reason.score for reason in scored.reasons)
    assert isclose(scored.score, 1 / (1 + exp(-odds)), abs_tol=0.002)  # reasons are rounded for showing


@given(numbers, numbers)
def test_reasons_come_largest_first_and_silent_features_are_left_out(left: int, right: int) -> None:
    sizes = [abs(reason.score) for reason in SCORER(left, right).reasons]
    assert sizes == sorted(sizes, reverse=True)
    assert all(sizes)


def test_huge_odds_neither_overflow_nor_leave_0_to_1() -> None:
    for weight in (-1e6, 1e6):
        assert 0 <= Scorer(0.0, (("x", lambda left, right: 1.0, weight),))(1, 2).score <= 1
