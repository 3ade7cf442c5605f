"""Lengths of time that only say when: "two days ago", "three hours after the blast"."""

import re

from rashomon.model import Span
from rashomon.text.lexicon import lexicon

_WHEN = re.compile(
    r"\s{1,3}(?:ago|later|earlier|beforehand|afterwards|previously|from\s{1,3}now|hence|on\b(?!\s{1,3}\w))\b", re.IGNORECASE
)
_BESIDE = re.compile(r"\s{1,3}(?:after|before|since|into|prior\s{1,3}to|following)\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|took|takes|spent|spend|spending|within|during)\s{1,3}(?:\S{1,12}\s{1,3}){0,2}$", re.IGNORECASE
)


def is_when(span: Span, unit: str | None, text: str) -> bool:
    """Whether the amount, of this unit, is no length of time but says when something was."""
    if unit not in lexicon("units")["dimensions"]["duration"]:
        return False
    if _WHEN.match(text, span.end):
        return True
    return bool(_BESIDE.match(text, span.end)) and not _LASTING.search(text[max(0, span.start - 30) : span.start])
