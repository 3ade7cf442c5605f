"""Files that are there wholly or not at all: written beside their place, then moved into it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.errors import UsageError


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A fresh folder to fill; its files are moved to `out` when all are written, one by one and each at once."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; this format writes a folder. Give another path with -o.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made:
        yield Path(made)
        out.mkdir(exist_ok=True)
        for path in sorted(Path(made).iterdir()):
            path.replace(out / path.name)


@contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A path to write to; it becomes `out` when the block ends well."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder; this format writes one file. Give a file name with -o.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as made:
        path = Path(made) / out.name
        yield path
        path.replace(out)
