"""Files that are there wholly or not at all: written in a hidden folder beside their place, then moved into it.

Whoever is killed leaves that folder behind. Whoever writes beside it next takes it away: the lock inside says whether its writer
still lives, for a system lets go of the locks of the dead.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from rashomon.errors import UsageError
from rashomon.store.durable import sync, sync_names, writing

MANIFEST = "manifest.json"  # names the others with their hashes: if it is there, so are they
_PREFIX = ".rashomon-"
_OURS = re.compile(r"\.rashomon-[a-z0-9_]{8}")  # as tempfile ends a name; nobody else's folder is called so
_LOCK = "lock"


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A fresh folder to fill; its files are moved to `out` when all are written, each at once and the manifest last.

    Other files that lie in `out` are left alone. Raises CannotWrite if the disk is full or refuses.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; this format writes a folder. Give another path with -o.")
    with writing(out), _draft_beside(out) as made:
        yield made
        sync(made)
        out.mkdir(exist_ok=True)
        (out / MANIFEST).unlink(missing_ok=True)  # it would name files that are no longer those
        sync_names(out)
        for path in sorted(made.iterdir(), key=lambda path: path.name):
            if path.name != MANIFEST:
                path.replace(out / path.name)
        sync_names(out)
        if (made / MANIFEST).exists():
            (made / MANIFEST).replace(out / MANIFEST)
        sync_names(out)


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A path to write to; it becomes `out` when the block ends well.

    Raises CannotWrite if the disk is full or refuses.
    """
    if out.is_dir():
        raise UsageError(f"{out} is a folder; this format writes one file. Give a file name with -o.")
    with writing(out), _draft_beside(out) as made:
        path = made / out.name
        yield path
        sync(path)
        path.replace(out)
        sync_names(out.parent)


@contextmanager
def _draft_beside(out: Path) -> Iterator[Path]:
    """An empty folder on the disk of `out`; of what the dead left beside it nothing stays."""
    out.parent.mkdir(parents=True, exist_ok=True)
    _take_away_of_the_dead(out.parent)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out.parent))
    lock = FileLock(folder / _LOCK, timeout=0)
    try:
        while not _is_held(lock, folder):
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out.parent))
            lock = FileLock(folder / _LOCK, timeout=0)
        made = folder / "made"
        made.mkdir()
        yield made
    finally:
        lock.release()
        shutil.rmtree(folder, ignore_errors=True)  # what cannot be removed now is so by the next


def _is_held(lock: FileLock, folder: Path) -> bool:
    """False where another process took the folder for a dead one's before its lock was held."""
    with suppress(Timeout, FileNotFoundError):
        lock.acquire()
        return (folder / _LOCK).exists()
    return False


def _take_away_of_the_dead(above: Path) -> None:
    for folder in above.glob(f"{_PREFIX}*"):
        if _OURS.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
            lock = FileLock(folder / _LOCK, timeout=0)
            with suppress(Timeout, OSError):  # its writer lives, or it is not ours to remove
                lock.acquire()
                shutil.rmtree(folder, ignore_errors=True)
                lock.release()
