"""Who repeats whom: documents that share words, and the words that they share."""

from dataclasses import dataclass

from rashomon.model import Link, Reason
from rashomon.views.records import Records
from rashomon.views.speakers import Witness, siglum_order, witness


@dataclass(frozen=True, slots=True)
class Run:
    """The same words where they stand in either document."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents with a common origin; `origin` is the one copied, an agency's name, or unknown."""

    left: Witness
    right: Witness
    kind: str
    origin: str | None
    first: Witness | None  # the document of the two that was copied, where that is known
    runs: tuple[Run, ...]  # the longest first
    words: int


@dataclass(frozen=True, slots=True)
class Family:
    """Documents tied by copies, directly or through each other; `origins` are the sources that could be named."""

    members: tuple[Witness, ...]
    origins: tuple[str, ...]


def copies(records: Records) -> tuple[Copy, ...]:
    """Every pair of documents that share an origin, those that share most words first."""
    found = [_copy(records, link) for link in records.copies if link.left in records.documents]
    return tuple(sorted(found, key=lambda copy: (-copy.words, siglum_order(copy.left), siglum_order(copy.right))))


def families(shared: tuple[Copy, ...]) -> tuple[Family, ...]:
    """The documents that hang together by what they copy, the largest family first."""
    family: dict[str, dict[str, Witness]] = {}
    for copy in shared:
        joined = family.get(copy.left.doc_id, {copy.left.doc_id: copy.left})
        joined |= family.get(copy.right.doc_id, {copy.right.doc_id: copy.right})
        family |= dict.fromkeys(joined, joined)
    distinct = {id(members): members for members in family.values()}.values()
    origins = [(members, [copy for copy in shared if copy.left.doc_id in members]) for members in distinct]
    found = [Family(tuple(sorted(members.values(), key=siglum_order)), _origins(within)) for members, within in origins]
    return tuple(sorted(found, key=lambda each: (-len(each.members), siglum_order(each.members[0]))))


def _origins(within: list[Copy]) -> tuple[str, ...]:
    named = [copy.first.outlet if copy.first else copy.origin for copy in within]
    return tuple(dict.fromkeys(name for name in named if name and name != "unknown"))


def _copy(records: Records, link: Link) -> Copy:
    left, right = records.documents[link.left], records.documents[link.right]
    runs = sorted((run for reason in link.reasons if (run := _run(left.text, right.text, reason))), key=_length, reverse=True)
    first = records.documents.get(link.origin or "")
    return Copy(
        witness(records, left),
        witness(records, right),
        link.subtype or "same-text",
        None if first else link.origin,
        witness(records, first) if first else None,
        tuple(runs),
        sum(map(_length, runs)),
    )


def _run(left: str, right: str, reason: Reason) -> Run | None:
    if reason.left is None or reason.right is None:
        return None
    return Run(reason.left.of(left), reason.right.of(right))


def _length(run: Run) -> int:
    return len(run.left.split())
