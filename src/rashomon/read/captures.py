"""Captures to documents: the door of this room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.model import Document, Failure, Original
from rashomon.read.finding import failed
from rashomon.read.readers import reader_of
from rashomon.read.samples import Sample


def read(tables: Mapping[str, Sequence[Any]]) -> Iterator[Document | Failure]:
    """Every document in `tables["originals"]`, and a Failure for each capture, line or row that gives none."""
    for original in tables["originals"]:
        yield from read_one(original)


def read_one(original: Original) -> Iterator[Document | Failure]:
    """The documents of one capture; a fault of ours on it is a Failure of that capture alone."""
    capture = original.capture
    try:
        sample = Sample(capture, original.data)
        silent = True
        for outcome in reader_of(sample).read(sample):
            silent = False
            yield failed(outcome) if isinstance(outcome, UnreadableCapture) else outcome
        if silent:
            raise UnreadableCapture(capture.uri, "nothing that could be read stands in it", "Capture it again, or leave it out.")
    except UnreadableCapture as error:
        yield failed(error)
    except RecursionError:
        yield Failure("read", capture.uri, "RecursionError", "nested too deeply to be read. Save the page as plain text.")
    except Exception as error:
        reason = f"could not be read ({type(error).__name__}: {error})"
        yield Failure("read", capture.uri, type(error).__name__, f"{reason}. Save it as plain text or HTML and read that.")
