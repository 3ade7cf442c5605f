"""The case at a glance: what was read, what is at issue, what is agreed, who repeats whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model import Relation
from rashomon.text.moments import chronological, earliest, latest
from rashomon.views.points import RELATIONS, PointLine, open_ids, point_ids, point_lines
from rashomon.views.records import CAUTION, Head, Records, Witness
from rashomon.views.speakers import witness
from rashomon.views.voices import voice_count

OPEN, AGREED, OUTLETS = 12, 8, 14  # lines of each that the first page shows


@dataclass(frozen=True, slots=True)
class Account:
    """One document as the list of what was read has it."""

    witness: Witness
    language: str | None
    words: int
    statements: int
    attributed: int  # of them said by someone else than the page itself


@dataclass(frozen=True, slots=True)
class Outlet:
    """The documents of one outlet: how many, when, in which languages."""

    name: str
    count: int
    begins: str | None
    ends: str | None
    languages: tuple[str, ...]
    first: Witness


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    name: str
    documents: int
    outlets: tuple[Outlet, ...]  # those with most documents first
    undated: int
    languages: tuple[tuple[str, int], ...]
    failures: int
    voices: int
    counts: tuple[tuple[Relation, int], ...]
    open: tuple[PointLine, ...]  # the sharpest points on which the accounts do not simply agree
    agreed: tuple[PointLine, ...]  # the points on which most voices do
    begins: str | None  # when the first dated account appeared
    ends: str | None
    caution: str | None  # why less was found than could be

    def count(self, relation: Relation) -> int:
        """How many points stand so."""
        return dict(self.counts)[relation]

    @property
    def disputed(self) -> int:
        """How many points are at issue."""
        return sum(number for relation, number in self.counts if relation != "agree")


def overview(records: Records) -> Overview:
    """The case at a glance."""
    counts = {relation: number for (relation,), number in records.shelf.tally("points", "relation").items()}
    dates = [head.published_at for head in records.heads.values() if head.published_at]
    agreed, issues = point_ids(records, relation="agree"), open_ids(records)
    languages = Counter(head.language for head in records.heads.values() if head.language)
    return Overview(
        records.event.name if records.event else records.name,
        len(records.heads),
        _outlets(records),
        len(records.heads) - len(dates),
        tuple(languages.most_common()),
        len(records.failures),
        voice_count(records),
        tuple((relation, counts.get(relation, 0)) for relation in RELATIONS),
        point_lines(records, issues[:OPEN]),
        point_lines(records, agreed[:AGREED]),
        earliest(*dates),
        latest(*dates),
        CAUTION if records.by_rules else None,
    )


def accounts(records: Records, heads: Iterable[Head]) -> tuple[Account, ...]:
    """These documents as lines of the list of accounts."""
    shown = {head.id: head for head in heads}
    words = {key: len(text.split()) for key, text in records.shelf.among("documents", "id", "text", column="id", keys=shown)}
    modes = records.shelf.among("statements", "doc_id", "mode", column="doc_id", keys=shown)
    said, own = Counter(key for key, _ in modes), Counter(key for key, mode in modes if mode == "asserted")
    return tuple(
        Account(witness(records, head), head.language, words[key], said[key], said[key] - own[key]) for key, head in shown.items()
    )


def _outlets(records: Records) -> tuple[Outlet, ...]:
    groups: dict[str, list[Head]] = {}
    for head in records.heads.values():
        groups.setdefault(head.outlet or head.name, []).append(head)
    found = [_outlet(records, name, heads) for name, heads in groups.items()]
    return tuple(sorted(found, key=lambda outlet: (-outlet.count, chronological(outlet.begins), outlet.name)))


def _outlet(records: Records, name: str, heads: list[Head]) -> Outlet:
    dates = [head.published_at for head in heads]
    languages = tuple(dict.fromkeys(head.language for head in heads if head.language))
    return Outlet(name, len(heads), earliest(*dates), latest(*dates), languages, witness(records, heads[0]))
