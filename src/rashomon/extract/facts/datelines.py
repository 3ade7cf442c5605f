"""What a page or a dispatch says of itself and not of what happened: when it came out, from which city, by whom it was sent."""

import re

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.model import Span

OF_PAGES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december published publication updated edited posted modified created last on at by time date first "
        "story article gmt utc am pm"
    ).split()
)
MASTHEAD = 120  # code points from the top within which a date with its year is the page's own
HEAD = 14  # words within which the city and the sender of a dispatch stand, before a dash
DASHES = ("-", "—", "–")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]?\d\d\b")
_DATED = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[/.-]\d", re.IGNORECASE)


def is_of_the_page(time: Tokens, at: Span, text: str) -> bool:
    """Whether the page tells by it when it came out: "Published July 5 2016", "July 19 21:40 UTC Shells fell on"."""
    if at.end < MASTHEAD and _YEAR.search(time.text):
        return True
    run_in = at.start == 0 and _CLOCK.search(time.text) is not None and _DATED.search(time.text) is not None
    return run_in or _is_a_line(time, text)


def _is_a_line(time: Tokens, text: str) -> bool:
    """Whether the line holds nothing but the time and what a page says of its own: "Edited time: March 13, 2013 02:15"."""
    start, end = time.start_char, time.end_char
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[first:start] + text[end : None if last < 0 else last]
    told = any(word not in OF_PAGES for word in re.findall(r"[^\W\d_]+", line.lower()))
    return not told and bool(_YEAR.search(line) or _YEAR.search(time.text))


def is_sender(name: Token) -> bool:
    """Whether it is the city that a dispatch was sent from, or who sent it: "SAN JOSE, Dec 31 (Reuters) - "."""
    before, after = name.doc[max(0, name.i - 1) : name.i].text, name.doc[name.i + 1 : name.i + 2].text
    if (before, after) == ("(", ")"):
        return True
    start = name.sent.start
    dash = next((word.i for word in name.doc[name.i : start + HEAD] if word.text in DASHES and word.nbor(-1).whitespace_), None)
    if dash is not None and all(word.is_punct or word.is_digit or word.pos_ == "PROPN" for word in name.doc[start:dash]):
        return True
    return name.is_upper and len(name) > 3 and name.i - start < 4 and after in (",", "(", *DASHES)
