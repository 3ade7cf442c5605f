"""ZIP files whose bytes depend on what is in them alone: no dates of now, no trace of the machine."""

import struct
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

# What zipfile raises of a damaged or hostile archive: it lets what is below it through.
BROKEN = (BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError, KeyError)
GROWN = 512 * 1024 * 1024  # bytes that what comes back may unpack to
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP can name


def put(archive: ZipFile, name: str, data: bytes, packed: int = ZIP_DEFLATED) -> None:
    """Puts a file into the archive, readable for all, of the first of dates."""
    entry = ZipInfo(name, EPOCH)
    entry.compress_type = packed
    entry.create_system = 3  # Unix, wherever it is made
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def rezipped(data: bytes, changed: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The archive that a library made, with all dates the first, and some of its files changed."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            inner = old.read(name)
            put(new, name, changed[name](inner) if name in changed else inner)
    return made.getvalue()
