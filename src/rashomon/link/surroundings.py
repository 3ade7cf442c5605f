"""What stands around a fact on its page: its sentence and the ones beside it, their words, names, means and years."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log

from rashomon.link.bags import stems, unit
from rashomon.model import Span
from rashomon.text.lexicon import lexicon
from rashomon.text.means import means_in

NEAR = 0.4  # weight of the sentences before and after the fact's own
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LOOKS_BACK = re.compile(
    r"\b(?:since(?! (?:one|two|some|all|both|he|she|it|they|we|there|no|many) )|ago|previous(?:ly)?|"
    r"last (?:year|month|week|summer|winter|spring|autumn|fall)|in recent (?:years|months|weeks)|"
    r"earlier this (?:year|month|week)|so far this year|(?:civil )?war (?:has|that|which)|conflict (?:has|that|which)|history|"
    r"separate(?:ly)?|[Ee]lsewhere|nationwide|countrywide|mid-[A-Z][a-z]+)\b"
)
_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True)
class Page:
    """A text cut into sentences, roughly: for looking around, never for showing."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    bags: tuple[Counter[str], ...]

    @classmethod
    def of(cls, text: str) -> "Page":
        """The page's sentences and their content words."""
        cuts = [0, *(match.end() for match in _END.finditer(text)), len(text)]
        pairs = [(start, end) for start, end in pairwise(cuts) if end > start]
        return cls(
            tuple(start for start, _ in pairs),
            tuple(end for _, end in pairs),
            tuple(Counter(stems(text[start:end])) for start, end in pairs),
        )

    def sentences(self, span: Span) -> tuple[int, int]:
        """The numbers of the sentences in which the span begins and ends."""
        return self._at(span.start), self._at(span.end - 1)

    def stretch(self, first: int, last: int) -> Span:
        """From the beginning of one sentence to the end of another."""
        return Span(self.starts[max(0, first)], self.ends[min(len(self.ends) - 1, last)])

    def around(self, first: int, last: int, weight: Mapping[str, float]) -> dict[str, float]:
        """The words of these sentences and, lighter, of their neighbours, as a unit vector."""
        bag: Counter[str] = Counter()
        for at in range(max(0, first - 1), min(len(self.bags), last + 2)):
            share = 1.0 if first <= at <= last else NEAR
            for word in self.bags[at]:
                bag[word] = max(bag[word], share)  # type: ignore[assignment]
        return unit(bag, weight)

    def _at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


@dataclass(frozen=True, slots=True)
class Scene:
    """What all facts of one sentence have around them: made once, and held once in memory."""

    sentence: str
    words: Mapping[str, float]
    names: tuple[tuple[Span, str], ...]  # in the sentence and the ones beside it
    cast: frozenset[str]
    means: frozenset[str]
    years: frozenset[str]
    looks_back: bool
    points: bool  # to what its account is about

    @classmethod
    def of(
        cls, text: str, page: Page, at: tuple[int, int], weight: Mapping[str, float], names: Sequence[tuple[Span, str]]
    ) -> "Scene":
        """What stands around the sentences from the first to the last of `at`; `names` are those of the whole page."""
        first, last = at
        near = page.stretch(first - 1, last + 1)
        held = tuple((span, name) for span, name in names if span.overlaps(near))
        sentence = page.stretch(first, last).of(text)
        return cls(
            sentence,
            page.around(first, last, weight),
            held,
            frozenset(name for _, name in held),
            means_in(sentence),
            frozenset(match.group() for match in _YEAR.finditer(sentence)),
            LOOKS_BACK.search(sentence) is not None,
            _pointing().search(sentence) is not None,
        )


def rarity(pages: Iterable[Page]) -> dict[str, float]:
    """The weight of each word: the rarer among the case's sentences, the heavier."""
    seen: Counter[str] = Counter()
    total = 0
    for page in pages:
        for bag in page.bags:
            seen.update(bag.keys())
            total += 1
    return {word: log(1 + total / count) for word, count in seen.items()}


@cache
def _pointing() -> re.Pattern[str]:
    """ "the attack", "these latest strikes", "those killed", "the dead": the page's own event, known from before."""
    acts = lexicon("acts").values()
    nouns = {noun for act in acts for noun in act.get("nouns", ()) if " " not in noun}
    nouns |= {"report", "allegation", "accusation", "claim", "situation"}
    left = {word for act in acts for word in act.get("adjectives", ())} | {"killed", "victims", "casualties", "toll"}
    told = "|".join(sorted((re.escape(noun) for noun in nouns), key=len, reverse=True))
    return re.compile(
        rf"\bblam(?:ed|es|ing)\b|\b(?:the|this|these)\s+(?:[\w-]+\s+){{0,2}}(?:{told})(?:e?s)?\b|\b(?:the|those)\s+(?:{'|'.join(sorted(left))})\b",
        re.IGNORECASE,
    )
