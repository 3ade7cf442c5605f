"""How what the net says of pieces becomes cues with their source and their content."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.inference.ascriptions import CONTENT, CUE, HOLE, SOURCE, SURE, Ascription, Findings, decoded
from rashomon.inference.pieces import Pieces, Window, pieces_of, windows_of
from rashomon.model import Span

TEXT = "the mayor said the bridge was closed and the pilot said the river was high"
WORDS = TEXT.split()
PIECES = pieces_of(TEXT)
ROLE = {"source": SOURCE, "cue": CUE, "content": CONTENT}

Plays = Mapping[str, Mapping[int, float]]  # role -> word -> probability


def window(own: tuple[int, int] = (0, len(WORDS)), pieces: Pieces = PIECES) -> Window:
    """The one window of the text; piece `n` stands at place `n + 1`, behind the separator."""
    (whole,) = windows_of(pieces, 190, 64)
    return Window(whole.ids, whole.marks, whole.pieces, own)


def findings(*cues: tuple[int, float, Plays], length: int = len(WORDS) + 2) -> Findings:
    """What the net says: for each cue its first word, how probably a cue begins there, and what the words are to it."""
    roles = np.zeros((len(cues), length, 4), np.float32)
    for row, (_, _, plays) in enumerate(cues):
        for role, words in plays.items():
            for word, probability in words.items():
                roles[row, word + 1, ROLE[role]] = probability
    roles[:, :, 0] = 1 - roles[:, :, 1:].sum(axis=2)
    places = np.array([first + 1 for first, _, _ in cues], np.int64)
    return Findings(places, np.array([begins for _, begins, _ in cues], np.float32), roles)


def found(*cues: tuple[int, float, Plays]) -> list[Ascription]:
    return decoded(TEXT, PIECES, [window()], [findings(*cues)])


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.of(TEXT) for span in spans]


def each(first: int, last: int, probability: float = 0.9) -> dict[int, float]:
    return dict.fromkeys(range(first, last + 1), probability)


MAYOR: Plays = {"source": each(0, 1), "cue": each(2, 2), "content": each(3, 6)}


def test_the_words_are_one_piece_each() -> None:
    assert [TEXT[start:end] for start, end in zip(PIECES.starts, PIECES.ends, strict=True)] == WORDS


def test_a_cue_its_source_and_its_content() -> None:
    (one,) = found((2, 0.9, MAYOR))
    assert words(one.source) == ["the mayor"]
    assert words(one.cue) == ["said"]
    assert words(one.content) == ["the bridge was closed"]
    assert one.score == pytest.approx(0.9 * 0.9)


def test_no_place_to_look_at_is_no_ascription() -> None:
    assert found() == []
    assert decoded("", pieces_of(""), [], []) == []


def test_content_goes_to_the_cue_that_claims_it_most() -> None:
    first, second = found(
        (2, 0.9, {"cue": each(2, 2), "content": each(3, 6) | each(11, 12, 0.6)}),
        (10, 0.9, {"cue": each(10, 10), "content": each(5, 6, 0.7) | each(11, 14)}),
    )
    assert words(first.content) == ["the bridge was closed"]
    assert words(second.content) == ["the river was high"]


def test_a_claim_counts_by_how_probably_the_cue_begins() -> None:
    (one,) = found(
        (2, 0.95, {"cue": each(2, 2), "content": each(3, 6, 0.8)}),
        (10, 0.5, {"cue": each(10, 10), "content": each(3, 6, 0.9)}),
    )
    assert words(one.cue) == ["said"]
    assert one.cue[0].start == TEXT.index("said")


@pytest.mark.parametrize(("lost", "stays"), [(1, True), (2, True), (3, False), (4, False)])
def test_a_cue_left_with_less_than_half_of_its_claim_is_none(lost: int, stays: bool) -> None:
    cues = found(
        (2, 0.9, {"cue": each(2, 2), "content": each(3, 6, 0.8)}),
        (10, 0.9, {"cue": each(10, 10), "content": each(3, 2 + lost, 0.95) | each(11, 14, 0.95)}),
    )
    assert (TEXT.index("said") in [one.cue[0].start for one in cues]) is stays


@pytest.mark.parametrize("hole", range(5))
def test_a_hole_of_a_piece_or_two_is_bridged(hole: int) -> None:
    ((content),) = [one.content for one in found((2, 0.9, {"cue": each(2, 2), "content": each(3, 5) | each(6 + hole, 10)}))]
    assert len(content) == (1 if hole <= HOLE else 2)
    assert content[0].start == PIECES.starts[3]
    assert content[-1].end == PIECES.ends[10]


def test_of_two_stretches_the_likelier_is_the_source() -> None:
    (one,) = found((2, 0.9, {**MAYOR, "source": {0: 0.6, 1: 0.6, 8: 0.9, 9: 0.9}}))
    assert words(one.source) == ["the pilot"]


def test_without_a_likely_source_there_is_none() -> None:
    (one,) = found((2, 0.9, {**MAYOR, "source": {0: 0.3, 1: 0.4}}))
    assert one.source == ()


def test_the_cue_is_the_stretch_around_the_place_where_it_begins() -> None:
    (one,) = found((1, 0.9, {"cue": each(1, 2, 0.6) | each(9, 10, 0.99), "content": each(3, 6)}))
    assert words(one.cue) == ["mayor said"]


def test_a_place_that_no_stretch_is_around_is_a_cue_of_one_piece() -> None:
    (one,) = found((2, 0.9, {"cue": each(10, 10), "content": each(3, 6)}))
    assert (words(one.cue), one.cue[0].start) == (["said"], TEXT.index("said"))


@pytest.mark.parametrize(("begins", "sure"), [(SURE / 0.9 + 0.01, True), (SURE / 0.9 - 0.01, False)])
def test_an_unsure_one_is_left_out(begins: float, sure: bool) -> None:
    assert bool(found((2, begins, MAYOR))) is sure


def test_a_cue_without_content_is_none() -> None:
    assert found((2, 1.0, {"source": each(0, 1), "cue": each(2, 2), "content": each(3, 6, 0.4)})) == []


def test_an_unsure_cue_still_keeps_what_it_claims() -> None:
    """Who claims most is settled before who is sure enough: a weak second reading takes nothing that a strong one claims more."""
    (one,) = found((2, 0.9, MAYOR), (10, 0.2, {"cue": each(10, 10), "content": each(3, 6, 0.99)}))
    assert words(one.content) == ["the bridge was closed"]


def test_a_window_answers_only_for_its_own_cues() -> None:
    its = findings((2, 0.9, MAYOR), (10, 0.9, {"source": each(8, 9), "cue": each(10, 10), "content": each(11, 14)}))
    left, right = window((0, 7)), window((7, len(WORDS)))
    assert [words(one.source) for one in decoded(TEXT, PIECES, [left], [its])] == [["the mayor"]]
    assert [words(one.source) for one in decoded(TEXT, PIECES, [right], [its])] == [["the pilot"]]
    both = decoded(TEXT, PIECES, [right, left], [its, its])
    assert [words(one.source) for one in both] == [["the mayor"], ["the pilot"]]  # in reading order, whatever the windows'


def test_content_may_reach_beyond_what_a_window_answers_for() -> None:
    (one,) = decoded(TEXT, PIECES, [window((0, 4))], [findings((2, 0.9, MAYOR))])
    assert words(one.content) == ["the bridge was closed"]


def test_spans_end_at_whole_words() -> None:
    text = "(vyprwkl) grzmblt “unhelpfulness!”"
    pieces = pieces_of(text)
    source, cue, content = (
        [at for at in range(len(pieces)) if start <= pieces.starts[at] < start + len(word)]
        for word in ("vyprwkl", "grzmblt", "unhelpfulness")
        for start in [text.index(word)]
    )
    assert min(map(len, (source, cue, content))) > 2, "the words must be several pieces"
    plays = {"source": {source[1]: 0.9}, "cue": {cue[1]: 0.9}, "content": {content[1]: 0.9}}
    (one,) = decoded(text, pieces, [window((0, len(pieces)), pieces)], [findings((cue[1], 0.9, plays), length=len(pieces) + 2)])
    assert [span.of(text) for span in (*one.source, *one.cue, *one.content)] == ["vyprwkl", "grzmblt", "unhelpfulness"]


@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_whatever_the_net_says_content_is_what_the_cue_claims_most(seed: int, cues: int) -> None:
    """Save for the holes in it, at its ends and all over."""
    numbers = np.random.default_rng(seed)
    logits = numbers.normal(scale=3, size=(cues, len(WORDS) + 2, 4))
    roles = (np.exp(logits) / np.exp(logits).sum(axis=2, keepdims=True)).astype(np.float32)
    roles[:, [0, -1], 1:] = 0
    places = np.sort(numbers.choice(np.arange(1, len(WORDS) + 1), cues, replace=False))
    its = Findings(places, numbers.uniform(0.5, 1, cues).astype(np.float32), roles)
    owner = (roles[:, 1:-1, CONTENT] * its.begins[:, None]).argmax(axis=0)
    for one in decoded(TEXT, PIECES, [window()], [its]):
        assert SURE <= one.score <= 1
        assert len(one.cue) == 1
        assert len(one.source) <= 1
        owners = [[owner[at] for at in range(len(WORDS)) if span.contains(place_of(at))] for span in one.content]
        cue = owners[0][0]
        for of in owners:
            assert of[0] == of[-1] == cue
            assert all(cue in of[at : at + HOLE + 1] for at in range(len(of) - HOLE))


def place_of(word: int) -> Span:
    return Span(int(PIECES.starts[word]), int(PIECES.ends[word]))
