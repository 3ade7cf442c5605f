"""What the words of a week, a season, a year or more come to, and "now": kind and TIMEX3 value, or None where it is no time."""

import re

from rashomon.text.numbers import ORDINALS
from rashomon.text.times import almanac
from rashomon.text.times.almanac import iso_week, moved
from rashomon.text.times.values import COMING, LAST, Said, Setting, Value, coarse, day_of_month, stated_year, year_of

_TEENS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split()
_CENTURIES = ORDINALS | {word: number for number, word in enumerate(_TEENS, 13)}
_SATURDAY = 5
_ENDS = {"spring": 6, "summer": 9, "autumn": 12, "fall": 12, "winter": 3}


def year(said: Said, at: Setting) -> Value | None:
    """1998; '98."""
    return Value("date", said["year"] if len(said["year"]) == 4 else f"19{said['year']}")


def year_beside(said: Said, at: Setting) -> Value | None:
    """The year-earlier quarter; at year-end."""
    by = 0 if said["all"].endswith("end") else -1
    return Value("date", f"{at.anchor.year + by:04d}") if at.anchor else None


def years(said: Said, at: Setting) -> Value | None:
    """2001-2005 and 2014-15 begin in their first year; 2017-04 is a month; 2017-90 is no time."""
    first, to = int(said["year"]), int(said["to"])
    if (len(said["to"]) == 4 and to > first) or (len(said["to"]) == 2 and to == (first + 1) % 100):
        return Value("date", said["year"], f"{first}/{to if to > 99 else first + 1}")
    return Value("date", f"{first}-{to:02d}") if len(said["to"]) == 2 and 1 <= to <= 12 else None


def decade(said: Said, at: Setting) -> Value | None:
    """The 1990s; the '80s; the nineties."""
    words = "twenties thirties forties fifties sixties seventies eighties nineties".split()
    digits = said.get("digits") or f"{words.index(said['words']) + 2}0"
    return Value("date", f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X")


def week_of(said: Said, at: Setting) -> Value | None:
    """The week of March 6."""
    made_of = day_of_month(said, at)
    day = almanac.day_of(made_of.value) if made_of else None
    return Value("date", iso_week(day)) if day else made_of


def unit_near(said: Said, at: Setting) -> Value | None:
    """Last week; this month; next year; that year (of the year last spoken of); the past week is as long as a week."""
    which, unit = said["which"], said["unit"]
    if (which == "past" or (which == "last" and "the" in said)) and unit in almanac.UNITS:
        time, many, letter = almanac.UNITS[unit]
        return Value("duration", f"P{time}{many}{letter}")
    base = at.told if which in ("that", "that same", "same", "following", "previous") else at.anchor
    if unit == "weekend" and which == "the" and base and base.weekday() < _SATURDAY and not at.ahead:
        base = moved(base, -1, "W")
    by = 1 if which in COMING else -1 if which in LAST else 0
    letter = "W" if unit == "weekend" else almanac.UNITS[unit][2] if unit in almanac.UNITS else "Y"
    day = moved(base, by * {"decade": 10, "century": 100, "quarter": 3}.get(unit, 1), letter) if base else None
    if day and by < 0 and unit in almanac.SEASONS and base and base.month > _ENDS[unit]:
        day = base  # "last summer", said in November, is this year's
    return Value("date", coarse(day, unit))


def before_last(said: Said, at: Setting) -> Value | None:
    """The week before last."""
    day = moved(at.anchor, -2, said["unit"][0].upper()) if at.anchor else None
    return Value("date", coarse(day, said["unit"]))


def unit_within(said: Said, at: Setting) -> Value | None:
    """The end of the year; later in the day: of what the sentence, or for days the text, last spoke of, else of the writing."""
    unit = said["unit"]
    base = at.spoken or at.anchor if unit == "day" else (at.told if at.beside else None) or at.anchor
    return Value("date", coarse(base, unit))


def season(said: Said, at: Setting) -> Value | None:
    """The summer of 1998; in the spring."""
    return Value("date", f"{stated_year(said, at) or year_of(said, at)}-{almanac.SEASONS[said['season']]}")


def quarter(said: Said, at: Setting) -> Value | None:
    """The fourth quarter; the first quarter of 1998; Q3: one that has not begun is last year's unless the clause looks ahead."""
    number = ORDINALS.get(said["nth"]) or int(said["nth"])
    year = stated_year(said, at) or year_of(said, at)
    if "year" not in said and "of" not in said and at.anchor and not at.ahead and 3 * number - 2 > at.anchor.month:
        year = f"{at.anchor.year - 1:04d}"
    return Value("date", f"{year}-Q{number}", "" if "fiscal" in said else None)


def half_year(said: Said, at: Setting) -> Value | None:
    """The second half of 2016; the first half of this year."""
    by = {"last": -1, "next": 1}.get(said.get("which", ""), 0)
    year = said.get("year") or (f"{at.near.year + by:04d}" if at.near else "XXXX")
    return Value("date", f"{year}-H{ORDINALS[said['nth']]}")


def century(said: Said, at: Setting) -> Value | None:
    """The 20th century is the years 19XX."""
    digits = re.match(r"\d+", said["nth"])
    return Value("date", f"{int(digits.group()) - 1 if digits else _CENTURIES[said['nth']] - 1:02d}XX")


def reference(said: Said, at: Setting) -> Value | None:
    """Now; recently; in the future."""
    word = said["all"]
    found = "FUTURE_REF" if "future" in word else "PAST_REF" if re.search("past|recent|lately", word) else "PRESENT_REF"
    return Value("date", found)
