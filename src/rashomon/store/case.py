"""A case on disk: `case.toml | captures/ | parts/ | shelf.sqlite | people.sqlite`."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Self, TypeVar

from filelock import FileLock, Timeout

from rashomon.errors import CaseError, UsageError
from rashomon.model.rows import TABLES
from rashomon.store.asked import Asked
from rashomon.store.captures import Captures
from rashomon.store.durable import place_bytes, remove, writing
from rashomon.store.judgements import Judgements
from rashomon.store.migrations import FORMAT, format_of, migrate, parts_of
from rashomon.store.objects import ObjectParts
from rashomon.store.parts import Parts
from rashomon.store.shelf import Shelf
from rashomon.store.writers import Writer, writer_of

R = TypeVar("R")


class Case:
    """A case folder. Whoever writes holds `lock()`; readers need nothing and see the last finished shelf."""

    def __init__(self, path: Path, parts: Parts | ObjectParts | None = None) -> None:
        self.path = path
        if parts is not None:  # known already, as to a worker that does not see the case's folder
            self.parts = parts
        self.drafts = path / "drafts"  # what is being written; it is there only while somebody writes, or if that one was killed
        self.captures = Captures(path / "captures", self.drafts)
        self.judgements = Judgements(path / "people.sqlite")
        self.asked = Asked(path / "asked", self.drafts)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """The case in a folder, brought up to the present format if it is older.

        Raises CaseError where there is none, or where it was made by a newer version.
        """
        case = cls(Path(path))
        if format_of(case.path) < FORMAT:
            with case.lock():
                migrate(case.path, case.drafts)
        return case

    @classmethod
    def create(cls, path: str | Path, *, parts: str = "") -> Self:
        """The case in a folder, made if there is none; `parts` is the URL of a store for its parts, if not in the folder.

        Raises CaseError if the folder holds other things, CannotWrite if it cannot be made, UsageError if the case is there
        and has its parts elsewhere.
        """
        case = cls(Path(path))
        parts = parts.rstrip("/") if "://" in parts or not parts else str(Path(parts).absolute())  # a folder of a shared disk
        try:
            os.fspath(case.path).encode("utf-8")
        except UnicodeEncodeError:  # Parquet and SQLite take no other paths
            raise CaseError(f"{str(path)!r} is no name in UTF-8. Give the case's folder another name with --case.") from None
        if (case.path / "case.toml").exists():
            held = parts_of(case.path)
            if parts and parts != held:
                raise UsageError(
                    f"{path} has its parts in {held or 'its own folder'}, not in {parts}. Leave --parts out, or make a new case."
                )
            return cls.open(path)
        if case.path.exists() and (
            not case.path.is_dir() or {inner.name for inner in case.path.iterdir()} - {"case.lock", "drafts"}
        ):
            raise CaseError(f"{path} is no case, and not empty. Give a new or empty folder with --case.")
        with writing(case.path):
            case.path.mkdir(parents=True, exist_ok=True)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        text = f'format = {FORMAT}\ncreated_at = "{at}"\ncreated_with = "rashomon {version("rashomon")}"\n'
        if parts:
            text += f"parts = {json.dumps(parts)}\n"
        with case.lock():
            if not (case.path / "case.toml").exists():  # another process may have been faster
                place_bytes(text.encode(), case.path / "case.toml", case.drafts)
        return case

    @contextmanager
    def lock(self) -> Iterator[bool]:
        """Keeps every other writer out for as long as the block runs, and says whether the writer before was killed.

        Raises CaseError if one is at work, and says which.
        """
        with writing(self.path):
            lock = FileLock(self.path / "case.lock", timeout=0)
            try:
                lock.acquire()
            except Timeout:
                writer = writer_of(self.drafts)
                raise CaseError(
                    f"another rashomon is writing to {self.path}{f' ({writer.told})' if writer else ''}. "
                    "Wait until it is done, or give another folder with --case."
                ) from None
        try:
            killed = self.drafts.exists()
            remove(self.drafts)
            with writing(self.drafts):
                self.drafts.mkdir()
            try:
                Writer.this().note(self.drafts)
                yield killed
            finally:
                remove(self.drafts)
        finally:
            lock.release()

    @cached_property
    def parts(self) -> Parts | ObjectParts:
        """What each stage has finished: in the case's folder, or in the store that its `case.toml` names."""
        url = parts_of(self.path)
        return ObjectParts(url) if url else Parts(self.path / "parts", self.drafts)

    @cached_property
    def shelf(self) -> Shelf:
        """The finished records, for reading."""
        return Shelf(self.path)

    def records(self, of: type[R] | str) -> list[R]:
        """Every record of a type, such as `rashomon.Point`, or of a table by its name, such as "points".

        Members have three tables ("members" of entities, "tellings" of events, "answers" of positions), links two ("links"
        between facts, "copies" between documents): ask by name.
        Raises UsageError for what has no table, or two.
        """
        tables = [name for name, record in TABLES.items() if of in (name, record)]
        if len(tables) != 1:
            named = of if isinstance(of, str) else of.__name__
            known = ", ".join(tables or TABLES)
            raise UsageError(f"{named} is {'several tables' if tables else 'no table'}; ask for one by its name: {known}")
        return self.shelf.records(TABLES[tables[0]], tables[0])
