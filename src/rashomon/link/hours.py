"""The hours in which a telling puts something: those of its time of day, else of "Saturday night", else of the whole day.

Two tellings of one day are held against each other by them; clocks of another zone are not.
"""

import math
import re
from datetime import datetime, timedelta

from rashomon.link.tellings import Telling, is_clock
from rashomon.text.times.almanac import day_of

DAY = len("2031-05-02")
ABOUT = timedelta(minutes=30)  # by which a time of day may be off
WHOLE = (0.0, 24.0)
BETWEEN = 0.5  # hours from which on two parts of a day exclude each other
HALF_HOUR = 30  # by which zones differ: 13:53 in Tehran is 10:23 GMT
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|local time)\b")
_PARTS = (  # words for a part of the day -> from and to which hour; a night ends on the next day
    (re.compile(r"\b(?:before (?:dawn|sunrise|daybreak)|(?:small|early|wee) hours|overnight into)\b", re.IGNORECASE), (0.0, 7.0)),
    (re.compile(r"\b(?:dawn|sunrise|daybreak)\b", re.IGNORECASE), (3.0, 8.0)),
    (re.compile(r"\bmorning\b", re.IGNORECASE), (0.0, 12.0)),
    (re.compile(r"\b(?:noon|midday)\b", re.IGNORECASE), (11.0, 14.0)),
    (re.compile(r"\bafternoon\b", re.IGNORECASE), (12.5, 18.0)),
    (re.compile(r"\b(?:evening|dusk|sunset|nightfall)\b", re.IGNORECASE), (16.5, 24.0)),
    (re.compile(r"\bnight\b", re.IGNORECASE), (19.0, 30.0)),
)
# which night that is, is told in many ways
_LAST_NIGHT = re.compile(r"\b(?:last|previous) night\b|\bovernight\b(?! into)|\bmidnight\b", re.IGNORECASE)

Hours = tuple[datetime, datetime]


def hours_of(telling: Telling) -> Hours | None:
    """From when to when it may have been; None where no day is told, or it is not clear which night is meant."""
    when, told = telling.fact.when or "", telling.fact.value
    day = day_of(when[:DAY]) if len(when) >= DAY else None
    if day is None or _LAST_NIGHT.search(told):
        return None
    if is_clock(telling.fact):
        moment = datetime.fromisoformat(when.removesuffix("Z"))
        return moment - ABOUT, moment + ABOUT
    first, last = next((hours for part, hours in _PARTS if part.search(told)), WHOLE)
    begin = datetime(day.year, day.month, day.day)
    return begin + timedelta(hours=first), begin + timedelta(hours=last)


def overlap(one: Hours, other: Hours) -> float:
    """Hours that the two share; less than 0 where so many lie between them."""
    return (min(one[1], other[1]) - max(one[0], other[0])) / timedelta(hours=1)


def parts_apart(left: Telling, right: Telling) -> bool:
    """Whether the two tell parts of a day that exclude each other: "Saturday afternoon", "Saturday night"."""
    one, other = hours_of(left), hours_of(right)
    return one is not None and other is not None and not _name_a_zone(left, right) and overlap(one, other) <= -BETWEEN


def minutes_apart(left: Telling, right: Telling) -> float:
    """Minutes between two times of one day; 0 where one of them tells no time of day or either tells that of another zone."""
    if not (is_clock(left.fact) and is_clock(right.fact)):
        return 0
    early, late = (datetime.fromisoformat((one.fact.when or "").removesuffix("Z")) for one in (left, right))
    gap = abs((late - early).total_seconds()) / 60
    return 0 if gap % HALF_HOUR == 0 and _name_a_zone(left, right) else gap


def _name_a_zone(*tellings: Telling) -> bool:
    """As in "at 10:08 GMT", "10:08 local time"."""
    return any(_ZONE.search(telling.sentence) is not None for telling in tellings)


def width(telling: Telling) -> float:
    """How many hours the telling of a time leaves open; 0 for whatever is no time. The most exact are told apart first."""
    if telling.fact.kind != "time":
        return 0.0
    hours = hours_of(telling)
    return overlap(hours, hours) if hours is not None else math.inf
