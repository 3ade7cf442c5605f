"""Pieces lie in the text in order, and every one of them is answered for by one window."""

from collections import Counter
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.inference.ascriptions import OVERLAP, SIZE
from rashomon.inference.pieces import Pieces, Window, mark, pieces_of, tokenizer, windows_of

RUNS = st.sampled_from([
    "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇺🇦🇺", "👍🏽", "é", "̶̶", "Z͑ͫͯ", "שָׁלוֹם", "السَّلام", "\u202eabc\u202c",
    "한국", "中文字", "クマ", "क्षि", "ﬁ", "ß", "İstanbul", "ǆ", "\u200b", "\ufeff", "\x00", "\ufffd",
    "\u2028", "\r\n", "\n\n", "\n", "\t", " ", "\xa0", "the mayor said", "’", "''", "“No,”", "x" * 120,
])  # fmt: skip
TEXTS = st.lists(st.one_of(RUNS, st.text(max_size=8)), max_size=30).map("".join)
FULL_STOP = tokenizer().token_to_id(".")
SIZES = st.sampled_from([(SIZE, OVERLAP), (20, 6), (9, 2)])


@given(TEXTS)
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    pieces = pieces_of(text)
    places = list(zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
    assert all(0 <= start < end <= len(text) for start, end in places)
    for (start, end), (later, stop) in pairwise(places):
        # One sign may be several pieces: "한" is three letters to the vocabulary. Else no two share a code point.
        assert end <= later or ((start, end) == (later, stop) and not text[start:end].isascii())
    assert len(pieces.ids) == len(pieces.marks) == len(places) == len(pieces)


@given(TEXTS)
def test_paragraphs_partition_the_pieces_and_a_piece_stays_in_its_line(text: str) -> None:
    pieces = pieces_of(text)
    assert [at for first, last in pieces.paragraphs for at in range(first, last)] == list(range(len(pieces)))
    lines = [{text.count("\n", 0, start) for start in pieces.starts[first:last].tolist()} for first, last in pieces.paragraphs]
    assert all(len(line) == 1 for line in lines)
    assert [min(line) for line in lines] == sorted({min(line) for line in lines})
    assert not any("\n" in text[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))


@given(TEXTS)
def test_every_letter_or_digit_is_in_a_piece(text: str) -> None:
    pieces = pieces_of(text)
    covered = {at for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True) for at in range(start, end)}
    assert all(at in covered for at, char in enumerate(text) if char.isascii() and char.isalnum())


@given(TEXTS, SIZES)
def test_windows_of_any_text_answer_for_each_piece_once(text: str, size: tuple[int, int]) -> None:
    pieces = pieces_of(text)
    assert_partition(pieces, windows_of(pieces, *size), size[0])


@given(st.lists(st.integers(1, 60), max_size=12), st.integers(0, 800), st.randoms(use_true_random=False), SIZES)
def test_windows_of_any_paragraphs(lengths: list[int], long: int, shuffle: Random, size: tuple[int, int]) -> None:
    lengths = [*lengths, long] if long else lengths
    shuffle.shuffle(lengths)
    pieces = made(lengths, [shuffle.random() < 0.05 for _ in range(sum(lengths))])
    windows = windows_of(pieces, *size)
    assert_partition(pieces, windows, size[0])
    assert_read_seldom(pieces, windows, *size)


