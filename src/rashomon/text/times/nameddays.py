"""What the name of a day comes to: holidays, 9/11, anniversaries."""

import re
from datetime import date

from rashomon.text.times import almanac
from rashomon.text.times.almanac import moved
from rashomon.text.times.holidays import holidays
from rashomon.text.times.values import COMING, NEAR, Said, Setting, Value, stated_year


def holiday(said: Said, at: Setting) -> Value | None:
    """Christmas; last Thanksgiving; Easter 1916; the eve of Eid al-Fitr (whose month is known, but not its day)."""
    name, which = said["name"], said.get("which", "")
    stated = stated_year(said, at)
    if stated is not None or at.near is None:
        days = holidays(name, int(stated)) if stated and stated != "XXXX" else []
    else:
        anchor = at.near.isoformat()
        days = sorted(day for by in (-1, 0, 1) for day in holidays(name, at.near.year + by))
        if at.tense == "over" and which not in COMING:
            days = [day for day in days if (_middle(day) - at.near).days <= NEAR]
        if which in ("last", "past"):
            days = [day for day in days if day <= anchor[: len(day)]][-1:]
        elif which in COMING or at.ahead:
            days = [day for day in days if day >= anchor[: len(day)]][:1]
        days.sort(key=lambda day: _far((_middle(day) - (at.near or _middle(day))).days, ahead=at.ahead))
    day = almanac.day_of(days[0]) if days and "eve" in said else None
    day = moved(day, -1, "D") if day else None
    return Value("date", day.isoformat() if day else days[0] if days else "XXXX-XX-XX")


def _far(days: int, *, ahead: bool) -> int:
    """How far a day is; one to come counts thrice as far, unless the clause looks ahead."""
    return max(-days, days if ahead else 3 * days)


def _middle(day: str) -> date:
    """About when a holiday is whose day, month or only year is known."""
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    return date(year, month or 7, number or 15)


def nine_eleven(said: Said, at: Setting) -> Value | None:
    """9/11; the September 11 attacks."""
    return Value("date", "2001-09-11")


LATEST = 2100  # the last year that a text of ours speaks of


def anniversary(said: Said, at: Setting) -> Value | None:
    """The 35th anniversary of the 1979 revolution; of anything undated, or dated by a year that does not fit, it is not known
    when.
    """
    digits = re.match(r"\d+", said["nth"])
    if not digits and not re.search(r"(?:first|second|third|th)$", said["nth"]):
        return None
    since = said.get("year") or said.get("told") or ""
    year = int(since) + int(digits.group()) if digits and since else 0
    fits = "year" in said or (at.anchor is not None and abs(year - at.anchor.year) <= 1)
    return Value("date", f"{year:04d}" if fits and 0 < year < LATEST else None)
