"""Words as they are compared, and the runs of words that two texts share.

Punctuation, case and apostrophes are dropped, so that "Syria's 60,000" and "Syrias 60000" are the same words: captures
lose such marks more often than editors change them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import heapify, heappop, heappush

from rashomon.model import Span

SIZE = 5  # words in a shingle
WINDOW = 4  # of this many shingles in a row, one is kept

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]"  # scripts without spaces: each sign is a word
    r"|\d+(?:,\d{3})*"
    r"|(?:[^\W\d_]\.){2,}"  # U.S. = US
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*"
)
_DROPPED = str.maketrans("", "", "'’ʼ,.")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in reading order, and where each of them stands."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, count: int) -> Span:
        """From the beginning of the word numbered `first` to the end of the last of `count` words."""
        return Span(self.starts[first], self.ends[first + count - 1])


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words in a row that two texts share: from word `left` of the one, from word `right` of the other."""

    left: int
    right: int
    length: int


def words(text: str, parts: Sequence[Span] | None = None) -> Words:
    """The words of the text, or of these parts of it alone, with offsets into the whole text."""
    bounds = [(0, len(text))] if parts is None else [(part.start, part.end) for part in parts]
    found = [
        (match.group().casefold().translate(_DROPPED), match.start(), match.end())
        for start, end in bounds
        for match in _WORD.finditer(text, start, end)
    ]
    return Words(*(zip(*found, strict=True) if found else ((), (), ())))


def fingerprints(forms: Sequence[str], size: int = SIZE, window: int = WINDOW) -> Iterator[tuple[int, int]]:
    """(hash, position) of about two shingles in five, such that two texts sharing `size + window - 1` words in a row
    always share one: the least hash of every window (winnowing; Schleimer, Wilkerson, Aiken 2003).
    """
    hashes = [_hash(" ".join(forms[at : at + size])) for at in range(len(forms) - size + 1)]
    last = -1
    for at in range(max(1, len(hashes) - window + 1) if hashes else 0):
        seen = range(at, min(at + window, len(hashes)))
        least = min(reversed(seen), key=hashes.__getitem__)  # the rightmost of equals, so that it is kept longest
        if least != last:
            yield hashes[least], least
            last = least


def shared_runs(left: Sequence[str], right: Sequence[str], at_least: int = SIZE) -> list[Run]:
    """The runs of at least this many words that stand in both, longest first; no word is used twice.

    Greedy string tiling (Wise 1993): moved passages are found where an edit distance would see one of them only.
    """
    places = defaultdict(list)
    for at in range(len(right) - at_least + 1):
        places[tuple(right[at : at + at_least])].append(at)
    found = [
        Run(here, there, _length(left, right, here, there))
        for here in range(len(left) - at_least + 1)
        for there in places.get(tuple(left[here : here + at_least]), ())
        if not (here and there and left[here - 1] == right[there - 1])  # else a part of a run that began earlier
    ]
    used_left, used_right = bytearray(len(left)), bytearray(len(right))
    queue = [_rank(run) for run in found]
    heapify(queue)
    tiles: list[Run] = []
    while queue:
        run = heappop(queue)[-1]
        free = _free(run, used_left, used_right, at_least)
        if free == [run]:
            tiles.append(run)
            used_left[run.left : run.left + run.length] = b"\1" * run.length
            used_right[run.right : run.right + run.length] = b"\1" * run.length
        else:
            for piece in free:
                heappush(queue, _rank(piece))
    return tiles


def _rank(run: Run) -> tuple[int, int, int, Run]:
    return -run.length, run.left, run.right, run


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _length(left: Sequence[str], right: Sequence[str], here: int, there: int) -> int:
    end = min(len(left) - here, len(right) - there)
    return next((count for count in range(end) if left[here + count] != right[there + count]), end)


def _free(run: Run, used_left: bytearray, used_right: bytearray, at_least: int) -> list[Run]:
    """What is left of a run once the words that a longer one took are cut away: pieces long enough to count."""
    pieces, begin = [], 0
    for at in range(run.length + 1):
        if at == run.length or used_left[run.left + at] or used_right[run.right + at]:
            if at - begin >= at_least:
                pieces.append(Run(run.left + begin, run.right + begin, at - begin))
            begin = at + 1
    return pieces
