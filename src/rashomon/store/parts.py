"""Finished work as folders of Parquet tables: `parts/<stage>/<key>/<table>.parquet`. Done means that the folder exists."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from rashomon.model.ids import make_id
from rashomon.model.rows import Known, columns, from_columns, to_cells
from rashomon.store.durable import placed, take_away

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R")
NOTHING = "[]"  # the cell of an empty list
TOGETHER = 1_000  # records that wait to become a piece of a table
KEPT = "kept"  # the table of what a stage kept for its next run: no records, but bytes


@dataclass(frozen=True, slots=True)
class Part:
    """One finished piece of a stage's work: what it was made by, and the ids of the items that it covers."""

    key: str
    stage: str
    version: int
    settings_sha: str
    weights_sha: str
    items: tuple[str, ...]  # of a whole stage: the keys of the parts that it was made from
    started: str  # ISO 8601, UTC
    ended: str
    failed: bool  # the stage itself broke: worth another try

    @classmethod
    def of(
        cls,
        stage: str,
        version: int,
        settings_sha: str,
        weights_sha: str,
        items: Sequence[str],
        *,
        started: str = "",
        ended: str = "",
        failed: bool = False,
    ) -> Self:
        """A part whose key says what went in, so that the same work is never done twice.

        A failed part has another key: what was made from it is made anew once the work succeeds.
        """
        key = make_id("par", stage, version, settings_sha, weights_sha, *items, *(["failed"] if failed else []))
        return cls(key, stage, version, settings_sha, weights_sha, tuple(items), started, ended, failed)

    @classmethod
    def of_json(cls, data: bytes) -> Self:
        """The part that `to_json` wrote. Raises ValueError, TypeError or KeyError where it is not that."""
        fields = json.loads(data)
        return cls(**{**fields, "items": tuple(fields["items"])})

    def to_json(self) -> bytes:
        """What `part.json` says."""
        return (json.dumps(asdict(self), indent=1) + "\n").encode()

    @property
    def made_by(self) -> tuple[str, int, str, str]:
        """The stage, its version, and the hashes of settings and weights: where they are equal, parts go together."""
        return self.stage, self.version, self.settings_sha, self.weights_sha


class Readable(ABC):
    """What is asked of finished parts, wherever they lie."""

    @abstractmethod
    def columns(self, part: Part, table: str, names: Sequence[str]) -> list[list[Any]]:
        """Some columns of one table of a part, each with all its cells; empty ones if the part has no such table."""

    def cells(self, part: Part, table: str, names: Sequence[str]) -> list[tuple[Any, ...]]:
        """The same row by row."""
        return list(zip(*self.columns(part, table, names), strict=True))

    def records(
        self, part: Part, table: str, record: type[R], without: Sequence[str] = (), known: Known | None = None
    ) -> list[R]:
        """The records of one table of a part; none if the part has no such table. The lists `without` are left empty. `known`
        is what was read together with it.
        """
        names = [name for name in columns(record) if name not in without]
        read: dict[str, list[Any]] = dict(zip(names, self.columns(part, table, names), strict=True))
        nothing = [NOTHING] * len(read[names[0]])
        return from_columns(record, {name: read.get(name, nothing) for name in columns(record)}, known or Known())

    def column(self, part: Part, table: str, name: str) -> list[Any]:
        """One column of one table of a part."""
        return self.columns(part, table, [name])[0]

    def kept(self, part: Part) -> list[bytes]:
        """What the stage kept for its next run, piece by piece; nothing, where there is none or it is not what was written."""
        try:
            pieces = self.cells(part, KEPT, ("sha256", "data"))
        except (OSError, ValueError):  # damaged: what was kept is found out anew
            return []
        whole = all(sha256(data).hexdigest() == sha for sha, data in pieces)
        return [data for _, data in pieces] if whole else []


