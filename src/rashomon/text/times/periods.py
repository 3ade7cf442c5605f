"""How long a time lasts, as TIMEX3 writes it ("5 1/2 hours" is PT5H30M), how often it comes back, what lies so long before."""

import re
from datetime import timedelta

from rashomon.text.numbers import words_value
from rashomon.text.times.almanac import PARTS, UNITS, moved, weekday_number
from rashomon.text.times.values import Said, Setting, Value, coarse

_SHORT = {"s": "second", "m": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year"}
_SHORT |= {"sec": "second", "min": "minute", "hr": "hour", "wk": "week", "yr": "year"}


def how_many(words: str) -> float | None:
    """How many units: "five", "an", "5 1/2"; None where the text leaves it open ("several")."""
    words = words.replace("-and-a-half", " and a half")
    if words.endswith((" 1/2", " and a half")):
        whole = how_many(re.sub(r" (?:1/2|and a half)$", "", words))
        return None if whole is None else whole + 0.5
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words)
    if "few" in words or words in ("several", "many", "some", "dozens of"):
        return None
    known = {"half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5}
    if words in known:
        return known[words]
    return 2.0 if "couple" in words else 1.0 if words in ("a", "an") else words_value(words)


def singular(unit: str) -> str:
    """What it is counted in: "days" in "day", "hrs" in "hour"."""
    unit = "century" if unit == "centuries" else unit if unit in _SHORT else unit.removesuffix("s")
    return _SHORT.get(unit, unit)


def period(words: str, unit: str, *, more: float = 0.0) -> str:
    """The TIMEX3 value of a duration: P3D, PT5H30M, PXM; `more` units are added ("a year and a half")."""
    time, by, letter = UNITS[unit]
    many = how_many(words)
    if many is None:
        return f"P{time}X{letter}"
    whole, part = divmod((many + more) * by, 1)
    if part and letter in "HY":
        finer = f"{round(part * {'H': 60, 'Y': 12}[letter])}M"
        return f"P{time}{int(whole)}{letter}{finer}" if whole else f"P{time}{finer}"
    return f"P{time}{(many + more) * by:.10g}{letter}"


def duration(said: Said, at: Setting) -> Value | None:
    """Three days; 16-hour; the past two months; decades."""
    many = said.get("num") or ("one" if said["all"].endswith("-long") and not said["unit"].endswith("s") else "several")
    return Value("duration", period(many, singular(said["unit"]), more=0.5 * ("more" in said)))


def ago(said: Said, at: Setting) -> Value | None:
    """Three days ago; a week later; two years earlier."""
    unit, how, more = singular(said["unit"]), said["how"], 0.5 * ("more" in said)
    time, by, letter = UNITS[unit]
    many, now = how_many(said["num"]), how in ("ago", "time") or how.startswith("from")
    base = at.anchor if now else at.told if letter in "MY" else at.spoken
    if time or base is None or many is None:
        if not now:
            return Value("duration", period(said["num"], unit, more=more))
        return (
            _hours_ago(many + more, letter, at)
            if time and how == "ago" and many
            else Value("date", "PAST_REF" if how == "ago" else None)
        )
    back = how in ("ago", "earlier", "before", "previously", "prior")
    if more and letter == "Y":
        letter, by, unit = "M", 12, "year"
    day = moved(base, int((many + more) * by) * (-1 if back else 1), letter)
    if day and at.anchor and at.anchor < day and how == "later" and not at.ahead:  # told of the past: reckoned from another day
        return Value("duration", period(said["num"], unit, more=more))
    return Value("date", coarse(day, {"night": "day", "fortnight": "week", "decade": "year", "century": "year"}.get(unit, unit)))


def _hours_ago(many: float, letter: str, at: Setting) -> Value:
    """Two hours ago, where the hour of writing is known; else nobody knows of which day it was."""
    if at.moment is None:
        return Value("date", "PAST_REF")
    try:
        then = at.moment - timedelta(**{{"H": "hours", "M": "minutes", "S": "seconds"}[letter]: many})
    except OverflowError:
        return Value("date", "PAST_REF")
    return Value("time", then.strftime("%Y-%m-%dT%H:%M"))


def long_ago(said: Said, at: Setting) -> Value | None:
    """Years ago; long ago."""
    return Value("date", "PAST_REF")


def again(said: Said, at: Setting) -> Value | None:
    """Daily; every Tuesday; each year; twice a week; weekends."""
    if "weekday" in said:
        return Value("set", f"XXXX-WXX-{weekday_number(said['weekday']) + 1}")
    if "week" in said:
        return Value("set", "XXXX-WXX-WE" if said["week"] == "weekends" else "XXXX-WXX-WD")
    if "part" in said:
        return Value("set", f"XXXX-XX-XXT{PARTS[said['part']]}")
    unit = {"dai": "day", "annual": "year", "night": "day"}.get(said["unit"].removesuffix("ly"), said["unit"].removesuffix("ly"))
    return Value("set", period("one", unit))
