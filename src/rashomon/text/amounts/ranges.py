"""Two numbers that are the ends of one: "between 20 and 30", "20-30", "three or four", "$2-3 million"."""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Span
from rashomon.text.amounts.numerals import SHORT, Numeral
from rashomon.text.amounts.units import unit_around
from rashomon.text.numbers import SCALES

_JOINT = re.compile(
    r"\s{0,3}(?:(?P<to>-\s{1,3}to\b|-|–|—|\bto\b)|(?P<or>\bor\b))\s{0,3}|\s{1,3}(?P<and>and)\s{1,3}", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:anywhere\s{1,3})?between\s{1,3}[$€£¥]?$", re.IGNORECASE)
_FROM = re.compile(r"(?P<wide>\b(?:rang|var|differ)\w{0,4}|\banywhere|\bestimates)?\s{0,3}\bfrom\s{1,3}[$€£¥]?$", re.IGNORECASE)
_MEASURES = re.compile(
    r"[$€£¥%]|\s?per ?cent|(?<=[\s\d-])(?:feet|foot|ft|metres?|meters?|m|miles?|km|kilomet(?:re|er)s?|pounds?|lbs?|kg|tons?"
    r"|tonnes?|years?|months?|weeks?|days?|hours?|minutes?|seconds?)(?=\s(?:to|or|and)\s)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:%|per ?cent)", re.IGNORECASE)
_PHONE = re.compile(r"\d{3}[-–]\d{4}")
GAP = 24  # code points between the two ends at most


def ranged(numerals: Sequence[Numeral], text: str) -> Iterator[Numeral]:
    """The numbers in order, the two ends of a range made one."""
    at = 0
    while at < len(numerals):
        one, other = numerals[at], numerals[at + 1] if at + 1 < len(numerals) else None
        merged = _range(one, other, text) if other else None
        yield merged or one
        at += 2 if merged else 1


def _range(one: Numeral, other: Numeral, text: str) -> Numeral | None:
    gap, behind = text[one.span.end : other.span.start], text[other.span.end : other.span.end + 10]
    if len(gap) > GAP or {one.written, other.written} == {"share", "number"} or one.high == 0:
        return None
    if ("%" in gap or "cent" in gap) and not _PERCENT.match(behind):  # "rose 12% to $3.4 billion" is two amounts
        return None
    if (sign := re.search(r"[$€£¥]", gap)) and sign.group() not in text[max(0, one.span.start - 1) : one.span.start]:
        return None
    signed = text[max(0, one.span.start - 1) : one.span.start] in tuple("$€£¥")
    if signed and not sign and unit_around(other.span, text)[1] == "money":  # "from 182 to $1 to 340 tenge"
        return None
    joint = _JOINT.fullmatch(re.sub(r"\s{2,}", " ", _MEASURES.sub("", gap)))
    before = text[max(0, one.span.start - 26) : one.span.start]
    between, origin = _BETWEEN.search(before), _FROM.search(before)
    if joint is None or (joint["and"] and not between):
        return None
    low = one.low * _scale_of_both(one, other, text)
    if low >= other.high or (joint["or"] and other.high > 2 * low + 2):
        return None
    if "-" in gap.strip() and one.span.of(text).isdigit() and other.span.of(text).isalpha():  # "7-Eleven"
        return None
    if _PHONE.fullmatch(text, one.span.start, other.span.end):
        return None
    if joint["to"] and origin and not origin["wide"]:  # "rose from 20 to 30" is two amounts
        return None
    start = one.span.start - (len(between.group()) if between else 0)
    return Numeral(Span(start, other.span.end), low, other.high, "share" if one.written == "share" else "vague")


def _scale_of_both(one: Numeral, other: Numeral, text: str) -> int:
    """As in "20 to 30 million", where the first is in millions too."""
    scale = _scale(other.span.of(text))
    return scale if _scale(one.span.of(text)) == 1 and one.low < other.low / scale else 1


def _scale(words: str) -> int:
    last = re.split(r"[\s-]", words.lower())[-1].removesuffix("s")
    short = re.fullmatch(r"[\d.,]+([a-z]+)", last)
    return SCALES.get(last, SHORT.get(short.group(1), 1) if short else 1)
