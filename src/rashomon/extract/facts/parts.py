"""Counts beside each other in a sentence: which is a part of which, and whether the text says that one has risen."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.facts.counts import Count
from rashomon.extract.facts.nouns import TOLLS, is_that_of, numbered_by, persons, toll_of

DONE_TO = ("dobj", "nsubjpass")
MOST = 5  # tolls of a sentence that are looked at
_INCLUDED = re.compile(
    r"\b(?:including|includes?|among\s+them|among\s+whom|of\s+whom|of\s+which|comprising|made\s+up\s+of)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s*(?:more\s+)?of\s+(?:them|whom|those|these|which)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"(?:\W*+\w++){0,6}\W++among\s+(?:the\s+|those\s+)?|(?:\s+more)?\s+(?:out\s+)?of\s+(?:(?:the|those|these|its|their|his|her)\s+(?:\w+\s+){0,2})?",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?:^|[.;:,(]\s|\b(?:and|that|but)\s)(?:out\s)?of\s(?:(?:the|these|those|its|their|his|her|our)\s)?$", re.IGNORECASE
)
_SPLIT = re.compile(r"^(?:\W*+\w++){1,8}\s*(?:[—–:(]|--|\s-)\s*$")
_TO_NEXT = re.compile(r",?\s(?:to|and|or|then)\s(?:then\s|now\s)?", re.IGNORECASE)
_NEXT = re.compile(r"^(?:[^\w-]*+[\w-]++){1,5}?(?:,|,?\s+and|\s+plus)\s*(?:the\s+|another\s+)?$", re.IGNORECASE)
_RISEN = re.compile(
    r"\b(?:rais(?:ed?|es|ing)|rose|ris(?:es?|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed)|increas(?:ed?|es|ing)|gr(?:ew|own|ows?)|up\s+from|"
    r"(?:went|going|goes)\s+up|mount(?:s|ed|ing)|soar(?:s|ed|ing)|surg(?:ed|es|ing)|swell(?:s|ed)?|doubled|now\s+stands?)\b",
    re.IGNORECASE,
)


def related(counts: Sequence[Count]) -> list[Count]:
    """The counts of a passage in order, each with the whole that it is a part of, and whether it is said to rise."""
    if not counts:
        return []
    doc = counts[0].number.doc
    text, sentences = doc.text, list(doc.sents)
    starts = [sentence.start for sentence in sentences]
    found = list[Count]()
    for at, beside in groupby(counts, key=lambda count: bisect_right(starts, count.number.i) - 1):
        found += _in_sentence(text, list(beside), _rising(sentences[at]))
    return found


def _in_sentence(text: str, counts: Sequence[Count], tolls: Sequence[Token]) -> list[Count]:
    found = list[Count]()
    for at, count in enumerate(counts):
        before, after = found[-3:], counts[at + 1] if at + 1 < len(counts) else None
        whole = _of_whole(text, _with_noun(text, count, before, after), before, after)
        found.append(replace(whole, rising=any(_is_counted(whole, toll) for toll in tolls[:MOST])))
    return found


def _with_noun(text: str, count: Count, before: Sequence[Count], after: Count | None) -> Count:
    """A bare number counts what the number beside it counts: "attacked 100 ships and hijacked 40", "from 20 to 30 people", "of
    the 16 lorries, seven burned out".
    """
    if (whole := _parted(text, count, before)) is not None:
        return replace(_part(count, whole), noun=whole.noun)
    last = next((one for one in reversed(before) if one.amount.kind == "count"), None)
    if last is not None and _is_for_that(count):
        return replace(count, matter=count.matter or last.matter) if count.noun is not None else count
    if last is not None and last.noun is not None and _are_others_of(count, last):
        return replace(count, noun=last.noun)
    if count.amount.kind != "count" or count.noun is not None or count.harm or count.counted is not None:
        return count
    if after is not None and after.noun is not None and _TO_NEXT.fullmatch(_between(text, count, after)):
        return replace(count, noun=after.noun, matter=after.matter)
    if last is None or last.noun is None or _is_otherwise_done(count, last):
        return count
    return replace(count, noun=last.noun, matter=last.matter)


def _is_for_that(count: Count) -> bool:
    """Whether the number is given for "that of" somebody, which takes up the toll of the number before."""
    toll = toll_of(count.number)
    return toll is not None and is_that_of(toll)


def _are_others_of(count: Count, last: Count) -> bool:
    """As in "destroyed four houses and damaged 20 others", where the others are no people."""
    if count.noun is None or count.noun.lower_ != "others" or count.harm or last.noun is None or last.harm:
        return False
    return count.noun.dep_ in DONE_TO and last.noun.dep_ in DONE_TO and not persons(last.noun)[0]


def _is_otherwise_done(count: Count, last: Count) -> bool:
    """As in "killed 20 soldiers and captured seven": what befell those is not what befell these."""
    verb = count.number.head
    told = count.number.dep_ in DONE_TO and verb.pos_ == "VERB" and verb.i > last.number.i
    return last.harm is not None and told and act_of(verb) != last.harm


def _parted(text: str, count: Count, before: Sequence[Count]) -> Count | None:
    """The whole that the sentence has named to part it: the 16 in "of the 16 lorries, seven burned out and three are missing"."""
    if count.amount.kind != "count" or count.noun is not None:
        return None
    return next(
        (
            one
            for one in before
            if one.amount.kind == "count"
            and one.noun is not None
            and _is_within(count, one)
            and _OUT_OF.search(text[max(0, one.amount.span.start - 16) : one.amount.span.start])
            and "," in _between(text, one, count)
        ),
        None,
    )


def _of_whole(text: str, count: Count, before: Sequence[Count], after: Count | None) -> Count:
    """The count with its whole, and with what befell that, where nothing else is said of the part."""
    if count.amount.kind != "count":
        return count
    if after is not None and _is_among(text, count, after):
        return _part(count, after)
    before = [one for one in before if one.amount.kind == "count" and _is_within(count, one)]
    if not before:
        return count
    last = before[-1]
    gap = _between(text, last, count)
    if all(_OF_THEM.match(text, one.amount.span.end) for one in (last, count)):  # "12 of them soldiers and three of them women"
        last = next((one for one in reversed(before) if one.of is None), last)
    if _INCLUDED.search(gap) or _OF_THEM.match(text, count.amount.span.end):
        return _part(count, last)
    if _SPLIT.match(gap) and count.harm == last.harm:
        return _part(count, last)
    if last.of is not None and _NEXT.match(gap) and last.amount.said[0] + count.amount.said[0] <= last.of:
        return replace(_part(count, last), of=last.of)
    return count


def _is_among(text: str, count: Count, after: Count) -> bool:
    """Whether the next number is the whole: "two medics were among 31 dead", "13 of these 42"."""
    counted = after.amount.kind == "count" and _is_within(count, after)
    return counted and _AMONG.fullmatch(_between(text, count, after)) is not None


def _part(part: Count, whole: Count) -> Count:
    of = whole.amount.said[0] if whole.amount.said[0] == whole.amount.said[1] else None
    human = part.noun is None or persons(part.noun)[0]
    return replace(part, of=of, matter=part.matter if part.harm or not human else whole.matter)


def _is_within(part: Count, whole: Count) -> bool:
    return part.amount.said[1] <= whole.amount.said[1]


def _between(text: str, one: Count, other: Count) -> str:
    return text[one.amount.span.end : other.amount.span.start]


def _rising(sentence: Tokens) -> list[Token]:
    """The tolls in a sentence that says of one that it has risen or will."""
    return [token for token in sentence if token.lemma_.lower() in TOLLS] if _RISEN.search(sentence.text) else []


def _is_counted(count: Count, toll: Token) -> bool:
    """Whether the toll is of what is counted."""
    if count.noun is not None and numbered_by(toll) == count.noun:
        return True
    near = toll.doc[max(toll.sent.start, toll.i - 2) : min(toll.i + 4, toll.sent.end)]
    return count.harm is not None and count.harm in [kind for word in near if befalls_people(kind := act_of(word) or "")]
