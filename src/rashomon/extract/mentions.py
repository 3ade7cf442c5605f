"""Names, times, amounts and happenings where they stand."""

from rashomon.extract.reading import Reading
from rashomon.model import Mention


def mentions_in(reading: Reading) -> list[Mention]:
    """Every mention in the document, in reading order."""
    return []
