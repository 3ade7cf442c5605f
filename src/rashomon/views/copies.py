"""Who repeats whom: documents that share words or a source, the words that show it, and what people said of that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rashomon.model import Link, Reason, Span
from rashomon.views.records import Records, Witness
from rashomon.views.speakers import siglum_order, witness

KINDS = {
    "same-text": "the same text",
    "same-quote": "the same quotation",
    "same-agency": "the same thing from one source",
    "forwarded": "a forwarded post",
    "printed-twice": "a passage printed twice",
}
BY_PEOPLE = "judgement"


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents with a common origin; `origin` is an agency's or speaker's name, or "unknown".

    `first` is the document of the two that was copied, where that is known; then it bears the origin.
    """

    id: str
    left: Witness
    right: Witness
    kind: str
    origin: str | None
    first: Witness | None
    because: tuple[Reason, ...]  # what tells whose words they are
    places: tuple[tuple[Span, Span], ...]  # the same words on either page, the longest first
    confirmed: bool  # a person said so

    @property
    def shares(self) -> str:
        """What the two have in common, in words."""
        return KINDS[self.kind]

    @property
    def size(self) -> int:
        """How many code points of the left document the right one shares."""
        return sum(len(left) for left, _ in self.places)


@dataclass(frozen=True, slots=True)
class Run:
    """The same words where they stand in either document; of one source in other words, what either makes of them."""

    left: str
    right: str
    left_at: Span
    right_at: Span


@dataclass(frozen=True, slots=True)
class Shown:
    """A copy with the words that show it."""

    copy: Copy
    runs: tuple[Run, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Family:
    """Documents tied by copies, directly or through each other; `origins` are the sources that could be named."""

    members: tuple[Witness, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """Two documents of which a person said that they have not their words from one source."""

    left: Witness
    right: Witness
    user: str
    at: str


def copies(records: Records) -> tuple[Copy, ...]:
    """Every pair of documents that share an origin, those that share most words first."""
    found = [_copy(records, link) for link in records.copies if link.left != link.right and link.left in records.heads]
    return tuple(sorted(found, key=_most_shared_first))


def doubled(records: Records) -> tuple[Copy, ...]:
    """Every document that prints a passage twice, in the order in which they appeared."""
    found = [_copy(records, link) for link in records.copies if link.left == link.right and link.left in records.heads]
    return tuple(sorted(found, key=lambda copy: siglum_order(copy.left)))


def undone(records: Records) -> tuple[Undone, ...]:
    """What people took out and did not take back, the latest first."""
    said = [one for one in records.judgements if one.relation == "different" and one.retracted_at is None]
    return tuple(
        Undone(witness(records, records.heads[one.left]), witness(records, records.heads[one.right]), one.user, one.at)
        for one in sorted(said, key=lambda one: one.at, reverse=True)
        if one.left in records.heads and one.right in records.heads
    )


def shown(records: Records, copy: Copy) -> Shown:
    """The copy with its words, read from the two documents."""
    left, right = (records.documents[one.doc_id].text for one in (copy.left, copy.right))
    runs = tuple(Run(here.of(left), there.of(right), here, there) for here, there in copy.places)
    return Shown(copy, runs, sum(len(run.left.split()) for run in runs))


@dataclass(frozen=True, slots=True)
class Repeats:
    """What the page of copies shows: some of the pairs with their words, and all that is printed twice or was taken out."""

    pairs: tuple[tuple[Shown, ...], ...]  # all that two documents have in common stands together
    doubled: tuple[Shown, ...]
    undone: tuple[Undone, ...]


def pairs(found: Iterable[Copy]) -> tuple[tuple[Copy, ...], ...]:
    """The copies, those of the same two documents together, in the order of the first of them."""
    groups: dict[tuple[str, str], list[Copy]] = {}
    for copy in found:
        groups.setdefault((copy.left.doc_id, copy.right.doc_id), []).append(copy)
    return tuple(map(tuple, groups.values()))


def repeats(records: Records, some: Iterable[tuple[Copy, ...]]) -> Repeats:
    """These pairs with their words, and what stands beside them."""
    return Repeats(
        tuple(tuple(shown(records, copy) for copy in pair) for pair in some),
        tuple(shown(records, copy) for copy in doubled(records)),
        undone(records),
    )


def families(shared: Iterable[Copy]) -> tuple[Family, ...]:
    """The documents that hang together by what they copy, the largest family first."""
    shared = tuple(shared)
    family: dict[str, dict[str, Witness]] = {}
    for copy in shared:
        ends = [family.setdefault(one.doc_id, {one.doc_id: one}) for one in (copy.left, copy.right)]
        smaller, larger = sorted(ends, key=len)
        if smaller is not larger:
            larger |= smaller
            family |= dict.fromkeys(smaller, larger)
    within: dict[int, list[Copy]] = {}
    for copy in shared:
        within.setdefault(id(family[copy.left.doc_id]), []).append(copy)
    found = [
        Family(tuple(sorted(family[copies[0].left.doc_id].values(), key=siglum_order)), _origins(copies))
        for copies in within.values()
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.members), siglum_order(each.members[0]))))


def _most_shared_first(copy: Copy) -> tuple[int, tuple[int, str], tuple[int, str], int]:
    return -copy.size, siglum_order(copy.left), siglum_order(copy.right), list(KINDS).index(copy.kind)


def _origins(within: list[Copy]) -> tuple[str, ...]:
    named = [copy.first.outlet if copy.first else copy.origin for copy in within]
    return tuple(dict.fromkeys(name for name in named if name and name != "unknown"))


def _on_its_page(reason: Reason, left: Witness, right: Witness) -> Reason:
    """The reason with the account that tells it: "B: cites AP"."""
    page = left if reason.left else right if reason.right else None
    return replace(reason, feature=f"{page.siglum}: {reason.feature}") if page else reason


def _copy(records: Records, link: Link) -> Copy:
    left, right = (witness(records, records.heads[end]) for end in (link.left, link.right))
    both = [(reason.left, reason.right) for reason in link.reasons if reason.left and reason.right]
    first = next((one for one in (left, right) if one.doc_id == link.origin), None)
    return Copy(
        link.id,
        left,
        right,
        link.subtype or "same-text",
        None if first else link.origin,
        first,
        tuple(_on_its_page(reason, left, right) for reason in link.reasons if not (reason.left and reason.right)),
        tuple(both if link.left == link.right else sorted(both, key=lambda pair: -len(pair[0]))),
        link.by == BY_PEOPLE,
    )
