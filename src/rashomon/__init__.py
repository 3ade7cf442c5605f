"""Rashomon reads many accounts of one event and shows, line by line, who says what and on whose word."""

from importlib import import_module  # noqa: I001 (the names in three lines, not in thirty)
from typing import Any

from rashomon import read as _room
from rashomon.model import (
    Block, Capture, Document, Entity, Event, Fact, Failure, Judgement, Link, Member, Mention, Point, Position, Reason, Run,
    Span, Standing, Statement, Voice,
)  # fmt: skip

__all__ = [
    "Block", "Capture", "Document", "Entity", "Event", "Fact", "Failure", "Judgement", "Link", "Member", "Mention", "Point",
    "Position", "Reason", "Run", "Span", "Standing", "Statement", "Voice", "__version__", "open_case", "read",
]  # fmt: skip
__version__ = "0.1.0"


def open_case(path: str) -> Any:
    """The case in a folder: `open_case("C").points()`; raises CaseError where there is none."""
    return import_module("rashomon.case").Case(path)  # loaded when asked for: `rashomon --help` need not wait


class _Read(type(_room)):  # type: ignore[misc]
    def __call__(self, paths: list[str], case: str) -> Any:
        """Builds or extends a case from files, folders, archives or .jsonl; gives the Summary that `rashomon read` prints."""
        folder = import_module("rashomon.store.case").Case.create(case)
        return import_module("rashomon.pipeline.conduct").read_into(folder, paths)


_room.__class__ = _Read  # Python sets the room of that name in place of a function: so the room itself answers the call
read: Any = _room
