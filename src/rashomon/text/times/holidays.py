"""Days that have names: what day Easter was, in which month the Eid of a year fell (resources/holidays.yaml)."""

import calendar
from datetime import MAXYEAR, MINYEAR, date

from rashomon.text.lexicon import lexicon
from rashomon.text.times.almanac import made, moved

_EPOCH = 227_014  # day number (as date.toordinal) of 1 Muharram of the year 1, 15 July 622 in the proleptic Gregorian calendar


def names() -> tuple[str, ...]:
    """Every name that is known, lower case."""
    return tuple(name for kind in lexicon("holidays").values() for name in kind)


def holidays(name: str, year: int) -> list[str]:
    """When the holiday is in a year: an ISO day, or only the month (or year) where the day itself is not sure (a month of fasting
    lies in two of ours); the Islamic calendar may bring one twice in a year.
    """
    listed, key = lexicon("holidays"), " ".join(name.lower().replace("’", "'").split())
    if not MINYEAR < year < MAXYEAR:
        return []
    if key in listed["hijri"]:
        month, *day = listed["hijri"][key]
        return [_about(found) for found in _hijri_in(year, month, day[0])] if day else [f"{year:04d}"]
    if key in listed["sun"]:
        return [_about(date(year, *listed["sun"][key]))]
    day = _sure(key, year)
    return [day.isoformat()] if day else []


def _sure(key: str, year: int) -> date | None:
    listed = lexicon("holidays")
    if key in listed["fixed"]:
        return made(year, *listed["fixed"][key])
    if key in listed["floating"]:
        month, weekday, nth, after = listed["floating"][key]
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        first = made(year, month, days[nth - 1 if nth > 0 else nth])
        return moved(first, after, "D") if first else None
    if key in listed["orthodox"]:
        return moved(_orthodox_easter(year), listed["orthodox"][key], "D")
    return moved(_easter(year), listed["easter"][key], "D")


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


def _orthodox_easter(year: int) -> date:
    """The Julian Easter in our calendar (Meeus, ch. 8); 13 days between the calendars from 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date.fromordinal(date(year, month, day + 1).toordinal() + 13)


def _hijri_in(year: int, month: int, day: int) -> list[date]:
    """The days of our year on which the Islamic month's day falls by the tabular calendar."""
    first = int((year - 622) * 33 / 32)
    days = [_from_hijri(hijri, month, day) for hijri in range(first - 1, first + 4)]
    return [found for found in days if found and found.year == year]


def _from_hijri(year: int, month: int, day: int) -> date | None:
    """A day of the tabular Islamic calendar with the usual leap years (Reingold and Dershowitz, Calendrical Calculations)."""
    if year < 1:
        return None
    number = day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1
    return date.fromordinal(number) if number <= date.max.toordinal() else None


def _about(day: date) -> str:
    """The month around a day that may have been a day earlier or later, or the year where that is another month."""
    around = {found.isoformat()[:7] for by in (-1, 0, 1) if (found := moved(day, by, "D"))}
    return around.pop() if len(around) == 1 else day.isoformat()[:4]