@pytest.mark.parametrize("every", [0, 1, 93, 94, 95, 124, 187, 188, 189])
def test_no_piece_of_a_long_paragraph_is_read_more_than_three_times(every: int) -> None:
    pieces = made([3000], [bool(every) and at % every == 0 for at in range(3000)])
    assert_read_seldom(pieces, windows_of(pieces, SIZE, OVERLAP), SIZE, OVERLAP)


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    pieces = made([300], [at in (120, 150) for at in range(300)])
    first = windows_of(pieces, SIZE, OVERLAP)[0]
    assert int(first.pieces.max()) == 150
    assert first.own == (0, 151 - OVERLAP // 2)


def test_as_many_paragraphs_as_fit_are_read_together() -> None:
    windows = windows_of(made([5, 5, 5, 5], [False] * 20), 20, 6)
    assert [window.own for window in windows] == [(0, 15), (15, 20)]
    assert [len(window) for window in windows] == [19, 7]


def test_a_separator_stands_before_between_and_after_paragraphs() -> None:
    (window,) = windows_of(pieces_of("Nobody came.\n\nNobody left."), SIZE, OVERLAP)
    assert window.pieces.tolist() == [-1, 0, 1, 2, -1, 3, 4, 5, -1]
    assert window.marks.tolist() == [0, 2, 1, 8, 0, 2, 1, 8, 0]


def test_nothing_to_read_is_no_window() -> None:
    for text in ("", "\n\n", " \t", "\u200b", "\u0301"):
        assert windows_of(pieces_of(text), SIZE, OVERLAP) == []


def assert_partition(pieces: Pieces, windows: list[Window], size: int) -> None:
    """Every piece is one window's own, that window reads it, and no window is too long."""
    assert [at for window in windows for at in range(*window.own)] == list(range(len(pieces)))
    for window in windows:
        assert len(window) <= size
        read = window.pieces[window.pieces >= 0].tolist()
        assert read == list(range(read[0], read[-1] + 1))
        assert set(range(*window.own)) <= set(read)
        assert all(window.ids[place] == pieces.ids[piece] for place, piece in enumerate(window.pieces) if piece >= 0)
        assert all(window.marks[place] == 0 for place, piece in enumerate(window.pieces) if piece < 0)


def assert_read_seldom(pieces: Pieces, windows: list[Window], size: int, overlap: int) -> None:
    """A paragraph that fits is read whole and once. Of a longer one a piece is read at most three times: of any two parts the
    second ends at least `size - 2 - overlap` pieces behind the one before the first, and shares `overlap` of them.
    """
    assert size - 2 > 2 * overlap, "else the bound below is another"
    reads = Counter(int(piece) for window in windows for piece in window.pieces if piece >= 0)
    for first, last in pieces.paragraphs:
        if last - first + 2 <= size:
            assert {reads[at] for at in range(first, last)} == {1}
            assert any(set(range(first, last)) <= set(window.pieces.tolist()) for window in windows)
        else:
            assert max(reads[at] for at in range(first, last)) <= 3


def made(lengths: list[int], stops: list[bool]) -> Pieces:
    """Paragraphs of so many pieces; where `stops`, a full stop."""
    total = sum(lengths)
    ids = np.array([FULL_STOP if stop else 2000 + at for at, stop in enumerate(stops)], np.int64)
    ends = np.cumsum(lengths, dtype=np.int64).tolist()
    paragraphs = tuple((end - length, end) for length, end in zip(lengths, ends, strict=True))
    return Pieces(ids, np.ones(total, np.int64), np.arange(total), np.arange(total) + 1, paragraphs)


SMALL, CAPITALISED, CAPITALS, DIGITS, OPENS, CLOSES, EITHER, SIGN = range(1, 9)


@pytest.mark.parametrize(
    ("line", "piece", "as_"),
    [
        ("the mayor", "mayor", SMALL),
        ("the Mayor", "Mayor", CAPITALISED),
        ("the MAYOR", "MAYOR", CAPITALS),
        ("A mayor", "A", CAPITALISED),
        ("мэр", "мэр", SMALL),
        ("Мэр", "Мэр", CAPITALISED),
        ("МЭР", "МЭР", CAPITALS),
        ("שלום", "שלום", SMALL),
        ("中文", "中", SMALL),
        ("at 1914", "1914", DIGITS),
        ("at ١٩", "١٩", DIGITS),
        ("no.", ".", SIGN),
        ("no—yes", "—", SIGN),
        ("no 👍🏽 yes", "👍🏽", SIGN),
        ("he said “no” to", "“", OPENS),
        ("he said “no” to", "”", CLOSES),
        ("“no” to", "“", OPENS),
        ("to (“no”)", "“", OPENS),
        ("to “no”", "”", CLOSES),
        ("to “no”, he", "”", CLOSES),
        ("sagt „nein“ und", "„", OPENS),
        ("sagt „nein“ und", "“", CLOSES),
        ("sagt „nein“", "“", CLOSES),
        ("dit «non» et", "«", OPENS),
        ("dit «non» et", "»", CLOSES),
        ("dit « non » et", "«", OPENS),
        ("sagt »nein« und", "»", OPENS),
        ("sagt »nein« und", "«", CLOSES),
        ("said ‘no’ to", "‘", OPENS),
        ('said "no" to', '"', EITHER),
        ("said ''no'' to", "'", EITHER),
        ("said ``no'' to", "`", OPENS),
        ("he didn't", "'", SIGN),
        ("he didn’t", "’", SIGN),
        ("said 'no' to", "'", SIGN),
    ],
)
def test_how_a_piece_is_written(line: str, piece: str, as_: int) -> None:
    start = line.index(piece)
    assert mark(line, start, start + len(piece)) == as_


def test_both_marks_of_a_doubled_one_are_quotation_marks() -> None:
    pieces = pieces_of("said ''no'' to don't")
    assert pieces.marks.tolist() == [SMALL, EITHER, EITHER, SMALL, EITHER, EITHER, SMALL, SMALL, SIGN, SMALL]
