"""What a text invented for a test tells, for the tests of every kind of fact."""

from tests.factory import doc

from rashomon.extract.documents import extract_one
from rashomon.model import Fact, FactKind


def facts(text: str, kind: FactKind | None = None, **about: str) -> list[Fact]:
    """The facts of a text, or those of one kind."""
    return [
        record for record in extract_one(doc(text, **about).document) if isinstance(record, Fact) and kind in (None, record.kind)
    ]
