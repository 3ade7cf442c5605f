"""Where a happening is told: the act's word and what stands around it, as the machine that tells happenings apart sees it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

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
    read: dict[int, _Sentence] = {}
    for act in acts:
        at = bisect_left(starts, act.span.start + 1) - 1
        held = at >= 0 and act.span.start < sentences[at].end
        if held and at not in read:
            read[at] = _Sentence.of(list(_words(text, sentences[at])))
        yield _telling(text, act, read[at] if held else _Sentence.of([]), max(0, at))


class _Word(NamedTuple):
    """A word of a sentence: where it stands, as it is written, its base form, and what it is."""

    start: int
    end: int
    written: str
    form: str
    kind: Literal["name", "number", "empty", "word"]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What all acts of a sentence share."""

    words: Sequence[_Word]
    written: Sequence[str]  # in lower case
    starts: Sequence[int]

    @classmethod
    def of(cls, words: Sequence[_Word]) -> "_Sentence":
        return cls(words, [word.written.lower() for word in words], [word.start for word in words])


def _telling(text: str, act: Act, sentence: _Sentence, number: int) -> Telling:
    word = base(_POSSESSIVE.sub("", act.span.of(text)))
    words = sentence.words
    after = bisect_left(sentence.starts, act.span.end)
    here = max(0, bisect_left(sentence.starts, act.span.start + 1) - 1)
    here += here < len(words) and words[here].end <= act.span.start
    after = max(after, here)
    others = [*words[:here], *words[after:]]
    return Telling(
        act,
        word,
        act.kind or kinds().get(word),
        _forms([*words[max(0, here - NEAR) : here], *words[after : here + NEAR + 1]]),
        _forms(words[max(0, here - BESIDE) : here]),
        _forms(words[after : here + AFTER + 1]),
        _forms(others),
        frozenset([other.form for other in others if other.kind == "name"]),
        frozenset([other.form for other in others if other.kind == "number"]),
        number,
        standing_of(sentence.written, here),
    )


def _forms(words: Iterable[_Word]) -> frozenset[str]:
    return frozenset([word.form for word in words if word.kind != "empty"])


def _words(text: str, sentence: Span) -> Iterator[_Word]:
    for match in WORD.finditer(text, sentence.start, sentence.end):
        written = match.group()
        word = _POSSESSIVE.sub("", written)
        if not word:
            continue
        form = base(word)
        if word[0].isdigit():
            yield _Word(*match.span(), written, word.rstrip(".,:").replace(",", ""), "number")
        elif word.lower() in EMPTY or form in EMPTY or len(word) == 1:
            yield _Word(*match.span(), written, form, "empty")
        elif word[0].isupper() and form not in kindred().common:
            yield _Word(*match.span(), written, word.lower(), "name")
        else:
            yield _Word(*match.span(), written, form, "word")


@cache
def kinds() -> dict[str, str]:
    """Base form -> its class in the list of acts."""
    found: dict[str, str] = {}
    for name, entry in lexicon("acts").items():
        for word in (*entry.get("verbs", ()), *entry.get("nouns", ()), *entry.get("adjectives", ())):
            if " " not in word:
                found.setdefault(base(word), name)
    return found
