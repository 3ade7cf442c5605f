"""What the words of a day or a month come to: one function a form, each giving kind and TIMEX3 value, or None where it is no
time at all. Years and seasons are in `stretches`, days with names in `nameddays`, durations in `periods`, hours in `clocks`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from rashomon.text.times import almanac
from rashomon.text.times.almanac import iso_week, made, month_number, moved, weekday_near, weekday_number, year_near
from rashomon.text.times.tenses import Tense

TimeKind = Literal["date", "time", "duration", "set"]
Said = dict[str, str]  # the named parts of the words, lower case, single blanks; "all" is the whole


class Value(NamedTuple):
    """Kind and TIMEX3 value; `norm` in ISO 8601 where the value does not say all (the other end of a range, a zone)."""

    kind: TimeKind
    value: str | None
    norm: str | None = None


NO_SUCH_DAY = Value("date", None, "")  # 31 February, May 9999: it is meant as a time, and is none
COMING = ("next", "coming", "this coming", "following", "upcoming")
LAST = ("last", "past", "this past", "previous", "prior")
NEAR = 20  # days: two readings of one date are a month or more apart


@dataclass(frozen=True, slots=True)
class Setting:
    """From where a time is reckoned: the day of writing, what was last spoken of (ISO), if the clause looks ahead or back."""

    anchor: date | None
    last: str | None = None
    tense: Tense | None = None
    beside: bool = False  # what was last spoken of stands in the same sentence
    moment: datetime | None = None  # of writing, where the hour is known

    @property
    def ahead(self) -> bool:
        """Whether the clause looks ahead."""
        return self.tense == "ahead"

    @property
    def spoken(self) -> date | None:
        """The day last spoken of."""
        return almanac.day_of(self.last)

    @property
    def near(self) -> date | None:
        """What tells the year where none is named: the day of writing, else what the same sentence spoke of before."""
        return self.anchor or (self.told if self.beside else None)

    @property
    def told(self) -> date | None:
        """The day last spoken of, or the first of the month or year last spoken of."""
        return almanac.day_of(f"{self.last}-01-01"[:10]) if self.last else None


def day_of_month(said: Said, at: Setting) -> Value | None:
    """4 April 2017; April 4; Tuesday, April 4; 3-5 April."""
    if "absurd" in said:
        return NO_SUCH_DAY
    month, day = month_number(said["month"]), int(re.sub(r"\D", "", said["day"]))
    year = stated_year(said, at)
    if year is None:
        if at.anchor is None:
            year = f"{at.near.year:04d}" if at.near else "XXXX"
        elif said.get("which") in ("last", "past"):
            year = f"{at.anchor.year - ((month, day) >= (at.anchor.month, at.anchor.day)):04d}"
        else:
            year = f"{_year_near(at.anchor, at, month, day, said):04d}"
    if made(2000 if year == "XXXX" else int(year), month, day) is None:
        return NO_SUCH_DAY
    value = in_part(f"{year}-{month:02d}-{day:02d}", said.get("part"))
    to = int(re.sub(r"\D", "", said.get("to", "0")))
    if to > day and made(2000 if year == "XXXX" else int(year), month, to):
        return value._replace(norm=f"{year}-{month:02d}-{day:02d}/{year}-{month:02d}-{to:02d}")
    return value


def numeric(said: Said, at: Setting) -> Value | None:
    """2017-04-04, 4.4.2017; 04/05/2017 is the reading near the day of writing, else 2017 alone: which is the month?"""
    if "m" in said:
        day = made(int(said["y"]), int(said["m"]), int(said["d"]))
    else:
        year = int(said["y"]) if "y" in said else _century(int(said["short"]))
        first, second = int(said["a"]), int(said["b"])
        days = {day for day in (made(year, second, first), made(year, first, second)) if day}
        if len(days) == 2 and said.get("sep", "/") != "/":
            days = {date(year, second, first)}  # with dots or dashes the day comes first
        near = {day for day in days if at.anchor and abs((day - at.anchor).days) <= NEAR}
        if len(days) == 2 and len(near) != 1:
            return Value("date", f"{year:04d}-XX-XX") if "y" in said else None
        day = next(iter(near or days), None)
    if day is None:
        return NO_SUCH_DAY if "y" in said else None
    if "clock" not in said:
        return Value("date", day.isoformat())
    value, zone = f"{day.isoformat()}T{said['clock']}", said.get("zone", "").strip().upper()
    zone = zone if len(zone) != 5 else f"{zone[:3]}:{zone[3:]}"
    return Value("time", value, value + ("Z" if zone in ("+00:00", "-00:00") else zone)) if zone else Value("time", value)


def month(said: Said, at: Setting) -> Value | None:
    """April 2017; early April; last October; April last year."""
    number, which = month_number(said["month"]), said.get("which", "")
    if "absurd" in said:
        return NO_SUCH_DAY
    if (stated := stated_year(said, at)) is not None:
        return Value("date", f"{stated}-{number:02d}")
    if at.anchor is None:
        return Value("date", f"{at.near.year if at.near else 'XXXX'}-{number:02d}")
    year = _year_near(at.anchor, at, number, min(at.anchor.day, 28), said)
    if which in ("last", "past") and (year, number) >= (at.anchor.year, at.anchor.month):
        year -= 1
    return Value("date", f"{year:04d}-{number:02d}")


def weekday(said: Said, at: Setting) -> Value | None:
    """Tuesday; last Tuesday; Tuesday night; Tuesday of last week; Friday the 13th."""
    number, which = weekday_number(said["weekday"]), said.get("which", "")
    base = at.spoken if which in ("following", "previous") else at.anchor
    if at.anchor is None or base is None:
        return in_part(f"XXXX-WXX-{number + 1}", said.get("part"))
    if "nth" in said:
        around = (moved(at.anchor, by, "D") for back in range(_THIRTEENTHS) for by in (-back, back))
        day = next((day for day in around if day and (day.weekday(), day.day) == (number, int(said["nth"]))), None)
        return in_part(day.isoformat() if day else f"XXXX-WXX-{number + 1}", said.get("part"))
    if "week" in said:
        by = {"last": -7, "next": 7}.get(said["week"], 0) + number - at.anchor.weekday()
        day = moved(at.anchor, by, "D")
    else:
        ahead = which in COMING or (at.ahead and which not in LAST)
        day = weekday_near(base, number, ahead=ahead, strictly=which in ("last", "next", "following", "previous"))
    late = said.get("part") in ("evening", "night") and day == at.anchor and not at.ahead
    if late and at.moment and at.moment.hour < _EVENING:  # of the week before
        day = moved(base, -7, "D")
    return in_part(day.isoformat(), said.get("part")) if day else None


def week_before(said: Said, at: Setting) -> Value | None:
    """A week ago Tuesday; a week last Friday."""
    day = weekday_near(at.anchor, weekday_number(said["weekday"]), ahead=False) if at.anchor else None
    day = moved(day, -7, "D") if day else None
    return Value("date", day.isoformat() if day else f"XXXX-WXX-{weekday_number(said['weekday']) + 1}")


def near_day(said: Said, at: Setting) -> Value | None:
    """Yesterday; tonight; this morning; last night; overnight."""
    word = said["word"]
    if word == "overnight" and at.beside and at.spoken and at.anchor and abs((at.spoken - at.anchor).days) > 1:
        return Value("time", "XXXX-XX-XXTNI")  # of another time than that of writing: before that day, or after it?
    day = moved(at.anchor, _NEAR_DAYS[word], "D") if at.anchor else None
    part = "night" if word in ("tonight", "overnight") else said.get("part")
    value = in_part(day.isoformat() if day else "XXXX-XX-XX", part)
    return value._replace(norm=f"{day}/{at.anchor}") if word == "overnight" and day else value


def told_day(said: Said, at: Setting) -> Value | None:
    """The next day; that morning; the day before: reckoned from the day last spoken of."""
    which, noun = said.get("which", ""), said["noun"]
    by = -1 if which in ("previous", "preceding", "before", "earlier") else which in ("next", "following", "after", "later")
    if noun in ("week", "month", "year"):
        far = moved(at.told, by, noun[0].upper()) if at.told else None
        return Value("date", coarse(far, noun)) if far else None
    known = at.spoken if which or at.beside else None  # "in the morning" may be that of any day
    day = moved(known, by, "D") if known else None
    return in_part(day.isoformat() if day else "XXXX-XX-XX", noun)


def day_alone(said: Said, at: Setting) -> Value | None:
    """On the 21st; the night of the 21st; the 21st of last month: of the month last spoken of, else the last such day, or the
    next one where the clause looks ahead.
    """
    day = int(re.sub(r"\D", "", said["day"]))
    if "which" in said:
        by = {"last": -1, "next": 1}.get(said["which"], 0)
        near = moved(at.anchor, by, "M") if at.anchor else None
        found = made(near.year, near.month, day) if near else None
    elif at.last and len(at.last) >= len("2017-04"):
        found = made(int(at.last[:4]), int(at.last[5:7]), day)
    else:
        around = (moved(at.anchor, by if at.ahead else -by, "D") for by in range(62)) if at.anchor else iter(())
        found = next((near for near in around if near and near.day == day), None)
    return in_part(found.isoformat() if found else f"XXXX-XX-{day:02d}", said.get("part"))


_EVENING = 18  # the hour
_THIRTEENTHS = 430  # days: within so many there is a Friday the 13th
_NEAR_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "overnight": -1,
    "last": -1,
    "today": 0,
    "tonight": 0,
    "this": 0,
    "tomorrow": 1,
}


def in_part(value: str, part: str | None) -> Value:
    """The day, or the part of the day where one is named."""
    return Value("time", f"{value}T{almanac.PARTS[part]}") if part in almanac.PARTS else Value("date", value)


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def _year_near(anchor: date, at: Setting, month: int, day: int, said: Said) -> int:
    """The year of a day or month: the nearest, but no far one to come where the clause tells of what is over."""
    year = year_near(anchor, month, day, ahead=at.ahead or said.get("which") in COMING)
    day_then = made(year, month, day)
    far = day_then is not None and (day_then - anchor).days > NEAR
    return year - (at.tense == "over" and far)


def stated_year(said: Said, at: Setting) -> str | None:
    """The year that the words themselves give: "2017", "last year", "that year"; XXXX where that cannot be reckoned."""
    if "year" in said or "of" not in said:
        return said.get("year")
    base = at.anchor if said["of"] in ("this", "last", "next") else at.told
    by = {"last": -1, "the previous": -1, "next": 1, "the following": 1}.get(said["of"], 0)
    return f"{base.year + by:04d}" if base else "XXXX"


def year_of(said: Said, at: Setting) -> str:
    """The year that the words give, else that of writing or of what the sentence spoke of before."""
    return said.get("year") or (f"{at.near.year:04d}" if at.near else "XXXX")


def coarse(day: date | None, unit: str) -> str | None:
    """The week, month, year … that a day lies in."""
    if day is None:
        return None
    if unit in almanac.SEASONS:
        return f"{day.year:04d}-{almanac.SEASONS[unit]}"
    forms = {
        "day": day.isoformat(),
        "week": iso_week(day),
        "weekend": f"{iso_week(day)}-WE",
        "month": f"{day.year:04d}-{day.month:02d}",
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "decade": f"{day.year // 10:03d}X",
        "century": f"{day.year // 100:02d}XX",
    }
    return forms.get(unit, f"{day.year:04d}")
