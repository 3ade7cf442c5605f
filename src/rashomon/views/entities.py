"""Who and what the case names: every entity with its spellings, the documents that name it, where it is named first, and why
each place that names it is taken for it.
"""

from collections import Counter
from dataclasses import dataclass

from rashomon.model import Entity, EntityKind, Member, Mention, Reason, Span
from rashomon.text.gazetteer import Place, place_of
from rashomon.views.records import Records
from rashomon.views.speakers import Witness, siglum_order, witness


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which the pages write it, and how often."""

    words: str
    count: int
    documents: int


@dataclass(frozen=True, slots=True)
class Use:
    """A place that names it: `text[span]` are the exact words. `reasons` are named features with their weights, the weightiest
    first; `by` says who joined it, "judgement" for a person.
    """

    mention_id: str
    witness: Witness
    span: Span
    words: str
    score: float
    reasons: tuple[Reason, ...]
    by: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """One person, organisation, group or place across the case.

    `spellings` stand the most frequent first; `witnesses` in the order in which they appeared; `uses` in that order too, and
    in reading order within a document; `first` is the first use in the earliest document that bears a date, or, where none
    does, in the first document. `voices` counts the voices that speak in its name; an entity that a person made of nameless
    voices has them alone, and no uses.
    """

    id: str
    name: str
    kind: EntityKind
    spellings: tuple[Spelling, ...]
    witnesses: tuple[Witness, ...]
    first: Use | None
    uses: tuple[Use, ...]
    voices: int
    place: Place | None  # which place of the gazetteer it is, with its point and country


def entity_views(records: Records) -> tuple[EntityView, ...]:
    """Every entity, those that most documents name first."""
    views = [entity_view(records, entity) for entity in records.entities.values()]
    return tuple(sorted(views, key=lambda view: (-len(view.witnesses), -len(view.uses), view.name, view.id)))


def entity_view(records: Records, entity: Entity) -> EntityView:
    """What the page of one entity shows."""
    members = records.members_of.get(entity.id, ())
    named = [(member, records.mentions[member.item_id]) for member in members if member.item_id in records.mentions]
    uses = sorted((_use(records, *each) for each in named), key=lambda use: (siglum_order(use.witness), use.span))
    witnesses = {use.witness.doc_id: use.witness for use in uses}
    spoken = [records.voices[member.item_id] for member in members if member.item_id in records.voices]
    for voice in spoken:
        witnesses.setdefault(voice.doc_id, witness(records, records.documents[voice.doc_id]))
    return EntityView(
        entity.id,
        entity.name,
        entity.kind,
        _spellings(uses),
        tuple(sorted(witnesses.values(), key=siglum_order)),
        next((use for use in uses if use.witness.published_at), uses[0] if uses else None),
        tuple(uses),
        len(spoken),
        None if entity.place is None else place_of(entity.place),
    )


def _use(records: Records, member: Member, mention: Mention) -> Use:
    document = records.documents[mention.doc_id]
    words = mention.span.of(document.text)
    return Use(mention.id, witness(records, document), mention.span, words, member.score, member.reasons, member.by)


def _spellings(uses: list[Use]) -> tuple[Spelling, ...]:
    counts = Counter(use.words for use in uses)
    documents = Counter(words for words, _ in {(use.words, use.witness.doc_id) for use in uses})
    return tuple(
        Spelling(words, counts[words], documents[words]) for words in sorted(counts, key=lambda words: (-counts[words], words))
    )
