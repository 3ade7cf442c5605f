"""Where a happening is told: the act's word and what stands around it, as the machine that tells happenings apart sees it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from rashomon.model import Span
from rashomon.resolve.happened import Standing, standing_of
from rashomon.text.kindred import MANY, base, kindred
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
    """An act where it is told, with what stands around it: each word once, in the order of the text.

    A set of words would take three times the memory of a tuple, and put them in another order each time.
    """

    act: Act
    base: str  # the act's word in its base form
    kind: str | None  # its class in the list of acts
    near: tuple[str, ...]  # base forms of the words close by
    before: tuple[str, ...]  # of these, what stands just before: "chemical attack", "missiles struck"
    after: tuple[str, ...]  # what follows: "attack on Homs", "struck the airbase"
    words: tuple[str, ...]  # of its sentence
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    sentence: int  # which of its document's
    standing: Standing  # whether it happened, by the words around it


def tellings_of(text: str, sentences: Sequence[Span], acts: Iterable[Act]) -> Iterator[Telling]:
    """The acts of one document in the order given; `sentences` in reading order. An act outside every sentence is told alone."""
    starts = [sentence.start for sentence in sentences]
    read: dict[int, _Sentence] = {}
    for act in acts:
        at = bisect_left(starts, act.span.start + 1) - 1
        held = at >= 0 and act.span.start < sentences[at].end
        if held and at not in read:
            read[at] = _Sentence.of(text, sentences[at])
        yield _telling(text, act, read[at] if held else NOWHERE, max(0, at))


class _Word(NamedTuple):
    """A word in lower case and its base form: as one that tells something, as a name and as a number, "" where it is none."""

    written: str
    form: str = ""
    name: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What all acts of a sentence share: where each of its words stands, and what it is."""

    starts: Sequence[int]
    ends: Sequence[int]
    written: Sequence[str]
    forms: Sequence[str]
    names: Sequence[str]
    numbers: Sequence[str]

    @classmethod
    def of(cls, text: str, span: Span) -> "_Sentence":
        found = [(match, word) for match in WORD.finditer(text, span.start, span.end) if (word := _word(match.group()))]
        starts, ends = [match.start() for match, _ in found], [match.end() for match, _ in found]
        return cls(starts, ends, *zip(*[word for _, word in found], strict=True)) if found else NOWHERE


NOWHERE = _Sentence((), (), (), (), (), ())


def _telling(text: str, act: Act, sentence: _Sentence, number: int) -> Telling:
    word = base(_POSSESSIVE.sub("", act.span.of(text)))
    starts, forms = sentence.starts, sentence.forms
    after = bisect_left(starts, act.span.end)
    here = max(0, bisect_left(starts, act.span.start + 1) - 1)
    here += here < len(starts) and sentence.ends[here] <= act.span.start
    after = max(after, here)
    return Telling(
        act,
        word,
        act.kind or kinds().get(word),
        _once(forms[max(0, here - NEAR) : here], forms[after : here + NEAR + 1]),
        _once(forms[max(0, here - BESIDE) : here]),
        _once(forms[after : here + AFTER + 1]),
        _once(forms[:here], forms[after:]),
        _once(sentence.names[:here], sentence.names[after:]),
        _once(sentence.numbers[:here], sentence.numbers[after:]),
        number,
        standing_of(sentence.written, here),
    )


def _once(*parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, chain(*parts))))


@lru_cache(MANY)
def _word(written: str) -> _Word | None:
    word = _POSSESSIVE.sub("", written)
    if not word:
        return None
    lower, form = written.lower(), base(word)
    if word[0].isdigit():
        figure = word.rstrip(".,:").replace(",", "")
        return _Word(lower, figure, number=figure)
    if word.lower() in EMPTY or form in EMPTY or len(word) == 1:
        return _Word(lower)
    if word[0].isupper() and form not in kindred().common:
        return _Word(lower, word.lower(), name=word.lower())
    return _Word(lower, form)


@cache
def kinds() -> dict[str, str]:
    """Base form -> its class in the list of acts."""
    found: dict[str, str] = {}
    for name, entry in lexicon("acts").items():
        for word in (*entry.get("verbs", ()), *entry.get("nouns", ()), *entry.get("adjectives", ())):
            if " " not in word:
                found.setdefault(base(word), name)
    return found
