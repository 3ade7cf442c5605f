"""A folder of small files, a case to read them into, and what the case then holds."""

from dataclasses import replace

import pytest
from tests.pipeline.flow import CALLS

from rashomon.model.rows import TABLES
from rashomon.store.case import Case
from rashomon.store.shelf import Shelf

EPOCH = "1970-01-01T00:00:00+00:00"


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in {"one": "Eight words", "two": "Nobody was hurt", "three": "At least four", "four": "A fifth"}.items():
        (folder / f"{name}.txt").write_text(f"{name}: {text}\n{name}-again: {text} again\n")
    CALLS.clear()
    return folder


@pytest.fixture
def case(tmp_path):
    return Case.create(tmp_path / "case")


def holdings(path):
    """Every table on the shelf, less when it was made."""
    with Shelf(path) as shelf:
        tables = {name: shelf.records(record, name) for name, record in TABLES.items() if name != "runs"}
    return {**tables, "captures": [replace(capture, captured_at=EPOCH) for capture in tables["captures"]]}


def on_disk(path):
    """Every file of a folder with its bytes and the moment when it was written."""
    inner = sorted(one for one in path.rglob("*") if one.is_file() and one.name != "case.lock")
    return {str(one.relative_to(path)): (one.read_bytes(), one.stat().st_mtime_ns) for one in inner}
