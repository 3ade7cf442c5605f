"""Amounts in a text: how many, how much, between which bounds.

A count said vaguely has bounds too ("dozens" is 24 to 99), so that two amounts can always be compared. Every repetition in
the patterns is bounded, so that a page of digits or number words is not walked again from each of them.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.model import Span
from rashomon.text.numbered import is_name
from rashomon.text.numbers import SCALE, SCALES, SMALL, words_value
from rashomon.text.times import times_in
from rashomon.text.units import AmountKind, unit_around

Bounds = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount where it stands, with the words that bound it ("at least 58") and its sign or measure ("$40 million").

    `low` and `high` are inclusive (`high` None: open); `unit` only where the text itself says it: USD, percent, km, day.
    """

    span: Span
    low: float
    high: float | None
    kind: AmountKind = "count"
    unit: str | None = None
    approx: str | None = None  # the words that loosen it: "at least", "some", "dozens"


SHORT = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9}
VAGUE: dict[str, Bounds] = {
    "several": (3, 9),
    "a few": (3, 9),
    "a handful": (3, 9),
    "a couple": (2, 2),
    "a pair": (2, 2),
    "tens": (20, 99),
    "scores": (20, 99),
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2 * 10**6, 9_999_999),
    "billions": (2 * 10**9, 9_999_999_999),
    "no one": (0, 0),
    "nobody": (0, 0),
    "none": (0, 0),
}
AT_LEAST = (
    "at least|at the least|no fewer than|no less than|not less than|not fewer than|upwards? of|in excess of|a minimum of|"
    "well over|(?:slightly |far |much )?more than|over|above|exceeding|greater than"
)
AT_MOST = "up to|as many as|as much as|at most|no more than|not more than|a maximum of|fewer than|less than|under|below"
ABOUT = (
    "some|around|about|roughly|approximately|approx\\.?|an estimated|estimated|circa|in the (?:region|order) of|something like"
)
NEARLY = "nearly|almost|close to|just under|just below|approaching"
JUST_OVER = "just over|just above|a little over|slightly over"
TENTH = 0.1  # how far "some 500" may be from 500

