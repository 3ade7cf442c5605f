"""Files and folders that are there wholly or not at all, even when the power goes."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from rashomon.errors import CannotWrite


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turns what the system answers to a failed write into CannotWrite with the remedy."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWrite(
            f"{target} could not be written: {reason}. What was done before is kept: make room (or give the right to write), "
            f"then run the same command again."
        ) from error


@contextmanager
def placed(target: Path, drafts: Path) -> Iterator[Path]:
    """A path under `drafts` to make a file or folder at; when the block ends well it becomes `target`, at once.

    `drafts` must lie on the target's file system. A killed process leaves its draft there and nothing at `target`.
    """
    draft = drafts / token_hex(8)
    with writing(target):
        try:
            drafts.mkdir(exist_ok=True)
            yield draft
            sync(draft)
            target.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(target)
            sync_names(target.parent)
            sync_names(target.parent.parent)  # the folder above, in case this one is new
        except BaseException:
            remove(draft)
            raise


def place_bytes(data: bytes, target: Path, drafts: Path) -> None:
    """Writes a file that is there wholly or not at all."""
    with placed(target, drafts) as draft:
        draft.write_bytes(data)


def take_away(target: Path, drafts: Path) -> None:
    """Takes a file or folder away, at once: a power cut leaves it there wholly or not at all, never half of a folder.

    Raises CannotWrite if the disk is full or refuses.
    """
    with writing(target):
        drafts.mkdir(exist_ok=True)
        draft = target.replace(drafts / token_hex(8))
        sync_names(target.parent)
        remove(draft)


def remove(path: Path) -> None:
    """Removes a file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Waits until the file, or every file of the folder and the folder itself, is on the disk."""
    if path.is_dir():
        for inner in path.iterdir():
            sync(inner)
        sync_names(path)
    else:
        _wait_for(path)


def sync_names(folder: Path) -> None:
    """Waits until the folder's own list of names is on the disk."""
    if os.name == "posix":  # only POSIX lets a folder be opened
        _wait_for(folder)


def _wait_for(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
