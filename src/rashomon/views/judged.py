"""People's word, with the words that it is about: in force or taken back, in the order in which it was given."""

from dataclasses import dataclass

from rashomon.model import Judgement, JudgementRelation
from rashomon.views.records import Records


@dataclass(frozen=True, slots=True)
class Word:
    """What a person said of two items; `left` and `right` are the items' words, or their ids if they are gone."""

    left: str
    relation: JudgementRelation
    right: str
    user: str
    at: str
    retracted_at: str | None


def words_of_people(records: Records) -> tuple[Word, ...]:
    """Every judgement, those taken back among them."""
    return tuple(_word(records, judgement) for judgement in sorted(records.judgements, key=lambda each: (each.at, each.id)))


def _word(records: Records, judgement: Judgement) -> Word:
    left, right = (_named(records, item) for item in (judgement.left, judgement.right))
    return Word(left, judgement.relation, right, judgement.user, judgement.at, judgement.retracted_at)


def _named(records: Records, item: str) -> str:
    if item in records.documents:
        return records.documents[item].title or records.documents[item].name
    if item in records.facts:
        return records.facts[item].span.of(records.documents[records.facts[item].doc_id].text)
    if item in records.points:
        return records.points[item].question
    named = records.entities.get(item) or records.voices.get(item)
    positions = (position for each in records.positions_of.values() for position in each)
    return named.name if named else next((position.value for position in positions if position.id == item), item)
