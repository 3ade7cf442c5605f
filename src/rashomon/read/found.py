"""What paths and archives give: files as they were found, and what an archive held beside them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.errors import UnreadableCapture

LARGEST = 512 * 2**20  # bytes of one file: it is held in memory while it is read
TOTAL = 2**30  # bytes that the members of one archive may grow to in all, those of a web archive apart: 1 GiB


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was found: `uri` is its path, or `archive.zip!/member`, or `archive.warc.gz!/https://…`."""

    uri: str
    data: bytes
    captured_at: str | None = None  # ISO 8601, where the archive says when it was captured
    charset: str | None = None  # the encoding that the server sent it in, where it said so


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was gone through to its end: by its hash, what stands in the case can be shown to come from it."""

    uri: str
    sha256: str
    size: int  # bytes
    given: int  # how many files came out of it, those that could not be opened apart
    left_out: Mapping[str, int]  # what can hold no account -> how many


@dataclass(slots=True)
class Tally:
    """What one archive, with those in it, may still grow to, and how much of what was left out so far."""

    budget: int = TOTAL  # bytes
    left_out: Counter[str] = field(default_factory=Counter)


Opened = Found | UnreadableCapture
