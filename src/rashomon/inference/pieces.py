"""A text cut into the word pieces that a net reads, and these into windows that keep paragraphs whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from rashomon.inference.session import weights

VOCABULARY = "wordpiece"  # its name in the catalog
UNKNOWN = "[UNK]"
CLS, SEP = 101, 102  # BERT's own; SEP also stands between two paragraphs
SENTENCE_ENDS = frozenset(".!?;")
OPENING, CLOSING, EITHER = "“„«‹‘`", "”»›", "\"'"
PAIRED = OPENING + CLOSING  # which way they open differs by country: „…“, »…«

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text, in order; every array has one entry a piece."""

    ids: Ints  # the piece's number in the vocabulary
    marks: Ints  # how it is written (capitals, quotation marks), which an uncased vocabulary does not tell: see `mark`
    starts: Ints  # first code point
    ends: Ints  # one past the last code point
    paragraphs: tuple[tuple[int, int], ...]  # first and one past the last piece of each

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """What the net reads at once. `pieces` leads from its places to those of the text, -1 where it is a separator."""

    ids: Ints
    marks: Ints
    pieces: Ints
    own: tuple[int, int]  # the pieces of the text that no other window answers for; the rest is context

    def __len__(self) -> int:
        return len(self.ids)


@cache
def tokenizer() -> Tokenizer:
    """The uncased WordPiece vocabulary of the base encoder.

    Raises WeightsError if it is missing or altered.
    """
    words = weights(VOCABULARY).decode("utf-8").split("\n")[:-1]
    made = Tokenizer(WordPiece({word: at for at, word in enumerate(words)}, unk_token=UNKNOWN))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def pieces_of(text: str) -> Pieces:
    """The pieces of the text, paragraph by paragraph (a paragraph ends with a line)."""
    lines = [(start, line) for start, line in _lines(text) if line.strip()]
    # one by one: a batch is spread over all cores, which the engine's workers use
    encodings = [tokenizer().encode(line, add_special_tokens=False) for _, line in lines]
    ids: list[int] = []
    marks: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraphs = []
    for (start, line), encoding in zip(lines, encodings, strict=True):
        if not encoding.ids:
            continue
        paragraphs.append((len(ids), len(ids) + len(encoding.ids)))
        ids += encoding.ids
        marks += [mark(line, a, b) for a, b in encoding.offsets]
        starts += [start + a for a, _ in encoding.offsets]
        ends += [start + b for _, b in encoding.offsets]
    ids_, marks_, starts_, ends_ = (np.array(column, np.int64) for column in (ids, marks, starts, ends))
    return Pieces(ids_, marks_, starts_, ends_, tuple(paragraphs))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def mark(line: str, start: int, end: int) -> int:
    """How a piece is written: 1 small letters, 2 Capitalised, 3 CAPITALS, 4 digits, 5–7 a quotation mark that opens, closes or
    does either, 8 any other sign. 0 is left for separators.
    """
    first = line[start]
    if first.isalpha():
        word = line[start:end]
        return 1 if not first.isupper() else 3 if len(word) > 1 and word.isupper() else 2
    if first.isdigit():
        return 4
    if first in "'`" and first not in (line[start - 1 : start], line[end : end + 1]):
        return 8  # an apostrophe; doubled, it is a quotation mark
    if first in PAIRED:
        fresh, more = not start or line[start - 1].isspace(), line[end : end + 1].isalnum()
        return 5 if fresh and more else 6 if not fresh and not more else 5 if first in OPENING else 6
    return 7 if first in EITHER else 8


def windows_of(pieces: Pieces, size: int, overlap: int) -> list[Window]:
    """Windows of at most `size` places: as many whole paragraphs as fit; a longer paragraph is cut, best where a sentence ends,
    and its parts share `overlap` pieces.
    """
    found: list[Window] = []
    waiting: list[tuple[int, int]] = []
    for first, last in pieces.paragraphs:
        if waiting and sum(b - a + 1 for a, b in waiting) + last - first + 2 > size:
            found.append(_window(pieces, waiting, (waiting[0][0], waiting[-1][1])))
            waiting = []
        if last - first + 2 <= size:
            waiting.append((first, last))
            continue
        found += [_window(pieces, [part], own) for part, own in _parts(pieces, first, last, size - 2, overlap)]
    if waiting:
        found.append(_window(pieces, waiting, (waiting[0][0], waiting[-1][1])))
    return found


def _parts(pieces: Pieces, first: int, last: int, size: int, overlap: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Each part of a long paragraph with what it answers for: half of what it shares goes to either neighbour."""
    start, own = first, first
    while last - start > size:
        end = _cut(pieces, start + size // 2, start + size)
        mine = end - overlap // 2
        yield (start, end), (own, mine)
        start, own = end - overlap, mine
    yield (start, last), (own, last)


def _cut(pieces: Pieces, low: int, high: int) -> int:
    """The last place in the range after which a sentence may begin, else its end. A full stop is one sign with the id of "."."""
    ends = _sentence_ends()
    return next((at + 1 for at in range(high - 1, low, -1) if int(pieces.ids[at]) in ends), high)


@cache
def _sentence_ends() -> frozenset[int]:
    return frozenset(number for sign in SENTENCE_ENDS if (number := tokenizer().token_to_id(sign)) is not None)


def _window(pieces: Pieces, parts: Sequence[tuple[int, int]], own: tuple[int, int]) -> Window:
    ids, marks, places = [np.array([CLS])], [np.array([0])], [np.array([-1])]
    for first, last in parts:
        ids += [pieces.ids[first:last], np.array([SEP])]
        marks += [pieces.marks[first:last], np.array([0])]
        places += [np.arange(first, last), np.array([-1])]
    return Window(np.concatenate(ids), np.concatenate(marks), np.concatenate(places), own)
