"""Which times are the page's own: when it was posted, updated or copyrighted, and the date beside a comment."""

import re
from datetime import date

from rashomon.model import Span

# Only where a line or a part of it begins so: "a video posted on Saturday" is no page's date.
_POSTED = re.compile(
    r"(?:^|[|·•\n(]\s{0,3}|[.)\]]\s{1,3}|\blast\s|\bfirst\s|\s[–—-]\s)"
    r"(?:posted|published|updated?|modified|edited|created|printed|retrieved|accessed|archived|joined|submitted|commented|replied|"
    r"publication\sdate|date\sof\spublication|date(?=\s?:))(?:\sby\s[^\n.]{1,40}?)?\s{0,3}(?:[:|·–-]\s{0,3})?"
    r"(?:\d\d[:.]?\d\d\s)?(?:(?:on|at|in)\s{1,3})?(?:the\s)?$",
    re.IGNORECASE,
)
_OWNED = re.compile(r"(?:\bcopyright|©|\(c\)|\ball\srights\sreserved)\W{0,6}(?:\d{4}\s?[-–,]\s?)?$", re.IGNORECASE)
_HANDLE = re.compile(r"\(@?\w{2,30}\)\s{1,2}$")  # whose message it is
_FURNITURE = (
    r"(?:by|ago|reply|permalink|share|report|edit(?:ed)?|parent|next|prev|context|points?|comments?|likes?|\d+|min|read|updated|"
    r"published|posted|gmt|utc|e[sd]t|am|pm|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\W*"
)
_BY = re.compile(r"(?:[\w.@_-]{1,30}\s){1,3}", re.IGNORECASE)  # whose comment it is
_UNDER = re.compile(r"\s?(?:[|·•]|\[[-–+]\]|\b(?:reply|permalink|parent)\b)", re.IGNORECASE)
_ONLY = re.compile(rf"\W*(?:{_FURNITURE})*", re.IGNORECASE)
_EXACT = re.compile(r"\d{4}|\d:\d\d|\d\D*\bago$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_HOUR = re.compile(r"\d:\d\d|\bago$", re.IGNORECASE)
_APART = re.compile(r"\s?[|·•\[)]|\s{1,3}[A-Z(]")  # something else begins
_TOLD = re.compile(r"\s{1,3}[A-Z0-9(]|\(")
_SIGHT = 60  # code points before a time
_LINE = 90  # code points: a longer line tells something
_REST = 45  # code points of a line after its date, no more


def is_stamp(text: str, span: Span, day: date | None, written: date | None) -> bool:
    """Whether a time, on `day`, says when the page itself was made: "Updated 3 hours ago", "© 2017", a line that holds nothing
    else. A line with another day than that of writing may head what happened on it.
    """
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    end = len(text) if end < 0 else end
    words, before = span.of(text), text[max(start, span.start - _SIGHT) : span.start]
    if _OWNED.search(before):
        return True
    if not _EXACT.search(words):
        return False
    if _HANDLE.search(before):
        return True
    if _POSTED.search(before):
        return end - span.end <= _REST or _APART.match(text, span.end) is not None
    if (
        not before
        and re.search(r"\d{4}", words)
        and day
        and written
        and abs((day - written).days) <= 1
        and _TOLD.match(text, span.end)
    ):
        return True
    if end - start > _LINE or not (_HOUR.search(words) or (day and (written is None or abs((day - written).days) <= 1))):
        return False
    if _BY.fullmatch(before) and _UNDER.match(text, span.end, end):
        return True
    return _ONLY.fullmatch(text[start : span.start]) is not None and _ONLY.fullmatch(text[span.end : end]) is not None
