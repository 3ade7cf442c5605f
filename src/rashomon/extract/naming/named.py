"""A name where it stands, and what says at a glance what sort of name it is."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.reading import Passage
from rashomon.model import MentionKind, Span
from rashomon.text.lexicon import lexicon

SHOUT = 4  # tokens: fewer in capitals are an acronym or a label
ORGANISED = frozenset(
    "agency alliance army association brigade brigades bureau coalition commission committee company congress corporation "
    "council department directorate federation force forces foundation front inc institute league ministry movement observatory "
    "office organisation organization parliament party police senate society union university".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a passage: as a span of the document, and as the tokens that hold it."""

    tokens: Tokens
    span: Span
    kind: MentionKind
    words: str  # exactly, as they stand

    @classmethod
    def at(cls, passage: Passage, span: Span, kind: MentionKind) -> "Name | None":
        """The name at this place, which counts from the passage's start."""
        tokens = passage.parse.char_span(span.start, span.end, alignment_mode="expand")
        words = span.of(passage.text)
        return Name(tokens, span.moved(passage.block.span.start), kind, words) if tokens else None

    @property
    def key(self) -> str:
        """What two mentions of one spelling share."""
        return " ".join(self.words.lower().split())


def shouts(passage: Passage) -> bool:
    """Whether it is written in capitals alone, as headlines are: the parser then takes any word for a name."""
    return passage.text.isupper() and len(passage.parse) >= SHOUT


def free(found: Iterable[Name | None], names: Sequence[Name]) -> list[Name]:
    """Those found that share nothing with the names."""
    taken = sorted(name.span for name in names)
    free = []
    for name in found:
        if name and not is_taken(name.span, taken):
            free.append(name)
            insort(taken, name.span)
    return free


def is_taken(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the span shares anything with spans that stand in reading order and share nothing among themselves."""
    at = bisect_left(taken, span)
    return any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1])


def is_title(word: Token) -> bool:
    """Whether it is a title, not a given name that is spelled like one ("Don", "Dean")."""
    return word.lower_.strip(".") in titles() and word.lower_ not in given()


@cache
def given() -> frozenset[str]:
    """Given names of persons."""
    given = lexicon("referents")["given"]
    return frozenset([*given["m"], *given["f"]])


@cache
def titles() -> frozenset[str]:
    """The single words that go before a person's name and are no part of it."""
    listed = lexicon("titles")
    return frozenset(word for kind in ("offices", "ranks", "courtesies") for word in listed[kind] if " " not in word)
