"""How long a time lasts, as TIMEX3 writes it: "5 1/2 hours" is PT5H30M, "several years" PXY."""

import re

from rashomon.text.almanac import UNITS
from rashomon.text.numbers import words_value


def how_many(words: str) -> float | None:
    """How many units: "five", "an", "5 1/2"; None where the text leaves it open ("several")."""
    if words.endswith(" 1/2"):
        return float(words[:-4]) + 0.5
    if re.fullmatch(r"\d+(?:\.\d+)?", words):
        return float(words)
    if "few" in words or words in ("several", "many", "some"):
        return None
    known = {"half": 0.5, "half a": 0.5, "half an": 0.5, "one and a half": 1.5}
    if words in known:
        return known[words]
    return 2.0 if "couple" in words else 1.0 if words in ("a", "an") else words_value(words)


def singular(unit: str) -> str:
    """What it is counted in: "days" in "day"."""
    return "century" if unit == "centuries" else unit.removesuffix("s")


def period(words: str, unit: str) -> str:
    """The TIMEX3 value of a duration: P3D, PT5H30M, PXM."""
    time, by, letter = UNITS[unit]
    many = how_many(words)
    if many is None:
        return f"P{time}X{letter}"
    whole, part = divmod(many * by, 1)
    if part and letter in "HY":
        finer = f"{round(part * {'H': 60, 'Y': 12}[letter])}M"
        return f"P{time}{int(whole)}{letter}{finer}" if whole else f"P{time}{finer}"
    return f"P{time}{many * by:.10g}{letter}"
