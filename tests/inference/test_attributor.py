"""The net on whole texts: each by itself, whatever is in it, in batches that fit."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.inference.ascriptions import OVERLAP, SIZE, Ascription
from rashomon.inference.attributor import FILL, PLACES, _batches, _findings, ascriptions_in
from rashomon.inference.pieces import Window, pieces_of, windows_of
from rashomon.model import Span

MAYOR = "The mayor said the bridge was closed."
PILOT = "“Nobody came to help us,” the pilot told reporters."
DENIAL = "The ministry denied that soldiers had crossed the river.\nAccording to the police, two men were arrested on Monday."


def words(text: str, one: Ascription) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([span.of(text) for span in spans] for spans in (one.source, one.cue, one.content))
    return source, cue, content


def spans_of(one: Ascription) -> tuple[Span, ...]:
    return (*one.source, *one.cue, *one.content)


def test_who_ascribes_what_to_whom() -> None:
    (one,) = ascriptions_in(MAYOR)
    assert words(MAYOR, one) == (["The mayor"], ["said"], ["the bridge was closed"])


def test_cues_come_in_reading_order() -> None:
    text = "\n".join([MAYOR, PILOT, DENIAL])
    cues = [one.cue[0].of(text).lower() for one in ascriptions_in(text)]
    assert cues == ["said", "told", "denied", "according to"]


def test_what_is_found_does_not_depend_on_other_texts() -> None:
    alone = {text: ascriptions_in(text) for text in (MAYOR, PILOT, DENIAL)}
    long = "\n".join([DENIAL, MAYOR] * 40)
    before = ascriptions_in(long)
    assert {text: ascriptions_in(text) for text in (DENIAL, PILOT, MAYOR)} == alone
    assert ascriptions_in(long) == before


@pytest.mark.parametrize(
    "text", ["", "\n", " \n\t\n ", "\u200b", "\u0301", "…", "— — —", "1914", "👩‍👩‍👧‍👦", "“”", "no", "said", "“"]
)
def test_nothing_is_ascribed_where_nothing_is_said(text: str) -> None:
    assert ascriptions_in(text) == []


def test_a_line_of_a_hundred_thousand_characters_is_read_from_end_to_end() -> None:
    sentences = " ".join([MAYOR] * 100)
    text = f"{sentences} {'x' * (100_000 - 2 * len(sentences) - 2)} {sentences}"
    assert (len(text), text.count("\n")) == (100_000, 0)
    found = ascriptions_in(text)
    assert found[0].cue[0].start < 300
    assert found[-1].cue[0].start > len(text) - 300
    assert all(span.end <= len(text) for one in found for span in spans_of(one))


def test_paragraphs_in_many_windows_are_each_heard_once() -> None:
    text = "\n".join([MAYOR] * 60)
    assert len(windows_of(pieces_of(text), SIZE, OVERLAP)) > 2
    cues = [one.cue[0] for one in ascriptions_in(text)]
    assert len(cues) == len(set(cues))
    assert len({text.count("\n", 0, cue.start) for cue in cues}) >= 55


SCRAPS = st.sampled_from([
    "The mayor", "said", "that", "“it is over,”", "he", "told", "them", ",", ".", "according to", "police", "\n", "’", "''",
    "👩‍👩‍👧‍👦", "e\u0301", "שָׁלוֹם", "\u202e", "한국", "\u2028", "\r\n", "\x00", "x" * 120,
])  # fmt: skip


@settings(max_examples=25)
@given(st.lists(st.one_of(SCRAPS, st.text(max_size=5)), max_size=30).map(" ".join))
def test_every_span_lies_in_the_text(text: str) -> None:
    for one in ascriptions_in(text):
        assert one.cue
        assert one.content
        assert 0 < one.score <= 1
        assert all(span.end <= len(text) for span in spans_of(one))
        assert list(one.content) == sorted(one.content)


def window(length: int) -> Window:
    nothing = np.zeros(length, np.int64)
    return Window(nothing, nothing, nothing, (0, 0))


@given(st.lists(st.integers(2, PLACES + 300), max_size=60))
def test_every_window_is_in_one_batch_short_ones_first(lengths: list[int]) -> None:
    windows = [window(length) for length in lengths]
    batches = list(_batches(windows))
    assert sorted(map(id, windows)) == sorted(id(one) for batch in batches for one in batch)
    assert [len(one) for batch in batches for one in batch] == sorted(lengths)
    for batch in batches:
        assert batch
        assert len(batch) == 1 or len(batch) * max(map(len, batch)) <= PLACES
        assert filled(batch) <= FILL
    for batch, later in pairwise(batches):
        longer = [*batch, later[0]]
        assert len(later[0]) * len(longer) > PLACES or filled(longer) > FILL, "the next window would have fitted"


def filled(batch: list[Window]) -> int:
    return sum(max(map(len, batch)) - len(one) for one in batch)


def test_each_window_of_a_batch_gets_what_the_net_says_of_it() -> None:
    windows = [one for text in (MAYOR, DENIAL) for one in windows_of(pieces_of(text), SIZE, OVERLAP)]
    short, long = _findings(windows)
    for window, its in zip(windows, (short, long), strict=True):
        assert its.roles.shape == (len(its.places), len(window), 4)
        assert its.begins.shape == its.places.shape
        assert all(0 <= place < len(window) for place in its.places)
        assert np.allclose(its.roles.sum(axis=2), 1, atol=1e-3)
    assert len(short.places)
    assert len(long.places)
