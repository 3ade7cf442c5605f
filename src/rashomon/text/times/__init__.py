"""Times in a text, with TIMEX3 values and ISO 8601 norms: "on Tuesday" is 2017-04-04 where the day of writing is known.

What a time is and how its value is written follows TimeML 1.2.1 (Pustejovsky et al. 2005).
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from rashomon.model import Span
from rashomon.text.times import clockforms, dateforms, periodforms
from rashomon.text.times.almanac import day_of, iso_part
from rashomon.text.times.forms import WORD, ValueOf
from rashomon.text.times.isotimes import norm_of
from rashomon.text.times.lists import joined, listed
from rashomon.text.times.tenses import one_sentence, tense
from rashomon.text.times.timestamps import is_stamp
from rashomon.text.times.values import NO_SUCH_DAY, Said, Setting, TimeKind, Value


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
    at, found, end, looks = Setting(day_of(anchor), moment=_moment(anchor)), list[Time](), 0, None
    posted = False  # the last was a date of the page's own
    for match, value_of in _matches(text):
        if match.start() < end:
            continue
        beside = bool(found) and one_sentence(text, end, match.start())
        looks = tense(text, *match.span(), since=end, before=looks if beside else None)
        value = value_of(_said(match), replace(at, last=at.last if beside else last, tense=looks, beside=beside))
        if value is None:
            continue
        end = match.end()
        if value == NO_SUCH_DAY:
            continue
        span = Span(*match.span())
        for time in [Time(span, *value), *(Time(Span(*ends), *other) for ends, other in listed(text, span, value))]:
            found.append(time)
            end = max(end, time.span.end)
            at = replace(at, last=time.iso or (at.last if beside else last))
            posted = (posted and beside) or is_stamp(text, time.span, day_of(time.value), at.anchor)
            last = last if posted else at.last
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
_BY_WORD: dict[str, list[int]] = defaultdict(list)  # which forms a word may belong to
for _at, _form in enumerate(FORMS):
    for _word in _form.cues[0]:
        _BY_WORD[_word].append(_at)


@lru_cache(maxsize=256)  # a passage is asked for its times, then twice for its amounts
def _matches(text: str) -> tuple[tuple["re.Match[str]", ValueOf], ...]:
    """Every form's matches, leftmost first, of those the longest first."""
    words = set(WORD.findall(text.lower()))
    if not words.isdisjoint("0123456789"):
        words.add("0")
    likely = {at for word in words & _BY_WORD.keys() for at in _BY_WORD[word]}
    forms = [form for form in (FORMS[at] for at in sorted(likely)) if form.may_be_in(words)]
    matches = [(match, form.value) for form in forms for match in form.pattern.finditer(text)]
    return tuple(sorted(matches, key=lambda found: (found[0].start(), -found[0].end())))


def _said(match: "re.Match[str]") -> Said:
    parts = {key.rstrip("234"): " ".join(value.lower().split()) for key, value in match.groupdict().items() if value}
    return parts | {"all": " ".join(match.group().lower().split())}
