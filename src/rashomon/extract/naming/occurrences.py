"""Where known names stand in a text, without a pass for each name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(
    r"[^\W_]+"
)  # the words of a text without a walk over its tokens, which costs more than all that is done with them
_POSSESSIVE = 4  # letters: "Daeshs" is "Daesh's" where a capture lost its apostrophes; "ISs" is nothing
SHOUTED = 4  # letters: a name that is listed as "Daesh" may be written DAESH


@dataclass(frozen=True, slots=True)
class Known:
    """Names by their first word, the longest first."""

    by_first: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Known":
        """The names for looking up; those without a letter or digit are left out."""
        found: dict[str, list[str]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if first := WORD.search(name):
                found.setdefault(first.group().lower(), []).append(name[first.start() :])
        return cls({first: tuple(held) for first, held in found.items()})

    def within(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and name wherever one stands between word boundaries, as written save for a first capital or capitals
        throughout; the longest where two begin together, and none inside another.
        """
        end = 0
        for start, low, bare in _words(text):
            if start < end or not (low in self.by_first or bare in self.by_first):
                continue
            for name in (*self.by_first.get(low, ()), *self.by_first.get(bare, ())):
                if length := _stands(name, text, start):
                    end = start + length
                    yield start, end, name
                    break


@lru_cache(maxsize=512)  # a passage is asked for the names of several lists
def _words(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where each word begins, the word in small letters, and without a possessive's "s" (or nothing)."""
    return tuple(
        (word.start(), word.group().lower(), word.group()[:-1].lower() if _may_own(word.group()) else "")
        for word in WORD.finditer(text)
        if text[word.start() - 1 : word.start()] != "_"
    )


def _may_own(word: str) -> bool:
    return word[-1] == "s" and len(word) > _POSSESSIVE


def _stands(name: str, text: str, start: int) -> int:
    """How long the name is where it stands at `start`; 0 where it does not."""
    found = text[start : start + len(name)]
    if found != name and found[1:] != name[1:] and not (found == name.upper() and len(name) >= SHOUTED):
        return 0
    if found[:1].lower() != name[:1].lower() or (found[:1].islower() and name[:1].isupper()):
        return 0
    after = text[start + len(name) : start + len(name) + 2]
    if not after[:1].isalnum() and after[:1] != "_":
        return len(name)
    bare = after[:1] == "s" and not after[1:].isalnum() and len(name) >= _POSSESSIVE and name[-1:].isalpha()
    return len(name) if bare else 0
