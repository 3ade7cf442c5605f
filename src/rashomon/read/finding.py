"""Paths to the files that they hold: folders walked, archives opened, standard input read."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import file_digest
from io import BufferedReader, BytesIO
from pathlib import Path

from rashomon.errors import UnreadableCapture
from rashomon.model import Failure
from rashomon.read.found import LARGEST, Archive, Found, Opened, Tally
from rashomon.read.openings import files_in, is_archive, opened

LEFT_OUT = {".DS_Store", "Thumbs.db", "desktop.ini", ".git", "__MACOSX"}  # what systems and tools leave beside files
KINDS = ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISCHR, "a device"), (stat.S_ISBLK, "a device"))


Finding = Found | Archive | Failure


def find(paths: Sequence[str]) -> Iterator[Finding]:
    """Every file under the paths, in a stable order, each as soon as it is read; what cannot be opened is a Failure.

    After all that an archive gave comes the Archive itself.
    """
    for path in paths:
        if path == "-":
            yield from _through("stdin", BytesIO(sys.stdin.buffer.read()))
        else:
            yield from _walk(Path(path), "", seen=set())


def _walk(path: Path, top: str, seen: set[str]) -> Iterator[Finding]:
    """The files at or under one path; `seen` holds the real folders already entered, so that links cannot lead round.

    A link out of `top`, the folder that was given, is not followed: a folder that came from a stranger could else bring the
    reader's own secrets into the case, and into what is handed on.
    """
    try:
        real = os.path.realpath(path)
        top = top or real
        if path.is_symlink() and path.exists() and not os.path.join(real, "").startswith(os.path.join(top, "")):  # noqa: PTH118
            reason = f"a link that leads out of the folder, to {place(real)}"
            raise UnreadableCapture(place(path), reason, "If that is meant, give it as a path of its own.")
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            if real in seen:
                reason = f"a link that leads back to {place(real)}, which is read already"
                raise UnreadableCapture(place(path), reason, "Nothing is lost; remove the link.")
            seen.add(real)
            for inner in sorted(path.iterdir()):
                if inner.name not in LEFT_OUT:
                    yield from _walk(inner, top, seen)
        else:
            yield from _file(path, mode)
    except UnreadableCapture as error:
        yield failed(error)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        yield failed(_refused(place(path), error))


def place(path: str | Path) -> str:
    """The path as text; a byte of a name that is no UTF-8, as an old system's names may hold, is shown by its number."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _file(path: Path, mode: int) -> Iterator[Finding]:
    """The file, or what it holds; a pipe or device is never opened, for it might never end."""
    for is_kind, kind in KINDS:
        if is_kind(mode):
            raise UnreadableCapture(place(path), f"it is {kind}, not a file", "Save what it gives into a file and read that.")
    with path.open("rb") as file:
        if is_archive(file):
            yield from _through(place(path), file)
            return
    if path.stat().st_size > LARGEST:
        raise UnreadableCapture(
            place(path), f"it is larger than {LARGEST // 2**20} MB", "Split it into smaller files and read those."
        )
    yield from _whole(place(path), path.read_bytes())


def _through(uri: str, file: BytesIO | BufferedReader) -> Iterator[Finding]:
    """The file itself, or what it holds and then what is to be said of it."""
    if not is_archive(file):
        yield from _whole(uri, file.read())
        return
    tally = Tally()
    yield from _told(uri, file, opened(uri, file, tally), tally)


def _whole(uri: str, data: bytes) -> Iterator[Finding]:
    """The file itself, and what may be attached to it."""
    tally = Tally()
    yield from _told(uri, BytesIO(data), files_in(uri, data, tally), tally)


def _told(uri: str, file: BytesIO | BufferedReader, inside: Iterable[Opened], tally: Tally) -> Iterator[Finding]:
    """What is inside, and then, where that is more than the file itself, what is to be said of it."""
    given, itself = 0, 0
    for one in inside:
        if isinstance(one, UnreadableCapture):
            yield failed(one)
        else:
            given, itself = given + 1, itself + (one.uri == uri)
            yield one
    if not itself or given > itself or tally.left_out:
        file.seek(0)
        digest = file_digest(file, "sha256").hexdigest()
        yield Archive(uri, digest, file.tell(), given - itself, dict(tally.left_out))


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
