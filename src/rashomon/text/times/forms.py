"""What a form of times is: how it may be written, and the words without which a text cannot hold one."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.text.numbers import SMALL
from rashomon.text.times import almanac, holidays
from rashomon.text.times.values import Said, Setting, Value

ValueOf = Callable[[Said, Setting], Value | None]
Cues = frozenset[str]
WORD = re.compile(r"[a-z]+|\d")


@dataclass(frozen=True, slots=True)
class Form:
    """How a time may be written; of each set of `cues` (lower case; "0" stands for any figure) one word must be there, those of
    the first set being the rarest.
    """

    cues: tuple[Cues, ...]
    pattern: "re.Pattern[str]"
    value: ValueOf

    def may_be_in(self, text: set[str]) -> bool:
        """Whether a text of these words may hold such a time."""
        return not any(cue.isdisjoint(text) for cue in self.cues)


def words(*lists: str) -> Cues:
    """The cues that stand in the lists, parted by blanks."""
    return frozenset(word for listed in lists for word in listed.split())


def form(cues: Cues | tuple[Cues, ...], pattern: str, value: ValueOf) -> Form:
    """A form by its pattern, in which blanks count nothing and capitals only within `(?-i:…)`."""
    return Form(cues if isinstance(cues, tuple) else (cues,), re.compile(pattern, re.IGNORECASE | re.VERBOSE), value)


DIGIT = words("0")
MARCHES = words("march may")
MONTHS = words(" ".join(almanac.MONTHS), "january february march april june july august sept september october november december")
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
UNITS_OF_TIME = words("second minute hour day night week fortnight month year decade century centuries sec min hr wk yr")
UNITS_OF_TIME |= {f"{word}s" for word in UNITS_OF_TIME}
PARTS_OF_DAY = words(" ".join(almanac.PARTS), "morning afternoon evening night")
NUMBERS = DIGIT | words(SMALL.replace("|", " "), "a an half several few many couple dozens")
SEASONS = words(" ".join(almanac.SEASONS))


def _tell(name: str) -> list[str]:
    """The words of a holiday's name, the most telling first."""
    return sorted(WORD.findall(name), key=lambda word: (word in DAYS | {"day", "holy", "year", "the", "s"}, -len(word)))


HOLIDAYS = (
    frozenset(_tell(name)[0] for name in holidays.names()),
    frozenset(_tell(name)[min(1, len(_tell(name)) - 1)] for name in holidays.names()),  # a name of one word tells by that alone
)
