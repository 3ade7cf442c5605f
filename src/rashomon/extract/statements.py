"""Who says what: quoted, reported, mixed, and the page's own voice."""

from collections.abc import Sequence

from rashomon.extract.reading import Reading
from rashomon.model import Mention, Statement, Voice


def statements_in(reading: Reading, mentions: Sequence[Mention]) -> tuple[list[Voice], list[Statement]]:
    """The voices of the document and every statement, in reading order of their content."""
    return [], []
