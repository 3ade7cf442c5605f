"""What a text invented for a test tells, for the tests of every kind of fact."""

from tests.factory import doc

from rashomon.extract.documents import extract_one
from rashomon.model import Fact, FactKind


def facts(text: str, kind: FactKind | None = None, **about: str) -> list[Fact]:
    """The facts of a text, or those of one kind."""
    return [
        record for record in extract_one(doc(text, **about).document) if isinstance(record, Fact) and kind in (None, record.kind)
    ]


def counts(text: str) -> set[tuple[str, str, str | None, float | None, float | None]]:
    """The quantities of a text: what each is about, its words, of whom, and between which bounds."""
    return {(fact.about, fact.value, fact.scope, fact.low, fact.high) for fact in facts(text, "quantity")}
