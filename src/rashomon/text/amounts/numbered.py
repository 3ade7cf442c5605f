"""Numbers that count nothing: in a name ("Flight 93"), an ordinal, an address, a telephone number, a list, a score."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.model import Span
from rashomon.text.amounts.bounds import bounded
from rashomon.text.lexicon import lexicon

_ORDINAL = re.compile(
    r"-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|st|nd|rd|th)\b"
    r"|[\s-](?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|halves)\b"
    r"|-(?:on-one|way|sided|off|time|man|star|storey|story|lane|digit|point|dimensional|wheel|wheeler|engine|engined|seater?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:\b(?:Group|Gang|Council|Committee|Party)\s{1,3}of(?:\s{1,3}the)?|\b(?:World\s{1,3}War|War|Big|Channel|Part|Ground|Air\s{1,3}Force|Top))\s{1,3}$"
)
_SHIP = re.compile(
    r"\b(?:[Tt]he|MV|SS|USS|HMS|ship|vessel|tanker|freighter|ferry|boat|trawler)\s{1,3}(?:[A-Z][a-z]+\s{1,3}){1,3}$"
)
_BESIDE = re.compile(r"(?:[A-Za-z]-|\d[-–:/.,^]|[/=_#@&\\№+*×^§])$")  # F-16, 555-1234, 3-2, an address, #3, a phone
_BEHIND = re.compile(r"[-–:/]\d|[/=_@\\*×^]|[A-Za-z]|\s?°(?!\s?[CF]\b)|['’′″]\d")
_LISTED = re.compile(r"(?:^|\n|[;:]\s)[ \t]{0,8}[(\[]?$")
_LIST_END = re.compile(r"[.)\]]{1,2}(?:\s|$)")
_PLURAL = re.compile(
    r"\s{1,3}(?:[a-z]+\s{1,3}){0,1}(?:people|men|women|children|police|[a-z]{2,}[^s\W]s(?<!says)(?<!was)(?<!has)(?<!does))\b"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_OF_MONTH = re.compile(rf"\s(?:of\s)?(?:{_MONTHS})\b")  # also of a day that no month has: "31 February"
_MONTH = re.compile(rf"\b(?:{_MONTHS})\.?\s$|\b(?:minus|negative)\s$")
_DATED = re.compile(rf"\b(?:{_MONTHS})\.?(?:\s\d{{1,2}},?)?\s(?:19|20)\d\d,?\s(?:at\s)?$")
_HOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")  # "Published 12 Mar 2016 1419 Rebels have"
_CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|dial(?:s|ed|ing)?|the|a)\s{1,3}$", re.IGNORECASE)
_TITLED = re.compile(r"[A-Z][a-z]+ (?:Mile|Day|Hour|Minute|Week|Month|Year)s?")  # Three Mile Island
_NEVER_COUNTED = re.compile(r"9[-/]?11")
_PLAYED = re.compile(r"\d{1,3}[-–]\d{1,3}")
_WON = re.compile(
    r"\b(?:won|wins?|beats?|beat|lost|loses?|lose|defeat(?:ed|s)?|drew|draws?|led|leads?|leading|trail(?:ed|s)?|score|vot(?:e|ed|es|ing)|by)"
    r"(?:\s{1,3}\S{1,20}){0,3}\s{1,3}$",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\s{1,3}(?:wins?|victory|loss|defeat|draw|lead|vote|decision|upset|thrashing|rout|record)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")  # "the fatal 2012 attack"
LONGEST = 10  # digits of a number that is written without commas; longer ones are of a record or an account
_BLOCK = re.compile(r"\s(?:block|kg category|weight class)\b")  # "the 2500 block of Oak Street"
_NOTED = re.compile(r"\[\s?$|\brank(?:s|ed|ing)?\s(?:\w{1,12}\s){0,2}$")  # "[1]", "ranks 25"
_STREET = re.compile(
    r"\s(?:[A-Z][\w.'’-]{0,20}\s){1,3}(?:Lane|Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Court|Terrace|Parkway|Highway|Close|Way)\b"
)
_BRACKETED = re.compile(r"\(\s?$")
_OF_PAGE = re.compile(r"\s(?:views|shares|comments|likes|retweets|replies|min(?:ute)? read)\b", re.IGNORECASE)
_PAGED = re.compile(r"\b(?:views|shares|comments|retweets|caption|photo|image|slide|page)s?:?\s{1,3}$", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,])(?:"
    r"\+\d[\d\s().-]{6,18}\d"
    r"|\(\d{2,5}\)\s?\d{3,4}[-\s]\d{3,4}"
    r"|\d{3}[-.]\d{3}[-.]\d{4}|0\d{2,4}[\s-]\d{3,4}[\s-]?\d{3,4}"
    r"|(?:1-)?[89]\d\d[-\s]\d{3}[-\s]\d{4}"
    r")(?![\w])"
)
_ROW = re.compile(r"(?<![\w$€£¥.,-])\d{1,9}(?:(?:[,;|]\s{1,3}|\s{1,3}[|/;]\s{1,3}|\s)\d{1,9}){2,200}(?![\w%.,]*\w)")
_GROUPED = re.compile(r"\d{1,3}(?:[ ]\d{3}){0,4}[ ]000")  # "1 250 000" is one number


def uncounted_in(text: str) -> Iterator[Span]:
    """Telephone numbers, and rows of three or more bare figures ("4, 8, 15, 16"), in reading order."""
    phones = [Span(*match.span()) for match in _PHONE.finditer(text)]
    rows = [Span(*match.span()) for match in _ROW.finditer(text) if not _GROUPED.fullmatch(match.group())]
    yield from sorted([*phones, *rows])


def is_name(amount: Span, text: str, after: Span | None = None) -> bool:
    """Whether the number only names or orders, so that it is no amount; `after` is the name before it, as in "rooms 3 and 4"."""
    before, behind = text[max(0, amount.start - 40) : amount.start], text[amount.end : amount.end + 40]
    words = amount.of(text)
    plain = words.isdigit()
    return bool(
        _BESIDE.search(before)
        or _BEHIND.match(behind)
        or _ORDINAL.match(behind)
        or _NAMED.search(before)
        or (plain and len(words) <= 2 and (_OF_MONTH.match(behind) or _MONTH.search(before)) and not _PLURAL.match(behind))
        or (plain and len(words) > 1 and words[0] == "0")
        or (_HOUR.fullmatch(words) and _DATED.search(before) and not _PLURAL.match(behind))
        or (plain and len(words) <= 2 and _LISTED.search(before) and _LIST_END.match(behind))
        or (_NEVER_COUNTED.fullmatch(words) and _CALLED.search(before))
        or (plain and len(words) <= 2 and _SHIP.search(before) and not _PLURAL.match(behind))
        or _TITLED.fullmatch(words)
        or (plain and (_PAGED.search(before) or (_OF_PAGE.match(behind) and not before.strip())))
        or (
            plain
            and (len(words) > LONGEST or (_YEAR.fullmatch(words) and not _PLURAL.match(behind) and not bounded(amount, text)))
        )
        or (plain and _STREET.match(behind))
        or (plain and (_BLOCK.match(behind) or (_NOTED.search(before) and not _PLURAL.match(behind))))
        or (_PLAYED.fullmatch(words) and _BRACKETED.search(before) and behind.lstrip().startswith(")"))
        or (_PLAYED.fullmatch(words) and (_WON.search(before) or _RESULT.match(behind)))
        or (plain and after is not None and _follows(after, amount, text) and not _PLURAL.match(behind))
        or _designated(before, behind)
    )


def _follows(name: Span, amount: Span, text: str) -> bool:
    return re.fullmatch(r",?\s(?:and|or|to)\s|,\s", text[name.end : amount.start]) is not None


def _designated(before: str, behind: str) -> bool:
    """After a word that numbers things: "Flight 93" always, "flight 93" unless people or things are counted behind it."""
    found = _designators().search(before)
    if found is None:
        return False
    return found["word"][0].isupper() or not _PLURAL.match(behind)


@cache
def _designators() -> "re.Pattern[str]":
    words = "|".join(re.escape(word.rstrip(".")) for word in sorted(lexicon("units")["designators"], key=len, reverse=True))
    return re.compile(rf"\b(?P<word>{words})s?(?:\.|-)?\s{{0,2}}$", re.IGNORECASE)
