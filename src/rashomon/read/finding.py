"""Paths to the files that they hold: folders walked, archives opened, standard input read."""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import UnreadableCapture
from rashomon.model import Failure
from rashomon.read.archives import is_archive, members

LARGEST = 512 * 2**20  # bytes of one file: it is held in memory while it is read
LEFT_OUT = {".DS_Store", "Thumbs.db", "desktop.ini", ".git", "__MACOSX"}  # what systems and tools leave beside files
KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was found: `uri` is its path, or `archive.zip!/member`."""

    uri: str
    data: bytes


def find(paths: Sequence[str]) -> Iterator[Found | Failure]:
    """Every file under the paths, in a stable order, each as soon as it is read; what cannot be opened is a Failure."""
    for path in paths:
        if path == "-":
            yield from _opened("stdin", sys.stdin.buffer.read())
        else:
            yield from _walk(Path(path), seen=set())


def _walk(path: Path, seen: set[str]) -> Iterator[Found | Failure]:
    """The files at or under one path; `seen` holds the real folders already entered, so that links cannot lead round."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            real = os.path.realpath(path)
            if real in seen:
                reason = f"a link that leads back to {place(real)}, which is read already"
                raise UnreadableCapture(place(path), reason, "Nothing is lost; remove the link.")
            seen.add(real)
            for inner in sorted(path.iterdir()):
                if inner.name not in LEFT_OUT:
                    yield from _walk(inner, seen)
        else:
            yield from _opened(place(path), _bytes(path, mode))
    except UnreadableCapture as error:
        yield failed(error)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        yield failed(_refused(place(path), error))


def place(path: str | Path) -> str:
    """The path as text; a byte of a name that is no UTF-8, as an old system's names may hold, is shown by its number."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _bytes(path: Path, mode: int) -> bytes:
    """The file's bytes; a pipe or device is never opened, for it might never end."""
    for is_kind, kind in KINDS:
        if is_kind(mode):
            raise UnreadableCapture(place(path), f"it is {kind}, not a file", "Save what it gives into a file and read that.")
    if path.stat().st_size > LARGEST:
        raise UnreadableCapture(
            place(path), f"it is larger than {LARGEST // 2**20} MB", "Split it into smaller files and read those."
        )
    return path.read_bytes()


def _opened(uri: str, data: bytes) -> Iterator[Found | Failure]:
    """The file itself, or what an archive holds."""
    if not is_archive(data):
        yield Found(uri, data)
        return
    for found in members(uri, data):
        yield failed(found) if isinstance(found, UnreadableCapture) else Found(*found)


def failed(error: UnreadableCapture) -> Failure:
    """The Failure that stands for a file that could not be read."""
    return Failure("read", error.uri, type(error).__name__, f"{error.reason}. {error.remedy}")


def _refused(uri: str, error: Exception) -> UnreadableCapture:
    """What the system answered, in plain words."""
    if isinstance(error, FileNotFoundError):
        return UnreadableCapture(uri, "there is no such file or folder", "Check the path.")
    if isinstance(error, PermissionError):
        return UnreadableCapture(uri, "no permission to open it", f"Give yourself the right to read it (chmod u+r {uri}).")
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return UnreadableCapture(uri, f"the system cannot open it: {reason}", "Check the file and the path, and read again.")
