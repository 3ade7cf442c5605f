"""Amounts in a text: how many, how much, how old, how long, between which bounds.

A count said vaguely has bounds too ("dozens" is 24 to 99, `resources/amounts.yaml` says which), so that two amounts can
always be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.model import Span
from rashomon.text.amounts.ages import age_of
from rashomon.text.amounts.bounds import Bound, bounded, least_most
from rashomon.text.amounts.numbered import is_name, uncounted_in
from rashomon.text.amounts.numerals import Numeral, numerals_in
from rashomon.text.amounts.ranges import ranged
from rashomon.text.amounts.units import AmountKind, unit_around
from rashomon.text.amounts.whens import is_when
from rashomon.text.spans import SpanIndex
from rashomon.text.times import times_in

_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
Bounds = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount where it stands, with the words that bound it ("at least 58") and its sign or measure ("$40 million").

    `low` and `high` are inclusive (`high` None: open). `said` is the number as the text has it, before its bound, twice
    unless it is a range. `unit` only where the text itself says it: USD, percent, km, day; a share ("half") is in percent.
    """

    span: Span
    low: float
    high: float | None
    kind: AmountKind = "count"
    unit: str | None = None
    bound: Bound = "exact"
    said: tuple[float, float] = (0, 0)

    @property
    def number(self) -> Bounds | tuple[None, float]:
        """What the text says, as least and most: "at least 58" is 58 and None, "some 500" is 500 twice."""
        low, high = self.said
        if self.bound in ("at least", "more than"):
            return low, None
        return (None, high) if self.bound in ("at most", "less than") else (low, high)


def amounts_in(text: str) -> list[Amount]:
    """Every amount in reading order; never a year, date, time of day, ordinal, or the number in a name ("Flight 93")."""
    return list(_amounts_in(text))


@lru_cache(maxsize=256)  # a passage is asked for its amounts twice: as mentions, and by what they count
def _amounts_in(text: str) -> tuple[Amount, ...]:
    taken = [time.span for time in times_in(text, None) if time.kind != "duration"]
    barred = SpanIndex((span, span) for span in (*taken, *uncounted_in(text)))
    found = list[Amount]()
    age: Span | None = None
    name: Span | None = None
    for numeral in ranged([one for one in numerals_in(text) if not barred.over(one.span)], text):
        if (old := age_of(numeral.span, text, age)) is not None:
            age = old[0]
            found.append(_bounded(Amount(*_plain(numeral, old[0]), "age", old[1], said=(numeral.low, numeral.high)), text))
            continue
        amount = _measured(numeral, text)
        if is_name(amount.span, text, name):
            name = amount.span
        elif not is_when(amount.span, amount.unit, text):
            found.append(_bounded(amount, text))
    return tuple(_apart(found))


def _apart(amounts: list[Amount]) -> Iterator[Amount]:
    """The amounts that share nothing with the one before: words may bound what stands on either side."""
    end = 0
    for amount in amounts:
        if amount.span.start >= end:
            yield amount
            end = amount.span.end


def _plain(numeral: Numeral, span: Span) -> tuple[Span, float, float]:
    return span, numeral.low, numeral.high


def _measured(numeral: Numeral, text: str) -> Amount:
    """The amount with its sign or measure: "$40 million", "20 percent", "50 km"."""
    span, kind, unit = unit_around(numeral.span, text, numeral.low)
    if numeral.written == "share":
        span, kind, unit = numeral.span, "percent", "percent"
    if kind == "count" and _THOUSANDS.fullmatch(
        text, numeral.span.start, numeral.span.end
    ):  # "1.200 people": what is counted is whole
        numeral = replace(numeral, low=1000 * numeral.low, high=1000 * numeral.high)
    bound: Bound = "range" if numeral.low != numeral.high else "exact"
    return Amount(span, numeral.low, numeral.high, kind, unit, bound, (numeral.low, numeral.high))


def _bounded(amount: Amount, text: str) -> Amount:
    """The amount with the words that bound it: "at least 58", "some 500", "50 or more"."""
    found = bounded(amount.span, text)
    if found is None:
        bound: Bound = "range" if amount.said[0] != amount.said[1] else amount.bound
        return replace(amount, bound=bound)
    low, high = least_most(found.bound, found.words, *amount.said)
    return replace(amount, span=found.span, low=low, high=high, bound=found.bound)
