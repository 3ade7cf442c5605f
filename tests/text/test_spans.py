"""Spans put together and cut out of each other hold exactly the code points that they should."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.text.spans import SpanIndex, common, less, merged, tidy

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
PLACED = st.lists(st.tuples(SPANS, st.integers(0, 5)), max_size=25)
NESTED = st.lists(st.integers(1, 20), max_size=8).map(lambda halves: [Span(30 - half, 30 + half) for half in halves])
TEXTS = st.text(alphabet="aé1 \n\t\xa0,.–()“👍\u0301", max_size=40)


def points(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


@st.composite
def text_and_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS.filter(bool))
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
    spans = draw(st.lists(places.map(lambda pair: Span(pair[0], min(len(text), sum(pair)))), max_size=8))
    return text, spans


@given(PLACED, SPANS)
def test_an_index_finds_what_a_look_at_everything_finds(placed: list[tuple[Span, int]], asked: Span) -> None:
    everything = sorted(placed, key=lambda pair: pair[0])
    assert SpanIndex(placed).over(asked) == [thing for span, thing in everything if span.overlaps(asked)]


@given(NESTED, st.lists(SPANS, max_size=5), SPANS)
def test_an_index_of_spans_inside_and_equal_to_each_other(nested: list[Span], others: list[Span], asked: Span) -> None:
    spans = [*others, *nested, *nested]
    index = SpanIndex((span, span) for span in spans)
    assert index.over(asked) == sorted(span for span in spans if span.overlaps(asked))


def test_what_only_touches_is_not_met() -> None:
    index = SpanIndex([(Span(5, 10), "it")])
    assert [index.over(Span(0, 5)), index.over(Span(10, 12)), index.over(Span(9, 10))] == [[], [], ["it"]]
    assert SpanIndex[str]([]).over(Span(0, 5)) == []


@given(SPANS, SPANS)
def test_common_is_what_both_have(one: Span, other: Span) -> None:
    shared = common(one, other)
    assert shared == common(other, one)
    assert points([shared] if shared else []) == points([one]) & points([other])
    assert (shared is not None) is one.overlaps(other)


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=8))
def test_less_is_what_only_the_first_have(spans: list[Span], taken: list[Span]) -> None:
    left = less(spans, taken)
    assert points(left) == points(spans) - points(taken)
    assert not any(piece.overlaps(hole) for piece in left for hole in taken)
    assert all(any(span.contains(piece) for span in spans) for piece in left)
    assert less(left, taken) == left


@given(text_and_spans(), st.booleans())
def test_merged_adds_nothing_but_blanks(given_: tuple[str, list[Span]], lines: bool) -> None:
    text, spans = given_
    made = merged(text, spans, lines=lines)
    added = points(made) - points(spans)
    assert points(spans) <= points(made)
    assert all(text[at].isspace() for at in added)
    assert lines or not any(text[at] == "\n" for at in added)
    assert merged(text, made, lines=lines) == made
    assert merged(text, reversed(spans), lines=lines) == made


@given(text_and_spans(), st.booleans())
def test_merged_leaves_something_between_any_two(given_: tuple[str, list[Span]], lines: bool) -> None:
    text, spans = given_
    for one, later in pairwise(merged(text, spans, lines=lines)):
        between = text[one.end : later.start]
        assert between
        assert between.strip() or (not lines and "\n" in between)


@given(text_and_spans())
def test_tidy_keeps_every_word_and_no_blank_at_an_end(given_: tuple[str, list[Span]]) -> None:
    text, spans = given_
    made = tidy(text, spans)
    with_words = [span for span in spans if any(char.isalnum() for char in span.of(text))]
    assert len(made) == len(with_words)
    for span, whole in zip(made, with_words, strict=True):
        assert whole.contains(span)
        assert span.of(text) == span.of(text).strip()
        cut = text[whole.start : span.start] + text[span.end : whole.end]
        assert not any(char.isalnum() for char in cut)
    assert tidy(text, made) == made


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (", that it was over, ", ["that it was over"]),
        (" – it was over (", ["it was over"]),
        (". “It is over.”", ["“It is over.”"]),
        ("It is over.", ["It is over."]),
        (" , ", []),
        ("“”", []),
    ],
)
def test_tidy_cuts_stray_signs_and_no_quotation_mark(text: str, kept: list[str]) -> None:
    assert [span.of(text) for span in tidy(text, [Span(0, len(text))])] == kept
