"""A long block is read whole, in portions that a parser can bear."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.saying import told

from rashomon.extract.portions import LONGEST, UNBROKEN, portions
from rashomon.model import Span

LONG = st.builds(
    lambda pieces, times: "".join(pieces) * times,
    st.lists(st.sampled_from(["word ", "He left. ", "“", "x" * 70, "\n", "سلام ", "é́", "."]), min_size=1, max_size=6),
    st.integers(1, 900),
)


@settings(max_examples=60)
@given(LONG)
def test_every_word_stands_in_one_portion(text: str) -> None:
    block = Span(0, len(text))
    found = list(portions(text, block))
    assert all(len(one) <= LONGEST for one in found)
    assert all(max(map(len, one.of(text).split())) <= UNBROKEN for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert sum(len("".join(one.of(text).split())) for one in found) == len("".join(text.split()))


def test_a_paragraph_is_one_portion() -> None:
    text = "The river rose. " * (LONGEST // 16)
    assert list(portions(text, Span(0, len(text)))) == [Span(0, len(text))]


def test_portions_end_with_sentences() -> None:
    text = "The river rose, and nobody knew why. " * 1000
    assert all(one.of(text).rstrip().endswith(".") for one in portions(text, Span(0, len(text))))


def test_who_speaks_late_in_a_long_line_is_heard() -> None:
    text = "The river rose, and nobody knew why. " * 600 + "Mayor Ilka Brandt said the bridge was closed."
    assert ("Ilka Brandt", "reported", "the bridge was closed") in told(text)
