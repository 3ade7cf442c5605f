"""Counts beside each other in a sentence: which is a part of which, and whether the text says that one has risen."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.facts.counts import Count
from rashomon.extract.facts.nouns import TOLLS, persons

_INCLUDED = re.compile(
    r"\b(?:including|includes?|among\s+them|among\s+whom|of\s+whom|of\s+which|comprising|made\s+up\s+of)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s*(?:more\s+)?of\s+(?:them|whom|those|these|which)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:\W*\w+){0,6}\W+among\s+(?:the\s+|those\s+)?|(?:\s+more)?\s+(?:out\s+)?of\s+(?:the|those|these|its|their|his|her)\s+(?:\w+\s+){0,2}",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"^(?:\W*\w+){1,8}\s*(?:[—–:(]|--|\s-)\s*$")
_TO_NEXT = re.compile(r",?\s(?:to|and|or|then)\s(?:then\s|now\s)?", re.IGNORECASE)
_NEXT = re.compile(r"^(?:\W*[\w-]+){1,5}?(?:,|,?\s+and|\s+plus)\s*(?:the\s+|another\s+)?$", re.IGNORECASE)
_RISEN = re.compile(
    r"\b(?:rais(?:ed?|es|ing)|rose|ris(?:es?|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed)|increas(?:ed?|es|ing)|gr(?:ew|own|ows?)|up\s+from|"
    r"(?:went|going|goes)\s+up|mount(?:s|ed|ing)|soar(?:s|ed|ing)|surg(?:ed|es|ing)|swell(?:s|ed)?|doubled|now\s+stands?)\b",
    re.IGNORECASE,
)


def related(counts: Sequence[Count]) -> list[Count]:
    """The counts of a passage in order, each with the whole that it is a part of, and whether it is said to rise."""
    found = list[Count]()
    for at, count in enumerate(counts):
        before = [one for one in found[-3:] if one.number.sent.start == count.number.sent.start]
        after = counts[at + 1] if at + 1 < len(counts) else None
        found.append(replace(_of_whole(_with_noun(count, before, after), before, after), rising=_rising(count)))
    return found


def _with_noun(count: Count, before: Sequence[Count], after: Count | None) -> Count:
    """A bare number counts what the number beside it counts: "attacked 100 ships and hijacked 40", "from 20 to 30 people"."""
    if count.amount.kind != "count" or count.noun is not None or count.harm or count.counted is not None:
        return count
    if (
        after is not None
        and after.noun is not None
        and _same_sentence(count, after)
        and _TO_NEXT.fullmatch(_between(count, after))
    ):
        return replace(count, noun=after.noun, matter=after.matter)
    last = next((one for one in reversed(before) if one.amount.kind == "count"), None)
    return replace(count, noun=last.noun, matter=last.matter) if last is not None and last.noun is not None else count


def _of_whole(count: Count, before: Sequence[Count], after: Count | None) -> Count:
    """The count with its whole, and with what befell that, where nothing else is said of the part."""
    if count.amount.kind != "count":
        return count
    if after is not None and _is_among(count, after):
        return _part(count, after)
    before = [one for one in before if one.amount.kind == "count" and _is_within(count, one)]
    if not before:
        return count
    last = before[-1]
    gap = _between(last, count)
    if _INCLUDED.search(gap) or _OF_THEM.match(count.words[-1].doc.text, count.amount.span.end):
        return _part(count, last)
    if _SPLIT.match(gap) and count.harm == last.harm:
        return _part(count, last)
    if last.of is not None and _NEXT.match(gap) and last.amount.said[0] + count.amount.said[0] <= last.of:
        return replace(_part(count, last), of=last.of)
    return count


def _is_among(count: Count, after: Count) -> bool:
    """Whether the next number is the whole: "two medics were among 31 dead", "13 of these 42"."""
    counted = after.amount.kind == "count" and _same_sentence(count, after) and _is_within(count, after)
    return counted and _AMONG.fullmatch(_between(count, after)) is not None


def _part(part: Count, whole: Count) -> Count:
    of = whole.amount.said[0] if whole.amount.said[0] == whole.amount.said[1] else None
    human = part.noun is None or persons(part.noun)[0]
    return replace(part, of=of, matter=part.matter if part.harm or not human else whole.matter)


def _is_within(part: Count, whole: Count) -> bool:
    return part.amount.said[1] <= whole.amount.said[1]


def _same_sentence(one: Count, other: Count) -> bool:
    return one.number.sent.start == other.number.sent.start


def _between(one: Count, other: Count) -> str:
    return one.number.doc.text[one.amount.span.end : other.amount.span.start]


def _rising(count: Count) -> bool:
    """Whether the sentence says of a toll that counts the same that it has risen or will."""
    sentence = count.number.sent
    if count.harm is None or not _RISEN.search(sentence.text):
        return False
    return any(_is_toll(token, count.harm) for token in sentence)


def _is_toll(token: Token, harm: str) -> bool:
    if token.lemma_.lower() not in TOLLS:
        return False
    kinds = [act_of(word) for word in token.doc[max(token.sent.start, token.i - 2) : min(token.i + 4, token.sent.end)]]
    told = [kind for kind in kinds if kind is not None and befalls_people(kind)]
    return harm in told
