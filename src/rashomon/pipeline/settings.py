"""What a run is set to: how its work is cut and, as one hash, everything beside the stages' own code that changes records."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files

from rashomon.engine import local
from rashomon.engine.outcomes import Engine
from rashomon.inference.session import catalog, check
from rashomon.model.rows import TABLES, columns
from rashomon.pipeline.stage import Stage


@dataclass(frozen=True, slots=True)
class Settings:
    """How the work is cut and shared out. None of it changes a record, so none of it is part of `sha`."""

    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    part_items: int = 32  # items of one part, at most: what a kill can cost, and one folder of Parquet files
    part_size: int = 100_000  # characters of one part, unless a single item is larger
    alone_below: int = 100_000  # characters that are done without workers: to start one costs 2 s, some 5,000 words
    beside_from: int = 500_000  # characters of a case from which on two stages side by side gain more than a worker costs
    roomy_below: int = 5_000_000  # characters of a case of which two stages side by side, and nets here, stay below 1.3 GB
    engine: Engine = local  # who does the work
    seconds: float = 120  # that a part may take, and one more for every `a_second` characters: what takes longer is given up
    a_second: int = 500  # a twentieth of what one process read here in a second (bench/attribution.py)

    def limit(self, size: int) -> float:
        """The seconds that so many characters of work may take."""
        return self.seconds + size / self.a_second

    @property
    def sha(self) -> str:
        """The hash of what was set: people's lists, the gazetteer, what a record is. Other than before: everything is redone."""
        return _sha_of_lists_and_records()


@cache
def _sha_of_lists_and_records() -> str:
    digest = sha256()
    rooms = (files("rashomon.text.lexicon"), files("rashomon.text.gazetteer"))
    lists = (path for room in rooms for path in room.iterdir() if path.name.endswith((".json", ".gz")))
    for path in sorted(lists, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for table, record in TABLES.items():
        digest.update(f"{table} {[(name, kind.__name__) for name, kind in columns(record).items()]}\n".encode())
    return digest.hexdigest()


def weights_sha(stage: Stage) -> str:
    """The hash of the nets that a stage runs: packages by name and version, ours by name and hash; empty for none."""
    return _sha_of_weights(stage.weights, tuple(f"{name} {catalog()[name]['sha256']}" for name in stage.nets))


@cache
def _sha_of_weights(packages: tuple[str, ...], nets: tuple[str, ...]) -> str:
    lines = [*(f"{name} {version(name)}" for name in packages), *nets]
    return sha256("\n".join(lines).encode()).hexdigest() if lines else ""


def check_nets(stages: Iterable[Stage]) -> None:
    """Nothing, where every net that these stages run is as it was released.

    Raises WeightsError if one is missing or altered: asked before a run, so that not every document fails for itself.
    """
    for stage in stages:
        for name in stage.nets:
            check(name)
