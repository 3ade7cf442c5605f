"""What a number measures, where the text says it with a sign or a unit: `resources/units.yaml` lists them."""

import re
from functools import cache
from typing import Literal

from rashomon.model import Span
from rashomon.text.lexicon import lexicon

AmountKind = Literal["count", "money", "percent", "measure"]
_PERCENT = re.compile(
    r"\s?%|\s{0,3}-?(?:per\s?cent|pct)\b(?:age\b)?(?:\s{1,3}points?\b)?|\s{1,3}percentage\s{1,3}points?\b", re.IGNORECASE
)
_WORD = re.compile(
    r"(?:[\s-]|(?<=\d))(?:\s{0,2}(?P<of>square|cubic|nautical|metric|US|U\.S\.)[\s-])?\s{0,2}(?P<word>[A-Za-z]+(?:/h)?|[€£¥₽₺₸₹₪])(?!\w)"
)
_SIGN = re.compile(r"(?:(?<!\w)(?:US|U\.S\.|A|C|AU|CA|NZ|HK)?\$|[€£¥₽₺₸₹₪]|\b(?:USD|EUR|GBP|CHF)\s?)$")


def unit_around(number: Span, text: str) -> tuple[Span, AmountKind, str | None]:
    """The number with its sign or unit, what kind of amount that makes it, and the unit's name."""
    sign = _SIGN.search(text[max(0, number.start - 6) : number.start])
    if sign:
        span = Span(number.start - len(sign.group()), number.end)
        return span, "money", _money().get(sign.group().strip()) or _money().get(sign.group()[-1])
    if text[max(0, number.start - 10) : number.start].lower().endswith("magnitude "):
        return number, "measure", "magnitude"
    percent = _PERCENT.match(text, number.end)
    if percent:
        return Span(number.start, percent.end()), "percent", "percent"
    found = _WORD.match(text, number.end)
    if found:
        word = found["word"]
        money = _money().get(word) or _money().get(word.lower())
        measure = _measures().get(word) or (_measures().get(word.lower()) if len(word) > 2 else None)
        span = Span(number.start, found.end())
        if money:
            return span, "money", money
        if measure:
            area = (found["of"] or "").lower()
            return span, "measure", f"{area} {measure}" if area in ("square", "cubic", "nautical") else measure
    return number, "count", None


@cache
def _money() -> dict[str, str]:
    return {word: unit for unit, words in lexicon("units")["money"].items() for word in words}


@cache
def _measures() -> dict[str, str]:
    return {word: unit for unit, words in lexicon("units")["measures"].items() for word in words}
