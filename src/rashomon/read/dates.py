"""Dates that stand at the head of a captured page, as ISO 8601."""

import re
from datetime import UTC, date, datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
CLOCK = (
    r"(?:,?\s*(?:at\s+)?(?:\d{1,2}[:.]?\d{2}(?::\d{2})?)(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:gmt|utc|est|edt|et|pt|bst|cet|ist)\b[+\d:]*\)?)?)?"
)
_FORMS = (
    rf"{_DAY.format('d1')}\s+(?:of\s+)?{_MONTH.format('m1')},?\s+(?P<y1>(?:19|20)\d\d)",
    rf"{_MONTH.format('m2')}\s+{_DAY.format('d2')},?\s+(?P<y2>(?:19|20)\d\d)",
    r"(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>[01]?\d)[-/.](?P<d3>[0-3]?\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?",
    r"(?P<d4>[0-3]?\d)\.(?P<m4>[01]?\d)\.(?P<y4>(?:19|20)\d\d)",
    r"(?P<a5>[0-3]?\d)(?P<c5>[/-])(?P<b5>[0-3]?\d)(?P=c5)(?P<y5>(?:19|20)\d\d)",
)
DATE = rf"{WEEKDAY}(?:{'|'.join(_FORMS)}){CLOCK}"
_LABEL = (
    r"(?:(?:first |last )?(?:published|posted|updated|modified|created|written|date(?: of publication)?)"
    r"(?: on| at| date)?\s{0,9}:?\s{0,9})?"  # bounded, as all blanks between parts: thousands of them took minutes
)
_DATE = re.compile(DATE, re.IGNORECASE)
_PLACE = r"(?:[^\W\d_][\w .'’-]{1,30}, )?"
DATELINE = re.compile(rf"(?:{_LABEL}|{_PLACE})(?:{DATE})", re.IGNORECASE)


def date_in(text: str) -> str | None:
    """The first full date in the text as YYYY-MM-DD, or None.

    5/6/2020 and 5-6-2020 are none: nobody can tell which is the month.
    """
    for found in _DATE.finditer(text):
        made = _made(found)
        if made:
            return made
    return None


def is_dateline(line: str) -> bool:
    """Whether the line is a date and nothing more than a label before it and a clock time after."""
    return DATELINE.fullmatch(line.strip(" .|")) is not None


def from_timestamp(seconds: int | float | str) -> str | None:
    """A Unix time as ISO 8601 in UTC, or None where it is none."""
    try:
        return datetime.fromtimestamp(float(seconds), UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def moment(text: str) -> str | None:
    """An ISO 8601 day or time, in the zone that it names (it tells which day it was there), or None where it is none."""
    try:
        time = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if len(text.strip()) <= len("2020-01-31"):
        return time.date().isoformat()
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def _made(found: re.Match[str]) -> str | None:
    groups = {key[0]: value for key, value in found.groupdict().items() if value}
    if "a" in groups:
        first, second = int(groups["a"]), int(groups["b"])
        if first <= 12 and second <= 12 and first != second:
            return None
        groups["m"], groups["d"] = (groups["b"], groups["a"]) if first > 12 else (groups["a"], groups["b"])
    month = groups["m"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(groups["y"]), number, int(groups["d"])).isoformat()
    except ValueError:
        return None
