"""Words as they are compared, and keys of so many words in a row.

Punctuation, case and apostrophes are dropped, so that "Syria's 60,000" and "Syrias 60000" are the same words: captures
lose such marks more often than editors change them. In scripts without spaces (Chinese, Japanese, Thai, Lao, Burmese, Khmer)
no word is cut out, since where a cutter cuts depends on what stands around; each sign stands alone, and two count as a word.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from rashomon.model import Span

Keys = npt.NDArray[np.uint64]

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
MET = 1 << 20  # different words whose numbers are kept: some 200 MB
_TURN, _STIR = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in reading order, where each of them stands, and a number for each that is equal for equal words."""

    raw: tuple[str, ...]  # as they stand in the text
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ids: Keys
    sizes: npt.NDArray[np.float64]  # how many words the first 0, 1, 2… make up: a sign of a script without spaces is half a word

    def __len__(self) -> int:
        return len(self.raw)

    @property
    def forms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(map(_form, self.raw))

    def span(self, first: int, count: int) -> Span:
        """From the beginning of the word numbered `first` to the end of the last of `count` words."""
        return Span(self.starts[first], self.ends[first + count - 1])

    def size(self, first: int, count: int) -> float:
        """How many words these make up."""
        return float(self.sizes[first + count] - self.sizes[first])


def words(text: str, parts: Sequence[Span] | None = None) -> Words:
    """The words of the text, or of these parts of it alone, with offsets into the whole text."""
    found = [
        (match.group(), match.start(), match.end())
        for start, end in _bounds(text, parts)
        for match in _WORD.finditer(text, start, end)
    ]
    raw, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    sizes = np.arange(len(raw) + 1, dtype=np.float64)
    if _UNSPACED.search(text):
        sizes[1:] = np.cumsum([0.5 if _UNSPACED.match(word) else 1.0 for word in raw])
    return Words(raw, starts, ends, np.fromiter(map(_id, raw), np.uint64, len(raw)), sizes)


def word_ids(text: str, parts: Sequence[Span] | None = None) -> Keys:
    """The numbers of the text's words alone, as `words` gives them: a third of its time and a tenth of its memory."""
    raw = [word for start, end in _bounds(text, parts) for word in _WORD.findall(text, start, end)]
    return np.fromiter(map(_id, raw), np.uint64, len(raw))


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


@lru_cache(maxsize=1 << 18)
def _form(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().translate(_DROPPED)


class _Numbers(dict[str, int]):
    """The number of each word that was met: the hash of its form, so that it is the same in every run."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MET:
            self.clear()
        number = int.from_bytes(blake2b(_form(word).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        self[word] = number
        return number


_id = _Numbers().__getitem__  # a call of its own for each word would cost more than finding the word
