"""Ages: how old somebody or something is, where the words around a number say so."""

import re

from rashomon.model import Span

OLDEST = 120  # years; a bare number above it is no age of anybody
_OLD = re.compile(
    r"(?:[\s-]{0,3}(?P<unit>years?|yrs?|months?|weeks?|days?|hours?)|(?P<joined>-(?:year|month|week|day)s?))?[\s-]{1,3}olds?\b"
    r"|\s{1,3}(?P<of>years?|months?)\s{1,3}of\s{1,3}age\b|\s?y/?o\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged|ages?)\s{1,3}(?:(?:of|from|between|just|only|about|around)\s{1,3}){0,2}$|\bage\s{1,3}(?:[\w-]{1,20}\s{1,3}){0,6}(?:is|was|of)\s{1,3}$",
    re.IGNORECASE,
)
_OR_OLDER = re.compile(r"\s{1,3}(?:or|and)\s{1,3}(?:older|younger)\b", re.IGNORECASE)
_UNIT = re.compile(r"[\s-]{1,3}(?P<unit>years?|months?|weeks?|days?)\b", re.IGNORECASE)
_JOINED = re.compile(r"\s?(?:,|,?\s(?:and|or|to)|[-–/])\s?")
_AFTER_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:,\s{0,3}|\s?\()$")
_CLOSED = re.compile(r"\s?(?:,|\)|;|\.(?:\s|$)|$)|\s{1,3}(?:and|is|are|was|were|has|have|had)\s")
_SAID_OF = re.compile(
    r"\b(?:(?:he|she|who|it|boy|girl|man|woman|child|son|daughter|victim|deceased|suspect|attacker|gunman|driver|pilot|singer)(?:\s(?:is|was)|[’']s)|turn(?:s|ed|ing)?|turned)"
    r"\s{1,3}(?:(?:now|just|only|about|around)\s{1,3}){0,2}$",
    re.IGNORECASE,
)
_DIED_AT = re.compile(r"\b(?:dies|died|dead|die|dying)\b[^.;:,]{0,40}\bat\s{1,3}$", re.IGNORECASE)
_TOLL_AT = re.compile(
    r"\b(?:number|toll|count|tally|total|figure)\b[^.;:]{0,70}$|\b(?:stands?|stood|remain(?:s|ed)?|put)\s{1,3}at\s{1,3}$",
    re.IGNORECASE,
)
_BETWEEN_COMMAS = re.compile(r"[a-z’'](?P<comma>,)\s{1,3}$")
_NOTHING_COUNTED = re.compile(
    r"\s?(?:[.,;:)!?”\"’']|$)|\s{1,3}(?:just|only|on|at|when|and|but|in|last|this|a|the|years?\s?[.,;)])\b", re.IGNORECASE
)


def age_of(number: Span, text: str, after: Span | None = None) -> tuple[Span, str] | None:
    """The age with its words ("17-year-old", "4 years old") and its unit; None for any other number.

    `after` is the age before it, if any: in "ages 6, 7 and 9" each is one.
    """
    old = _OLD.match(text, number.end)
    if old:
        unit = (old["unit"] or old["joined"] or old["of"] or "year").lower().strip("-").removesuffix("s")
        return Span(number.start, old.end()), "year" if unit in ("yr", "y") else unit
    words = number.of(text)
    if words.isdigit() and (len(words) > 3 or not 0 < int(words) <= OLDEST):
        return None
    before = text[max(0, number.start - 80) : number.start]
    if _AGED.search(before):
        measured = _UNIT.match(text, number.end)
        end, said = (measured.end(), measured["unit"]) if measured else (number.end, "year")
        return Span(number.start, end), said.lower().removesuffix("s")
    if _OR_OLDER.match(text, number.end):
        return number, "year"
    joined = after is not None and _JOINED.fullmatch(text, after.end, number.start) is not None
    if joined and _CLOSED.match(text, number.end):
        return number, "year"
    if words.isdigit() and (
        (_AFTER_NAME.search(before) and _CLOSED.match(text, number.end))
        or ((_SAID_OF.search(before) or _is_of_a_death(before)) and _NOTHING_COUNTED.match(text, number.end))
        or (
            _BETWEEN_COMMAS.search(before)
            and text.startswith(",", number.end)
            and not text[number.end + 1 : number.end + 2].isdigit()
        )
    ):
        return number, "year"
    return None


def _is_of_a_death(before: str) -> bool:
    """As in "died at 77", but not "the number of dead stands at 77"."""
    return _DIED_AT.search(before) is not None and _TOLL_AT.search(before) is None
