"""Every table of a case folder, as records."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rashomon.model.rows import TABLES
from rashomon.store.case import Case

Tables = Mapping[str, Sequence[Any]]  # table name -> its records (model/rows.py names the tables)


def load(case_path: Path) -> Tables:
    """What the case's shelf holds.

    Raises CaseError where there is no case, or where it was made by a newer version.
    """
    with Case.open(case_path).shelf as shelf:
        return {table: shelf.records(record, table) for table, record in TABLES.items()}
