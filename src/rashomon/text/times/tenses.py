"""Whether the words before a time tell of what is to come or of what is over: "will resign on Tuesday", "fell in May"."""

import re
from typing import Literal

Tense = Literal["ahead", "over"]

_AHEAD = (
    r"will|won['’]t|shall|going to|between now and|"
    r"(?:is|are|be|set|plans?|planning|planned|expected|due|scheduled) to|"
    r"(?:due|scheduled|expected|planned|set) (?:for|on)|(?:has|have) (?:scheduled|called|planned|until)|"
    r"plan(?:s|ning) (?:an?|the)|"
    r"deadline|ultimatum|(?:postponed|delayed|adjourned|put off) (?:until|till|to)|would be \w+ing|upcoming|"
    r"starts|begins|opens|resumes|"
    r"(?:begins?|starts?|resumes?|opens) (?:on|at|in)|as soon as|as early as|no later than"
)
# What was said, wished or arranged may lie on either side, and so may what was done to some end.
_OPEN = (
    r"starting|beginning|"
    r"to (?!the\b|an?\b|h(?:is|er)\b|their\b|its\b|this\b|that\b|it\b|them\b|him\b)(?-i:[a-z]+)|"
    r"(?:must|may|might|can|could|should|would)(?: not)? \w+(?: \w+ed)?|"
    r"(?:be|is|are|being) (?!expected|scheduled|planned|due|set)(?:\w+ed|held|made|taken|sent|heard)|said|told|"
    r"(?:announc|warn|predict|vow|promis|urg|call|plann|schedul|expect|propos|agre|decid|invit|threaten|offer|hop|want|need|add|"
    r"suppos|intend|slat|appoint|allow|ask|order|postpon|delay|demand|seek)ed"
)
_PAST = "was|were|had|did|made|took|held|left|went|came|began|fell|rose|broke|hit|struck|shot|won|lost|saw"
_VERB = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<open>{_OPEN})|{_PAST}|(?!need)\w{{3,}}ed)\b|(?P<ll>['’]ll\b)", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s(?:the\s)?(?:early\s|late\s)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘(]*[A-Z])|\n")
_SIGHT = 200  # code points: how far back a verb is looked for
_BEHIND = 60  # and behind a time that opens its sentence


def one_sentence(text: str, start: int, end: int) -> bool:
    """Whether what stands at the two places is near and no sentence ends between them."""
    return end - start < _SIGHT and _SENTENCE_END.search(text, start, end + 1) is None


def tense(text: str, start: int, end: int, since: int, before: Tense | None) -> Tense | None:
    """How the last verb before the time at `start` looks, after the time that ends at `since`, or the first behind a time that
    opens its sentence; None where it may be either. Where no verb stands between two times, it is `before`, that of the first.
    """
    if text[end : end + 2] in ("'s", "’s"):  # "Wednesday's ruling"
        return None
    if _SINCE.search(text, max(0, start - 20), start):
        return "over"
    sight = text[max(since, start - _SIGHT) : start + 1]  # with its first letter, which shows whether a sentence ends before it
    ends = list(_SENTENCE_END.finditer(sight))
    clause = sight[ends[-1].end() if ends else 0 : -1]
    verbs = list(_VERB.finditer(clause))
    if not verbs and before:
        return before
    if not verbs and len(clause.split()) <= 1:
        verbs = list(_VERB.finditer(_SENTENCE_END.split(text[end : end + _BEHIND])[0]))[:1]
    if not verbs or verbs[-1]["open"]:
        return None
    return "ahead" if verbs[-1]["ahead"] or verbs[-1]["ll"] else "over"
