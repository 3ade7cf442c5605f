"""Who and what the case names: every entity with its spellings, the documents that name it, where it is named first, and why
each place that names it is taken for it.
"""

from collections import Counter
from dataclasses import dataclass

from rashomon.model import Entity, EntityKind, Member, Mention, Reason, Span
from rashomon.text.gazetteer import Place, place_of
from rashomon.views.excerpts import Excerpt, words_around
from rashomon.views.records import Records
from rashomon.views.speakers import Witness, siglum_order, witness

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
    members = records.members_of[entity.id]
    named = [(member, mention) for member in members if (mention := records.mentions.get(member.item_id))]
    named.sort(key=lambda each: (records.places[each[1].doc_id], each[1].span))
    uses = [_use(records, *each) for each in named[page]]
    witnesses = {mention.doc_id: witness(records, records.heads[mention.doc_id]) for _, mention in named}
    spoken = [records.voices[member.item_id] for member in members if member.item_id in records.voices]
    for voice in spoken:
        witnesses.setdefault(voice.doc_id, witness(records, records.heads[voice.doc_id]))
    return EntityView(
        entity.id,
        entity.name,
        entity.kind,
        _spellings(records, [mention for _, mention in named[:COUNTED]]),
        tuple(sorted(witnesses.values(), key=siglum_order)),
        _first(records, named),
        tuple(uses),
        len(named),
        len(spoken),
        None if entity.place is None else place_of(entity.place),
    )


def _use(records: Records, member: Member, mention: Mention) -> Use:
    document = records.documents[mention.doc_id]
    words = mention.span.of(document.text)
    around = words_around(document, mention.span)
    return Use(mention.id, witness(records, document), mention.span, words, around, member.score, member.reasons, member.by)


def _first(records: Records, named: list[tuple[Member, Mention]]) -> Use | None:
    dated = (each for each in named if records.heads[each[1].doc_id].published_at)
    first = next(dated, named[0] if named else None)
    return None if first is None else _use(records, *first)


def _spellings(records: Records, mentions: list[Mention]) -> tuple[Spelling, ...]:
    written = [(mention.span.of(records.documents[mention.doc_id].text), mention.doc_id) for mention in mentions]
    counts = Counter(words for words, _ in written)
    documents = Counter(words for words, _ in set(written))
    return tuple(
        Spelling(words, counts[words], documents[words]) for words in sorted(counts, key=lambda words: (-counts[words], words))
    )
