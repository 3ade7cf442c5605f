"""What is found across documents: who is who, what goes with what, the points at issue."""

from dataclasses import dataclass
from typing import Literal, Self

from rashomon.model.ids import make_id
from rashomon.model.said import FactKind
from rashomon.model.span import Span

EntityKind = Literal["person", "org", "group", "place"]
Relation = Literal["conflict", "update", "compatible", "agree"]
LinkRelation = Literal["same", "conflict", "update", "compatible", "copies"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a score is what it is: a named feature, its share, and where on the two pages it can be seen."""

    feature: str
    score: float
    left: Span | None = None
    right: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what it is across documents; `name` and `aliases` are words of the captures, `place` a place's GeoNames id."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The case's event (no parent) or one of its happenings."""

    id: str
    parent: str | None
    kind: str
    name: str
    when: str | None
    where: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """That an item belongs to a group: mention to Entity, voice to Entity, mention to Event, fact to Position."""

    group_id: str
    item_id: str
    score: float
    reasons: tuple[Reason, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Link:
    """How two items stand to each other: two facts, or two documents (`copies`; `origin` is the document or agency copied).

    `subtype` refines it: for facts "later-update", "different-scope", "precision", "denial"; for copies "same-text",
    "same-agency", "same-quote", "forwarded", "printed-twice" (a document with itself). A reason with a span on one side only
    tells the origin.
    """

    id: str
    left: str
    right: str
    relation: LinkRelation
    subtype: str | None
    origin: str | None
    score: float
    reasons: tuple[Reason, ...]
    by: str

    @classmethod
    def of(
        cls,
        left: str,
        right: str,
        relation: LinkRelation,
        *,
        by: str,
        score: float,
        reasons: tuple[Reason, ...],
        subtype: str | None = None,
        origin: str | None = None,
    ) -> Self:
        """A link named by its two ends, what it says, and on what ground."""
        return cls(make_id("lin", left, right, relation, subtype), left, right, relation, subtype, origin, score, reasons, by)


@dataclass(frozen=True, slots=True)
class Point:
    """A question at issue. `relation` is the strongest that holds between two of its positions."""

    id: str
    event_id: str
    question: str
    kind: FactKind
    relation: Relation
    subtype: str | None
    reasons: tuple[Reason, ...]
    sharpness: float  # 0..1, for sorting: how plainly the answers exclude each other and how many voices hold them


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a point; `value` is always the words of a real statement."""

    id: str
    point_id: str
    value: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How many hold a position. Independent voices are a range: low folds every probable dependence, high only proven ones."""

    position_id: str
    voices: int
    documents: int
    independent_low: int
    independent_high: int
    first_at: str | None  # ISO 8601
    reasons: tuple[Reason, ...]
