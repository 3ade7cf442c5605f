"""Turnouts: whoever came, in whatever words."""

import pytest
from tests.extract.facts.telling import counts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The organiser estimated the turnout at 9,000.", "9,000"),
        ("Police put attendance at 9,000.", "9,000"),
        ("Police said 9,000 took part in the march.", "9,000"),
        ("Nine thousand people joined a protest parade.", "Nine thousand"),
        ("It was a march that organisers said drew 9,000 people.", "9,000"),
        ("The rally attracted 9,000.", "9,000"),
        ("It was billed as a 9,000-strong march.", "9,000"),
        ("Tens of thousands of people took to the streets.", "Tens of thousands"),
    ],
)
def test_whoever_came_is_counted_alike(text: str, value: str) -> None:
    assert [(about, words) for about, words, *_ in counts(text) if about == "gather"] == [("gather", value)]


@pytest.mark.parametrize("text", ["Hundreds of miners staged a protest.", "More than 200 miners had come out in protest."])
def test_who_stages_a_protest_came_to_it(text: str) -> None:
    assert [about for about, *_ in counts(text)] == ["gather"]


@pytest.mark.parametrize("text", ["Turnout was 93 percent.", "The film drew 9,000 viewers.", "The bridge attracted 9,000."])
def test_no_crowd_came(text: str) -> None:
    assert not [words for about, words, *_ in counts(text) if about == "gather"]
