"""Postings to one document: quotations apart, remains left out, answers to posts that stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.capturing import lawful, words

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture
from rashomon.read.drafts import About
from rashomon.read.markup import Passage
from rashomon.read.samples import Sample
from rashomon.read.threads import Posting, quoted_apart, thread

SAMPLE = Sample(Capture.of("t.json", "", "", "0" * 64, 1), b"x")


def posting(key, *texts, author=None, reply_to=None, title=None):
    return Posting(
        key, tuple(Passage(text, "p") for text in texts), author, None, reply_to, Passage(title, "t") if title else None
    )


def test_lines_with_a_mark_are_quoted_and_figures_are_not():
    parts = [
        (part.text, part.quoted) for part in quoted_apart(Passage("> one\n>> two\nthree\n>50 people\n> 60 people\nfour", "p"))
    ]
    assert parts == [("one\ntwo", True), ("three\n>50 people", False), ("60 people", True), ("four", False)]


@given(st.lists(st.sampled_from(["> one", "two", ">three", "", ">4", "> 5"]), min_size=1))
def test_no_word_is_lost_by_cutting(lines):
    parts = list(quoted_apart(Passage("\n".join(lines), "p")))
    assert "".join(part.text for part in parts).replace("\n", "").replace(">", "").replace(" ", "") == "".join(lines).replace(
        ">", ""
    ).replace(" ", "")


def test_a_quotation_of_the_post_above_is_its_authors():
    made = thread(SAMPLE, "t", [
        posting("1", "The mill was old and nobody used it.", author="Ada"),
        posting("2", "> nobody used it.", "I did.", author="Bo", reply_to="1"),
        posting("3", "> I never said so.", "Who did?", author="Cy", reply_to="2"),
    ], About())  # fmt: skip
    lawful(made)
    quoted = [(block.author, block.post) for block in made.blocks if block.kind == "quoted_post"]
    assert quoted == [("Ada", "2"), (None, "3")]


@pytest.mark.parametrize(
    "remains", ["[deleted]", "[removed]", "[flagged]", "[dead]", "Comment removed by moderator", "This post has been deleted."]
)
def test_what_a_site_puts_in_place_of_a_text_is_nobodys_word(remains):
    made = thread(
        SAMPLE, "t", [posting("1", "Words."), posting("2", remains, reply_to="1"), posting("3", "More.", reply_to="2")], About()
    )
    assert words(made) == ["Words.", "More."]
    assert made.blocks[1].reply_to is None


def test_the_title_is_the_first_posters():
    made = thread(SAMPLE, "t", [posting("1", "Words.", author="Ada", title="Fire at the mill")], About(outlet="Board"))
    assert (made.title, made.author, made.outlet) == ("Fire at the mill", "Ada", "Board")
    assert [(block.kind, block.post, block.author) for block in made.blocks] == [("title", "1", "Ada"), ("post", "1", "Ada")]


def test_a_thread_in_which_nobody_says_anything_is_refused():
    with pytest.raises(UnreadableCapture, match="no post has a text"):
        thread(SAMPLE, "t", [posting("1", "[deleted]")], About())
