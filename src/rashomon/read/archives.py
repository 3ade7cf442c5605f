"""ZIP archives, opened member by member and never unpacked to disk."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from rashomon.errors import UnreadableCapture
from rashomon.read.found import Tally

RATIO = 200  # times its packed size that a member may grow; text grows some 10-fold, a page of one repeated line 100-fold
SMALL = 2**20  # bytes below which growth does no harm: 1 MiB
MOST = 100_000  # members; a case of 20,000 captured pages with a picture each has 40,000
DOCUMENTS = ("word/document.xml", "xl/workbook.xml")  # members that say: this ZIP is one document, of a kind that is read
OFFICE = ("[Content_Types].xml", "META-INF/container.xml", "mimetype")  # those of a kind that is not
LEFT_OUT = ("__MACOSX/", ".DS_Store", "Thumbs.db")
UNPACKING = (  # what Python's ZIP reader raises on bytes that are no archive, or no longer
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, LookupError, NotImplementedError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip


def is_zip(head: bytes) -> bool:
    """Whether these bytes begin as a ZIP file does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpacked(uri: str, file: IO[bytes]) -> zipfile.ZipFile:
    """The archive's members, for reading. Raises UnreadableCapture where it is damaged, or of a kind that is not read."""
    try:
        archive = zipfile.ZipFile(file)
        names = archive.namelist()
    except UNPACKING as error:
        raise UnreadableCapture(uri, f"a damaged ZIP archive ({error})", "Copy or download it again.") from error
    if not names:
        raise UnreadableCapture(uri, "an empty ZIP archive", "Pack the files again.")
    if len(names) > MOST:
        raise UnreadableCapture(uri, f"an archive of more than {MOST:,} files", "Unpack it, and read its folders one by one.")
    if any(name in OFFICE for name in names) and not is_document(archive):
        reason = "an office document or e-book of a kind that is not read"
        raise UnreadableCapture(uri, reason, "Save it as DOCX, XLSX, PDF, HTML or plain text and read that.")
    return archive


def is_document(archive: zipfile.ZipFile) -> bool:
    """Whether the archive as a whole is one document, to be read as such."""
    names = set(archive.namelist())
    return "[Content_Types].xml" in names and any(name in names for name in DOCUMENTS)


def members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The archive's files in the order of their names, without what systems leave beside files."""
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        if not entry.filename.endswith("/") and not any(part in entry.filename for part in LEFT_OUT):
            yield entry


def check(uri: str, entry: zipfile.ZipInfo) -> None:
    """Nothing, where the member may be opened. Raises UnreadableCapture where its name leads elsewhere, or it is encrypted."""
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if not name.parts:
        raise UnreadableCapture(uri, "it has no name", "Pack the archive again.")
    if name.is_absolute() or ".." in name.parts or name.parts[0].endswith(":"):
        raise UnreadableCapture(uri, "its name points outside the archive", "Take it out by hand if you trust it.")
    if entry.flag_bits & 0x1:
        raise UnreadableCapture(uri, "it is encrypted", "Unpack the archive with its password and read the files.")


def member_bytes(uri: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, tally: Tally) -> bytes:
    """The member's bytes, read no further than its allowance: what the archive says of its size may be false."""
    allowed = min(max(SMALL, RATIO * entry.compress_size), tally.budget)
    with archive.open(entry) as stream:
        data = stream.read(allowed + 1)
    if len(data) > allowed:
        raise UnreadableCapture(
            uri, f"it unpacks to more than {allowed // 2**20} MB, as a ZIP bomb does", "Unpack it by hand if you trust it."
        )
    tally.budget -= len(data)
    return data


def damaged(uri: str, error: Exception) -> UnreadableCapture:
    """What stands for a member that the archive cannot give."""
    return UnreadableCapture(uri, f"a damaged member of a ZIP archive ({error})", "Pack or download the archive again.")
