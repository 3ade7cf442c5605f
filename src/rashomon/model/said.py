"""What is said in one document: mentions, voices, statements and the comparable facts inside them."""

from dataclasses import dataclass
from typing import Literal, Self

from rashomon.model.ids import make_id
from rashomon.model.span import Span

MentionKind = Literal["person", "org", "group", "place", "time", "amount", "happening"]
VoiceKind = Literal["named", "unnamed", "author", "outlet", "poster"]
Mode = Literal["quoted", "reported", "mixed", "asserted"]
Polarity = Literal["affirmed", "denied"]
FactKind = Literal[
    "quantity", "time", "place", "actor", "cause", "happened", "manner", "label", "identity", "status", "evaluation"
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, time, amount or happening where it stands; `norm` is its comparable form (ISO 8601, "40..", lemma)."""

    id: str
    doc_id: str
    span: Span
    kind: MentionKind
    norm: str | None

    @classmethod
    def of(cls, doc_id: str, span: Span, kind: MentionKind, norm: str | None = None) -> Self:
        """A mention named by its document, place and kind."""
        return cls(make_id("men", doc_id, span, kind), doc_id, span, kind, norm)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one document. `span` is where the name stands (for "he said": the name that "he" stands for);
    a voice without span is the page itself, its author or one of its posters. `name` is the words of the span, else the
    outlet, author or poster as the capture gives it.
    """

    id: str
    doc_id: str
    kind: VoiceKind
    name: str
    span: Span | None

    @classmethod
    def of(cls, doc_id: str, kind: VoiceKind, name: str, span: Span | None = None) -> Self:
        """A voice named by its document and its place, or by its name where it has none."""
        return cls(make_id("voi", doc_id, kind, span or name), doc_id, kind, name, span)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said: `content` in the words of the page, ascribed to a voice by `source` and `cue` (both empty for what
    the page asserts itself). `nested_in` is the statement inside whose content this one stands.
    """

    id: str
    doc_id: str
    voice_id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    denied: bool  # the voice says that the content is not so
    hedged: bool  # the content is given as unsure: "reportedly", "it is speculated"
    nested_in: str | None
    by: str  # the rule or model that found it
    score: float  # 0..1

    @classmethod
    def of(
        cls,
        *,
        doc_id: str,
        voice_id: str,
        content: tuple[Span, ...],
        mode: Mode,
        source: tuple[Span, ...] = (),
        cue: tuple[Span, ...] = (),
        denied: bool = False,
        hedged: bool = False,
        nested_in: str | None = None,
        by: str,
        score: float = 1.0,
    ) -> Self:
        """A statement named by its document, voice and content."""
        key = make_id("sta", doc_id, voice_id, *content)
        return cls(key, doc_id, voice_id, source, cue, content, mode, denied, hedged, nested_in, by, score)


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparable answer inside a statement.

    `about` is the normalised thing asked about (an act class such as "kill", a referent's head noun), equal for facts that
    answer the same question. `value` is the exact words of the answer, and stands inside `span`, the smallest clause that
    an editor must read. `low` and `high` are inclusive bounds of a quantity (None: open); `when` is an ISO date, month
    or year; `where` a place name; `scope` what the answer is restricted to ("civilians"); `part_of` how many there are of which
    a count is a part (58 in "58 people, 11 of them children"); `rising` that the page says the count has risen or will.
    """

    id: str
    doc_id: str
    statement_id: str
    kind: FactKind
    about: str
    value: str
    low: float | None
    high: float | None
    unit: str | None
    scope: str | None
    part_of: float | None
    rising: bool
    polarity: Polarity
    when: str | None
    where: str | None
    span: Span

    @classmethod
    def of(
        cls,
        *,
        doc_id: str,
        statement_id: str,
        kind: FactKind,
        about: str,
        value: str,
        span: Span,
        low: float | None = None,
        high: float | None = None,
        unit: str | None = None,
        scope: str | None = None,
        part_of: float | None = None,
        rising: bool = False,
        polarity: Polarity = "affirmed",
        when: str | None = None,
        where: str | None = None,
    ) -> Self:
        """A fact named by its statement, kind, subject, value and place."""
        key = make_id("fac", statement_id, kind, about, value, span)
        return cls(
            key, doc_id, statement_id, kind, about, value, low, high, unit, scope, part_of, rising, polarity, when, where, span
        )
