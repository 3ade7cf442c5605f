"""The words of the house: frozen records that every room reads and none rewrites."""

from rashomon.model.document import Block, BlockKind, Capture, Document, Original
from rashomon.model.found import (
    Entity,
    EntityKind,
    Event,
    Link,
    LinkRelation,
    Member,
    Point,
    Position,
    Reason,
    Relation,
    Standing,
)
from rashomon.model.judged import Failure, Judgement, JudgementRelation, Run
from rashomon.model.said import Fact, FactKind, Mention, MentionKind, Mode, Polarity, Statement, Voice, VoiceKind
from rashomon.model.span import Span

__all__ = [
    "Block", "BlockKind", "Capture", "Document", "Entity", "EntityKind", "Event", "Fact", "FactKind", "Failure",
    "Judgement", "JudgementRelation", "Link", "LinkRelation", "Member", "Mention", "MentionKind", "Mode", "Original", "Point",
    "Polarity", "Position", "Reason", "Relation", "Run", "Span", "Standing", "Statement", "Voice", "VoiceKind",
]  # fmt: skip
