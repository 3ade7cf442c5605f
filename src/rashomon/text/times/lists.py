"""Times that stand side by side: the days of a list, the ends of a span of time, a time of day and its date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rashomon.model import Span
from rashomon.text.times.almanac import day_of, made, month_number, moved
from rashomon.text.times.values import Value, coarse

Ends = tuple[int, int]
Found = tuple[Span, Value]
_DAY = r"(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?"
_OTHER_DAYS = re.compile(
    rf"(?:,\s(?P<first>{_DAY})(?=,?\s))?(?:\s(?:and|or|to|through)|,\s(?:and|or)|,|\s&)\s(?P<day>{_DAY})"
    r"(?=\s?[.;,)](?!\d)|\s(?:in|at|when|but|as|and|we|they|he|she|it|the|there|on|to|by|with|for|after|before|near)\b|$)",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(rf"(?:(?P<first>{_DAY}),\s)?(?P<day>{_DAY}),?\s(?:and|or|&)\s(?:the\s)?$", re.IGNORECASE)
_MONTH_BEHIND = re.compile(r"\s(?:and|or|to|through|until)\s(?P<month>March|May)\b(?!\s\w*\d)")
_MONTH_BEFORE = re.compile(r"\b(?P<month>March|May)\s(?:and|or|to|through|until)\s$")
_AT = re.compile(r",?[^\S\n]{1,3}(?:(?:on|at|[-–·|])\s{1,3})?|T")
_TO = re.compile(r"\s{0,3}[-–—]\s{0,3}|\s(?:to|into|through|until|till)\s(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\sand\s(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_COUNTED = re.compile(r"\s(?P<how>before|after)\s(?:the\s|last\s)?", re.IGNORECASE)
_LENGTH = re.compile(r"P(?P<many>\d{1,4})(?P<unit>[DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_NUMBERED = re.compile(r"\d(?:st|nd|rd|th)?$")
_OPENED = re.compile(r"\s?[(,/]\s?")
_CLOSED = re.compile(r"\)?,?\s(?:on\s)?")
_CLOCK = re.compile(r"T\d\d:\d\d$")
_PART = re.compile(r"T[A-Z]{2}$")
_BESIDE = re.compile(r",?\s\(?")
_NAMED = re.compile(r"\d")
_ALSO = re.compile(r"\s(?:and|or|into)(?:\son)?\s")
_WHOLE_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_YEAR = re.compile(r"\b\d{4}\b")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


def listed(text: str, span: Span, value: Value) -> Iterator[tuple[Ends, Value]]:
    """The other days in "April 24 and 25" and "15, 16 and 17 March", the other month in "April and May"."""
    day = value.value or ""
    if value.kind == "date" and _WHOLE_DAY.fullmatch(day):
        yield from _days(text, span, day)
    elif value.kind == "date" and re.fullmatch(r"(?:\d{4}|XXXX)-\d\d", day):
        near = (_MONTH_BEHIND.match(text, span.end), _MONTH_BEFORE.search(text, max(0, span.start - 14), span.start))
        for month in filter(None, near):
            yield month.span("month"), Value("date", f"{day[:5]}{month_number(month['month']):02d}")


def _days(text: str, span: Span, day: str) -> Iterator[tuple[Ends, Value]]:
    words, found = span.of(text), list[re.Match[str] | None]()
    if _NUMBERED.search(words) and not re.search(r"\d{4}$", words):
        found.append(_OTHER_DAYS.match(text, span.end))
    if words[0].isdigit():
        found.append(_DAYS_BEFORE.search(text, max(0, span.start - 24), span.start))
    for match in filter(None, found):
        for name, other in match.groupdict(default="").items():
            number = re.match(r"\d+", other)
            value = f"{day[:-2]}{int(number.group()):02d}" if number else ""
            if day_of(value.replace("XXXX", "2000")):
                yield match.span(name), Value("date", value)


def joined(text: str, times: Sequence[Found]) -> list[Found]:
    """A time of day beside its date is one time; the ends of a span of time ("from Monday to Wednesday") both bear the whole."""
    kept = list[Found]()
    for span, value in times:
        _told_after(text, kept, (span, value))
        if kept and (known := _apposed(text, kept[-1], (span, value))) is not None:
            kept[-1] = known
        if kept and (one := _dated(text, kept[-1], (span, value)) or _counted(text, kept[-1], (span, value))) is not None:
            kept[-1] = one
        elif kept and _are_ends(text, kept[-1], (span, value)):
            kept[-1:] = _ends(text, kept[-1], (span, value))
        else:
            kept.append((span, value))
    return kept


def _told_after(text: str, kept: list[Found], day: Found) -> None:
    """Puts the hours of "3 p.m. (1200 GMT) on Friday" on that day."""
    if day[1].kind != "date" or len(kept) < 2 or not _CLOSED.fullmatch(text, kept[-1][0].end, day[0].start):
        return
    if _OPENED.fullmatch(text, kept[-2][0].end, kept[-1][0].start) and day_of(day[1].value):
        for at in (-1, -2):
            span, value = kept[at]
            if _CLOCK.search(value.value or ""):
                there = [f"{day[1].value}{known[10:]}" if known else known for known in (value.value, value.norm)]
                kept[at] = span, value._replace(value=there[0], norm=there[1])


def _apposed(text: str, loose: Found, exact: Found) -> Found | None:
    """ "Thursday (Nov. 7)" and "today, 24 October 2017": the first is the day that the second names; and in "Thursday and Friday"
    the first comes first.
    """
    early, late = day_of(loose[1].value), day_of(exact[1].value)
    words = loose[0].of(text)
    if early is None or late is None or loose[1].norm or not (_WEEKDAY.search(words) or words.lower() == "today"):
        return None
    if _BESIDE.fullmatch(text, loose[0].end, exact[0].start) and _NAMED.search(exact[0].of(text)):
        day = late if early.weekday() == late.weekday() or words.lower() == "today" else None
    elif _ALSO.fullmatch(text, loose[0].end, exact[0].start) and _WEEKDAY.search(exact[0].of(text)) and _WEEKDAY.search(words):
        day = moved(early, -7, "D") if 0 < (early - late).days < 7 else None
    else:
        return None
    return (loose[0], loose[1]._replace(value=f"{day.isoformat()}{(loose[1].value or '')[10:]}")) if day else None


def _dated(text: str, first: Found, second: Found) -> Found | None:
    """ "10 a.m. on 4 April 2017" and "4 Apr 2017, 10:22" as one time."""
    if not _AT.fullmatch(text, first[0].end, second[0].start):
        return None
    clock, day = (first[1], second[1]) if _CLOCK.search(first[1].value or "") else (second[1], first[1])
    at, date = _CLOCK.search(clock.value or ""), _PART.sub("", day.value or "")
    if at is None or day.norm or not _WHOLE_DAY.fullmatch(date):
        return None
    if clock is second[1] and clock.value and clock.value[:10] != date and not clock.value.startswith("XXXX"):
        return None  # it names a day of its own
    value, norm = f"{date}{at.group()}", clock.norm or ""
    norm = "/".join(date + part[len(date) :] for part in norm.split("/")) if norm else ""
    return Span(first[0].start, second[0].end), Value("time", value, norm if len(norm) > len(date) else date if norm else None)


def _counted(text: str, length: Found, day: Found) -> Found | None:
    """ "Two days before Christmas" and "a week after the 4 April attack" as one time."""
    many, beside = _LENGTH.fullmatch(length[1].value or ""), _COUNTED.fullmatch(text, length[0].end, day[0].start)
    start = day_of(day[1].value) if day[1].kind == "date" and not day[1].norm else None
    if many is None or beside is None or start is None or length[1].kind != "duration":
        return None
    found = moved(start, int(many["many"]) * (-1 if beside["how"].lower() == "before" else 1), many["unit"])
    return (Span(length[0].start, day[0].end), Value("date", coarse(found, _UNITS[many["unit"]]))) if found else None


def _are_ends(text: str, first: Found, second: Found) -> bool:
    """Whether the two are the ends of one span of time."""
    if {first[1].kind, second[1].kind} - {"date", "time"} or first[1].norm or second[1].norm:
        return False
    if _TO.fullmatch(text, first[0].end, second[0].start):
        return True
    between = _BETWEEN.search(text, max(0, first[0].start - 14), first[0].start)
    return between is not None and _AND.fullmatch(text, first[0].end, second[0].start) is not None


def _ends(text: str, first: Found, second: Found) -> list[Found]:
    """Both ends with the whole as their norm."""
    (start, one), (end, other) = first, second
    one = _earlier(one, other, start.of(text), end.of(text))
    known = _DATE.match(one.value or ""), _DATE.match(other.value or "")
    if known[0] is None or known[1] is None or _is_later(one, other):
        return [(start, one), (end, other)]
    hours = all(_CLOCK.search(value.value or "") for value in (one, other))
    if hours and (one.value or "") > (other.value or ""):  # over midnight
        return [(start, one), (end, other)]
    norm = f"{one.value}/{other.value}" if hours else f"{known[0].group()}/{known[1].group()}"
    return [(start, one._replace(norm=norm)), (end, other._replace(norm=norm))]


def _earlier(one: Value, other: Value, first: str, second: str) -> Value:
    """The first end, which begins before the second: "Monday to Friday", "27 February to 4 March 2016"."""
    early, late = day_of(one.value), day_of(other.value)
    if early is None or late is None or _YEAR.search(first):
        return one
    day: date | None = early
    if _CLOCK.search(one.value or "") and not _WEEKDAY.search(first):
        day = late if early > late or _WEEKDAY.search(second) else early
    elif _YEAR.search(second) or (early > late and not _WEEKDAY.search(first)):
        day = made(late.year - ((early.month, early.day) > (late.month, late.day)), early.month, early.day)
    elif early > late:
        day = moved(early, -7 * -((late - early).days // 7), "D")
    return one._replace(value=f"{day.isoformat()}{(one.value or '')[10:]}") if day else one


def _is_later(one: Value, other: Value) -> bool:
    early, late = one.value or "", other.value or ""
    size = min(len(early), len(late), len("2017-04-04"))
    return "X" not in early + late and early[:size] > late[:size]
