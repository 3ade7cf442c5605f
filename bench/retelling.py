"""Accounts told again in other words, as often as a bench needs documents: what the benches that grow a case share.

The recipe (seed 7): names of other letters, other numbers and dates for each event, other plain words for each event and again
for each account, all of the same length, so that whatever is known of an account keeps its place. Three in ten names stay
(countries, agencies), as do the words of acts. Of every hundred documents fifty tell of one event of that hundred, thirty-five
of seven others in fives, fifteen are alone.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TypeVar

from rashomon.link.bags import STOP
from rashomon.text.lexicon import lexicon

R = TypeVar("R")
DATA = Path("/work/shared/data")
HUNDRED = ((50, 1), (5, 7), (1, 15))  # accounts of an event, how many such events
WORD = re.compile(r"[^\W\d_]+|\d+")


def tellings(together: Sequence[R], alone: Sequence[R], size: int) -> Iterator[tuple[R, int, int]]:
    """So many tellings: of which group of accounts, as which account of it, and of which event."""
    event = told = 0
    while True:
        for accounts, events in HUNDRED:
            for _ in range(events):
                groups = together if accounts > 1 else alone
                for number in range(accounts):
                    if told == size:
                        return
                    yield groups[event % len(groups)], number, event
                    told += 1
                event += 1


class Teller:
    """Tells accounts in other words of the same length; `texts` are all of them, for the words come from there."""

    def __init__(self, texts: Iterable[str]) -> None:
        words = {word for text in texts for word in WORD.findall(text)}
        acts = [
            word for act in lexicon("acts").values() for name in ("verbs", "nouns", "adjectives") for word in act.get(name, ())
        ]
        means = chain(*lexicon("means").values())
        self.kept = {part.lower() for word in (*acts, *means, *lexicon("acts")) for part in WORD.findall(word)}
        self.plain = {word for word in words if word.islower() and len(word) > 3 and word not in self.kept and word not in STOP}
        self.by_length: dict[int, list[str]] = defaultdict(list)
        for word in sorted(self.plain):
            self.by_length[len(word)].append(word)
        self.stops: dict[int, list[str]] = defaultdict(list)
        for word in sorted(STOP):
            self.stops[len(word)].append(word)


class Way:
    """One account's words for those of another."""

    def __init__(self, teller: Teller, event: int, number: int) -> None:
        self.teller, self.event, self.number_of = teller, event, number
        self._known: dict[str, str] = {}

    def words(self, text: str) -> str:
        """A text, told in this way."""
        return WORD.sub(self._told, text)

    def shared(self, about: str) -> str:
        """What a fact is about is one word in all accounts of the event."""
        return WORD.sub(lambda match: self._plain(match.group(), str(self.event), 0.5), about)

    def number(self, bound: float | None, value: str) -> float | None:
        """A fact's bound, where it stands in the words as digits."""
        digits = f"{bound:.0f}" if bound is not None and bound == int(bound) else ""
        return float(self._digits(digits)) if len(digits) > 1 and digits in value else bound

    def date(self, iso: str | None) -> str | None:
        """Another year, month and day for each event."""
        match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(.*)", iso or "", re.DOTALL)
        if match is None:
            return iso
        year, month, day, rest = match.groups()
        parts = [self._year(year)]
        parts += [f"{(int(month) + self.event) % 12 + 1:02}"] if month else []
        parts += [f"{(int(day) + self.event) % 28 + 1:02}"] if day else []
        return "-".join(parts) + rest

    def _told(self, match: re.Match[str]) -> str:
        word = match.group()
        if word not in self._known:
            self._known[word] = self._other(word)
        return self._known[word]

    def _other(self, word: str) -> str:
        if word.isdigit():
            return self._digits(word)
        low = word.lower()
        if low in self.teller.kept:
            return word
        if low in STOP:
            swapped = chance_of(self.event, self.number_of, low).random() < 0.3 and word == low
            return chance_of(self.number_of, low).choice(self.teller.stops[len(low)]) if swapped else word
        if low in self.teller.plain:
            told = self._plain(self._plain(low, str(self.event), 0.5), f"{self.event} {self.number_of}", 0.6)
            return told if word == low else told.capitalize()
        chance = chance_of(self.event, low)
        if len(word) < 3 or not word[0].isupper() or chance.random() < 0.3:
            return word
        name = "".join(chance.choice("aeiou" if at % 2 else "bdfgklmnprstvz") for at in range(len(word)))
        return name.upper() if word.isupper() else name.capitalize()

    def _plain(self, word: str, who: str, share: float) -> str:
        if word not in self.teller.plain:
            return word
        chance = chance_of(who, word)
        return chance.choice(self.teller.by_length[len(word)]) if chance.random() < share else word

    def _digits(self, word: str) -> str:
        if len(word) == 4 and word[:2] in ("19", "20"):
            return self._year(word)
        if len(word) < 2 or word[0] == "0":
            return word
        slip = chance_of(self.event, self.number_of, word).random() < 0.1  # one number in ten is told otherwise
        floor = 10 ** (len(word) - 1)
        return str(floor + (int(word) * 7 + self.event * 13 + slip) % (9 * floor))

    def _year(self, year: str) -> str:
        return str(1990 + (int(year) + self.event) % 35)


def chance_of(*what: object) -> random.Random:
    """The lot that falls to these, the same in every run."""
    return random.Random(" ".join(map(str, (7, *what))))
