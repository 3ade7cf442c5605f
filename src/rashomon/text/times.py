"""Times in a text, with TIMEX3 values and ISO 8601 norms: "on Tuesday" is 2017-04-04 where the day of writing is known.

What a time is and how its value is written follows TimeML 1.2.1 (Pustejovsky et al. 2005).
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from rashomon.model import Span
from rashomon.text import clockforms, dateforms, periodforms
from rashomon.text.almanac import day_of, iso_part
from rashomon.text.isotimes import norm_of
from rashomon.text.timeforms import WORD, ValueOf
from rashomon.text.timelists import joined, listed
from rashomon.text.timestamps import is_stamp
from rashomon.text.timevalues import NO_SUCH_DAY, Said, Setting, TimeKind, Value


@dataclass(frozen=True, slots=True)
class Time:
    """A time where it stands: `value` as in TIMEX3 (2017-04-04, 2017-W14, 2017-04-04TEV, P3D, PRESENT_REF, XXXX-WXX-2).

    `norm` is the same in ISO 8601, as exactly as the text says it and no more: a day, a week, a month, a year, an hour with its
    zone, an interval (2017-04-03/2017-04-05; "since May" is 2017-05/..), or what is known of it (XXXX-04-04, XXXX-WXX-2).
    """

    span: Span
    kind: TimeKind
    value: str | None
    norm: str | None = None
    stamp: bool = False  # the page's own: when it was posted, updated, copyrighted

    @property
    def iso(self) -> str | None:
        """The ISO date, month or year it falls in, or None (durations, sets, "now")."""
        return iso_part(self.value) if self.kind in ("date", "time") else None


def times_in(text: str, anchor: str | None, last: str | None = None) -> list[Time]:
    """Every time in reading order; `anchor` is when it was written (ISO 8601), from which "yesterday" is reckoned, and `last`
    the date, month or year last spoken of before this text, from which "the next day" is.
    """
    at, found, end, ahead = Setting(day_of(anchor), moment=_moment(anchor)), list[Time](), 0, False
    for match, value_of in _matches(text):
        if match.start() < end:
            continue
        beside = bool(found) and match.start() - end < _SIGHT and _SENTENCE_END.search(text, end, match.start()) is None
        ahead = _ahead(text, match, end, before=ahead and beside)
        value = value_of(_said(match), replace(at, last=at.last if beside else last, ahead=ahead, beside=beside))
        if value is None:
            continue
        end = match.end()
        if value == NO_SUCH_DAY:
            continue
        span = Span(*match.span())
        for time in [Time(span, *value), *(Time(Span(*ends), *other) for ends, other in listed(text, span, value))]:
            found.append(time)
            end = time.span.end
            at = replace(at, last=time.iso or (at.last if beside else last))
            last = last if is_stamp(text, time.span, day_of(time.value), at.anchor) else at.last
    return [_normal(time, text, at.anchor) for time in _joined(sorted(found, key=lambda time: time.span), text)]


def _moment(anchor: str | None) -> datetime | None:
    """When it was written, where the hour is known."""
    try:
        return datetime.fromisoformat(anchor) if anchor and "T" in anchor else None
    except ValueError:
        return None


def _joined(times: list[Time], text: str) -> list[Time]:
    """The times, a time of day and its date as one, the ends of a span of time each with the whole span."""
    found = joined(text, [(time.span, Value(time.kind, time.value, time.norm)) for time in times])
    return [Time(span, *value) for span, value in found]


def _normal(time: Time, text: str, written: date | None) -> Time:
    norm = norm_of(text, time.span, Value(time.kind, time.value, time.norm))
    return replace(time, norm=norm, stamp=is_stamp(text, time.span, day_of(time.value), written))


FORMS = (*clockforms.FORMS, *dateforms.FORMS, *periodforms.FORMS)


@lru_cache(maxsize=256)  # a passage is asked for its times, then twice for its amounts
def _matches(text: str) -> tuple[tuple["re.Match[str]", ValueOf], ...]:
    """Every form's matches, leftmost first, of those the longest first."""
    words = set(WORD.findall(text.lower()))
    if any(word.isdigit() for word in words):
        words.add("0")
    forms = [form for form in FORMS if form.may_be_in(words)]
    matches = [(match, form.value) for form in forms for match in form.pattern.finditer(text)]
    return tuple(sorted(matches, key=lambda found: (found[0].start(), -found[0].end())))


def _said(match: "re.Match[str]") -> Said:
    parts = {key.rstrip("234"): " ".join(value.lower().split()) for key, value in match.groupdict().items() if value}
    return parts | {"all": " ".join(match.group().lower().split())}


_AHEAD = re.compile(
    r"\b(?:(?P<ahead>will|won['’]t|shall|going to|(?:is|are|be|set|plans?|planning|planned|expected|due|scheduled|intends?) to"
    r"|(?:due|scheduled|expected|planned|set) (?:for|on)|(?:has|have) (?:scheduled|called|planned|until)"
    r"|plan(?:s|ning) (?:an?|the)"
    r"|deadline|ultimatum|(?:postponed|delayed|adjourned|put off) (?:until|till|to)|would be \w+ing|upcoming|starts|begins"
    r"|as soon as|as early as|no later than)"
    r"|said|told|was|were|had|did|made|took|held|left|went|came|(?!need)\w{3,}ed)\b|(?P<ll>['’]ll\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘(]*[A-Z])|\n")
_SIGHT = 200  # code points: how far back a verb is looked for


def _ahead(text: str, match: "re.Match[str]", since: int, *, before: bool) -> bool:
    """Whether the last verb before it in the sentence, or the first behind one that opens the sentence, looks ahead; where no
    verb stands between two times, as `before` says of the first.
    """
    if text[match.end() : match.end() + 2] in ("'s", "’s"):  # "Wednesday's ruling"
        return False
    start = max(since, match.start() - _SIGHT)
    sight = text[start : match.start()]
    ends = list(_SENTENCE_END.finditer(sight))
    clause = sight[ends[-1].end() :] if ends else sight
    verbs = list(_AHEAD.finditer(clause))
    if not verbs and before:
        return True
    if not verbs and len(clause.split()) <= 1:
        verbs = list(_AHEAD.finditer(_SENTENCE_END.split(text[match.end() : match.end() + 60])[0]))[:1]
    return bool(verbs) and bool(verbs[-1]["ahead"] or verbs[-1]["ll"])
