"""What kind of file these bytes are."""

from rashomon.model import Capture
from rashomon.read.readers import reader_of
from rashomon.read.samples import Sample


def sniff(data: bytes, uri: str) -> str:
    """The media type, told from the content; the name only decides between kinds of text."""
    return reader_of(Sample(Capture.of(uri, "", "", "", len(data)), data)).media_type
