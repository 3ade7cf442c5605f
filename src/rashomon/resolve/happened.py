"""Whether what is told happened: by the words before the act's own, an act is plain, denied, or only possible or to come."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from rashomon.text.lexicon import lexicon

Standing = Literal["plain", "earlier", "possible", "denied"]
BEFORE = 6  # words before the act's that may say so
NEXT = 3  # words before it among which a bare "not" or "to" must stand


def standing_of(words: Sequence[str], at: int) -> Standing:
    """How the act whose word stands at `at` among a sentence's words, in small letters, is put."""
    told_by = _words()
    before = words[max(0, at - BEFORE) : at]
    close = before[-NEXT:]
    if not told_by["denied"].isdisjoint(close):
        return "denied"
    if not told_by["possible"].isdisjoint(before):
        return "possible"
    if not told_by["earlier"].isdisjoint(close):
        return "earlier"
    return "plain"


@cache
def _words() -> dict[str, frozenset[str]]:
    return {standing: frozenset(words) for standing, words in lexicon("happened").items()}
