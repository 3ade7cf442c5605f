"""Groups by average link."""

from collections.abc import Iterable, Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.calls import calls

from rashomon.pairs.averages import Pairs, average_groups

Pair = tuple[str, str]
LINKS = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1, ("d", "e"): 0.7}


def groups(
    letters: str, links: Mapping[Pair, float], least: float, apart: Iterable[Pair] = (), unknown: float | None = None
) -> list[str]:
    """Letters in groups."""
    scores = np.array(list(links.values()), np.float64)
    found = average_groups(len(letters), places(links), scores, least, apart=places(apart), unknown=unknown)
    return ["".join(letters[at] for at in group) for group in found]


def places(of: Iterable[Pair]) -> Pairs:
    """Pairs of letters by their places in the alphabet."""
    return np.array([[ord(letter) - ord("a") for letter in pair] for pair in of], np.int32).reshape(-1, 2)


def test_a_group_is_joined_by_the_mean_not_by_one_pair() -> None:
    assert groups("abcde", LINKS, 0.5) == ["ab", "c", "de"]  # c: (0.8 + 0.1) / 2
    assert groups("abcde", LINKS, 0.4) == ["abc", "de"]


def test_a_pair_that_nobody_compared_counts_only_if_said_so() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.6}
    assert groups("abc", chain, 0.5) == ["abc"]
    assert groups("abc", chain, 0.5, unknown=0.0) == ["ab", "c"]


def test_what_is_apart_stays_so_through_others() -> None:
    all_alike = dict.fromkeys([("a", "b"), ("a", "c"), ("b", "c")], 0.9)
    assert not any({"a", "c"} <= set(group) for group in groups("abc", all_alike, 0.5, apart=[("a", "c")]))


def test_nothing_gives_nothing() -> None:
    assert groups("", {}, 0.5) == []
    assert groups("ab", {}, 0.5) == ["a", "b"]


pairs = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.floats(0, 1)), st.sets(pairs))
def test_it_is_a_partition_that_keeps_apart_and_does_not_hang_on_order(links: dict[Pair, float], apart: set[Pair]) -> None:
    found = groups("abcdefgh", links, 0.5, apart)
    assert sorted("".join(found)) == list("abcdefgh")
    assert not any(set(pair) <= set(group) for pair in apart for group in found)
    assert found == groups("abcdefgh", dict(reversed(links.items())), 0.5, apart)


def test_work_grows_with_the_items_where_their_pairs_do() -> None:
    """Each item is tied to its neighbours: half of the pairs are sure, so that groups are joined again and again."""

    def work(count: int) -> int:
        left = np.repeat(np.arange(count - 4, dtype=np.int32), 4)
        pairs = np.stack([left, left + np.tile(np.arange(1, 5, dtype=np.int32), count - 4)], axis=1)
        scores = np.random.default_rng(7).random(len(pairs))
        return calls(lambda: average_groups(count, pairs, scores, 0.5))

    assert work(2_000) < 4.5 * work(500)
