"""The few words that are ours and not a page's: signs, dates, and how many stand behind an answer."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from rashomon.model import Mode, Reason, Relation, Standing, VoiceKind

SIGNS: dict[Relation, str] = {"conflict": "≠", "update": "→", "compatible": "≈", "agree": "="}

RELATION_WORDS: dict[Relation, str] = {
    "conflict": "the answers exclude each other",
    "update": "a later answer takes the place of an earlier one",
    "compatible": "the answers differ in scope, precision or wording only",
    "agree": "several give the same answer",
}

MODE_WORDS: dict[Mode, str] = {
    "quoted": "in quotation marks",
    "mixed": "partly in quotation marks",
    "reported": "in the page’s wording",
    "asserted": "said by the page itself",
}

MODE_NAMES: dict[Mode, str] = {"quoted": "quoted", "mixed": "partly quoted", "reported": "reported", "asserted": "asserted"}

OWN_WORDS: dict[VoiceKind, str] = {"outlet": "in its own words", "author": "in the author’s own words", "poster": "in a post"}


@lru_cache(16_384)  # a page has a hundred dates, a case some thousand
def day(moment: str | None) -> str:
    """An ISO date or time as it is printed: "6 January 2022", with the time of day and its zone where they are known."""
    if moment is None:
        return "undated"
    try:
        if len(moment) <= len("2022-01-06"):
            return _date(date.fromisoformat(moment))
        at = datetime.fromisoformat(moment)
    except ValueError:
        return moment  # a month or a year stands as it is
    if (at.hour, at.minute) == (0, 0):
        return _date(at.date())
    zone = "" if at.tzinfo is None else " UTC" if not at.utcoffset() else f" {at:%z}"
    return f"{_date(at.date())}, {at:%H:%M}{zone}"


def independent(standing: Standing) -> str:
    """How many independent voices hold an answer: "2–4 independent voices"."""
    low, high = standing.independent_low, standing.independent_high
    if low != high:
        return f"{low}–{high} independent voices"
    return "1 voice" if high == 1 else f"{high} independent voices"


def spread(standing: Standing) -> str:
    """Where those voices are heard, and out of how many: "of 5 heard, in 4 accounts"."""
    heard = "" if standing.voices == standing.independent_high else f"of {standing.voices} heard, "
    return f"{heard}in {counted(standing.documents, 'account')}"


def told_once(reasons: Iterable[Reason]) -> list[tuple[str, float, int]]:
    """Reasons that read alike as one: its words, how sure it is, and how often it holds."""
    alike = Counter((reason.feature.replace(" ~ ", " and "), round(reason.score, 2)) for reason in reasons)
    return [(words, score, times) for (words, score), times in alike.items()]


def counted(number: int, noun: str) -> str:
    """ "1 document", "3 documents"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _date(at: date) -> str:
    return f"{at.day} {at:%B %Y}"
