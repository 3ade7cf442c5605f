"""Annotated texts read as a captured file of theirs would be."""

from collections.abc import Iterator

from rashomon.model import Capture, Document, Original
from rashomon.read.captures import read_one


def documents_in(name: str, raw: bytes) -> Iterator[Document]:
    """The documents of a JSONL; what cannot be read is left out."""
    capture = Capture.of(name, "", "application/x-ndjson", "", len(raw))
    return (outcome for outcome in read_one(Original(capture, raw)) if isinstance(outcome, Document))
