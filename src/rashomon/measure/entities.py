"""Who is who across documents against gold: the `entities` of groups of accounts, each group read as a case of its own.

An item is an occurrence of a gold name (an entity's `name` or one of its `aliases`, letter for letter, at word boundaries,
the longest where two begin or overlap) in the text of a document that the gold lists for that entity. Its gold cluster is
the entity, across the group's documents. Its cluster of ours is the entity to which a mention of ours belongs that shares a
code point with it (the one that shares most; a voice that stands there only where no mention does); a place where nothing
of ours stands is a cluster of its own. Words that two entities of the group claim are no items.

B³ (Bagga and Baldwin 1998) is averaged over the items of all groups. `recognition` is the share of items at which something
of ours stands at all, `b3_recognised` the same B³ over those items alone, `by group` the F1 of each.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.measure.accounts import group_rows
from rashomon.measure.cases import case_of
from rashomon.model import Span

Tables = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Item:
    """A place where the gold names somebody, and the clusters in which the gold and we put it."""

    doc: str
    span: Span
    words: str
    gold: str
    own: str
    found: bool


def score(data: Path) -> dict[str, Any]:
    """`b3_precision`, `b3_recall`, `b3_f1` and `recognition` over `data/groups` and `data/gold`."""
    groups = {}
    for gold_file in sorted((data / "gold").glob("*.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        tables = case_of("in.jsonl", group_rows(data / "groups" / gold_file.name))
        groups[gold_file.stem] = items_of(gold_file.stem, gold["entities"], tables)
    return figures(groups)


def figures(groups: dict[str, list[Item]]) -> dict[str, Any]:
    """What the items come to."""
    items = [item for found in groups.values() for item in found]
    precision, recall, f1 = b_cubed(items)
    found = [item for item in items if item.found]
    return {
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": f1,
        "recognition": round(len(found) / max(1, len(items)), 4),
        "b3_recognised": b_cubed(found)[2],
        "items": len(items),
        "by group": {group: b_cubed(found)[2] for group, found in groups.items()},
    }


def b_cubed(items: Sequence[Item]) -> tuple[float, float, float]:
    """Precision, recall and F1: for each item how much of its cluster of ours is gold, and how much of gold is in ours."""
    gold = Counter(item.gold for item in items)
    own = Counter(item.own for item in items)
    both = Counter((item.gold, item.own) for item in items)
    precision = sum(count * count / own[cluster] for (_, cluster), count in both.items()) / max(1, len(items))
    recall = sum(count * count / gold[cluster] for (cluster, _), count in both.items()) / max(1, len(items))
    return round(precision, 4), round(recall, 4), round(2 * precision * recall / max(1e-9, precision + recall), 4)


def items_of(group: str, entities: Sequence[dict[str, Any]], tables: Tables) -> list[Item]:
    """The items of one group, in reading order."""
    held = _held(tables)
    items = []
    for document in tables["documents"]:
        for span, gold in named_places(document.text, document.name, entities):
            entity = _entity_at(span, held[document.id])
            own = entity or f"{document.name} {span.start}"
            items.append(
                Item(document.name, span, span.of(document.text), f"{group} {gold}", f"{group} {own}", entity is not None)
            )
    return items


def named_places(text: str, doc: str, entities: Sequence[dict[str, Any]]) -> Iterator[tuple[Span, int]]:
    """Each place in this document where the gold names an entity of it, and the entity's number."""
    claims: dict[str, set[int]] = defaultdict(set)
    for number, entity in enumerate(entities):
        for name in (entity["name"], *entity["aliases"]) if doc in entity["docs"] else ():
            claims[name].add(number)
    if not claims:
        return
    names = "|".join(map(re.escape, sorted(claims, key=lambda name: (-len(name), name))))
    for match in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        if len(claims[match.group()]) == 1:
            yield Span(*match.span()), next(iter(claims[match.group()]))


def _held(tables: Tables) -> dict[str, list[tuple[Span, bool, str]]]:
    """Document id -> where our mentions and voices stand in it: span, whether it is a mention, entity."""
    entities = {entity.id for entity in tables["entities"]}
    home = {member.item_id: member.group_id for member in tables["members"] if member.group_id in entities}
    held: dict[str, list[tuple[Span, bool, str]]] = defaultdict(list)
    for table in ("mentions", "voices"):
        for one in tables[table]:
            if one.id in home and one.span is not None:
                held[one.doc_id].append((one.span, table == "mentions", home[one.id]))
    return held


def _entity_at(span: Span, held: Sequence[tuple[Span, bool, str]]) -> str | None:
    near = [one for one in held if one[0].overlaps(span)]
    best = max(near, key=lambda one: (one[1], _common(span, one[0]), -len(one[0]), -one[0].start), default=None)
    return best[2] if best else None


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
