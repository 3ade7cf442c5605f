"""A person's word on mentions, voices and entities, as pairs of what is grouped here.

An entity's id is made of its kind and its least mention (or voice), so it can be made again from any mention of the case:
a judgement on an entity holds for that mention, and through it for the group that it stands in, in every rerun, even
where the group has grown or changed its id since.
"""

from collections.abc import Collection, Iterable, Iterator

from rashomon.model import Judgement
from rashomon.model.ids import make_id
from rashomon.resolve.kinds import NAMED

Pair = tuple[str, str]


def entity_id(kind: str, members: Iterable[str]) -> str:
    """The id of the entity with these mentions, or these voices if no mention names it."""
    return make_id("ent", kind, min(members))


def judged_pairs(judgements: Iterable[Judgement], items: Collection[str]) -> tuple[list[Pair], list[Pair]]:
    """The pairs of mentions and voices in `items` that a person called the same, and those called different.

    What was retracted, or is about things that are no longer in the case, is left out.
    """
    standing = [one for one in judgements if one.retracted_at is None and one.relation in ("same", "different")]
    ends = {end for one in standing for end in (one.left, one.right)}
    meant = {end: end for end in ends if end in items}
    if ends - meant.keys():
        meant |= {key: item for item in items for key in _entity_ids(item) if key in ends}
    pairs = {
        relation: [
            (meant[one.left], meant[one.right])
            for one in standing
            if one.relation == relation and one.left in meant and one.right in meant and meant[one.left] != meant[one.right]
        ]
        for relation in ("same", "different")
    }
    return pairs["same"], pairs["different"]


def _entity_ids(item: str) -> Iterator[str]:
    return (entity_id(kind, [item]) for kind in NAMED)
