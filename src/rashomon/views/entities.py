"""Who and what the case names: every entity with its spellings, the documents that name it, where it is named first, and why
each place that names it is taken for it.
"""

import json
from collections import Counter
from dataclasses import dataclass

from rashomon.model import Entity, EntityKind, Member, Mention, Reason, Span
from rashomon.text.gazetteer import Place, place_of
from rashomon.views.excerpts import Excerpt, words_around
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import siglum_order, witness

ALL = slice(None)
COUNTED = 400  # uses whose spelling is counted: each needs a look into its document


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
    excerpt: Excerpt  # with some words around
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
    named: int  # how many uses there are
    voices: int
    place: Place | None  # which place of the gazetteer it is, with its point and country


@dataclass(frozen=True, slots=True)
class EntityLine:
    """An entity as the list has it; `names` are its other spellings, `uses` how often it is named or speaks."""

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    uses: int
    place: Place | None


def entity_lines(records: Records) -> tuple[EntityLine, ...]:
    """Every entity, those that are named most often first."""
    counts = {group: number for (group,), number in records.shelf.tally("members", "group_id").items()}
    lines = [
        EntityLine(
            each.id,
            each.name,
            each.kind,
            tuple(alias for alias in each.aliases if alias != each.name),
            counts.get(each.id, 0),
            None if each.place is None else place_of(each.place),
        )
        for each in records.shelf.records(Entity, "entities")
    ]
    return tuple(sorted(lines, key=lambda line: (-line.uses, line.name, line.id)))


def entity_views(records: Records) -> tuple[EntityView, ...]:
    """Every entity, those that most documents name first."""
    views = [entity_view(records, entity) for entity in records.entities.values()]
    return tuple(sorted(views, key=lambda view: (-len(view.witnesses), -len(view.uses), view.name, view.id)))


def entity_view(records: Records, entity: Entity, page: slice = ALL) -> EntityView:
    """What the page of one entity shows, with the uses that stand on this page of them."""
    members = [item_id for (item_id,) in records.shelf.cells("members", "item_id", group_id=entity.id)]
    rows = records.shelf.among("mentions", "id", "doc_id", "span", column="id", keys=members)
    named = sorted((records.places[doc_id], json.loads(span), key) for key, doc_id, span in rows)
    ids = [key for _, _, key in named]
    uses = [_use(records, entity.id, key) for key in ids[page]]
    named_in = dict.fromkeys(doc_id for _, doc_id, _ in rows)
    witnesses = {doc_id: witness(records, records.heads[doc_id]) for doc_id in named_in}
    spoken = records.shelf.among("voices", "doc_id", column="id", keys=members)
    for (doc_id,) in spoken:
        witnesses.setdefault(doc_id, witness(records, records.heads[doc_id]))
    return EntityView(
        entity.id,
        entity.name,
        entity.kind,
        _spellings(records, [records.mentions[key] for key in ids[:COUNTED]]),
        tuple(sorted(witnesses.values(), key=siglum_order)),
        _use(records, entity.id, ids[0]) if ids else None,  # undated documents come last: it is dated if any is
        tuple(uses),
        len(named),
        len(spoken),
        None if entity.place is None else place_of(entity.place),
    )


def _use(records: Records, entity_id: str, mention_id: str) -> Use:
    mention = records.mentions[mention_id]
    member = records.shelf.where(Member, "members", item_id=mention_id, group_id=entity_id)[0]
    document = records.documents[mention.doc_id]
    words = mention.span.of(document.text)
    around = words_around(document, mention.span)
    return Use(mention.id, witness(records, document), mention.span, words, around, member.score, member.reasons, member.by)


def _spellings(records: Records, mentions: list[Mention]) -> tuple[Spelling, ...]:
    written = [(mention.span.of(records.documents[mention.doc_id].text), mention.doc_id) for mention in mentions]
    counts = Counter(words for words, _ in written)
    documents = Counter(words for words, _ in set(written))
    return tuple(
        Spelling(words, counts[words], documents[words]) for words in sorted(counts, key=lambda words: (-counts[words], words))
    )
