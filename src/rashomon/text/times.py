"""Times in a text, with TIMEX3 values: "on Tuesday" is 2017-04-04 where the day of writing is known.

What a time is and how its value is written follows TimeML 1.2.1 (Pustejovsky et al. 2005).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.model import Span
from rashomon.text.almanac import day_of, iso_part
from rashomon.text.timeforms import FORMS, ValueOf
from rashomon.text.timevalues import Said, Setting, TimeKind


@dataclass(frozen=True, slots=True)
class Time:
    """A time where it stands; `value` as in TIMEX3 (2017-04-04, 2017-W14, 2017-04-04TEV, P3D, PRESENT_REF, XXXX-WXX-2)."""

    span: Span
    kind: TimeKind
    value: str | None

    @property
    def iso(self) -> str | None:
        """The ISO date, month or year it falls in, or None (durations, sets, "now")."""
        return iso_part(self.value) if self.kind in ("date", "time") else None


def times_in(text: str, anchor: str | None, last: str | None = None) -> list[Time]:
    """Every time in reading order; `anchor` is the day of writing (ISO 8601), from which "yesterday" is reckoned, and `last`
    the date, month or year last spoken of before this text, from which "the next day" is.
    """
    at, found = Setting(day_of(anchor), last), list[Time]()
    for match, value_of in _matches(text):
        if found and match.start() < found[-1].span.end:
            continue
        since = found[-1].span.end if found else 0
        beside = bool(found) and match.start() - since < _SIGHT and _SENTENCE_END.search(text[since : match.start()]) is None
        value = value_of(_said(match), replace(at, ahead=_ahead(text, match, since), beside=beside))
        if value is not None:
            found.append(Time(Span(*match.span()), *value))
            found += _second_day(text, found[-1])
            at = replace(at, last=found[-1].iso or at.last)
    return found


@lru_cache(maxsize=256)  # a passage is asked for its times, then twice for its amounts
def _matches(text: str) -> tuple[tuple["re.Match[str]", ValueOf], ...]:
    """Every form's matches, leftmost first, of those the longest first."""
    matches = [(match, value_of) for pattern, value_of in FORMS for match in pattern.finditer(text)]
    return tuple(sorted(matches, key=lambda found: (found[0].start(), -found[0].end())))


_SECOND = re.compile(
    r"(?:\s(?:and|or|to|through)|,|\s&)\s(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?(?=\s?[.;,)](?!\d)|\s(?:in|at|when|but|as)\b|$)",
    re.IGNORECASE,
)


def _second_day(text: str, first: Time) -> list[Time]:
    """The other day in "April 24 and 25"."""
    match = _SECOND.match(text, first.span.end) if first.value and text[first.span.end - 1].isdigit() else None
    if (
        match is None
        or not re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", first.value or "")
        or re.search(r"\d{4}$", first.span.of(text))
    ):
        return []
    value = f"{(first.value or '')[:-2]}{int(match['day']):02d}"
    return [Time(Span(match.start("day"), match.end()), "date", value)] if day_of(value.replace("XXXX", "2000")) else []


def _said(match: "re.Match[str]") -> Said:
    parts = {key.rstrip("23"): " ".join(value.lower().split()) for key, value in match.groupdict().items() if value}
    return parts | {"all": " ".join(match.group().lower().split())}


_AHEAD = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|going to|(?:is|are|be|set|plans?|planning|planned|expected|due|scheduled|intends?) to"
    r"|(?:due|scheduled|expected|planned|set) (?:for|on)|upcoming|starts|begins|as soon as|no later than)"
    r"|said|told|was|were|had|did|made|took|held|left|went|came|(?!need)\w{3,}ed)\b|(?P<ll>['’]ll\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘(]*[A-Z])|\n")
_SIGHT = 200  # code points: how far back a verb is looked for


def _ahead(text: str, match: "re.Match[str]", since: int) -> bool:
    """Whether the last verb before it in the sentence, or the first behind one that opens the sentence, looks ahead."""
    if text[match.end() : match.end() + 2] in ("'s", "’s"):  # "Wednesday's ruling"
        return False
    before = text[max(since, match.start() - _SIGHT) : match.start()]
    ends = list(_SENTENCE_END.finditer(before))
    clause = before[ends[-1].end() :] if ends else before
    verbs = list(_AHEAD.finditer(clause))
    if not verbs and len(clause.split()) <= 1:
        verbs = list(_AHEAD.finditer(_SENTENCE_END.split(text[match.end() : match.end() + 60])[0]))[:1]
    return bool(verbs) and bool(verbs[-1]["ahead"] or verbs[-1]["ll"])
