"""Blocks that are parted, so that none is too long to be parsed."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import document, lawful, words

from rashomon.model import Block, Span
from rashomon.read.lengths import LONGEST, in_lengths

SENTENCE = "The mayor said that some 40 people were hurt at the mill. "


@given(st.text(st.sampled_from("ab. “”\n")), st.integers(1, 4_000))
def test_no_part_is_too_long_and_only_white_space_is_left_out(piece: str, times: int):
    text = ("x" + piece) * times
    parts = list(in_lengths(text, [Block(Span(0, len(text)), "para", "chars")]))
    assert all(0 < len(part.span) <= LONGEST for part in parts)
    said = "".join(part.span.of(text) for part in parts)
    assert "".join(said.split()) == "".join(text.split())
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(parts))


def test_a_text_without_paragraphs_is_parted_between_sentences():
    made = document(SENTENCE * 1_000, "a.txt")
    lawful(made)
    assert len(words(made)) > 5
    assert all(part.startswith("The mayor") and part.endswith("at the mill.") for part in words(made))


def test_a_text_without_sentences_is_parted_between_words():
    parts = list(in_lengths("word " * 10_000, [Block(Span(0, 49_999), "post", "p[1]", "ida", post="1")]))
    assert all(part.span.of("word " * 10_000).endswith("word") and part.post == "1" for part in parts)
