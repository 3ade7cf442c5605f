"""The calendar's words, and reckoning with them: which Tuesday, which April."""

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
    "early hours": "MO",
    "small hours": "MO",
    "wee hours": "MO",
    "predawn hours": "MO",
    "pre-dawn hours": "MO",
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
