"""What a comparison comes to."""

from dataclasses import dataclass
from typing import Literal

from rashomon.link.tellings import Telling
from rashomon.model import Reason

Order = Literal["conflict", "update", "compatible", "same"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two answers stand to each other, how sure that is, and why."""

    relation: Order
    score: float
    subtype: str | None
    reasons: tuple[Reason, ...]


def verdict(
    relation: Order, why: str, left: Telling, right: Telling, *, score: float = 0.8, subtype: str | None = None
) -> Verdict:
    """A verdict whose reason points at the two answers on their pages."""
    return Verdict(relation, score, subtype, (Reason(why, score, left.fact.span, right.fact.span),))
