"""Formats that are no captures of text, or none that we read yet: told by their first bytes, so that the answer is plain."""

import re
from collections.abc import Iterator

from rashomon.errors import UnreadableCapture
from rashomon.read.samples import Outcome, Sample

PICTURE = "Run text recognition on it and read the text that it gives."
SOUND = "Transcribe it and read the transcript."
UNPACK = "Unpack it and read what it holds, or pack it as ZIP."
RESAVE = "Save it as PDF, HTML or plain text and read that."
MAGICS = (  # where the mark stands, the mark, what it is, what to do
    (0, b"\x89PNG", "a picture (PNG)", PICTURE),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", PICTURE),
    (0, b"GIF8", "a picture (GIF)", PICTURE),
    (8, b"WEBP", "a picture (WebP)", PICTURE),
    (0, b"II*\x00", "a picture (TIFF)", PICTURE),
    (0, b"MM\x00*", "a picture (TIFF)", PICTURE),
    (4, b"ftyp", "a video or sound file (MP4)", SOUND),
    (0, b"OggS", "a sound file (Ogg)", SOUND),
    (0, b"ID3", "a sound file (MP3)", SOUND),
    (0, b"\x1aE\xdf\xa3", "a video (Matroska)", SOUND),
    (0, b"\x1f\x8b", "an archive (gzip)", UNPACK),
    (0, b"7z\xbc\xaf", "an archive (7z)", UNPACK),
    (0, b"Rar!", "an archive (RAR)", UNPACK),
    (0, b"BZh", "an archive (bzip2)", UNPACK),
    (0, b"\xfd7zXZ", "an archive (xz)", UNPACK),
    (0, b"\xd0\xcf\x11\xe0", "an office document", RESAVE),
    (0, b"{\\rtf", "a rich text document (RTF)", RESAVE),
    (0, b"PK\x03\x04", "a packed file (ZIP)", UNPACK),
    (0, b"SQLite format 3", "a database (SQLite)", "Export its table as CSV and read that."),
    (0, b"PAR1", "a table (Parquet)", "Export it as CSV or JSON lines and read that."),
)

_JSON = re.compile(r"\{\s*[\"}]|\[\s*[\[{]\s*[\[{\"]")  # a text may begin with one bracket; "[1]", "[[Page]]" are no JSON
KNOWN_JSON = (
    'JSON that is read: a list of objects with a "text", Hacker News items, Reddit listings, Telegram exports. '
    'Bring it into JSON lines with a "text" each.'
)


def is_empty(sample: Sample) -> bool:
    """Whether there is nothing in it but white space and a byte order mark."""
    if not sample.data.strip():
        return True
    try:
        return not sample.head and not sample.text.strip("\ufeff \t\r\n")
    except UnreadableCapture:
        return False


def read_empty(sample: Sample) -> Iterator[Outcome]:
    """Never a document: the reason why."""
    raise UnreadableCapture(sample.uri, "the file is empty", "Capture it again, or leave it out.")


def is_stranger(sample: Sample) -> bool:
    """Whether its first bytes are those of a known format without text."""
    return _known(sample) is not None


def read_stranger(sample: Sample) -> Iterator[Outcome]:
    """Never a document: the reason why, and what to do."""
    what, remedy = _known(sample) or ("a binary file", RESAVE)
    raise UnreadableCapture(sample.uri, f"it is {what}, not text", remedy)


def is_strange_json(sample: Sample) -> bool:
    """Whether it is JSON, whole or not, that no reader knows."""
    return sample.json is not None or bool(_JSON.match(sample.head)) or sample.name.lower().endswith(".json")


def read_strange_json(sample: Sample) -> Iterator[Outcome]:
    """Never a document: the reason why, and what JSON is read."""
    fault = sample.json_fault
    if fault:
        raise UnreadableCapture(sample.uri, fault, "Download or export it again.")
    raise UnreadableCapture(sample.uri, "it is JSON of a form that is not known", KNOWN_JSON)


def _known(sample: Sample) -> tuple[str, str] | None:
    return next(((what, remedy) for at, mark, what, remedy in MAGICS if sample.data[at : at + len(mark)] == mark), None)
