"""Files that are there wholly or not at all: written beside their place, then moved into it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import UsageError
from rashomon.store.durable import sync, sync_names, writing

MANIFEST = "manifest.json"  # names the others with their hashes: if it is there, so are they


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A fresh folder to fill; its files are moved to `out` when all are written, each at once and the manifest last.

    Other files that lie in `out` are left alone. Raises CannotWrite if the disk is full or refuses.
    """
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; this format writes a folder. Give another path with -o.")
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made:
            yield Path(made)
            sync(Path(made))
            out.mkdir(exist_ok=True)
            (out / MANIFEST).unlink(missing_ok=True)  # it would name files that are no longer those
            sync_names(out)
            for path in sorted(Path(made).iterdir(), key=lambda path: path.name):
                if path.name != MANIFEST:
                    path.replace(out / path.name)
            sync_names(out)
            if (Path(made) / MANIFEST).exists():
                (Path(made) / MANIFEST).replace(out / MANIFEST)
            sync_names(out)


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A path to write to; it becomes `out` when the block ends well.

    Raises CannotWrite if the disk is full or refuses.
    """
    if out.is_dir():
        raise UsageError(f"{out} is a folder; this format writes one file. Give a file name with -o.")
    with writing(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made:
            path = Path(made) / out.name
            yield path
            sync(path)
            path.replace(out)
            sync_names(out.parent)
