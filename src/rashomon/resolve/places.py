"""Which place of the gazetteer an entity is, and which spellings name one place: by what their mentions mean, page by page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.model import Entity, Member, Mention, Reason
from rashomon.pairs.scorer import Scored
from rashomon.resolve.entities import Tie
from rashomon.resolve.spelling import Spelling
from rashomon.text.places.whereabouts import place_id

ONE_PLACE = Scored(0.95, (Reason("one place of the gazetteer", 1.0),))


def place_ties(spellings: Iterable[Spelling], mentions: Mapping[str, Mention]) -> list[Tie]:
    """Ties between the spellings of one place: Kyiv and Kiev, Astana and Nur-Sultan.

    What names only a part of a place ("northern Aleppo") is not tied to it.
    """
    known: dict[int, list[str]] = defaultdict(list)
    for spelling in spellings:
        place = _meant(mentions[mention].norm for mention in spelling.mentions) if spelling.name.kind == "place" else None
        if place is not None:
            known[place].append(spelling.id)
    return [Tie(first, other, ONE_PLACE) for first, *others in known.values() for other in others]


def located(found: Sequence[Entity | Member], mentions: Mapping[str, Mention]) -> Iterator[Entity | Member]:
    """The records with each place's GeoNames id, where most of its mentions that mean a place mean this one."""
    norms: dict[str, list[str | None]] = defaultdict(list)
    for member in found:
        if isinstance(member, Member) and member.item_id in mentions:
            norms[member.group_id].append(mentions[member.item_id].norm)
    for one in found:
        yield replace(one, place=_meant(norms[one.id])) if isinstance(one, Entity) and one.kind == "place" else one


def _meant(norms: Iterable[str | None]) -> int | None:
    """The place that most of the norms mean, if more than half do; what only means a part of a place is not counted."""
    votes = Counter(number for norm in norms if (number := place_id(norm)) is not None)
    ranked = votes.most_common(1)
    return ranked[0][0] if ranked and 2 * ranked[0][1] > votes.total() else None
