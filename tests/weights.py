"""Weights as a broken installation has them: missing, or not those that were released."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rashomon.inference import session

BROKEN = {"missing": "cannot be read (No such file or directory)", "altered": "are not those that were released"}


@contextmanager
def broken(how: str, folder: Path, monkeypatch: Any) -> Iterator[Path]:
    """Where the weights of the attribution net would lie, while they are as `how` says."""
    path = folder / session.catalog()["attribution"]["file"]
    if how == "altered":
        path.write_bytes(b"\x08 other weights")
    with monkeypatch.context() as patch:
        patch.setattr(session, "WEIGHTS", folder)
        _forget()
        try:
            yield path
        finally:
            _forget()


def _forget() -> None:
    session.check.cache_clear()
    session.session.cache_clear()
