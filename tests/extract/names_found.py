"""The names of a text, as the extractor finds them."""

from tests.factory import doc

from rashomon.extract.mentions import mentions_in
from rashomon.extract.reading import read_closely

NAMED = ("person", "org", "group", "place")


def named(text: str) -> list[tuple[str, str]]:
    """(words, kind) of each name, in reading order."""
    page = doc(text).document
    return [(m.span.of(text), m.kind) for m in mentions_in(read_closely(page)) if m.kind in NAMED]
