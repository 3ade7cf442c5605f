"""A case made in memory, by the very stages that `rashomon read` runs."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from rashomon.model import Capture, Failure, Original
from rashomon.model.rows import TABLES
from rashomon.pipeline.stages import STAGES

EPOCH = "1970-01-01T00:00:00+00:00"  # nothing that is measured depends on when it was read


def case_of(name: str, data: bytes) -> dict[str, list[Any]]:
    """Every table of a case that is made of one file."""
    capture = Capture.of(name, EPOCH, "application/x-ndjson", sha256(data).hexdigest(), len(data))
    tables: dict[str, list[Any]] = {table: [] for table in TABLES}
    tables["captures"].append(capture)
    tables["originals"] = [Original(capture, data)]
    for stage in STAGES:
        for record in stage.run({table: tables[table] for table in stage.reads}):
            if not isinstance(record, bytes):  # what it would keep for a next run, of which there is none
                tables[_table_of(record, stage.writes)].append(record)
    return tables


def _table_of(record: object, writes: Sequence[str]) -> str:
    if isinstance(record, Failure):
        return "failures"
    return next(table for table in writes if TABLES[table] is type(record))
