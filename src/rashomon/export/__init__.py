"""The case in other tools' formats: each a function from a case folder to a file or folder."""

from collections.abc import Callable
from pathlib import Path

from rashomon.export.jsonl import write_jsonl
from rashomon.export.sheets import write_csv

FORMATS: dict[str, Callable[[Path, Path], None]] = {"jsonl": write_jsonl, "csv": write_csv}
