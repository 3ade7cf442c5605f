"""What the words of a time come to: one function a form, each giving kind and TIMEX3 value, or None where it is no time."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.text import almanac
from rashomon.text.almanac import iso_week, month_number, moved, weekday_near, weekday_number, year_near
from rashomon.text.numbers import ORDINALS, words_value
from rashomon.text.periods import how_many, period, singular

TimeKind = Literal["date", "time", "duration", "set"]
Value = tuple[TimeKind, str | None]
Said = dict[str, str]  # the named parts of the words, lower case, single blanks; "all" is the whole


@dataclass(frozen=True, slots=True)
class Setting:
    """From where a time is reckoned: the day of writing, what was last spoken of (ISO), and whether the clause looks ahead."""

    anchor: date | None
    last: str | None = None
    ahead: bool = False
    beside: bool = False  # what was last spoken of stands in the same sentence

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
    """4 April 2017; April 4; Tuesday, April 4."""
    month, day = month_number(said["month"]), int(re.sub(r"\D", "", said["day"]))
    if "year" in said or at.anchor is None:
        year = said.get("year") or (f"{at.near.year:04d}" if at.near else "XXXX")
    elif said.get("which") in ("last", "past"):
        year = f"{at.anchor.year - ((month, day) >= (at.anchor.month, at.anchor.day)):04d}"
    else:
        year = f"{year_near(at.anchor, month, day, ahead=at.ahead or said.get('which') in _COMING):04d}"
    if almanac.made(2000 if year == "XXXX" else int(year), month, day) is None:
        return None
    return _in_part(f"{year}-{month:02d}-{day:02d}", said.get("part"))


def numeric(said: Said, at: Setting) -> Value | None:
    """2017-04-04, 4.4.2017; 04/05/2017 is the reading near the day of writing, else 2017 alone: which is the month?"""
    year = int(said["y"])
    if "m" in said:
        day = almanac.made(year, int(said["m"]), int(said["d"]))
    else:
        first, second = int(said["a"]), int(said["b"])
        days = {day for day in (almanac.made(year, second, first), almanac.made(year, first, second)) if day}
        if len(days) == 2 and said["sep"] != "/":
            days = {date(year, second, first)}  # with dots or dashes the day comes first
        near = {day for day in days if at.anchor and abs((day - at.anchor).days) <= _NEAR}
        if len(days) == 2 and len(near) != 1:
            return "date", f"{year:04d}-XX-XX"
        day = next(iter(near or days), None)
    if day is None:
        return None
    return ("time", f"{day.isoformat()}T{said['clock']}") if "clock" in said else ("date", day.isoformat())


def month(said: Said, at: Setting) -> Value | None:
    """April 2017; early April; last October."""
    number, which = month_number(said["month"]), said.get("which", "")
    if "year" in said:
        return "date", f"{said['year']}-{number:02d}"
    if at.anchor is None:
        return "date", f"{at.near.year if at.near else 'XXXX'}-{number:02d}"
    year = year_near(at.anchor, number, min(at.anchor.day, 28), ahead=at.ahead or which in _COMING)
    if which in ("last", "past") and (year, number) >= (at.anchor.year, at.anchor.month):
        year -= 1
    return "date", f"{year:04d}-{number:02d}"


def month_of_year(said: Said, at: Setting) -> Value | None:
    """April this year; February of last year."""
    if at.anchor is None:
        return "date", f"XXXX-{month_number(said['month']):02d}"
    return "date", f"{at.anchor.year + {'last': -1, 'next': 1}.get(said['which'], 0):04d}-{month_number(said['month']):02d}"


def year(said: Said, at: Setting) -> Value | None:
    """1998; '98."""
    digits = said["year"]
    return "date", digits if len(digits) == 4 else f"19{digits}"


def years(said: Said, at: Setting) -> Value | None:
    """2001-2005 and 2014-15 begin in their first year; 2017-04 is a month; 2017-90 is no time."""
    first, to = int(said["year"]), int(said["to"])
    if (len(said["to"]) == 4 and to > first) or (len(said["to"]) == 2 and to == (first + 1) % 100):
        return "date", said["year"]
    return ("date", f"{first}-{to:02d}") if len(said["to"]) == 2 and 1 <= to <= 12 else None


