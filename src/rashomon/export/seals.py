"""The last bytes of a bundle: a hash of all the others, kept where a ZIP has its comment."""

from hashlib import sha256
from pathlib import Path

MARK = b"rashomon bundle 1 sha256:"
LENGTH = len(MARK) + 64
PIECE = 1 << 20  # bytes that are hashed at a time


def seal(path: Path) -> str:
    """Seals a ZIP that has no comment yet, and gives the seal."""
    with path.open("r+b") as file:
        end = file.seek(0, 2) - 2  # the last two bytes say how long the comment is
        digest = _hash_of(path, end)
        file.seek(end)
        file.write(LENGTH.to_bytes(2, "little") + MARK + digest.encode())
    return digest


def seal_of(path: Path) -> str | None:
    """The seal that a ZIP bears; None where it bears none."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - LENGTH))
        last = file.read()
    return last[len(MARK) :].decode("ascii", "replace") if last.startswith(MARK) and len(last) == LENGTH else None


def is_unbroken(path: Path) -> bool:
    """Whether every byte is as it was sealed."""
    end = path.stat().st_size - LENGTH - 2
    if end < 0:
        return False
    with path.open("rb") as file:
        file.seek(end)
        length = file.read(2)
    return length == LENGTH.to_bytes(2, "little") and seal_of(path) == _hash_of(path, end)


def _hash_of(path: Path, end: int) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while end > 0 and (piece := file.read(min(PIECE, end))):
            digest.update(piece)
            end -= len(piece)
    return digest.hexdigest()
