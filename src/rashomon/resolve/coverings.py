"""Whether one name may have all the telling words of another, which is asked of each two names that share a word.

Of two names of which neither has all the telling words of the other, each has a word of its own, and they are two. Nineteen in
twenty pairs of names are so, which is seen at a small part of the cost of pairing their words off.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rashomon.resolve.known import given
from rashomon.resolve.letters import NEAR, alike, onset
from rashomon.resolve.names import Name
from rashomon.resolve.pairings import JOINED, LONG, places, runs, word_likeness
from rashomon.resolve.words import Word

TELLS = 0.8  # weight of a word that tells: two names that lack such a word of each other are two


@lru_cache(maxsize=1 << 16)
def signs(name: Name) -> tuple[int, int]:
    """A bit for each telling word, and for each word at all, by the consonant that it begins with: words that are alike begin
    alike.
    """
    return _bits(word for _, word in _telling(name) if not _has_forms(word, name)), _bits(name.words)


def covers(long: Name, short: Name) -> bool:
    """Whether each telling word of the shorter name is one of the longer, or may pair off with one or with a run of them."""
    held = places(long)
    return all(
        word.text in held or _is_like_one(word, short, long) or _is_joined(at, short, long) for at, word in _telling(short)
    )


def _telling(name: Name) -> Iterator[tuple[int, Word]]:
    return ((at, word) for at, word in enumerate(name.words) if word.weight >= TELLS)


def _has_forms(word: Word, name: Name) -> bool:
    """Whether its other forms may begin otherwise: Bill is William, and the Netherlands are the Dutch."""
    return word.kind == "country" or (name.kind == "person" and word.text in given())


def _is_like_one(word: Word, name: Name, other: Name) -> bool:
    begins = None if _has_forms(word, name) else onset(word.text)
    return any(begins in (None, onset(theirs.text)) and word_likeness(word, theirs, name.kind) >= NEAR for theirs in other.words)


def _is_joined(at: int, name: Name, other: Name) -> bool:
    """Whether the word is a run of the other's words, or is in a run that the other writes as one word."""
    if any(_is_run(joined, name.words[at].text) for _, joined in runs(other)):
        return True
    return any(_is_run(joined, theirs.text) for run, joined in runs(name) if at in run for theirs in other.words)


def _is_run(joined: str, word: str) -> bool:
    return len(word) >= LONG and onset(joined) == onset(word) and alike(joined, word) >= JOINED


def _bits(words: Iterable[Word]) -> int:
    bits = 0
    for word in words:
        bits |= 1 << (ord(onset(word.text) or " ") & 63)
    return bits