def decade(said: Said, at: Setting) -> Value | None:
    """The 1990s; the '80s; the nineties."""
    words = "twenties thirties forties fifties sixties seventies eighties nineties".split()
    digits = said.get("digits") or f"{words.index(said['words']) + 2}0"
    return "date", f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X"


def weekday(said: Said, at: Setting) -> Value | None:
    """Tuesday; last Tuesday; Tuesday night."""
    number, which = weekday_number(said["weekday"]), said.get("which", "")
    if at.anchor is None:
        return _in_part(f"XXXX-WXX-{number + 1}", said.get("part"))
    ahead = which in _COMING or (at.ahead and which not in ("last", "past", "this past", "previous"))
    day = weekday_near(at.anchor, number, ahead=ahead, strictly=which in ("last", "next"))
    return _in_part(day.isoformat(), said.get("part")) if day else None


def near_day(said: Said, at: Setting) -> Value | None:
    """Yesterday; tonight; this morning; last night."""
    word = said["word"]
    day = moved(at.anchor, _NEAR_DAYS[word], "D") if at.anchor else None
    return _in_part(day.isoformat() if day else "XXXX-XX-XX", "night" if word == "tonight" else said.get("part"))


def told_day(said: Said, at: Setting) -> Value | None:
    """The next day; that morning; the day before: reckoned from the day last spoken of."""
    which = said.get("which", "")
    by = -1 if which in ("previous", "preceding", "before") else 1 if which in ("next", "following", "after") else 0
    day = moved(at.spoken, by, "D") if at.spoken else None
    return _in_part(day.isoformat() if day else "XXXX-XX-XX", said["noun"])


def unit_near(said: Said, at: Setting) -> Value | None:
    """Last week; this month; next year; that year (of the year last spoken of)."""
    which, unit = said["which"].removeprefix("the "), said["unit"]
    base = at.told or at.anchor if which in ("that", "same", "following", "previous") else at.anchor
    by = 1 if which in _COMING else -1 if which in ("last", "past", "previous", "this past") else 0
    letter = "W" if unit == "weekend" else almanac.UNITS[unit][2] if unit in almanac.UNITS else "Y"
    day = moved(base, by * {"decade": 10, "century": 100, "quarter": 3}.get(unit, 1), letter) if base else None
    if day and by < 0 and unit in almanac.SEASONS and base and base.month > _SEASON_ENDS[unit]:
        day = base  # "last summer", said in November, is this year's
    return "date", _coarse(day, unit)


def week_of(said: Said, at: Setting) -> Value | None:
    """The week of March 6."""
    made = day_of_month(said, at)
    day = almanac.day_of(made[1]) if made else None
    return ("date", iso_week(day)) if day else made


def season(said: Said, at: Setting) -> Value | None:
    """The summer of 1998; in the spring."""
    return "date", f"{_year_of(said, at)}-{almanac.SEASONS[said['season']]}"


def quarter(said: Said, at: Setting) -> Value | None:
    """The fourth quarter; the first quarter of 1998."""
    return "date", f"{_year_of(said, at)}-Q{ORDINALS[said['nth']]}"


def century(said: Said, at: Setting) -> Value | None:
    """The 20th century is the years 19XX."""
    digits = re.match(r"\d+", said["nth"])
    return "date", f"{int(digits.group()) - 1 if digits else ORDINALS.get(said['nth'], 20) - 1:02d}XX"


def holiday(said: Said, at: Setting) -> Value | None:
    """Christmas; last Thanksgiving; Easter 1916."""
    name, which = said["name"], said.get("which", "")
    if "year" in said or at.near is None:
        day = almanac.holiday(name, int(said["year"])) if "year" in said else None
        return "date", day.isoformat() if day else "XXXX-XX-XX"
    days = [day for by in (-1, 0, 1) if (day := almanac.holiday(name, at.near.year + by))]
    if which in ("last", "past"):
        days = [max(day for day in days if day < at.near)]
    elif which in _COMING or at.ahead:
        days = [min(day for day in days if day >= at.near)]
    return "date", min(days, key=lambda day: abs((day - (at.near or day)).days)).isoformat()


