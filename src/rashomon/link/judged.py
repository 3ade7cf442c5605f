"""A person's word on whether two accounts have their words from one source."""

from collections.abc import Iterable, Iterator

from rashomon.model import Document, Judgement, Link, Reason

BY = "judgement"


def as_people_say(links: Iterable[Link], documents: Iterable[Document], judgements: Iterable[Judgement]) -> Iterator[Link]:
    """The copies, without those between two documents that a person called different, and with those called the same."""
    known = {document.id for document in documents}
    word = {frozenset((one.left, one.right)): one for one in judgements if {one.left, one.right} <= known}
    found = set()
    for link in links:
        pair = frozenset((link.left, link.right))
        found.add(pair)
        if pair not in word or word[pair].relation != "different":
            yield link
    for pair, one in word.items():
        if one.relation == "same" and pair not in found and one.left != one.right:
            reasons = (Reason("a person says that they have one source", 1.0),)
            yield Link.of(one.left, one.right, "copies", by=BY, score=1.0, reasons=reasons, subtype="same-text", origin="unknown")