_S = r"\s{1,3}"
_VAGUE = "|".join(sorted((words.replace(" ", _S) for words in VAGUE), key=len, reverse=True))
_NUMBER = re.compile(
    rf"""(?P<vague>\b(?:several|a{_S}few|a{_S}couple(?:{_S}of)?){_S}(?:{SCALE})\b|\b(?:{_VAGUE})\b)
    |(?<![\w.])(?<!\d[,:/])(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?|\d{{1,18}}(?:\.\d{{1,9}})?)(?![.,:/]?\d)
        (?:[\s-]?(?P<scale>{SCALE})\b|(?P<short>k|mn?|mln|bn|bln)\b)?
    |\b(?P<words>(?:(?:half|(?:an?{_S})?quarter|three{_S}quarters){_S}(?:of{_S})?an?{_S}|an?{_S}|one{_S}|quarter{_S})?(?:{SCALE})\b(?:[\s-]{{1,3}}(?:and{_S})?(?:{SMALL}|{SCALE})\b){{0,9}}
        |(?:{SMALL})(?:[\s-]{{1,3}}(?:and{_S}(?=(?:{SMALL})\b))?(?:{SMALL}|{SCALE})\b){{0,9}})\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    rf"(?:\b(?:(?P<over>{JUST_OVER})|(?P<nearly>{NEARLY})|(?P<low>{AT_LEAST})|(?P<high>{AT_MOST})|(?P<about>{ABOUT}))|(?P<tilde>~))"
    r"\s{0,3}(?:the\s{1,3})?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<low>\s+or\s+more\b|\s+plus\b|\+)|(?P<high>\s+or\s+(?:fewer|less)\b)|(?P<about>\s+or\s+so\b|-odd\b)", re.IGNORECASE
)
_RANGE = re.compile(r"\s{0,3}(?:(?P<to>-|–|—|\bto\b)|(?P<or>\bor\b))\s{0,3}|\s{1,3}(?P<and>and)\s{1,3}", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}[$€£¥]?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s{1,3}[$€£¥]?$", re.IGNORECASE)
_NOT_ONE = re.compile(
    r"\s+(?:of|another|day|thing|more\s+time)\b|\s+(?:can|could|will|would|should|must|may|might|is|was|has|had|said|says|knows|by|in|on|who|that)\b|-",
    re.IGNORECASE,
)
_NAMED_ONE = re.compile(r"\b(?:no|the|this|that|which|each|any|every|some|other|first|last|big|new|it|only)\s+$", re.IGNORECASE)
_PHONE = re.compile(r"\d{3}[-–]\d{4}")
_WINDOW = 40  # code points before an amount in which the words that bound it stand


def amounts_in(text: str) -> list[Amount]:
    """Every amount in reading order; never a year, date, time of day, age, ordinal, or the number in a name ("Flight 93")."""
    taken = [time.span for time in times_in(text, None) if time.kind != "duration"]
    plain = list(_apart(_numbers(text), taken))
    measured = (_measured(amount, text) for amount in _ranges(plain, text))
    return [_bounded(amount, text) for amount in measured if not is_name(amount.span, text)]


def _apart(amounts: Iterable[Amount], taken: list[Span]) -> Iterator[Amount]:
    """The amounts that share nothing with the spans taken; both are in reading order."""
    at = 0
    for amount in amounts:
        while at < len(taken) and taken[at].end <= amount.span.start:
            at += 1
        if at == len(taken) or not amount.span.overlaps(taken[at]):
            yield amount


def _numbers(text: str) -> Iterator[Amount]:
    for match in _NUMBER.finditer(text):
        span = Span(*match.span())
        if match["vague"]:
            words = " ".join(match.group().lower().split())
            low, high = VAGUE.get(words) or _several(words)
            if words != "scores" or re.match(r"\s+(?:of|more|were|are|have)\b", text[span.end : span.end + 9]):  # "test scores"
                yield Amount(span, low, high, approx=match.group())
        elif match["digits"]:
            short, value = match["short"] or "", float(match["digits"].replace(",", ""))
            if short == "m" and _before(text, span.start, 1) not in tuple("$€£"):  # "50m" is metres unless it is money
                short, span = "", Span(span.start, span.end - 1)
            value *= SCALES[match["scale"].lower()] if match["scale"] else SHORT.get(short.lower(), 1)
            yield Amount(span, value, value)
        else:
            yield from _worded(span, text)


def _worded(span: Span, text: str) -> Iterator[Amount]:
    """A number in words; "twenty and thirty" is two of them."""
    words = span.of(text).lower()
    value = words_value(" ".join(words.split()))
    if value is not None:
        if not (words == "one" and _is_pronoun(text, span)):
            yield Amount(span, value, value)
        return
    parts = [part for part in re.finditer(r"\w+(?:-\w+)*", words) if part.group() not in ("and", "a", "an", "half", "quarter")]
    for part in parts:
        value = words_value(part.group())
        if value is not None:
            yield Amount(Span(span.start + part.start(), span.start + part.end()), value, value)


def _several(words: str) -> Bounds:
    """ "several hundred", "a couple of dozen"."""
    scale = SCALES[words.rsplit(" ", 1)[1]]
    low, high = VAGUE["a couple" if "couple" in words else "several"]
    return low * scale, high * scale if high else None


def _is_pronoun(text: str, one: Span) -> bool:
    return _NOT_ONE.match(text, one.end) is not None or _NAMED_ONE.search(_before(text, one.start, 10)) is not None


def _ranges(amounts: list[Amount], text: str) -> Iterator[Amount]:
    """Two amounts that are the ends of one: "between 20 and 30", "20-30", "three or four", "$2-3 million"."""
    at = 0
    while at < len(amounts):
        one, other = amounts[at], amounts[at + 1] if at + 1 < len(amounts) else None
        merged = _range(one, other, text) if other else None
        yield merged or one
        at += 2 if merged else 1


def _range(one: Amount, other: Amount, text: str) -> Amount | None:
    gap, behind = text[one.span.end : other.span.start], text[other.span.end : other.span.end + 10]
    if ("%" in gap or "cent" in gap) and not re.match(r"\s?(?:%|per ?cent)", behind):  # "rose 12% to $3.4 billion" is two amounts
        return None
    if (sign := re.search(r"[$€£¥]", gap)) and sign.group() not in _before(text, one.span.start, 1):
        return None
    joint = _RANGE.fullmatch(re.sub(r"[$€£¥%]|\s?per ?cent", "", gap)) if len(gap) < 20 else None
    if joint is None or one.high is None or other.high is None:
        return None
    between = _BETWEEN.search(_before(text, one.span.start, 14))
    scale = (
        _scale(other.span.of(text)) if _scale(one.span.of(text)) == 1 and one.low < other.low / _scale(other.span.of(text)) else 1
    )
    low = one.low * scale
    if low >= other.high or (joint["and"] and not between) or (joint["or"] and other.high > 2 * low + 2):
        return None
    if _PHONE.fullmatch(text, one.span.start, other.span.end):
        return None
    if joint["to"] and _FROM.search(_before(text, one.span.start, 10)):  # "rose from 20 to 30" is two amounts
        return None
    words = between.group().rstrip(" $€£¥\t\n") if between else None
    start = one.span.start - (len(between.group()) if between else 0)
    return Amount(Span(start, other.span.end), low, other.high, approx=words)


def _scale(words: str) -> int:
    last = re.split(r"[\s-]", words.lower())[-1]
    short = re.fullmatch(r"[\d.,]+([a-z]+)", last)
    return SCALES.get(last, SHORT.get(short.group(1), 1) if short else 1)


def _measured(amount: Amount, text: str) -> Amount:
    """The amount with its sign or measure: "$40 million", "20 percent", "50 km"."""
    span, kind, unit = unit_around(amount.span, text)
    return replace(amount, span=span, kind=kind, unit=unit)


def _bounded(amount: Amount, text: str) -> Amount:
    """The amount with the words that bound it: "at least 58", "some 500", "50 or more"."""
    before = _BEFORE.search(_before(text, amount.span.start, _WINDOW))
    after = None if before else _AFTER.match(text, amount.span.end)
    found = before or after
    if found is None or found.lastgroup is None:
        return amount
    low, high = _bounds(found.lastgroup, amount.low, amount.high)
    start = amount.span.start - (len(before.group()) if before else 0)
    end = after.end() if after else amount.span.end
    return replace(amount, span=Span(start, end), low=low, high=high, approx=found.group().strip())


def _bounds(how: str, low: float, high: float | None) -> Bounds:
    top = low if high is None else high
    match how:
        case "low":
            return low, None
        case "high":
            return 0, top
        case "over":
            return low, _more(top)
        case "nearly":
            return _less(low), top
    return _less(low), _more(top)


def _more(value: float) -> float:
    """A tenth more, as a whole number for counts: 100 is 110, not 111 for the sake of a rounding."""
    return math.ceil(round(value * (1 + TENTH), 6)) if float(value).is_integer() else value * (1 + TENTH)


def _less(value: float) -> float:
    return math.floor(round(value * (1 - TENTH), 6)) if float(value).is_integer() else value * (1 - TENTH)


def _before(text: str, at: int, many: int) -> str:
    return text[max(0, at - many) : at]
