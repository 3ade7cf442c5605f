"""What a number measures, where the text says it with a sign or a unit: `resources/units.yaml` lists them."""

import re
from functools import cache
from typing import Literal

from rashomon.model import Span
from rashomon.text.lexicon import lexicon

AmountKind = Literal["count", "money", "percent", "measure", "age"]
STERLING = 100_000  # from so many on, "pounds" are money: nothing in the news weighs as much and is not told in tons
_PERCENT = re.compile(
    r"\s?%|\s{0,3}-?(?:per\s?cent|pct)\b(?:age\b)?(?:\s{1,3}points?\b)?|\s{1,3}percentage\s{1,3}points?\b", re.IGNORECASE
)
_WORD = re.compile(
    r"(?:\s{1,3}of\s|[\s-]|(?<=\d)|(?<=[½⅓⅔¼¾]))(?:\s{0,2}(?P<of>square|sq\.?|cubic|nautical|metric|US|U\.S\.)[\s-])?\s{0,2}"
    r"(?P<word>[A-Za-z]+(?:/h)?[²³]?|°\s?[CF]|[℃℉€£¥₽₺₸₹₪])(?!\w)"
)
_SIGN_INSIDE = re.compile(r"[a-z]+\s{1,3}(?:[a-z]+\s{1,3})?(?P<sign>[$€£¥₽₺₸₹₪₴₩₦])", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude[\s-](?:of\s)?$", re.IGNORECASE)
_RICHTER = re.compile(r"\s{1,3}on\s{1,3}the\s{1,3}(?:open-ended\s{1,3})?Richter\b|[\s-]magnitude\b", re.IGNORECASE)
_NATIONAL = re.compile(r"\s{1,3}(?:[A-Z][a-z]+\s{1,3}|US\s{1,3}|CFA\s{1,3}){1,2}(?P<word>[a-z]+)\b")
CARGO = 1000  # barrels, from which on they are a measure and no longer things that are seen, dropped or found
_LIQUID = re.compile(
    r"(?:\s{1,3}of\s{1,3}(?:\w{1,12}\s{1,3})?(?:oil|crude|petrol|petroleum|fuel|water|beer|wine)|\s{1,3}(?:a|per)\s)\b"
)
_AN_HOUR = re.compile(r"\s{1,3}(?:an|per)\s{1,3}hour\b|\s?/\s?h(?:our|r)?\b", re.IGNORECASE)
_SPEEDS = {"mile": "mph", "km": "km/h"}
_WIDE = {"sq": "square", "sq.": "square"}


def unit_around(number: Span, text: str, value: float = 0) -> tuple[Span, AmountKind, str | None]:
    """The number with its sign or unit, what kind of amount that makes it, and the unit's name."""
    sign = _sign().search(text[max(0, number.start - 8) : number.start])
    if sign:
        span = Span(number.start - len(sign.group()), number.end)
        return span, "money", _money().get(re.sub(r"[\s.]", "", sign.group())) or _money().get(sign.group()[-1])
    inside = _SIGN_INSIDE.match(text, number.start, number.end)  # "between $140 million and $150 million"
    if inside:
        return number, "money", _money().get(inside["sign"])
    if _MAGNITUDE.search(text[max(0, number.start - 14) : number.start]) or _RICHTER.match(text, number.end):
        return number, "measure", "magnitude"
    percent = _PERCENT.match(text, number.end)
    if percent:
        return Span(number.start, percent.end()), "percent", "percent"
    return _worded(number, text, value) or _national(number, text) or (number, "count", None)


def dimension_of(unit: str | None) -> str | None:
    """What the unit measures: "distance", "duration", "weight"; None for money, shares and counts."""
    return _dimensions().get(unit) if unit else None


def _worded(number: Span, text: str, value: float) -> tuple[Span, AmountKind, str] | None:
    found = _WORD.match(text, number.end)
    if found is None:
        return None
    word, span = found["word"].replace(" ", ""), Span(number.start, found.end())
    money = _money().get(word) or _money().get(word.lower())
    if money or (word.lower() == "pounds" and value >= STERLING):
        return span, "money", money or "GBP"
    measure = _measures().get(word) or (_measures().get(word.lower()) if len(word) > 2 else None)
    if measure is None or (measure == "barrel" and value < CARGO and not _LIQUID.match(text, found.end())):
        return None
    speed = _AN_HOUR.match(text, found.end()) if measure in _SPEEDS else None
    if speed:
        return Span(number.start, speed.end()), "measure", _SPEEDS[measure]
    of = (found["of"] or "").lower()
    area = _WIDE.get(of, of)
    return span, "measure", f"{area} {measure}" if area in ("square", "cubic", "nautical") else measure


def _national(number: Span, text: str) -> tuple[Span, AmountKind, str] | None:
    """Money by whose it is: "500 Syrian pounds", "20 million Hong Kong dollars"."""
    found = _NATIONAL.match(text, number.end)
    if found is None:
        return None
    word = found["word"].removesuffix("s")
    whose = text[number.end : found.start("word")].strip()
    unit = lexicon("units")["national"].get(word, {}).get(whose.split()[-1]) or lexicon("units")["national"].get(word, {}).get(
        whose
    )
    unit = unit or _money().get(found["word"])
    return (Span(number.start, found.end()), "money", unit) if unit else None


@cache
def _sign() -> "re.Pattern[str]":
    """What stands before a sum: "$", "US$", "Rs. ", "EUR "."""
    codes = "|".join((*lexicon("units")["money"], r"Rs\.?", "KSh"))
    return re.compile(rf"(?:(?<!\w)(?:(?:US|U\.S\.|A|C|AU|CA|NZ|HK|R)\s?)?\$|[€£¥₽₺₸₹₪₴₩₦]|\b(?:{codes})\s?)$")


@cache
def _money() -> dict[str, str]:
    return {word: unit for unit, words in lexicon("units")["money"].items() for word in words}


@cache
def _measures() -> dict[str, str]:
    return {word: unit for unit, words in lexicon("units")["measures"].items() for word in words}


@cache
def _dimensions() -> dict[str, str]:
    found = {unit: dimension for dimension, units in lexicon("units")["dimensions"].items() for unit in units}
    lengths = lexicon("units")["dimensions"]["distance"]
    return found | {f"square {unit}": "area" for unit in lengths} | {f"cubic {unit}": "volume" for unit in lengths}
