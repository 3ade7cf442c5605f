"""Documents to what is said in them: the door of this room."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rashomon.errors import WeightsError
from rashomon.extract.facts import facts_in
from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import Reading, read_closely
from rashomon.extract.statements import statements_in
from rashomon.model import Document, Fact, Failure, Mention, Statement, Voice


def extract(tables: Mapping[str, Sequence[Any]]) -> Iterator[Mention | Voice | Statement | Fact | Failure]:
    """Everything said in `tables["documents"]`; a document that cannot be done is a Failure and costs nothing else.

    Raises WeightsError if the net's weights are missing or altered.
    """
    return _extract(tables["documents"], nets=True)


def extract_by_rules(tables: Mapping[str, Sequence[Any]]) -> Iterator[Mention | Voice | Statement | Fact | Failure]:
    """The same by rules alone, as far as they see it: no net is run."""
    return _extract(tables["documents"], nets=False)


def _extract(documents: Sequence[Document], *, nets: bool) -> Iterator[Mention | Voice | Statement | Fact | Failure]:
    for document in documents:
        try:
            yield from extract_one(document, nets=nets)
        except WeightsError:
            raise  # no fault of the document's: every other would fail for the same reason
        except Exception as error:  # any fault of ours on one page must not cost the case the others
            yield Failure("extract", document.id, type(error).__name__, f"{document.name}: {error}")


def extract_one(document: Document, *, nets: bool = True) -> list[Mention | Voice | Statement | Fact | Failure]:
    """What one document says: mentions, voices, statements, facts; without nets, by rules alone.

    A fault in the facts costs only them, and is told. Raises WeightsError if the net's weights are missing or altered.
    """
    with _no_search_for_rings():
        reading = read_closely(document)
        mentions = mentions_in(reading)
        voices, statements = statements_in(reading, mentions, nets=nets)
        return [*mentions, *voices, *statements, *_facts(reading, mentions, statements)]


@contextmanager
def _no_search_for_rings() -> Iterator[None]:
    """Meanwhile Python looks for no dead objects that hold each other: of a document there are few, and to look, again and again,
    through all that nets and lists of words hold takes 3 of 100 of the time of reading.
    """
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _facts(reading: Reading, mentions: Sequence[Mention], statements: Sequence[Statement]) -> Sequence[Fact | Failure]:
    document = reading.document
    try:
        return facts_in(reading, mentions, statements)
    except Exception as error:  # who says what is worth having without what can be compared in it
        return [Failure("extract", document.id, type(error).__name__, f"{document.name}, its facts: {error}")]
