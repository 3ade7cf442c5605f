"""A person's word on whether two accounts have their words from one source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.model import Document, Judgement, Link, Reason

BY = "judgement"
SAID = Reason("a person says that they have one source", 1.0)


def as_people_say(links: Iterable[Link], documents: Iterable[Document], judgements: Iterable[Judgement]) -> Iterator[Link]:
    """The copies, without those that a person rejected or whose documents a person called different; what a person accepted,
    or called the same, is sure.
    """
    known = {document.id for document in documents}
    held = list(judgements)
    word = {frozenset((one.left, one.right)): one for one in held if {one.left, one.right} <= known}
    single: dict[str, set[str]] = defaultdict(set)
    for one in held:
        if not one.right:
            single[one.left].add(one.relation)
    found = set()
    for link in links:
        pair = frozenset((link.left, link.right))
        found.add(pair)
        said = {*single[link.id], word[pair].relation if pair in word else ""}
        if said.isdisjoint(("different", "reject")):
            yield _sure(link) if not said.isdisjoint(("same", "accept")) else link
    for pair, one in word.items():
        if one.relation == "same" and pair not in found and one.left != one.right:
            yield Link.of(one.left, one.right, "copies", by=BY, score=1.0, reasons=(SAID,), subtype="same-text", origin="unknown")


def _sure(link: Link) -> Link:
    return replace(link, by=BY, score=1.0, reasons=(*link.reasons, SAID))
