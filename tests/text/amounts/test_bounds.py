"""Words that bound a number."""

import pytest

from rashomon.model import Span
from rashomon.text.amounts.bounds import bounded, least_most


@pytest.mark.parametrize(
    ("text", "bound", "words"),
    [
        ("at least 5", "at least", "at least"),
        ("well over 5", "more than", "well over"),
        ("some 5", "about", "some"),
        ("no more than 5", "at most", "no more than"),
        ("just under 5", "less than", "just under"),
        ("as high as 5", "at most", "as high as"),
        ("5 or more", "at least", "or more"),
        ("5+", "at least", "or more"),
        ("5-odd", "about", "odd"),
    ],
)
def test_the_words_beside_a_number_bound_it(text: str, bound: str, words: str) -> None:
    at = text.index("5")
    found = bounded(Span(at, at + 1), text)
    assert found is not None
    assert (found.bound, found.words, found.span) == (bound, words, Span(0, len(text)))


@pytest.mark.parametrize(
    "text", ["handsome 5", "had gone up to 5", "rose up to 5", "the 5", "they came over. 5", "5 orphans", "awesome5"]
)
def test_other_words_bound_nothing(text: str) -> None:
    at = text.index("5")
    assert bounded(Span(at, at + 1), text) is None


@pytest.mark.parametrize(
    ("bound", "words", "expected"),
    [
        ("about", "some", (90, 110)),
        ("about", "nearly", (90, 100)),
        ("more than", "just over", (100, 110)),
        ("more than", "more than", (100, None)),
        ("less than", "under", (0, 100)),
        ("at most", "up to", (0, 100)),
        ("exact", "", (100, 100)),
    ],
)
def test_a_bound_gives_the_least_and_the_most(bound: str, words: str, expected: tuple[float, float | None]) -> None:
    assert least_most(bound, words, 100, 100) == expected  # type: ignore[arg-type]
