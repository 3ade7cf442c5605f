"""Whether what is told happened: by the words before the act's own, an act is plain, denied, or only possible or to come."""

from collections.abc import Sequence
from typing import Literal

Standing = Literal["plain", "earlier", "possible", "denied"]
BEFORE = 6  # words before the act's that may say so
NEXT = 3  # words before it among which a bare "not" or "to" must stand
POSSIBLE = frozenset(
    "would could may might will shall should can if unless whether plan plans planned planning threat threaten threatens "
    "threatened hope hopes hoped want wants wanted intend intends expected likely possible possibly potential potentially "
    "future upcoming alleged prevent prevented avoid avoided fear fears feared attempt attempted attempting".split()
)
DENIED = frozenset(
    "not no never n't neither nor without denied denies deny denying didn't wasn't weren't hasn't haven't isn't".split()
)
EARLIER = frozenset("earlier previous previously former formerly past last ago since anniversary historic once".split())


def standing_of(words: Sequence[str], at: int) -> Standing:
    """How the act whose word stands at `at` among a sentence's words, in small letters, is put."""
    before = words[max(0, at - BEFORE) : at]
    close = before[-NEXT:]
    if DENIED.intersection(close):
        return "denied"
    if POSSIBLE.intersection(before):
        return "possible"
    if EARLIER.intersection(close):
        return "earlier"
    return "plain"
