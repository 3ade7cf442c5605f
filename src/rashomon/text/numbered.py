"""Numbers that count nothing: in a name ("Flight 93"), an age, an ordinal, an address, a place in a list."""

import re
from functools import cache

from rashomon.model import Span
from rashomon.text.lexicon import lexicon

_AGE = re.compile(
    r"[\s-]{0,3}(?:years?|yrs?|months?|weeks?|days?)?[\s-]{0,3}old\b|-years?\b(?=-)|\s{1,3}years?\s{1,3}of\s{1,3}age\b|\s?y/?o\b",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s{1,3}(?:of\s{1,3})?$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\b[A-Z][\w'’.-]*(?:,\s{0,3}|\s?\()$")
_CLOSED = re.compile(r"\s?(?:,|\)|;|\.(?:\s|$)|$)|\s{1,3}and\s")
_ORDINAL = re.compile(
    r"-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|st|nd|rd|th)\b"
    r"|[\s-](?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|halves)\b"
    r"|-(?:on-one|way|sided|off|time|man)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\b(?:Group|Gang|Council|Committee|Party)\s{1,3}of(?:\s{1,3}the)?|\b(?:World\s{1,3}War|War|Big|Channel|Part|Ground|Air\s{1,3}Force))\s{1,3}$"
)
_SHIP = re.compile(
    r"\b(?:[Tt]he|MV|SS|USS|HMS|ship|vessel|tanker|freighter|ferry|boat|trawler)\s{1,3}(?:[A-Z][a-z]+\s{1,3}){1,3}$"
)
_BESIDE = re.compile(r"(?:[A-Za-z]-|\d[-–:/.,]|[/=_#@&\\№+*×])$")  # F-16, 555-1234, 3-2, an address, #3, a phone
_BEHIND = re.compile(r"[-–:/]\d|[/=_@\\*×]|[A-Za-z]")
_LISTED = re.compile(r"(?:^|\n)[ \t]{0,8}[(\[]?$")
_LIST_END = re.compile(r"[.)\]]{1,2}(?:\s|$)")
_PLURAL = re.compile(
    r"\s{1,3}(?:[a-z]+\s{1,3}){0,1}(?:people|men|women|children|police|[a-z]{2,}[^s\W]s(?<!says)(?<!was)(?<!has)(?<!does))\b"
)
_CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|dial(?:s|ed|ing)?|the|a)\s{1,3}$", re.IGNORECASE)
_TITLED = re.compile(r"[A-Z][a-z]+ (?:Mile|Day|Hour|Minute|Week|Month|Year)s?")  # Three Mile Island
_NEVER_COUNTED = re.compile(r"9[-/]?11")


def is_name(amount: Span, text: str) -> bool:
    """Whether the number only names or orders, so that it is no amount."""
    before, behind = text[max(0, amount.start - 30) : amount.start], text[amount.end : amount.end + 40]
    words = amount.of(text)
    plain = words.isdigit()
    return bool(
        _BESIDE.search(before)
        or _BEHIND.match(behind)
        or _ORDINAL.match(behind)
        or _NAMED.search(before)
        or (plain and len(words) > 1 and words[0] == "0")
        or _is_age(words, before, behind)
        or (plain and len(words) <= 2 and _LISTED.search(before) and _LIST_END.match(behind))
        or (_NEVER_COUNTED.fullmatch(words) and _CALLED.search(before))
        or (plain and len(words) <= 2 and _SHIP.search(before) and not _PLURAL.match(behind))
        or _TITLED.fullmatch(words)
        or _designated(before, behind)
    )


def _is_age(words: str, before: str, behind: str) -> bool:
    """ "aged 5", "a 5-year-old", "Ann Smith, 44, of Ohio": a person's age."""
    if _AGE_BEFORE.search(before) or _AGE.match(behind):
        return True
    if re.search(r"[\s-]years?$", words, re.IGNORECASE) and re.match(r"[\s-]{1,3}(?:old\b|of\s+age\b)", behind, re.IGNORECASE):
        return True
    return words.isdigit() and 1 <= int(words[:4]) <= 115 and bool(_AFTER_NAME.search(before) and _CLOSED.match(behind))


def _designated(before: str, behind: str) -> bool:
    """After a word that numbers things: "Flight 93" always, "flight 93" unless people or things are counted behind it."""
    found = _designators().search(before)
    if found is None:
        return False
    return found["word"][0].isupper() or not _PLURAL.match(behind)


@cache
def _designators() -> "re.Pattern[str]":
    words = "|".join(re.escape(word.rstrip(".")) for word in sorted(lexicon("units")["designators"], key=len, reverse=True))
    return re.compile(rf"\b(?P<word>{words})(?:\.|-)?\s{{0,2}}$", re.IGNORECASE)
