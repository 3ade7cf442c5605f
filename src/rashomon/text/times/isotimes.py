"""TIMEX3 values as ISO 8601: days, weeks, months, years, hours and intervals, as exactly as the text says and no more."""

import re

from rashomon.model import Span
from rashomon.text.times.almanac import day_of, iso_part, made, moved
from rashomon.text.times.values import Value

_SINCE = re.compile(
    r"\b(?:(?P<ever>since|(?:starting|beginning)(?:\s(?:in|on))?)|(?<!soon\s)(?<!just\s)(?<!shortly\s)(?<!right\s)(?<!before\sand\s)after)\s$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:(?P<ever>until|till)|(?<!just\s)(?<!shortly\s)(?<!right\s)(?:before|by|prior\sto))\s$", re.IGNORECASE)
# "since May the road was shut"; but "before Friday prayers" and "after Tuesday's attack" name what was on that day
_FUNCTION_WORDS = (
    "and but when as in at on of the a an he she they we i it its his her their that or to with for by from because while after "
    "before until if who which was were is are has had have will would said there this no not only more"
).split()
_ALONE = re.compile(rf"\s?(?:[^\w\s'’-]|$)|\s(?:\d|(?:{'|'.join(_FUNCTION_WORDS)})\b)", re.IGNORECASE)
_ONWARDS = re.compile(r"\son(?:wards?)?\b(?!\s(?:the|an?)\b)")
_DATE = re.compile(r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d)?)?|XXXX-(?:WXX-\d|\d\d(?:-\d\d)?)")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def norm_of(text: str, span: Span, value: Value) -> str | None:
    """The norm of a time where it stands; "since May" begins then and has no end. None for durations and "now"."""
    if value.kind not in ("date", "time"):
        return None
    norm = value.norm if value.norm is not None else iso(value.value or "")
    if not norm or norm.startswith("XXXX") or "/" in (value.norm or ""):
        return norm or None
    before = text[max(0, span.start - 24) : span.start]
    since, until = _SINCE.search(before), _UNTIL.search(before)
    found = since or until
    if before.lower().endswith("from ") and _ONWARDS.match(text, span.end):
        return f"{norm.split('/')[0]}/.."
    if found is None or (value.kind == "time" and not found["ever"]) or not _ALONE.match(text, span.end):
        return norm  # "after 3 p.m. on Friday" is still that day
    return f"{norm.split('/')[0]}/.." if since else f"../{norm.split('/')[-1]}"


def iso(value: str) -> str | None:
    """A TIMEX3 value in ISO 8601: 199X is 1990/1999, 2017-Q1 is 2017-01/2017-03; a part of the day is its day; a season, which
    comes at another time of year in the south, is its year.
    """
    if _CLOCK.fullmatch(value):
        return value
    if re.fullmatch(r"\d{3}X|\d{2}XX", value):
        return f"{value.replace('X', '0')}/{value.replace('X', '9')}"
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(quarter[1], 3 * int(quarter[2]) - 2, 3)
    if half := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(half[1], 6 * int(half[2]) - 5, 6)
    if weekend := re.fullmatch(r"(\d{4})-W(\d\d)-WE", value):
        return _weekend(int(weekend[1]), int(weekend[2]))
    date = _DATE.match(value)
    return date.group() if date else None


def _months(year: str, first: int, many: int) -> str:
    return f"{year}-{first:02d}/{year}-{first + many - 1:02d}"


def _weekend(year: int, week: int) -> str | None:
    first = made(year, 1, 4)  # always in the first week
    saturday = moved(first, 7 * (week - 1) + 5 - first.weekday(), "D") if first else None
    sunday = moved(saturday, 1, "D") if saturday else None
    return f"{saturday}/{sunday}" if sunday else None


def when(norm: str | None) -> str | None:
    """The date, month or year in which all of a norm lies, for comparing; None where it has no end, or no year is known."""
    if norm is None:
        return None
    first, *last = (iso_part(part) for part in norm.split("/"))
    if first is None or None in last:
        return None
    shared = (first[:size] for size in (10, 7, 4) if all((day or "")[:size] == first[:size] for day in last))
    return next(shared, None)


def begins_after(norm: str | None, written: str | None) -> bool:
    """Whether all that a norm covers comes later than the day after the day of writing: one day may be a zone's difference."""
    first, day = when((norm or "").split("/")[0]), day_of(written)
    latest = moved(day, 1, "D") if day else None
    return bool(first and latest and first > latest.isoformat()[: len(first)])
