"""Amounts in a text: how many, how much, between which bounds.

A count said vaguely has bounds too ("dozens" is 24 to 99), so that two amounts can always be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rashomon.model import Span
from rashomon.text.times import times_in

AmountKind = Literal["count", "money", "percent", "measure"]
Bounds = tuple[float, float | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount where it stands: `low` and `high` are inclusive (None: open); `unit` only where the text itself says it."""

    span: Span
    low: float
    high: float | None
    kind: AmountKind = "count"
    unit: str | None = None
    approx: str | None = None  # the words that loosen it: "at least", "some", "dozens"


_FIRST = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: n for n, word in enumerate(_FIRST)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
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
    "some|around|about|roughly|approximately|approx\\.?|an estimated|estimated|circa|in the (?:region|order) of|something like|~"
)
NEARLY = "nearly|almost|close to|just under|just below|approaching"
JUST_OVER = "just over|just above|a little over|slightly over"

_SMALL = "|".join(sorted(WORDS, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_NUMBER = re.compile(
    rf"""(?P<vague>\b(?:several|a\s+few|a\s+couple(?:\s+of)?)\s+(?:{_SCALE})\b|\b(?:{"|".join(sorted(VAGUE, key=len, reverse=True))})\b)
    |(?<![\w.])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![.,:/]?\d)
        (?:[\s-]?(?P<scale>{_SCALE})\b|(?P<short>k|mn?|mln|bn|bln)\b)?
    |\b(?P<words>(?:half\s+an?\s+|an?\s+|one\s+|quarter\s+)?(?:{_SCALE})\b(?:[\s-]+(?:and\s+)?(?:{_SMALL}|{_SCALE})\b)*
        |(?:{_SMALL})(?:[\s-]+(?:and\s+(?=(?:{_SMALL})\b))?(?:{_SMALL}|{_SCALE})\b)*)(?!-year|\s+years?\s+old)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    rf"(?:\b(?:(?P<over>{JUST_OVER})|(?P<nearly>{NEARLY})|(?P<low>{AT_LEAST})|(?P<high>{AT_MOST})|(?P<about>{ABOUT}))|(?P<tilde>~))\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<low>\s+or\s+more\b|\s+plus\b|\+)|(?P<high>\s+or\s+(?:fewer|less)\b)|(?P<about>\s+or\s+so\b|-odd\b)", re.IGNORECASE
)
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\bor\b)\s*|\s+and\s+", re.IGNORECASE)
_AGE = re.compile(r"[\s-]*(?:years?|yrs?|months?|weeks?)?[\s-]*old\b|-years?\b(?=-)", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+(?:of\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_NOT_ONE = re.compile(r"\s+(?:of|another|day|thing|more\s+time)\b|\s+(?:can|could|is|was|has|by|in|on|who|that)\b", re.IGNORECASE)
_NAMED_ONE = re.compile(r"\b(?:no|the|this|that|which|each|any|every|some|other|first|last|big|new|it|only)\s+$", re.IGNORECASE)


def amounts_in(text: str) -> list[Amount]:
    """Every amount in reading order; never a year, date, time of day, age, ordinal, or the number in a name ("Flight 93")."""
    taken = [time.span for time in times_in(text, None) if time.kind != "duration"]
    plain = [found for found in _numbers(text) if not any(found.span.overlaps(span) for span in taken)]
    return [_measured(amount, text) for amount in _bounded(_ranges(plain, text), text) if not _is_name(amount, text)]


def _numbers(text: str) -> Iterator[Amount]:
    for match in _NUMBER.finditer(text):
        words = " ".join(match.group().lower().split())
        span = Span(*match.span())
        if match["vague"]:
            low, high = VAGUE.get(words) or _several(words)
            yield Amount(span, low, high, approx=match.group())
        elif match["digits"]:
            value = float(match["digits"].replace(",", ""))
            scale = SCALES[match["scale"].lower()] if match["scale"] else 1
            if match["short"] and not _before(text, span.start, 1).strip() == "" and match["short"].lower() == "m":
                scale = SHORT["m"] if _before(text, span.start, 1) in "$€£" else 1
                if scale == 1:  # "50m" is metres unless it is money
                    span = Span(span.start, span.end - 1)
            elif match["short"]:
                scale = SHORT[match["short"].lower()]
            yield Amount(span, value * scale, value * scale)
        else:
            value = words_value(words)
            if value is not None and not (words == "one" and _is_pronoun(text, span)):
                yield Amount(span, value, value)


def words_value(words: str) -> float | None:
    """The value of a number in words ("two dozen", "one hundred and five"), or None for words that are no number."""
    half = words.startswith("half")
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", words.removeprefix("half").strip()):
        if word in ("a", "an", "and"):
            continue
        if word in WORDS:
            if current % 10 or (current % 100 and WORDS[word] >= 10):  # "nine eleven", "five seven": not one number
                return None
            current += WORDS[word]
        elif word in SCALES:
            scale = SCALES[word]
            if scale in (12, 100):
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
        else:
            return None
    return (total + current) / (2 if half else 1)
