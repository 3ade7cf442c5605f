"""What kind of file these bytes are."""

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture
from rashomon.read.readers import UNKNOWN, reader_of
from rashomon.read.samples import Sample


def sniff(data: bytes, uri: str) -> str:
    """The media type, told from the content; the name only decides between kinds of text."""
    sample = Sample(Capture.of(uri, "", "", "", len(data)), data)
    try:
        return reader_of(sample).media_type
    except UnreadableCapture:  # it begins as a format that we know, and goes on as nothing: reading it will say what
        return UNKNOWN.media_type
