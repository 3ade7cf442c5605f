"""The comparable answers inside statements, one file a kind."""

from collections.abc import Sequence

from rashomon.extract.reading import Reading
from rashomon.model import Fact, Mention, Statement


def facts_in(reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement]) -> list[Fact]:
    """Every fact in the document, in reading order."""
    return []
