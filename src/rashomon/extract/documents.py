"""Documents to what is said in them: the door of this room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.extract.facts import facts_in
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely
from rashomon.extract.statements import statements_in
from rashomon.model import Document, Fact, Failure, Mention, Statement, Voice


def extract(tables: Mapping[str, Sequence[Any]]) -> Iterator[Mention | Voice | Statement | Fact | Failure]:
    """Everything said in `tables["documents"]`; a document that cannot be done is a Failure and costs nothing else."""
    for document in tables["documents"]:
        try:
            yield from extract_one(document)
        except Exception as error:  # any fault of ours on one page must not cost the case the others
            yield Failure("extract", document.id, type(error).__name__, f"{document.name}: {error}")


def extract_one(document: Document) -> list[Mention | Voice | Statement | Fact]:
    """What one document says: mentions, voices, statements, facts."""
    reading = read_closely(document)
    mentions = mentions_in(reading)
    voices, statements = statements_in(reading, mentions)
    facts = facts_in(reading, mentions, statements)
    return [*mentions, *voices, *statements, *facts]
