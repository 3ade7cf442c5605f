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
        if self.by_first.keys().isdisjoint(_beginnings(text)):
            return
        for word in WORD.finditer(text):
            if word.start() < end or text[word.start() - 1 : word.start()] == "_":
                continue
            for name in self._beginning(word.group()):
                if length := _stands(name, text, word.start()):
                    end = word.start() + length
                    yield word.start(), end, name
                    break

    def _beginning(self, word: str) -> tuple[str, ...]:
        names = self.by_first.get(word.lower(), ())
        if word[-1] == "s" and len(word) > _POSSESSIVE:
            return names + self.by_first.get(word[:-1].lower(), ())
        return names


@lru_cache(maxsize=512)  # a passage is asked for the names of several lists
def _beginnings(text: str) -> frozenset[str]:
    """What a name may begin with that stands in the text: its words, and those without a possessive's "s"."""
    words = {word.lower() for word in WORD.findall(text)}
    return frozenset(words | {word[:-1] for word in words if word[-1] == "s"})


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