class Parts(Readable):
    """The finished parts of a case."""

    def __init__(self, folder: Path, drafts: Path) -> None:
        self.folder, self._drafts = folder, drafts

    def done(self, stage: str) -> list[Part]:
        """Every finished part of a stage, of whatever version, by key."""
        return [Part.of_json(path.read_bytes()) for path in sorted((self.folder / stage).glob("*/part.json"))]

    def put(self, part: Part, tables: Mapping[str, "pa.Table"]) -> None:
        """Writes a part; it is there wholly or not at all. One of the same key makes room.

        Raises CannotWrite if the disk is full.
        """
        import pyarrow.parquet as pq  # 0.15 s: who only looks need not pay

        self.drop(part)
        with placed(self._path(part), self._drafts) as draft:
            draft.mkdir()
            for name, table in tables.items():
                if table.num_rows:  # every file costs a wait for the disk
                    pq.write_table(table, draft / f"{name}.parquet", compression="zstd")
            (draft / "part.json").write_bytes(part.to_json())

    def drop(self, part: Part) -> None:
        """Takes a part away, at once."""
        path = self._path(part)
        if path.exists():
            take_away(path, self._drafts)

    def lying(self) -> Iterator[tuple[str, str, list[str]]]:
        """The stage and the key of whatever lies here as a part, whole or not, with the names of its tables."""
        for path in sorted(self.folder.glob("*/*")):
            yield path.parent.name, path.name, [table.stem for table in sorted(path.glob("*.parquet"))]

    def holds(self, part: Part) -> bool:
        """Whether this process sees the part."""
        return self._path(part).exists()

    def finish(self, part: Part) -> None:
        """Raises TypeError: in a folder nothing is laid down before it is done."""
        raise TypeError(f"{part.key} lies in no store")

    def columns(self, part: Part, table: str, names: Sequence[str]) -> list[list[Any]]:
        """Some columns of one table of a part, each with all its cells; empty ones if the part has no such table."""
        path = self._path(part) / f"{table}.parquet"
        return columns_of(path, names) if path.exists() else [[] for _ in names]

    def _path(self, part: Part) -> Path:
        return self.folder / part.stage / part.key


class Growing:
    """A table that grows by records. What was added before the last thousand is held as Arrow holds it: a fifth of the memory."""

    def __init__(self, record: type) -> None:
        self._record = record
        self._waiting: list[object] = []
        self._laid: list[pa.RecordBatch] = []

    def add(self, record: object) -> None:
        """Adds a record.

        Raises UnicodeEncodeError for text that is no text (half of a surrogate pair).
        """
        self._waiting.append(record)
        if len(self._waiting) >= TOGETHER:
            self._lay()

    def table(self) -> "pa.Table":
        """All that was added. Raises UnicodeEncodeError like `add`."""
        import pyarrow as pa

        self._lay()
        return pa.Table.from_batches(self._laid, _schema(self._record)).combine_chunks()

    def _lay(self) -> None:
        import pyarrow as pa

        schema = _schema(self._record)
        cells = zip(*map(to_cells, self._waiting), strict=True) if self._waiting else ((),) * len(schema)
        arrays = [pa.array(column, field.type) for column, field in zip(cells, schema, strict=True)]
        self._laid.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
        self._waiting.clear()


def to_table(record: type, records: Iterable[object]) -> "pa.Table":
    """The records as an Arrow table.

    Raises UnicodeEncodeError for text that is no text (half of a surrogate pair).
    """
    growing = Growing(record)
    for one in records:
        growing.add(one)
    return growing.table()


def columns_of(parquet: Path | BytesIO, names: Sequence[str]) -> list[list[Any]]:
    """Some columns of a Parquet file, each with all its cells."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    # Not `read_table`, which loads pyarrow.dataset: 0.3 s and 45 MB in every process. Without reading ahead and with what it let
    # go given back after each file, Arrow keeps 12 MB of a case of 1,000 documents and not 46, and no more the second time.
    with pq.ParquetFile(parquet, pre_buffer=False) as file:
        read = file.read(columns=list(names), use_threads=False)
    found = [read.column(name).to_pylist() for name in names]
    del read
    pa.default_memory_pool().release_unused()
    return found


def to_kept(pieces: Sequence[bytes]) -> "pa.Table":
    """What a stage keeps, as an Arrow table."""
    import pyarrow as pa

    shas = [sha256(piece).hexdigest() for piece in pieces]
    return pa.table({"sha256": shas, "data": pa.array(pieces, pa.large_binary())})


@cache
def _schema(record: type) -> Any:
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns(record).items()])
