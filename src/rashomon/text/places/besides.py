"""What stands beside a place's name and says how the text stands to the place, or which of its namesakes it is."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.model import Span
from rashomon.text.gazetteer import Place
from rashomon.text.lexicon import lexicon
from rashomon.text.places.toponyms import containers_named, divisions, parts, quarters, settlements, sides
from rashomon.text.places.whereabouts import How

MILE = 1.609344
FARTHEST = 2000.0  # km: what is farther is no way to say where something is
_REACH = 90  # code points before and behind a name that are looked at
_FAR = (
    r"(?P<far>\d{1,4}(?:[.,]\d{1,3})?)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|mi|miles?)\b\s*(?:\([^()]{0,30}\)\s*)?(?:away\s+)?"
)
_NEAR = r"near|close\s+to|beside|next\s+to|not\s+far\s+from|in\s+the\s+vicinity\s+of"
_CONTAINER = re.compile(r"(?:\s*,\s*|\s*\(|\s+in\s+)(?:the\s+)?((?:[^\W\d_][\w.'’-]*[ ]?){1,4})")
_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Beside:
    """How the text stands to a place: at it, in a part of it, near it; how far and in which direction from it."""

    how: How = "at"
    km: float | None = None
    bearing: int | None = None


AT = Beside()


def beside(text: str, span: Span) -> Beside:
    """What the words before and behind the name say: "60 km northeast of Homs", "the outskirts of Homs", "Homs countryside"."""
    before = text[max(0, span.start - _REACH) : span.start]
    if (match := _before().search(before)) and (
        match.group("far") or match.group("side") or match.group("near") or match.group("by")
    ):
        far, unit, side = match.group("far", "unit", "side")
        km = float(far.replace(",", ".")) * (MILE if unit.startswith("mi") else 1) if far else None
        bearing = lexicon("places")["bearings"][re.sub(r"[\s-]", "", side.lower())] if side else None
        return Beside("near", round(km, 1) if km is not None and km <= FARTHEST else None, bearing)
    if _part_before().search(before) or _part_behind().match(text, span.end, span.end + _REACH):
        return Beside("part")
    return AT


def kinds_beside(text: str, span: Span) -> tuple[bool, bool]:
    """Whether a word right beside the name says that it is a division ("Homs province"), and that it is a "city of" that name."""
    before = [word.lower() for word in _WORD.findall(text[max(0, span.start - 30) : span.start])[-2:]]
    match = _WORD.match(text, span.end + 1) if text[span.end : span.end + 1] == " " else None
    words = {match.group().lower() if match else "", before[0] if len(before) == 2 and before[1] == "of" else ""}
    return not words.isdisjoint(divisions()), not words.isdisjoint(settlements())


def wholes_behind(text: str, span: Span) -> tuple[Place, ...]:
    """The places that stand behind a name and may contain it: "Paris, Texas", "Paris (Texas)", "Paris in Texas"."""
    _, comma, tail = span.of(text).partition(",")
    if comma:
        return containers_named(tail.strip())
    match = _CONTAINER.match(text, span.end, span.end + _REACH)
    words = match.group(1).split() if match else []
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if found := containers_named(phrase) or containers_named(phrase.rstrip(".")):
            return found
    return ()


def part_of(text: str, span: Span) -> int | None:
    """For a name that nobody knows, where the place's name would begin that it is said to be a part of: "the Karm al-Loz
    neighbourhood of …", "Sarmin, a suburb of …".
    """
    match = _unknown().match(text, span.end, span.end + _REACH)
    return match.end() if match else None


@cache
def _before() -> re.Pattern[str]:
    sides = "|".join(sorted((word.replace("-", r"[\s-]?") for word in lexicon("places")["bearings"]), key=len, reverse=True))
    way = rf"(?:(?:to\s+the\s+)?(?P<side>{sides})\s+)?(?:of|from|(?P<near>outside))"
    return re.compile(rf"\b(?:(?:{_FAR})?{way}|(?P<by>{_NEAR}))\s+{_article()}$", re.IGNORECASE)


@cache
def _part_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?:{_any(parts())})\s+of\s+{_article()}|(?:{_any(sides())})\s+)$")


@cache
def _part_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)?\s+(?:(?:{_any(sides())})\s+)?(?:{_any(parts())})\b")


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+|,\s+an?\s+(?:\w+\s+)?)(?:{_any(quarters())})\s+(?:of|in)\s+{_article()}")


@cache
def _article() -> str:
    return rf"(?:the\s+)?(?:(?:{_any(settlements())})\s+of\s+|capital,?\s+)?"


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
