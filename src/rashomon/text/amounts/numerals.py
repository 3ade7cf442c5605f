"""Every number of a text as it is written, in figures or words: "1,200", "two dozen", "5½", "dozens", "two-thirds".

Every repetition in the patterns is bounded, so that a page of digits or number words is not walked again from each of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.model import Span
from rashomon.text.lexicon import lexicon
from rashomon.text.numbers import PART, PARTS, SCALE, SCALES, SIGNS, SMALL, WORDS, part_value, words_value

Written = Literal["number", "vague", "share"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands: `low` to `high` for vague words by convention ("dozens" is 24 to 99), else the same twice.

    A share is in percent.
    """

    span: Span
    low: float
    high: float
    written: Written = "number"


SHORT = {"k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9}
LARGEST = 10**18
_S = r"\s{1,3}"
_SIGNS = "".join(SIGNS)
_FIGURE = (
    r"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,5}"
    r"|\d{1,3}(?:[ ]\d{3}){0,4}[ ]000|\d{1,18}(?:\.\d{1,9})?"
)
_UNITS = "hour|day|year|decade|century|mile|kilomet(?:re|er)|met(?:re|er)|inch|pound|ton|tonne|acre|gallon|lit(?:re|er)"
_HALF = rf"(?P<half>{_S}and{_S}a{_S}half\b)"
_WORDS = (
    rf"(?:(?:half|(?:an?{_S})?quarter|three{_S}quarters){_S}(?:of{_S})?an?{_S}|an?{_S}half{_S}|(?:an?|one|half|quarter){_S})?(?:{SCALE})\b"
    rf"(?:[\s-]{{1,3}}(?:and{_S})?(?:{SMALL}|{SCALE})\b){{0,9}}"
    rf"|(?:{SMALL})(?:[\s-]{{1,3}}(?:and{_S}(?=(?:{SMALL})\b))?(?:{SMALL}|{SCALE})\b){{0,9}}"
)
_NO_NUMBER = rf"(?!{_S}(?:of{_S})?an?{_S}(?:{SCALE})\b)"  # "a quarter of a million" is one number
_WHOLE = rf"{_NO_NUMBER}(?=\s{{1,3}}(?:of|the|its|their|our|his|her|this|that|these|those|all)\b)"  # what a share is of
_OF_ANY = (
    rf"(?:(?:one|1){_S}in{_S}(?:every{_S})?(?:(?:{SMALL})\b|\d{{1,3}})|(?:\d{{1,2}}|{SMALL}){_S}"
    rf"(?:in{_S}(?:10|100|ten)|out{_S}of{_S}(?:every{_S})?(?:\d{{1,3}}|{SMALL})))\b"
)


@cache
def _pattern() -> "re.Pattern[str]":
    listed = sorted((*lexicon("amounts")["vague"], *lexicon("amounts")["zero"]), key=len, reverse=True)
    codes = "|".join(rf"(?<=\b{code})" for code in ("Rs", "KSh", *lexicon("units")["money"]))  # "USD500"
    vague = "|".join(re.escape(words).replace(r"\ ", _S) for words in listed)
    return re.compile(
        rf"""(?P<vague>\b(?:several|an?{_S}few|few|an?{_S}couple(?:{_S}of)?){_S}(?:{SCALE})\b|\b(?:{vague})\b)
        |(?P<share>\b(?:(?:an?|one|1){_S}(?:{PART})\b{_WHOLE}|(?:one|an?)-(?:{PART})\b(?!-)|(?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)half{_WHOLE}
            |(?:two|three|four|five|six|seven|eight|nine)[\s-](?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b
                {_NO_NUMBER}|{_OF_ANY}))
        |\b(?P<halved>half)(?:{_S}an?\b|(?=-))(?={_S}(?:{_UNITS})\b|-(?:{_UNITS})\b)
        |(?:(?<![\w.])|{codes})(?<!\d[,:/])(?P<figure>{_FIGURE})(?![.,:/]?\d)(?P<sign>\s?[{_SIGNS}])?
            (?:{_HALF}?[\s-]?(?P<scale>{SCALE})s?\b|(?P<short>k|mn?|mln|bn|bln)\b|{_HALF.replace("half>", "alone>")})?
        |(?<![\w.])(?P<fraction>[{_SIGNS}])
        |\b(?P<words>{_WORDS})\b(?:{_S}and{_S}a{_S}half\b(?P<scaled>{_S}(?:{SCALE})\b)?)?""",
        re.IGNORECASE | re.VERBOSE,
    )


def numerals_in(text: str) -> Iterator[Numeral]:
    """Every number in reading order. No pronoun ("this one"), no "second half"; whether it counts anything is not asked here."""
    for match in _matches(text):
        if match["vague"]:
            yield from _vague(match, text)
        elif match["share"]:
            yield from _share(match, text)
        elif match["halved"]:
            yield Numeral(Span(*match.span()), 0.5, 0.5)
        elif match["figure"] or match["fraction"]:
            numeral = _figure(match, text)
            if numeral.high <= LARGEST:
                yield numeral
        else:
            yield from _worded(match, text)


_WORD = re.compile(rf"[^\W\d_]+|\d+|[{_SIGNS}]")
_NEXT = re.compile(r"[\s-]{1,3}([^\W\d_]+)")
_ARTICLES = frozenset(["a", "an", "no", "many"])


def _matches(text: str) -> Iterator["re.Match[str]"]:
    """The pattern's matches; it is tried only where a word may begin a number, which takes a tenth of the time."""
    first, second, end = *_openings(), 0
    for word in _WORD.finditer(text):
        start, said = word.start(), word.group().lower()
        if start < end or not (said in first or said[0].isdigit() or said in SIGNS):
            continue
        if said in _ARTICLES and not ((after := _NEXT.match(text, word.end())) and after[1].lower() in second):
            continue
        match = _pattern().match(text, start)
        if match is not None:
            yield match
            end = match.end()


@cache
def _openings() -> tuple[frozenset[str], frozenset[str]]:
    """The words that may begin a number, and those that may come after an article that does."""
    phrases = [words.replace("-", " ").split() for key in ("vague", "zero") for words in lexicon("amounts")[key]]
    first = {words[0] for words in phrases} | WORDS.keys() | SCALES.keys() | PARTS.keys() | _ARTICLES
    second = {words[1] for words in phrases if words[0] in _ARTICLES} | SCALES.keys() | PARTS.keys()
    return frozenset(first), frozenset(second)


_FEW = re.compile(r"\b(?:last|past|next|first|these)\s+$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:of|more|others?|people|were|are|have|had|also|dead|killed|died|wounded|injured|hurt|arrested|detained|missing|feared)\b",
    re.IGNORECASE,
)
_HARMING = re.compile(r"\b(?:kill|wound|injur|hurt|arrest|detain|displac|includ|leav|left)(?:s|ed|es|ing)?\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:of|more|(?:minutes|hours|days|weeks|months|years)\b)", re.IGNORECASE)


def _vague(match: "re.Match[str]", text: str) -> Iterator[Numeral]:
    words, span = " ".join(match.group().lower().split()), Span(*match.span())
    if words in lexicon("amounts")["zero"]:
        yield Numeral(span, 0, 0)
        return
    before = text[max(0, span.start - 14) : span.start]
    if words == "few" and not _FEW.search(before):
        return
    if words == "scores" and not (_COUNTED.match(text, span.end) or _HARMING.search(before)):  # "test scores"
        return
    if words in ("a pair", "tens") and not _OF.match(text, span.end):
        return
    if words == "a couple" and not _MORE.match(text, span.end):  # "a couple from Ohio" is married
        return
    low, high = lexicon("amounts")["vague"].get(words) or _several(words)
    yield Numeral(span, low, high, "number" if low == high else "vague")


def _several(words: str) -> tuple[float, float]:
    """Bounds of "several hundred", "a couple of dozen"."""
    scale = SCALES[words.rsplit(" ", 1)[1]]
    low, high = lexicon("amounts")["vague"]["a couple" if "couple" in words else "several"]
    return low * scale, high * scale


_MEASURED = re.compile(r"\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|matches|games)\b", re.IGNORECASE)


def _share(match: "re.Match[str]", text: str) -> Iterator[Numeral]:
    words = " ".join(match.group().lower().split())
    many, _, whole = re.sub(r" (?:in|out of)(?: every)? ", "|", words).partition("|")
    if not whole:
        value = part_value(words)
    elif _MEASURED.match(text, match.end()):  # "one in 10 years"
        value = None
    else:
        of = _plain(whole)
        value = _plain(many) / of if of else None
    if value is not None and 0 < value <= 1:
        yield Numeral(Span(*match.span()), round(100 * value, 4), round(100 * value, 4), "share")


def _plain(words: str) -> float:
    return float(words) if words.isdigit() else WORDS[words]


_ADDED = re.compile(
    r"\s+(?:people|persons?|men|women|children|users|jobs|homes|viewers|voters|refugees|barrels|tons?|tonnes)\b", re.IGNORECASE
)


def _figure(match: "re.Match[str]", text: str) -> Numeral:
    """A number in figures. "50m" is metres unless it is money or people."""
    start, end, short = match.start(), match.end(), match["short"] or ""
    if short == "m" and text[max(0, start - 1) : start] not in tuple("$€£") and not _ADDED.match(text, end):
        short, end = "", end - 1
    value = float(re.sub(r"[^\d.]", "", match["figure"])) if match["figure"] else SIGNS[match["fraction"]]
    if match["sign"]:
        value += SIGNS[match["sign"].strip()]
    if match["half"] or match["alone"]:
        value += 0.5
    value *= SCALES[match["scale"].lower()] if match["scale"] else SHORT.get(short.lower(), 1)
    if match["fraction"] and _OF.match(text, end):
        return Numeral(Span(start, end), 100 * value, 100 * value, "share")
    return Numeral(Span(start, end), value, value)


_NOT_ONE = re.compile(
    r"\s+(?:of|another|day|thing|point|moment|stage|side|hand|more\s+time|involving|that|which|who|whose|where|when|after|before|from|with|for|to|as|than|and\s+only|or\s+another|or\s+the\s+other|or\s+both)\b"
    r"|\s+(?:can|could|will|would|should|must|may|might|is|was|has|had|said|says|knows|by|in|on)\b|-|\s+\w+-of\b",
    re.IGNORECASE,
)
_NAMED_ONE = re.compile(
    r"\b(?:no|the|this|that|(?<!in )which|each|any|every|some|other|first|second|third|last|next|same|big|new|old|good|bad|it|"
    r"only)\s+$",
    re.IGNORECASE,
)
_TOLD_THAT = re.compile(  # "said on Monday that one soldier had died" counts him
    r"\b(?:said|says|say|reported|reports|confirmed|announced|added|claimed|claims|stated|wrote|found|showed|knew|denied)\b"
    r"(?:\s+\S+){0,2}\s+that\s+$"
)
TOLD = 40  # code points back to the word that says


def _worded(match: "re.Match[str]", text: str) -> Iterator[Numeral]:
    """A number in words; "twenty and thirty" is two of them."""
    words, span = match["words"].lower(), Span(*match.span("words"))
    value = words_value(" ".join(words.split()))
    if value is not None:
        if match.end() > span.end:  # "two and a half", "two and a half million"
            scaled = (match["scaled"] or "").strip().lower()
            value = (value + 0.5 * (1 if scaled else SCALES.get(words.split()[-1], 1))) * SCALES.get(scaled, 1)
            span = Span(*match.span())
        if words not in SCALES and not (words == "one" and _is_pronoun(text, span)):  # a bare "million" is of something else
            yield Numeral(span, value, value)
        return
    for part in re.finditer(r"\w+(?:-\w+)*", words):
        value = None if part.group() in ("and", "a", "an", "half", "quarter") else words_value(part.group())
        if value is not None:
            yield Numeral(Span(span.start + part.start(), span.start + part.end()), value, value)


def _is_pronoun(text: str, one: Span) -> bool:
    before = text[max(0, one.start - TOLD) : one.start]
    named = _NAMED_ONE.search(before) is not None and _TOLD_THAT.search(before) is None
    return _NOT_ONE.match(text, one.end) is not None or named
