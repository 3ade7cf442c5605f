"""Pairing for the greatest sum."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.measure.assignment import best_assignment


def test_the_greatest_sum_may_leave_the_best_pair() -> None:
    alike = {("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.8}
    assert sorted(best_assignment(alike)) == [("a", 2), ("b", 1)]


def test_nothing_pairs_nothing() -> None:
    assert best_assignment({}) == []


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.integers(1, 5)), st.floats(0.01, 1)))
def test_no_other_pairing_adds_up_to_more(alike: dict[tuple[str, int], float]) -> None:
    found = best_assignment(alike)
    assert len({left for left, _ in found}) == len({right for _, right in found}) == len(found)
    best = max(sum(alike.get(pair, 0.0) for pair in zip("abcd", order, strict=False)) for order in permutations(range(1, 6), 4))
    assert sum(alike[pair] for pair in found) == pytest.approx(best)
