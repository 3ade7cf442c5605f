"""Values of many items, asked pair by pair."""

import numpy as np

from rashomon.pairs.columns import Column, unrolled

WORDS = Column.of(["fire", "blaze", "fire", "storm"])
LEFT, RIGHT = np.array([0, 0, 3, 2], np.int32), np.array([2, 1, 0, 1], np.int32)


def test_equal_values_are_the_same() -> None:
    assert WORDS.values == ("fire", "blaze", "storm")
    assert WORDS.same(LEFT, RIGHT).tolist() == [True, False, False, False]


def test_what_is_told_of_two_is_asked_once_and_in_their_order() -> None:
    asked = []

    def longer(one: str, other: str) -> float:
        asked.append((one, other))
        return float(len(one) - len(other))

    assert WORDS.both(longer, LEFT, RIGHT).tolist() == [0, -1, 1, -1]
    assert sorted(asked) == [("fire", "blaze"), ("fire", "fire"), ("storm", "fire")]
    assert WORDS.each(len).tolist() == [4, 5, 4, 5]


def test_no_items_and_no_pairs_give_nothing() -> None:
    none = np.zeros(0, np.int32)
    assert Column.of(list[str]()).both(lambda one, other: 1.0, none, none).tolist() == []
    assert Column.of(list[str]()).each(len).tolist() == []


def test_stretches_are_unrolled_one_after_another() -> None:
    which, where = unrolled(np.array([7, 0, 3]), np.array([2, 0, 3]))
    assert which.tolist() == [0, 0, 2, 2, 2]
    assert where.tolist() == [7, 8, 3, 4, 5]
