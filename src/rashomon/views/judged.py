"""People's word, with the words that it is about: in force, overtaken by a later one, or taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from rashomon.model import EntityKind, Fact, Judgement, JudgementRelation
from rashomon.model.ids import make_id
from rashomon.store.judgements import in_force
from rashomon.views.records import Records

RELATED: dict[JudgementRelation, str] = {
    "same": "is the same as",
    "different": "is not the same as",
    "conflict": "conflicts with",
    "no-conflict": "does not conflict with",
    "wrong-speaker": "has another speaker",
    "wrong-span": "has the wrong words",
    "accept": "stands as it is",
    "reject": "is taken out",
    "note": "has a note",
}


@dataclass(frozen=True, slots=True)
class Word:
    """What a person said of two items; `left` and `right` are the items' words, or their ids if they are gone.

    It `holds` unless it was taken back, or a later word on the same took its place. `item` is what an address names it by.
    """

    id: str
    left: str
    right: str
    relation: JudgementRelation
    user: str
    at: str
    text: str
    retracted_at: str | None
    retracted_by: str | None
    holds: bool
    item: str


def words_of_people(records: Records) -> tuple[Word, ...]:
    """Every judgement on the shelf in the order in which it was given, those taken back among them."""
    return words_of(records, records.judgements, {one.id for one in in_force(records.judgements)})


def words_of(records: Records, judgements: Iterable[Judgement], holding: Iterable[str]) -> tuple[Word, ...]:
    """These judgements in the order in which they were given; `holding` are the ids of those in force."""
    held = set(holding)
    return tuple(
        Word(
            one.id,
            *_named_ends(records, one),
            one.relation,
            one.user,
            one.at,
            one.text,
            one.retracted_at,
            one.retracted_by,
            one.id in held,
            f"{one.left}~{one.right}" if one.right and one.relation != "wrong-speaker" else one.left,
        )
        for one in sorted(judgements, key=lambda each: (each.at, each.id))
    )


def _named_ends(records: Records, judgement: Judgement) -> tuple[str, str]:
    """Both items by their words. Those that became one through it bear one name now; then what each was named by."""
    left, right = (named(records, end) if end else "" for end in (judgement.left, judgement.right))
    if left == right and judgement.right:
        left, right = (_first_words(records, end) for end in (judgement.left, judgement.right))
    return left, right


def words_about(records: Records, facts: Iterable[Fact], *items: str) -> tuple[Word, ...]:
    """The judgements on these facts, on what they are said in, and on what they stood for, and on the items, in their order."""
    concerned = {*items, *(name for fact in facts for name in names_of(fact))}
    about = [one for one in records.judgements if one.left in concerned or one.right in concerned]
    return words_of(records, about, {one.id for one in in_force(records.judgements)})


def names_of(fact: Fact) -> tuple[str, ...]:
    """The ids under which a fact may have been judged: its own, its statement's, a position's and a point's it stood for."""
    return fact.id, fact.statement_id, make_id("pos", fact.id), make_id("poi", fact.id)


def named(records: Records, item: str) -> str:
    """An item by its own words: a document's title, a fact's clause, the question of a point.

    A position, point or entity that went into another is named by what it was made of; what is gone altogether by its id.
    """
    if head := records.heads.get(item):
        return head.title or head.name
    if fact := records.facts.get(item):
        return fact.span.of(records.documents[fact.doc_id].text)
    if statement := records.statements.get(item):
        return statement.content[0].of(records.documents[statement.doc_id].text)
    if mention := records.mentions.get(item):
        return mention.span.of(records.documents[mention.doc_id].text)
    if point := records.points.get(item):
        return point.question
    if position := records.positions.get(item):
        return position.value
    if known := records.entities.get(item) or records.voices.get(item):
        return known.name
    if link := next((one for one in records.copies if one.id == item), None):
        return f"{named(records, link.left)} and {named(records, link.right)}"
    return _first_words(records, item)


def _first_words(records: Records, item: str) -> str:
    """The words of the fact or mention that an item was named by when it was judged; its id where that is gone too."""
    made_of = _once(records, item[:3]).get(item)
    if made_of is None:
        return item
    return records.facts[made_of].value if made_of in records.facts else named(records, made_of)


@lru_cache(4)
def _once(records: Records, kind: str) -> dict[str, str]:
    """What the items of a kind are, or were, named by: the id -> the fact or mention."""
    if kind in ("pos", "poi"):
        return {make_id(kind, key): key for (key,) in records.shelf.cells("facts", "id")}
    if kind == "ent":
        kinds = get_args(EntityKind)
        return {make_id("ent", each, key): key for (key,) in records.shelf.cells("mentions", "id") for each in kinds}
    return {}
