"""Groups by average link."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pairs.averages import average_groups

LINKS = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.1, ("d", "e"): 0.7}


def test_a_group_is_joined_by_the_mean_not_by_one_pair() -> None:
    assert average_groups("abcde", LINKS, 0.5) == [("a", "b"), ("c",), ("d", "e")]  # c: (0.8 + 0.1) / 2
    assert average_groups("abcde", LINKS, 0.4) == [("a", "b", "c"), ("d", "e")]


def test_a_pair_that_nobody_compared_counts_only_if_said_so() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.6}
    assert average_groups("abc", chain, 0.5) == [("a", "b", "c")]
    assert average_groups("abc", chain, 0.5, unknown=0.0) == [("a", "b"), ("c",)]


def test_what_is_apart_stays_so_through_others() -> None:
    all_alike = dict.fromkeys([("a", "b"), ("a", "c"), ("b", "c")], 0.9)
    groups = average_groups("abc", all_alike, 0.5, apart=[("a", "c")])
    assert not any({"a", "c"} <= set(group) for group in groups)


def test_nothing_gives_nothing() -> None:
    assert average_groups([], {}, 0.5) == []


pairs = st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda pair: pair[0] < pair[1])


@given(st.dictionaries(pairs, st.floats(0, 1)), st.sets(pairs))
def test_it_is_a_partition_that_keeps_apart_and_does_not_hang_on_order(
    links: dict[tuple[str, str], float], apart: set[tuple[str, str]]
) -> None:
    groups = average_groups("abcdefgh", links, 0.5, apart=apart)
    assert sorted("".join("".join(group) for group in groups)) == list("abcdefgh")
    assert not any(set(pair) <= set(group) for pair in apart for group in groups)
    assert groups == average_groups("hgfedcba", dict(reversed(links.items())), 0.5, apart=apart)
