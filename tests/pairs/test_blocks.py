"""Candidate pairs."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pairs.blocks import CAP, WINDOW, blocks, candidate_pairs

keyed = st.dictionaries(st.text("abcdef", min_size=1, max_size=4), st.lists(st.sampled_from("pqrst"), max_size=3), max_size=25)


@given(keyed)
def test_exactly_the_pairs_that_share_a_key_while_blocks_are_small(keys: dict[str, list[str]]) -> None:
    expected = {(left, right) for left, right in combinations(sorted(keys), 2) if set(keys[left]) & set(keys[right])}
    found = list(candidate_pairs(keys))
    assert set(found) == expected
    assert len(found) == len(expected), "no pair twice"


@given(keyed)
def test_the_order_of_items_does_not_matter(keys: dict[str, list[str]]) -> None:
    turned = dict(reversed(keys.items()))
    assert list(candidate_pairs(turned)) == list(candidate_pairs(keys))


def test_a_key_that_all_share_costs_a_window_each_and_not_all_pairs() -> None:
    size = 40 * CAP
    found = list(candidate_pairs({f"{at:06}": ["the"] for at in range(size)}))
    assert len(found) <= size * WINDOW
    assert {pair for pair in found if pair[0] == "000000"} == {("000000", f"{at:06}") for at in range(1, WINDOW + 1)}


def test_a_rare_key_saves_a_pair_from_a_full_block() -> None:
    keys = {f"{at:06}": ["the"] for at in range(3 * CAP)}
    keys["000000"] = keys["000150"] = ["the", "rare"]
    assert ("000000", "000150") in set(candidate_pairs(keys))


def test_blocks_are_sorted_whatever_order_the_items_came_in() -> None:
    assert blocks({"b": ["x"], "a": ["x", "y", "x"]}) == {"x": ["a", "b"], "y": ["a"]}


def test_of_a_pair_one_must_have_what_the_other_needs() -> None:
    keys = {name: ["the"] for name in "abcd"}
    signs = {"a": (0b01, 0b01), "b": (0b01, 0b11), "c": (0b10, 0b10), "d": (0b00, 0b00)}  # d needs nothing
    assert set(candidate_pairs(keys, signs=signs)) == {("a", "b"), ("b", "c"), ("a", "d"), ("b", "d"), ("c", "d")}
