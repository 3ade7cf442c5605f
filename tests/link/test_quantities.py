"""Numbers by their bounds: what excludes what, and laws of the comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import Desk

from rashomon.link import quantities
from rashomon.link.quantities import between

TEXT = "A fire burned through the mill on the river. It killed {} overnight."
bound = st.integers(0, 500)
count = st.tuples(bound, st.one_of(st.none(), bound)).map(lambda pair: (pair[0], None if pair[1] is None else max(pair)))


def pair(one, other, *, at=("2031-05-02", "2031-05-02"), voices=(None, None), texts=(TEXT, TEXT), scopes=(None, None)):
    """Two accounts of one toll, each (words, low, high), as answers."""
    desk, answers = Desk(), []
    for outlet, (words, low, high), day, text, scope, by in zip(
        ("North", "South"), (one, other), at, texts, scopes, voices, strict=True
    ):
        desk.account(outlet, text.format(words), day)
        desk.fact(outlet, "quantity", "kill", words, unit="person", low=low, high=high, scope=scope, **({"by": by} if by else {}))
    told = desk.tellings()
    answers = [(told[fact.id],) for fact in desk.facts]
    return answers[0], answers[1]


def test_two_tolls_of_one_day_exclude_each_other() -> None:
    found = between(*pair(("ten people", 10, 10), ("at least 22 people", 22, None)))
    assert (found.relation, found.subtype) == ("conflict", None)


def test_a_vaguer_word_is_compatible() -> None:
    found = between(*pair(("dozens", 24, 99), ("58 people", 58, 58)))
    assert (found.relation, found.subtype) == ("compatible", "precision")


def test_dozens_are_not_five() -> None:
    assert between(*pair(("dozens", 24, 99), ("five people", 5, 5))).relation == "conflict"


def test_another_scope_is_compatible_whatever_the_numbers() -> None:
    found = between(*pair(("22 people", 22, 22), ("six civilians", 6, 6), scopes=(None, "civilian")))
    assert (found.relation, found.subtype) == ("compatible", "different-scope")


def test_nobody_at_all_excludes_any_count_of_any_sort_and_nobody_of_a_sort_does_not() -> None:
    assert between(*pair(("no one", 0, 0), ("six guards", 6, 6), scopes=(None, "guard"))).relation == "conflict"
    assert between(*pair(("no guards", 0, 0), ("six people", 6, 6), scopes=("guard", None))).relation == "compatible"
    assert between(*pair(("no one", 0, 0), ("no guards", 0, 0), scopes=(None, "guard"))).relation == "compatible"


def test_a_higher_toll_of_a_later_day_is_an_update_and_a_lower_one_is_not() -> None:
    early, late = ("22 people", 22, 22), ("44 people", 44, 44)
    days = ("2031-05-02", "2031-05-03")
    assert between(*pair(early, late, at=days)).relation == "update"
    assert between(*pair(late, early, at=days)).relation == "conflict"


def test_one_voice_that_counts_again_updates_itself_also_downwards() -> None:
    text = "The ministry said that {} had died in the fire."
    found = between(
        *pair(("44 people", 44, 44), ("22 people", 22, 22), texts=(text, text), voices=("The ministry", "The ministry"))
    )
    assert found.relation == "update"


def test_a_text_that_says_the_toll_rose_makes_an_update() -> None:
    found = between(*pair(("22 people", 22, 22), ("44 people", 44, 44), texts=(TEXT, "The toll of the fire rose to {}.")))
    assert found.relation == "update"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("44 people", 44, 44), ("at least 44 people", 44, None), True),
        (("44 people", 44, 44), ("dozens", 24, 99), False),
        (("dozens", 24, 99), ("Dozens", 24, 99), True),
        (("44 people", 44, 44), ("45 people", 45, 45), False),
    ],
)
def test_which_numbers_are_one_answer(one, other, same) -> None:
    left, right = pair(one, other)
    assert quantities.alike(left[0], right[0]) is same


@given(count, count)
def test_comparing_is_symmetric(one, other) -> None:
    left, right = pair(("one number", *one), ("other number", *other))
    assert between(left, right).relation == between(right, left).relation
    assert quantities.excludes(left[0].fact, right[0].fact) == quantities.excludes(right[0].fact, left[0].fact)
    assert quantities.alike(left[0], right[0]) == quantities.alike(right[0], left[0])


@given(count, count)
def test_what_is_alike_never_excludes(one, other) -> None:
    left, right = pair(("one number", *one), ("other number", *other))
    assert not (quantities.alike(left[0], right[0]) and quantities.excludes(left[0].fact, right[0].fact))


@given(bound, bound)
def test_two_exact_counts_exclude_each_other_unless_equal(one, other) -> None:
    left, right = pair(("one number", one, one), ("other number", other, other))
    assert quantities.excludes(left[0].fact, right[0].fact) == (one != other)


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [((50, None), (90, 90), False), ((81, 90), (93.87, 93.87), True), ((90, 90), (91, 91), False), ((0, 70), (0, 80), True)],
)
def test_shares_are_told_more_exactly_than_counts(one, other, excludes) -> None:
    desk = Desk()
    for outlet, (low, high) in (("North", one), ("South", other)):
        desk.account(outlet, "The turnout was so large, officials said.")
        desk.fact(outlet, "quantity", "turnout", "so large", unit="percent", low=low, high=high)
    assert quantities.excludes(*desk.facts) is excludes
    assert quantities.excludes(*reversed(desk.facts)) is excludes
