"""Rashomon reads many accounts of one event and shows, line by line, who says what and on whose word."""

from importlib import import_module  # noqa: I001 (the names in three lines, not in thirty)
from typing import Any

from rashomon.model import (
    Block, Capture, Document, Entity, Event, Fact, Failure, Judgement, Link, Member, Mention, Point, Position, Reason, Run,
    Span, Standing, Statement, Voice,
)  # fmt: skip

__all__ = [
    "Block", "Capture", "Document", "Entity", "Event", "Fact", "Failure", "Judgement", "Link", "Member", "Mention", "Point",
    "Position", "Reason", "Run", "Span", "Standing", "Statement", "Voice", "__version__", "open_case", "read_captures",
]  # fmt: skip
__version__ = "0.1.0"


def open_case(path: str) -> Any:
    """The case in a folder: `open_case("C").records(rashomon.Point)`; raises CaseError where there is none."""
    return import_module("rashomon.store.case").Case.open(path)  # loaded when asked for: `rashomon --help` need not wait


def read_captures(paths: list[str], case: str) -> Any:
    """Builds or extends a case from files, folders, archives or .jsonl; gives the Summary that `rashomon read` prints."""
    folder = import_module("rashomon.store.case").Case.create(case)
    return import_module("rashomon.pipeline.conduct").read_into(folder, paths)
