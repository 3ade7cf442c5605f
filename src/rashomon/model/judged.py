"""What people and runs leave behind: judgements, failures, runs."""

from dataclasses import dataclass
from typing import Literal

JudgementRelation = Literal[
    "same", "different", "conflict", "no-conflict", "wrong-speaker", "wrong-span", "accept", "reject", "note"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word on two items (or on one: `right` empty). It outranks any link and is retracted, never deleted.

    Two items are the `same` (of entities: merge) or `different` (split, never merge); two answers are in `conflict` or not.
    A statement has the `wrong-speaker`, `right` being the voice that speaks, where the person knows it, or the `wrong-span`.
    `text` is what the person wrote beside it; a `note` is nothing else. Last comes who took it back, and when.
    """

    id: str
    left: str
    right: str
    relation: JudgementRelation
    user: str
    at: str  # ISO 8601, UTC
    retracted_at: str | None
    text: str = ""
    retracted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be done: `item_id` names the file or record, `message` says the reason and the remedy."""

    stage: str
    item_id: str
    error: str  # the error's class name
    message: str


RULES_ALONE = "by rules alone"  # stands beside the version of a stage that ran without its nets


@dataclass(frozen=True, slots=True)
class Run:
    """One stage's work in one run."""

    id: str
    stage: str
    version: str
    settings_sha: str
    weights_sha: str
    started: str  # ISO 8601, UTC
    ended: str