def ago(said: Said, at: Setting) -> Value | None:
    """Three days ago; a week later; two years earlier."""
    unit, how = singular(said["unit"]), said["how"]
    time, by, letter = almanac.UNITS[unit]
    many = how_many(said["num"])
    base = at.anchor if how in ("ago", "from now") else at.told if letter in "MY" else at.spoken
    if time or base is None or many is None:
        return (
            ("date", "PAST_REF" if how == "ago" else None)
            if how in ("ago", "from now")
            else ("duration", period(said["num"], unit))
        )
    back = how in ("ago", "earlier", "before", "previously", "prior")
    day = moved(base, int(many * by) * (-1 if back else 1), letter)
    if day and at.anchor and at.anchor < day and how == "later" and not at.ahead:  # told of the past: reckoned from another day
        return "duration", period(said["num"], unit)
    return "date", _coarse(day, {"night": "day", "fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit))


def duration(said: Said, at: Setting) -> Value | None:
    """Three days; 16-hour; the past two months; decades."""
    many = said.get("num") or ("one" if said["all"].endswith("-long") and not said["unit"].endswith("s") else "several")
    return "duration", period(many, singular(said["unit"]))


def again(said: Said, at: Setting) -> Value | None:
    """Daily; every Tuesday; each year."""
    if "weekday" in said:
        return "set", f"XXXX-WXX-{weekday_number(said['weekday']) + 1}"
    if "part" in said:
        return "set", f"XXXX-XX-XXT{almanac.PARTS[said['part']]}"
    unit = {"dai": "day", "annual": "year", "night": "day"}.get(said["unit"].removesuffix("ly"), said["unit"].removesuffix("ly"))
    return "set", period("one", unit)


def reference(said: Said, at: Setting) -> Value | None:
    """Now; recently; in the future."""
    word = said["all"]
    return "date", "FUTURE_REF" if "future" in word else "PAST_REF" if re.search("past|recent|lately", word) else "PRESENT_REF"


def clock(said: Said, at: Setting) -> Value | None:
    """10:35 a.m. EDT Thursday; 0300 GMT; noon: on the day named beside it, else the day last spoken of."""
    if "word" in said:
        hour = 0 if said["word"] == "midnight" else 12
    else:
        hour = int(said["hour"]) if said["hour"].isdigit() else int(words_value(said["hour"]) or 0)
    if "half" in said:
        hour = hour % 12 + (12 if said["half"] in ("p", "afternoon", "evening", "night") else 0)
    return "time", f"{_clock_day(said, at)}T{hour:02d}:{said.get('minute', '00')}"


_NEAR = 20  # days: two readings of one date are a month or more apart
_COMING = ("next", "coming", "this coming", "following", "upcoming")
_SEASON_ENDS = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12, "winter": 3}
_NEAR_DAYS = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "last": -1,
    "today": 0,
    "tonight": 0,
    "this": 0,
    "tomorrow": 1,
}


def _in_part(value: str, part: str | None) -> Value:
    return ("time", f"{value}T{almanac.PARTS[part]}") if part in almanac.PARTS else ("date", value)


def _year_of(said: Said, at: Setting) -> str:
    return said.get("year") or (f"{at.near.year:04d}" if at.near else "XXXX")


def _coarse(day: date | None, unit: str) -> str | None:
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


def _clock_day(said: Said, at: Setting) -> str:
    if "weekday" in said:
        return (weekday(said, at) or ("date", None))[1] or "XXXX-XX-XX"
    day = moved(at.anchor, _NEAR_DAYS[said["rel"]], "D") if "rel" in said and at.anchor else at.spoken or at.anchor
    return day.isoformat() if day else "XXXX-XX-XX"
