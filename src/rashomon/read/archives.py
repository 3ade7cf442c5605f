"""ZIP archives, opened member by member and never unpacked to disk."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from rashomon.errors import UnreadableCapture

DEPTH = 2  # archives in archives that are opened
RATIO = 200  # times its packed size that a member may grow; text grows some 10-fold, a page of one repeated line 100-fold
SMALL = 2**20  # bytes below which growth does no harm: 1 MiB
TOTAL = 2**30  # bytes that one archive may grow to in all: 1 GiB
OFFICE = ("[Content_Types].xml", "META-INF/container.xml", "mimetype")  # members that say: this ZIP is one document
LEFT_OUT = ("__MACOSX/", ".DS_Store", "Thumbs.db")
UNPACKING = (  # what Python's ZIP reader raises on bytes that are no archive, or no longer
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, LookupError, NotImplementedError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip

Opened = tuple[str, bytes] | UnreadableCapture


def is_archive(data: bytes) -> bool:
    """Whether these bytes begin as a ZIP file does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(uri: str, data: bytes, depth: int = 1, budget: list[int] | None = None) -> Iterator[Opened]:
    """Each member's place and bytes, in the order of their names; what cannot be opened is an UnreadableCapture."""
    budget = budget if budget is not None else [TOTAL]
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNPACKING as error:
        yield UnreadableCapture(uri, f"a damaged ZIP archive ({error})", "Copy or download it again.")
        return
    entries = sorted(
        (entry for entry in archive.infolist() if not entry.filename.endswith("/")), key=lambda entry: entry.filename
    )
    if any(entry.filename in OFFICE for entry in entries):
        yield UnreadableCapture(
            uri, "an office document or e-book, not an archive of captures", "Save it as PDF, HTML or plain text and read that."
        )
        return
    if not entries:
        yield UnreadableCapture(uri, "an empty ZIP archive", "Pack the files again.")
    for entry in entries:
        if not any(part in entry.filename for part in LEFT_OUT):
            yield from _member(f"{uri}!/{entry.filename}", archive, entry, depth, budget)


def _member(uri: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int, budget: list[int]) -> Iterator[Opened]:
    try:
        data = _bytes(uri, archive, entry, budget)
    except UnreadableCapture as error:
        yield error
        return
    except UNPACKING as error:
        yield UnreadableCapture(uri, f"a damaged member of a ZIP archive ({error})", "Pack or download the archive again.")
        return
    if not is_archive(data):
        yield uri, data
    elif depth < DEPTH:
        yield from members(uri, data, depth + 1, budget)
    else:
        yield UnreadableCapture(uri, f"an archive more than {DEPTH} archives deep", "Unpack the outer archives first.")


def _bytes(uri: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: list[int]) -> bytes:
    """The member's bytes, read no further than its allowance: what the archive says of its size may be false."""
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if not name.parts:
        raise UnreadableCapture(uri, "it has no name", "Pack the archive again.")
    if name.is_absolute() or ".." in name.parts or name.parts[0].endswith(":"):
        raise UnreadableCapture(uri, "its name points outside the archive", "Take it out by hand if you trust it.")
    if entry.flag_bits & 0x1:
        raise UnreadableCapture(uri, "it is encrypted", "Unpack the archive with its password and read the files.")
    allowed = min(max(SMALL, RATIO * entry.compress_size), budget[0])
    with archive.open(entry) as stream:
        data = stream.read(allowed + 1)
    if len(data) > allowed:
        raise UnreadableCapture(
            uri, f"it unpacks to more than {allowed // 2**20} MB, as a ZIP bomb does", "Unpack it by hand if you trust it."
        )
    budget[0] -= len(data)
    return data
