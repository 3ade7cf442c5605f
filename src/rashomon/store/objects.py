"""Finished work in a store that every worker reaches: `<url>/<stage>/<key>/<table>.parquet`, and `part.json`, written last.

An object of a store (S3 and its like, Google's, a shared disk) is there wholly or not at all, but a folder of them is not.
So a part counts as done when its `part.json` is there, and only the conductor writes that: a worker lays down tables, which
nobody sees until then. What a killed run has laid down is written over by whoever does the same work again.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.errors import CannotWrite, CaseError, MissingExtra, UsageError
from rashomon.store.durable import place_bytes
from rashomon.store.parts import Part, Readable, columns_of

if TYPE_CHECKING:
    import pyarrow as pa


class ObjectParts(Readable):
    """The finished parts of a case, at a URL that fsspec knows. It pickles: each process connects for itself."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")

    def __getstate__(self) -> dict[str, str]:
        return {"url": self.url}

    def done(self, stage: str) -> list[Part]:
        """Every finished part of a stage, of whatever version, by key.

        Raises CaseError if the store cannot be reached.
        """
        with self._asking():
            paths = [path for path in self._all(stage) if path.endswith("/part.json")]
            read = self._fs.cat(paths) if paths else {}  # all at once: one by one, each would wait for its own answer
        return [Part.of_json(read[path]) for path in sorted(paths)]

    def lay(self, stage: str, key: str, tables: Mapping[str, "pa.Table"]) -> None:
        """Writes the tables of a part that is not yet declared done. A worker may do it, and two may do the same.

        Raises CannotWrite if the store refuses.
        """
        import pyarrow.parquet as pq

        for name, table in tables.items():
            if table.num_rows:
                data = BytesIO()
                pq.write_table(table, data, compression="zstd")
                self._place(f"{stage}/{key}/{name}.parquet", data.getvalue())

    def finish(self, part: Part) -> None:
        """Declares a part done whose tables were laid down. Raises CannotWrite if the store refuses."""
        self._place(f"{part.stage}/{part.key}/part.json", part.to_json())

    def put(self, part: Part, tables: Mapping[str, "pa.Table"]) -> None:
        """Writes a part; it is there wholly or not at all. One of the same key makes room.

        Raises CannotWrite if the store refuses.
        """
        self.drop(part)
        self.lay(part.stage, part.key, tables)
        self.finish(part)

    def drop(self, part: Part) -> None:
        """Takes a part away: first that it is done, then what it holds."""
        with self._writing(f"{part.stage}/{part.key}"):
            paths = self._all(f"{part.stage}/{part.key}")
            for path in sorted(paths, key=lambda path: not path.endswith("/part.json")):
                self._fs.rm_file(path)

    def lying(self) -> Iterator[tuple[str, str, list[str]]]:
        """The stage and the key of whatever lies here as a part, done or not, with the names of its tables."""
        with self._asking():
            names = [path.removeprefix(f"{self._root}/").split("/") for path in self._fs.find(self._root)]
        held: dict[tuple[str, str], list[str]] = {}
        for stage, key, name in sorted(tuple(parts) for parts in names if len(parts) == 3):
            held.setdefault((stage, key), []).extend([name.removesuffix(".parquet")] if name.endswith(".parquet") else [])
        yield from ((stage, key, tables) for (stage, key), tables in held.items())

    def holds(self, part: Part) -> bool:
        """Whether this process sees the part."""
        with self._asking():
            return bool(self._fs.exists(f"{self._root}/{part.stage}/{part.key}/part.json"))

    def sweep(self, stage: str, live: set[str]) -> None:
        """Takes away what runs that were killed have laid down of a stage and never declared done."""
        with self._writing(stage):
            for path in self._all(stage):
                if path.removeprefix(f"{self._root}/{stage}/").split("/")[0] not in live:
                    self._fs.rm_file(path)

    def columns(self, part: Part, table: str, names: Sequence[str]) -> list[list[Any]]:
        """Some columns of one table of a part, each with all its cells; empty ones if the part has no such table."""
        with self._asking():
            try:
                data = self._fs.cat_file(f"{self._root}/{part.stage}/{part.key}/{table}.parquet")
            except FileNotFoundError:
                return [[] for _ in names]
        return columns_of(BytesIO(data), names)

    def _all(self, inside: str) -> list[str]:
        try:
            found: list[str] = self._fs.find(f"{self._root}/{inside}")
        except FileNotFoundError:
            return []
        return [path for path in found if path.startswith(f"{self._root}/{inside}/")]

    def _place(self, name: str, data: bytes) -> None:
        path = f"{self._root}/{name}"
        with self._writing(name):
            if self._is_disk:
                Path(self._root).mkdir(parents=True, exist_ok=True)
                place_bytes(data, Path(path), Path(self._root) / "drafts")
            else:
                self._fs.pipe_file(path, data)

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        """The file system behind the URL, and the path in it."""
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise MissingExtra(f"{self.url} needs fsspec. Install it with: pip install 'rashomon[ray]'") from error
        try:
            fs, root = url_to_fs(self.url, use_listings_cache=False)  # a listing that is kept hides what others wrote since
        except ImportError as error:
            raise MissingExtra(
                f"{self.url} needs a package that is not installed ({error}). For s3:// pip install 's3fs', for gs:// 'gcsfs'."
            ) from error
        except ValueError as error:
            raise UsageError(f"--parts: {self.url} is no address of a store ({error}). Such as s3://bucket/folder.") from error
        return fs, str(root).rstrip("/")

    @property
    def _fs(self) -> Any:
        return self._opened[0]

    @property
    def _root(self) -> str:
        return self._opened[1]

    @property
    def _is_disk(self) -> bool:
        return "file" in self._fs.protocol

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        try:
            yield
        except (MissingExtra, UsageError, CannotWrite):
            raise
        except Exception as error:  # each store has errors of its own
            raise CannotWrite(
                f"{self.url}/{name} could not be written: {error}. What was done before is kept: see to the store, "
                f"then run the same command again."
            ) from error

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            yield
        except (MissingExtra, UsageError, FileNotFoundError):
            raise
        except Exception as error:
            raise CaseError(
                f"the parts of the case at {self.url} cannot be read: {error}. See that the store is up and that its address and "
                f"keys are set (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID … for s3://), then run the same command again."
            ) from error
