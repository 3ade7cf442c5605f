"""People's word, with the words that it is about: in force, overtaken by a later one, or taken back."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Judgement, JudgementRelation
from rashomon.views.records import Records

RELATED: dict[JudgementRelation, str] = {
    "same": "is the same as",
    "different": "is not the same as",
    "conflict": "conflicts with",
    "no-conflict": "does not conflict with",
    "wrong-speaker": "is not who says it",
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
    relation: JudgementRelation
    right: str
    user: str
    at: str
    text: str
    retracted_at: str | None
    retracted_by: str | None
    holds: bool
    item: str


def words_of_people(records: Records) -> tuple[Word, ...]:
    """Every judgement on the shelf in the order in which it was given, those taken back among them."""
    return words_of(records, records.judgements, {one.id for one in records.judgements if one.retracted_at is None})


def words_of(records: Records, judgements: Iterable[Judgement], holding: Iterable[str]) -> tuple[Word, ...]:
    """These judgements in the order in which they were given; `holding` are the ids of those in force."""
    held = set(holding)
    return tuple(
        Word(
            one.id,
            named(records, one.left),
            one.relation,
            named(records, one.right) if one.right else "",
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


def named(records: Records, item: str) -> str:
    """An item by its own words: a document's title, a fact's clause, the question of a point; its id where it is gone."""
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
    known = records.entities.get(item) or records.voices.get(item)
    return known.name if known else item
