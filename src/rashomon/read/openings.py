"""Files that hold files, opened: ZIP, WARC and WACZ, mail with what is attached to it, also in one another."""

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture
from rashomon.read.archives import RATIO, SMALL, UNPACKING, check, damaged, is_document, is_zip, member_bytes, members, unpacked
from rashomon.read.found import LARGEST, Found, Opened, Tally
from rashomon.read.mail import attachments
from rashomon.read.mhtml import captured_at
from rashomon.read.samples import Sample
from rashomon.read.strangers import is_stranger
from rashomon.read.waczs import captures_in_wacz, is_wacz
from rashomon.read.warcs import captures_in, is_warc

DEPTH = 2  # archives in archives that are opened
MAILS = 6  # mails attached to one another, and archives around them


def is_archive(file: IO[bytes]) -> bool:
    """Whether the file holds files; it stands at its beginning again."""
    head = file.read(4)
    file.seek(0)
    return is_zip(head) or is_warc(file)


def opened(uri: str, file: IO[bytes], tally: Tally, depth: int = 1) -> Iterator[Opened]:
    """Every file in the archive with its place; what cannot be opened is an UnreadableCapture, what is left out is tallied."""
    if is_warc(file):
        yield from captures_in(uri, file, tally)
        return
    try:
        archive = unpacked(uri, file)
    except UnreadableCapture as error:
        yield error
        return
    if is_document(archive):
        file.seek(0)
        data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            yield UnreadableCapture(uri, f"it is larger than {LARGEST // 2**20} MB", "Split it, and read its parts.")
        else:
            yield Found(uri, data)
    elif depth > DEPTH:
        yield UnreadableCapture(uri, f"an archive more than {DEPTH} archives deep", "Unpack the outer archives first.")
    elif is_wacz(archive):
        yield from captures_in_wacz(uri, archive, tally)
    else:
        for entry in members(archive):
            yield from _member(f"{uri}!/{entry.filename}", archive, entry, tally, depth)


def _member(uri: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, tally: Tally, depth: int) -> Iterator[Opened]:
    try:
        check(uri, entry)
        if entry.file_size <= max(SMALL, RATIO * entry.compress_size):
            with archive.open(entry) as stream:
                if is_warc(stream):  # read as it is unpacked: it may be larger than would go into memory
                    yield from captures_in(uri, stream, tally)
                    return
        data = member_bytes(uri, archive, entry, tally)
    except UnreadableCapture as error:
        yield error
        return
    except UNPACKING as error:
        yield damaged(uri, error)
        return
    if is_zip(data):
        yield from opened(uri, io.BytesIO(data), tally, depth + 1)
    else:
        yield from files_in(uri, data, tally, depth)


def files_in(uri: str, data: bytes, tally: Tally, depth: int = 0) -> Iterator[Opened]:
    """The file, with its time where it says when it was captured; if it is a mail, then all that is attached to it."""
    yield Found(uri, data, captured_at(data))
    for place, inner in attachments(uri, data):
        if is_zip(inner):
            yield from opened(place, io.BytesIO(inner), tally, depth + 1)
        elif depth >= MAILS:
            yield UnreadableCapture(
                place, f"it is attached to a mail more than {MAILS} mails deep", "Save it, and read it as a file."
            )
        elif is_stranger(Sample(Capture.of(place, "", "", "", len(inner)), inner)):
            tally.left_out["attached file without text"] += 1
        else:
            yield from files_in(place, inner, tally, depth + 1)
