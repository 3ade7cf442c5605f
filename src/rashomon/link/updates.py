"""What tells a later answer from another one: one voice told both, the text says it moved, or it came out later."""

import re

from rashomon.link.tellings import Answer, Telling
from rashomon.link.verdicts import Verdict, verdict

_RISEN = re.compile(
    r"\bnow (?:puts?|says?|counts?|gives?|reports?)\b|"
    r"\b(?:toll|number|count|figure)\b[^.;]{0,40}\b(?:rises|rose|climbs|climbed|has risen)\b",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\bsupersed(?:ed?|es|ing)\b|\b(?:no longer (?:valid|current)|out of date|outdated|replaces?d?)\b", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:rais(?:ed|es|ing)|rose|rises?|rising|risen|climb(?:s|ed|ing)|updat(?:ed|es|ing)|revis(?:ed|es|ing)|"
    r"jump(?:ed|s)|up from|now stands?|(?:is|are) now|had earlier|earlier (?:said|reported|put|toll|count)|initially|at first|"
    r"(?:likely|expected) to (?:rise|increase|climb)|later died|since died|preliminary|lowered|corrected)\b",
    re.IGNORECASE,
)

_FROM = re.compile(r"(?:\s\w+){0,2}\W+(?:up |down )?from (?:\w+ ){0,2}", re.IGNORECASE)
_TO = re.compile(r"(?:\s\w+){0,2}\W+to (?:\w+ ){0,2}", re.IGNORECASE)


def revised(one: Telling, other: Telling) -> bool:
    """Whether the sentence says that one of two numbers took the other's place: "raised to 44, from 31", "rose from 31 to 44"."""
    text = one.sentence
    if text != other.sentence or not _MOVED.search(text):
        return False
    (start, first), (next_, _) = sorted((text.find(telling.fact.value), telling.fact.value) for telling in (one, other))
    if start < 0:
        return False
    between = text[start + len(first) : next_]
    return _FROM.fullmatch(between) is not None or (text[:start].endswith("from ") and _TO.fullmatch(between) is not None)


def retold(left: Answer, right: Answer) -> Verdict | None:
    """An update where one voice gave both answers in two accounts, or a text beside one of them says that it moved."""
    for one in left:
        for other in right:
            if one.voice == other.voice and one.fact.doc_id != other.fact.doc_id:
                return verdict("update", "one voice, told again", one, other, score=0.9, subtype="later-update")
    for tellings, foes in ((left, right), (right, left)):
        for one in tellings:
            if _moved(one, foes):
                return verdict("update", "the text says that it moved", one, foes[0], subtype="later-update")
    return None


def _moved(one: Telling, foes: Answer) -> bool:
    """Whether the sentence says that one of the two answers took the place of the other.

    A number that "now" stands somewhere took the place of lower ones; one that is superseded gave way to what the same
    account says instead, and not to any other number.
    """
    if _REPLACED.search(one.sentence):
        return any(foe.fact.doc_id == one.fact.doc_id for foe in foes)
    if _RISEN.search(one.sentence):
        low, foe = one.fact.low, foes[0].fact.low
        return low is None or foe is None or foe < low
    return _MOVED.search(one.sentence) is not None


def later(early: Answer, late: Answer) -> Verdict | None:
    """An update where every account of `late` came out on a later day than every account of `early`."""
    last = max((telling.day for telling in early if telling.day), default=None)
    first = min((telling.day for telling in late if telling.day), default=None)
    if last and first and last < first:
        return verdict("update", "a later account", early[0], late[0], score=0.7, subtype="later-update")
    return None
