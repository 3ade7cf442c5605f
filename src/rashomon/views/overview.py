"""The case at a glance: what was read, what is at issue, what is agreed, who repeats whom."""

from collections import Counter
from dataclasses import dataclass

from rashomon.model import Relation
from rashomon.text.moments import earliest, latest
from rashomon.views.copies import Copy, Family, copies, families
from rashomon.views.points import RELATIONS, PointView, points
from rashomon.views.records import CAUTION, Records
from rashomon.views.speakers import Witness, witness
from rashomon.views.timeline import Timeline, timeline
from rashomon.views.voices import voice_key


@dataclass(frozen=True, slots=True)
class Account:
    """One document as the list of what was read has it."""

    witness: Witness
    language: str | None
    words: int
    statements: int
    attributed: int  # of them said by someone else than the page itself


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    name: str
    accounts: tuple[Account, ...]
    failures: int
    voices: int
    counts: tuple[tuple[Relation, int], ...]
    points: tuple[PointView, ...]
    timeline: Timeline
    copies: tuple[Copy, ...]
    families: tuple[Family, ...]
    begins: str | None  # when the first dated account appeared
    ends: str | None
    caution: str | None  # why less was found than could be

    @property
    def open(self) -> tuple[PointView, ...]:
        """The points on which the accounts do not simply agree."""
        return tuple(point for point in self.points if point.relation != "agree")

    @property
    def agreed(self) -> tuple[PointView, ...]:
        """The points on which they do."""
        return tuple(point for point in self.points if point.relation == "agree")


def overview(records: Records) -> Overview:
    """The case at a glance."""
    shown = points(records)
    counts = Counter(point.relation for point in shown)
    dates = [document.published_at for document in records.documents.values() if document.published_at]
    shared = copies(records)
    return Overview(
        records.event.name if records.event else records.name,
        tuple(_account(records, doc_id) for doc_id in records.documents),
        len(records.failures),
        len({voice_key(records, statement.voice_id) for statement in records.statements.values()}),
        tuple((relation, counts[relation]) for relation in RELATIONS),
        shown,
        timeline(records, tuple(point for point in shown if point.relation != "agree")),
        shared,
        families(shared),
        earliest(*dates),
        latest(*dates),
        CAUTION if records.by_rules else None,
    )


def _account(records: Records, doc_id: str) -> Account:
    document = records.documents[doc_id]
    statements = records.statements_of.get(doc_id, [])
    attributed = sum(statement.mode != "asserted" for statement in statements)
    return Account(witness(records, document), document.language, len(document.text.split()), len(statements), attributed)
