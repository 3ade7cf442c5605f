"""Where a happening is told: the act's word and what stands around it, as the machine that tells happenings apart sees it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.model import Span
from rashomon.resolve.happened import Standing, standing_of
from rashomon.text.kindred import base, kindred
from rashomon.text.lexicon import lexicon

BESIDE, AFTER = 2, 3  # words before the act's that say which it is, words after it that say to whom
NEAR = 6  # words to each side of the act's that stand for who took part
WORD = re.compile(r"[^\W\d_][\w'’\-]*|\d[\d.,:]*")
_POSSESSIVE = re.compile(r"['’]s?$")
EMPTY = frozenset(
    "a an the of in on at to for by with from as is was were be been are has have had will would that this it its he she his "
    "her they their them him we our you your i my me and or but not no who which what when where whom whose while than then "
    "also there into up out off about after before over under said say do did does so if can could may might just more most "
    "some any all".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """What is given: where an act's word stands in which document, and the days and places that are known of it."""

    id: str
    doc: str
    span: Span
    days: frozenset[str] = frozenset()  # ISO, as exact as known
    places: frozenset[str] = frozenset()  # ids
    kind: str | None = None  # its class in the list of acts, where known


@dataclass(frozen=True, slots=True)
class Telling:
    """An act where it is told, with what stands around it."""

    act: Act
    base: str  # the act's word in its base form
    kind: str | None  # its class in the list of acts
    near: frozenset[str]  # base forms of the words close by
    before: frozenset[str]  # of these, what stands just before: "chemical attack", "missiles struck"
    after: frozenset[str]  # what follows: "attack on Homs", "struck the airbase"
    words: frozenset[str]  # of its sentence
    names: frozenset[str]
    numbers: frozenset[str]
    sentence: int  # which of its document's
    standing: Standing  # whether it happened, by the words around it


def tellings_of(text: str, sentences: Sequence[Span], acts: Iterable[Act]) -> Iterator[Telling]:
    """The acts of one document in the order given; `sentences` in reading order. An act outside every sentence is told alone."""
    starts = [sentence.start for sentence in sentences]
    read: dict[int, list[tuple[Span, str, str]]] = {}
    for act in acts:
        at = bisect_left(starts, act.span.start + 1) - 1
        held = at >= 0 and act.span.start < sentences[at].end
        if held and at not in read:
            read[at] = list(_words(text, sentences[at]))
        yield _telling(text, act, read[at] if held else [], max(0, at))


def _telling(text: str, act: Act, words: Sequence[tuple[Span, str, str]], sentence: int) -> Telling:
    word = base(_POSSESSIVE.sub("", act.span.of(text)))
    here = next((at for at, (span, _, _) in enumerate(words) if span.end > act.span.start), len(words))
    others = [(at, kind, form) for at, (span, kind, form) in enumerate(words) if not span.overlaps(act.span)]
    close = frozenset(form for at, kind, form in others if abs(at - here) <= NEAR and kind != "empty")
    return Telling(
        act,
        word,
        act.kind or kinds().get(word),
        close,
        frozenset(form for at, kind, form in others if here - BESIDE <= at < here and kind != "empty"),
        frozenset(form for at, kind, form in others if here < at <= here + AFTER and kind != "empty"),
        frozenset(form for _, kind, form in others if kind != "empty"),
        frozenset(form for _, kind, form in others if kind == "name"),
        frozenset(form for _, kind, form in others if kind == "number"),
        sentence,
        standing_of([span.of(text).lower() for span, _, _ in words], here),
    )


def _words(text: str, sentence: Span) -> Iterator[tuple[Span, str, str]]:
    """Each word of a sentence: where it stands, whether it is a name, a number, empty or a plain word, and its base form."""
    for match in WORD.finditer(text, sentence.start, sentence.end):
        span, word = Span(*match.span()), _POSSESSIVE.sub("", match.group())
        if not word:
            continue
        form = base(word)
        if word[0].isdigit():
            yield span, "number", word.rstrip(".,:").replace(",", "")
        elif word.lower() in EMPTY or form in EMPTY or len(word) == 1:
            yield span, "empty", form
        elif word[0].isupper() and form not in kindred().common:
            yield span, "name", word.lower()
        else:
            yield span, "word", form


@cache
def kinds() -> dict[str, str]:
    """Base form -> its class in the list of acts."""
    found: dict[str, str] = {}
    for name, entry in lexicon("acts").items():
        for word in (*entry.get("verbs", ()), *entry.get("nouns", ()), *entry.get("adjectives", ())):
            if " " not in word:
                found.setdefault(base(word), name)
    return found
