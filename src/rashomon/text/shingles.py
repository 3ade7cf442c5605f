"""Words as they are compared, and keys of so many words in a row.

Punctuation, case and apostrophes are dropped, so that "Syria's 60,000" and "Syrias 60000" are the same words: captures
lose such marks more often than editors change them. In scripts without spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer)
no word is cut out, since where a cutter cuts depends on what stands around; each sign stands alone, and two count as a word.

Texts are cut at their spaces first, and what stands between two of them is looked for once and remembered: nearly all of it was
met before, and a lookup costs a tenth of a search.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.model import Span

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

_SIGN = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana and Chinese characters
_LETTERS = (
    r"\u0e01-\u0e30\u0e32\u0e33\u0e3f-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3"
)
_MARKS = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd"
_LETTERED = (
    rf"(?:[^\W_{_SIGN}{_LETTERS}]+|[\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff]+)+"  # marks on letters too
)
_WORD = re.compile(
    rf"[{_SIGN}]"
    rf"|[{_LETTERS}][{_MARKS}]*"
    r"|\d+(?:,\d{3})*"
    r"|(?:[^\W\d_]\.){2,}"  # U.S. = US
    rf"|{_LETTERED}(?:['’ʼ]{_LETTERED})*"
)
_UNSPACED = re.compile(rf"[{_SIGN}{_LETTERS}]")
_DROPPED = str.maketrans("", "", "'’ʼ,.")
_IS_SPACE = np.array([chr(code).isspace() for code in range(0x3002)])  # no later one is
MET = 1 << 19  # different pieces that are remembered, and as many words: some 300 MB
SHORT = 40  # code points of a piece that may be met again; longer is a line without spaces
_TURN, _STIR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in reading order, where each of them stands, and a number for each that is equal for equal words."""

    text: str
    starts: Places
    ends: Places
    ids: Keys
    sizes: npt.NDArray[np.float64]  # how many words the first 0, 1, 2… make up: a sign of a script without spaces is half a word

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(_form(self.text[start:end]) for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True))

    def span(self, first: int, count: int) -> Span:
        """From the beginning of the word numbered `first` to the end of the last of `count` words."""
        return Span(int(self.starts[first]), int(self.ends[first + count - 1]))

    def size(self, first: int, count: int) -> float:
        """How many words these make up."""
        return float(self.sizes[first + count] - self.sizes[first])


def words(text: str, parts: Sequence[Span] | None = None) -> Words:
    """The words of the text, or of these parts of it alone, with offsets into the whole text."""
    bounds = _bounds(text, parts)
    pieces = [_piece(piece) for start, end in bounds for piece in text[start:end].split()]
    ids, first, last = (_joined([piece[column] for piece in pieces]) for column in range(3))
    begins = np.repeat(_begins(text, bounds), [len(piece[0]) // 8 for piece in pieces])
    starts, ends = begins + first.view(np.int64), begins + last.view(np.int64)
    sizes = np.arange(len(ids) + 1, dtype=np.float64)
    if _UNSPACED.search(text):
        sizes[1:] = np.cumsum([0.5 if _UNSPACED.match(text, at) else 1.0 for at in starts.tolist()])
    return Words(text, starts, ends, ids, sizes)


def word_ids(text: str, parts: Sequence[Span] | None = None) -> Keys:
    """The numbers of the text's words alone, as `words` gives them: a third of its time and of its memory."""
    return _joined([_piece(piece)[0] for start, end in _bounds(text, parts) for piece in text[start:end].split()])


def keys(ids: Keys, size: int) -> Keys:
    """One key for every `size` words in a row, a power of two; equal words in a row have equal keys."""
    found, width = ids, 1
    while width < size:
        found = paired(found, width)
        width *= 2
    return found


def paired(found: Keys, width: int) -> Keys:
    """Keys of twice as many words out of those of `width` words.

    Each step stirs what it joins: a plain polynomial modulo 2^64 gives equal keys to certain long texts of two words.
    """
    if len(found) <= width:
        return found[:0]
    return stirred(found[:-width] * _TURN + stirred(found[width:]))


def stirred(found: Keys) -> Keys:
    """The keys, each made another of which no sum or product tells anything (the end of splitmix64)."""
    mixed = (found ^ (found >> np.uint64(30))) * _STIR
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _TURN
    last: Keys = mixed ^ (mixed >> np.uint64(31))
    return last


def _bounds(text: str, parts: Sequence[Span] | None) -> list[tuple[int, int]]:
    return [(0, len(text))] if parts is None else [(part.start, part.end) for part in parts]


def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().translate(_DROPPED)


@lru_cache(maxsize=MET)
def _id(word: str) -> int:
    """The number of a word: the hash of its form, so that it is the same in every run."""
    return int.from_bytes(blake2b(_form(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class _Pieces(dict[str, tuple[bytes, bytes, bytes]]):
    """The words of each piece that was met: their numbers, and where they begin and end in it, eight bytes each."""

    def __missing__(self, piece: str) -> tuple[bytes, bytes, bytes]:
        found = [(_id(match.group()), *match.span()) for match in _WORD.finditer(piece)]
        ids, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        made = (array("Q", ids).tobytes(), array("q", starts).tobytes(), array("q", ends).tobytes())
        if len(piece) <= SHORT:
            if len(self) >= MET:
                self.clear()
            self[piece] = made
        return made


_piece = _Pieces().__getitem__  # a call of its own for each piece would cost more than finding it


def _begins(text: str, bounds: Sequence[tuple[int, int]]) -> Places:
    """Where the pieces of these parts begin: after a space, or where the part does."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    space = _IS_SPACE[np.minimum(codes, len(_IS_SPACE) - 1)]
    begins = ~space
    begins[1:] &= space[:-1]
    found = [np.zeros(0, np.int64)]
    for start, end in bounds:
        if start < end and not (space[start] or begins[start]):  # a part that begins inside a word
            found.append(np.array([start]))
        found.append(start + np.flatnonzero(begins[start:end]))
    return np.concatenate(found)


def _joined(parts: Sequence[bytes]) -> Keys:
    return np.frombuffer(b"".join(parts), np.uint64)
