"""What the words around two tellings have in common."""

from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.resolve import overlaps
from rashomon.resolve.overlaps import PARTS, Bags, Common
from rashomon.resolve.tellings import Act, Telling
from rashomon.text.kindred import rarity

some_words = st.frozensets(st.sampled_from(["orla", "make", "take", "zhelev", "mill", "12", "ilic", "fire"]))


@st.composite
def tellings(draw: st.DrawFn) -> Telling:
    """A telling with any words around it."""
    words = draw(some_words)
    near, before, after, names, numbers = (tuple(words & draw(some_words)) for _ in range(5))
    act = Act(draw(st.uuids()).hex, "doc", Span(0, 1))
    return Telling(act, "burn", None, near, before, after, tuple(words), names, numbers, 0, "plain")


def told(*words: str) -> Telling:
    """A telling in a sentence of these words."""
    return Telling(Act(" ".join(words), "doc", Span(0, 1)), "burn", None, (), (), (), words, (), (), 0, "plain")


def common(held: list[Telling], *pairs: tuple[int, int]) -> Common:
    """What these pairs have in common."""
    left, right = np.array(pairs, np.int32).T
    return Bags(held).common(left, right)


@given(st.lists(tellings(), min_size=1, max_size=6), st.sampled_from([1, 16, 1 << 20]))
def test_it_is_what_the_sets_have_in_common_however_many_are_laid_open_at_once(held: list[Telling], table: int) -> None:
    pairs = [(one, other) for one in range(len(held)) for other in range(len(held))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlaps, "TABLE", table)
        found = common(held, *pairs)
    for part in PARTS:
        for (one, other), overlap, foreign in zip(pairs, found.overlap(part), found.foreign(part), strict=True):
            ours, theirs = (set(getattr(held[at], part)) for at in (one, other))
            shared, most = sum(map(rarity, ours & theirs)), sqrt(sum(map(rarity, ours)) * sum(map(rarity, theirs)))
            assert isclose(overlap, shared / most if shared else 0.0, abs_tol=1e-12)
            assert foreign == bool(ours and theirs and not ours & theirs)


def test_rare_words_count_more_than_common_ones() -> None:
    rare, everyday = common([told("zhelev", "make"), told("zhelev", "take"), told("ilic", "make")], (0, 1), (0, 2)).overlap(
        "words"
    )
    assert rare > everyday > 0


def test_no_words_have_nothing_in_common() -> None:
    found = common([told("orla"), told()], (0, 1), (1, 1), (0, 0))
    assert found.overlap("words").tolist() == [0.0, 0.0, pytest.approx(1.0)]
    assert not found.foreign("words").any()
