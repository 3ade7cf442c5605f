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


def test_a_group_that_takes_one_after_another_costs_no_more_for_being_large() -> None:
    """Each item goes with three of those before it, the earlier the surer: all come to one group, which has ever more to join."""

    def work(count: int) -> int:
        lot = np.random.default_rng(7)
        late = np.repeat(np.arange(3, count, dtype=np.int32), 3)
        pairs = np.stack([(late * lot.random(len(late))).astype(np.int32), late], axis=1)
        pairs = np.unique(pairs, axis=0)
        scores = 1 - pairs[:, 1] / (3 * count)
        return calls(lambda: average_groups(count, pairs, scores, 0.5))

    assert work(1_200) < 4.8 * work(300)  # times the logarithm; 12 if all that a group may join were weighed at each joining
