"""Groups that respect "not the same"."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.pairs.clusters import clusters

ITEMS = "abcdefgh"
item = st.sampled_from(ITEMS)
pairs = st.lists(st.tuples(item, item).filter(lambda pair: pair[0] != pair[1]), max_size=6)
links = st.lists(st.tuples(st.floats(0, 1), item, item).filter(lambda link: link[1] != link[2]), max_size=14)


def test_a_chain_of_near_likenesses_joins_nothing_that_is_far_apart() -> None:
    links = [(0.9, "a", "b"), (0.8, "b", "c"), (0.7, "c", "d")]
    far = {("a", "c"), ("c", "a"), ("b", "d"), ("d", "b")}
    assert clusters("abcd", links, unlike=lambda left, right: (left, right) in far, asked="abcd") == [("a", "b"), ("c", "d")]
    assert clusters("abcd", links, unlike=lambda left, right: (left, right) in far, asked="") == [("a", "b", "c", "d")]


def _group_of(groups: list[tuple[str, ...]]) -> dict[str, int]:
    return {one: at for at, group in enumerate(groups) for one in group}


@given(links, pairs, pairs, pairs)
def test_every_item_is_in_exactly_one_group(links, same, different, apart) -> None:
    groups = clusters(ITEMS, links, same=same, different=different, apart=apart)
    assert sorted(one for group in groups for one in group) == list(ITEMS)


@given(links, pairs, pairs, pairs)
def test_what_a_person_called_different_is_never_in_one_group(links, same, different, apart) -> None:
    where = _group_of(clusters(ITEMS, links, same=same, different=different, apart=apart))
    assert all(where[left] != where[right] for left, right in different)


@given(links, pairs, pairs)
def test_what_a_person_called_the_same_is_in_one_group_whatever_the_program_says(links, same, apart) -> None:
    where = _group_of(clusters(ITEMS, links, same=same, apart=apart))
    assert all(where[left] == where[right] for left, right in same)


@given(links, pairs)
def test_what_is_apart_is_not_joined_through_a_third(links, apart) -> None:
    where = _group_of(clusters(ITEMS, links, apart=apart))
    assert all(where[left] != where[right] for left, right in apart)


@given(links, pairs, pairs, pairs, st.randoms(use_true_random=False))
def test_the_order_of_anything_does_not_matter(links, same, different, apart, random) -> None:
    expected = clusters(ITEMS, links, same=same, different=different, apart=apart)
    shuffled = [list(ITEMS), *([list(pair) for pair in some] for some in (links, same, different, apart))]
    for some in shuffled:
        random.shuffle(some)
    items, links, same, different, apart = shuffled
    turned = [(score, right, left) for score, left, right in links]
    same, different, apart = ([pair[::-1] for pair in some] for some in (same, different, apart))
    assert clusters(items, turned, same=same, different=different, apart=apart) == expected


@given(links)
def test_without_bars_groups_are_what_links_connect(links) -> None:
    where = _group_of(clusters(ITEMS, links))
    assert all(where[left] == where[right] for _, left, right in links)


def test_the_surer_link_is_followed_first() -> None:
    groups = clusters("abc", [(0.6, "a", "b"), (0.9, "b", "c")], apart=[("a", "c")])
    assert groups == [("a",), ("b", "c")]
