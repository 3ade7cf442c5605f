"""What a run is set to: how its work is cut and, as one hash, everything beside the stages' own code that changes records."""

import os
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

from rashomon.model.rows import TABLES, columns


@dataclass(frozen=True, slots=True)
class Settings:
    """How the work is cut and shared out. None of it changes a record, so none of it is part of `sha`."""

    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    part_items: int = 32  # items of one part, at most: what a kill can cost, and one folder of Parquet files
    part_size: int = 100_000  # characters of one part, unless a single item is larger
    alone_below: int = 100_000  # characters that are done without workers: to start one costs 2 s, some 5,000 words

    @property
    def sha(self) -> str:
        """The hash of what was set: the lists that people edit, and what a record is. Other than before: everything is redone."""
        return _sha_of_lists_and_records()


@cache
def _sha_of_lists_and_records() -> str:
    digest = sha256()
    lists = (path for path in files("rashomon.text.lexicon").iterdir() if path.name.endswith(".json"))
    for path in sorted(lists, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for table, record in TABLES.items():
        digest.update(f"{table} {[(name, kind.__name__) for name, kind in columns(record).items()]}\n".encode())
    return digest.hexdigest()


@cache
def weights_sha(packages: tuple[str, ...]) -> str:
    """The hash of the installed nets that a stage runs, by name and version; empty for a stage without any."""
    return sha256("\n".join(f"{name} {version(name)}" for name in packages).encode()).hexdigest() if packages else ""
