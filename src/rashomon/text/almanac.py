"""The calendar's words, and reckoning with them: which Tuesday, which April, what day Easter was."""

import calendar
import re
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "overnight": "NI",
    "nightfall": "NI",
}
UNITS = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "night": ("", 1, "D"),
    "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"),
    "month": ("", 1, "M"),
    "quarter": ("", 3, "M"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
    "centurie": ("", 100, "Y"),
}
_FIXED = {
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
}
_FLOATING = {"thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1)}
_EASTER = {"ash wednesday": -46, "palm sunday": -7, "good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1}
HOLIDAYS = (*_FIXED, *_FLOATING, *_EASTER)


def month_number(word: str) -> int:
    """1 to 12, by the first three letters."""
    return MONTHS.index(word[:3].lower()) + 1


def weekday_number(word: str) -> int:
    """0 (Monday) to 6, by the first three letters."""
    return WEEKDAYS.index(word[:3].lower())


def made(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, by: int, unit: str) -> date | None:
    """The day `by` units later (D, W, M, Y); the last day of a month stays within its month."""
    try:
        if unit in "DW":
            return day + timedelta(days=by * (7 if unit == "W" else 1))
        months = 12 * day.year + day.month - 1 + by * (12 if unit == "Y" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def weekday_near(anchor: date, weekday: int, *, ahead: bool, strictly: bool = False) -> date | None:
    """The nearest such weekday on or before the anchor, or on or after it; `strictly`: not the anchor's own day."""
    away = (weekday - anchor.weekday()) % 7 if ahead else (anchor.weekday() - weekday) % 7
    away = away or (7 if strictly else 0)
    return moved(anchor, away if ahead else -away, "D")


def year_near(anchor: date, month: int, day: int, *, ahead: bool) -> int:
    """The year in which this day is nearest to the anchor; a day to come counts thrice as far, or with `ahead` a past one."""
    years = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if made(year, month, day)]
    away = {year: (date(year, month, day) - anchor).days for year in years}
    past, coming = (3, 1) if ahead else (1, 3)
    return min(years, key=lambda year: max(-past * away[year], coming * away[year]), default=anchor.year)


def holiday(name: str, year: int) -> date | None:
    """The day of a holiday in a year."""
    key = name.lower().replace("’", "'")
    if key in _FIXED:
        return made(year, *_FIXED[key])
    if key in _FLOATING:
        month, weekday, nth = _FLOATING[key]
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        return made(year, month, days[nth - 1 if nth > 0 else nth])
    return moved(_easter(year), _EASTER[key], "D")


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule (Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def iso_week(day: date) -> str:
    """The week of a day as TIMEX3 writes it: 2017-W14."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)")


def iso_part(value: str | None) -> str | None:
    """The ISO date, month or year inside a TIMEX3 value: 2017-04-04TEV is 2017-04-04, 2017-W14 is 2017-04, PRESENT_REF None."""
    week = _WEEK.match(value or "")
    if week:
        return _around_week(int(week[1]), int(week[2]))
    found = _ISO.match(value or "")
    return found.group() if found else None


def _around_week(year: int, week: int) -> str | None:
    """The month or year that the whole week lies in."""
    try:
        first, last = (date.fromisocalendar(year, week, day).isoformat() for day in (1, 7))
    except ValueError:
        return None
    return next((first[:size] for size in (7, 4) if first[:size] == last[:size]), None)


def day_of(value: str | None) -> date | None:
    """The day that a TIMEX3 value names, or None for anything coarser."""
    found = iso_part(value)
    return made(*map(int, found.split("-"))) if found and len(found) == 10 else None
