"""A case as Python has it: its rows as the export writes them, one at a time or as a data frame."""

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar

from rashomon.errors import MissingExtra, UsageError
from rashomon.store.case import Case as Folder
from rashomon.views.exported import Row
from rashomon.views.listings import LISTS, row, rows
from rashomon.views.records import Records

R = TypeVar("R")
Library = Literal["pandas", "polars"]


class Case:
    """What was read of many accounts, to be asked. It stays as it was when it was first asked, whoever writes meanwhile.

    Every table gives plain dicts with the keys of the JSONL export (docs/reference.md), in its order: documents by name, what
    stands in them in reading order, points sharpest first. A statement has its exact words besides, as `quote`. All are chosen
    by keywords, as in `case.statements(voice="Holt", mode="quoted")`; a wrong one raises UsageError, which lists the right ones.
    """

    def __init__(self, path: str | Path) -> None:
        self.folder = Folder.open(path)

    def documents(self, **chosen: str) -> Iterator[Row]:
        """The accounts with their texts; by `name`, `outlet`, `lang`, `since`, `until`."""
        return self.rows("documents", **chosen)

    def statements(self, **chosen: str) -> Iterator[Row]:
        """Who says what; by `voice` (part of a name, or an id), `doc`, `mode`, `denied`, `hedged` ("true" or "false")."""
        return self.rows("statements", **chosen)

    def mentions(self, **chosen: str) -> Iterator[Row]:
        """Names, times, amounts and happenings where they stand; by `doc`, `kind`."""
        return self.rows("mentions", **chosen)

    def facts(self, **chosen: str) -> Iterator[Row]:
        """The comparable answers in statements; by `doc`, `statement`, `kind`, `about`, `polarity`."""
        return self.rows("facts", **chosen)

    def entities(self, **chosen: str) -> Iterator[Row]:
        """Who and what is named across documents; by `kind`, `name`."""
        return self.rows("entities", **chosen)

    def events(self, **chosen: str) -> Iterator[Row]:
        """The case's event and its happenings; by `parent`."""
        return self.rows("events", **chosen)

    def points(self, **chosen: str) -> Iterator[Row]:
        """The questions at issue with all answers and their exact words; by `relation`, `type`, `doc`, `voice`."""
        return self.rows("points", **chosen)

    def copies(self, **chosen: str) -> Iterator[Row]:
        """Who repeats whom; by `doc`, `kind`."""
        return self.rows("copies", **chosen)

    def judgements(self, **chosen: str) -> Iterator[Row]:
        """What people said, as far as the last run heeds it; by `about`, `relation`, `user`."""
        return self.rows("judgements", **chosen)

    def failures(self, **chosen: str) -> Iterator[Row]:
        """What could not be done; by `stage`."""
        return self.rows("failures", **chosen)

    def rows(self, table: str, /, **chosen: str) -> Iterator[Row]:
        """The rows of any of these tables.

        Raises UsageError for a table, filter or value that is not known.
        """
        if table not in LISTS:
            raise UsageError(f"no table is called {table!r}; known: {', '.join(LISTS)}")
        return rows(self._records, table, chosen)

    def row(self, table: str, key: str) -> Row:
        """The row of that id.

        Raises UsageError where there is none.
        """
        found = row(self._records, table, key) if table in LISTS and table != "failures" else None
        if found is None:
            raise UsageError(f"{table} has no {key!r}; ids are given by case.rows({table!r})")
        return found

    def records(self, of: type[R] | str) -> list[R]:
        """Every record of a type, as in `case.records(rashomon.Link)`: what the stages made, with all their reasons."""
        return self.folder.records(of)

    def frame(self, table: str, /, library: Library | None = None, **chosen: str) -> Any:
        """The rows as a data frame of pandas, or of polars where that alone is installed or `library` asks for it.

        What is nested is spread out: points have one row for each place where an answer is given, a voice has columns of its
        own, a quote is one text. Raises MissingExtra if neither library is installed.
        """
        frames = _library(library)
        flat = [line for each in self.rows(table, **chosen) for line in _flat(table, each)]
        # Polars would take the columns and their types from the first hundred rows alone.
        return frames.DataFrame(flat, infer_schema_length=None) if frames.__name__ == "polars" else frames.DataFrame(flat)

    @cached_property
    def _records(self) -> Records:
        return Records(self.folder.shelf, self.folder.path.resolve().name)


def _library(wanted: Library | None) -> Any:
    if wanted not in (None, "pandas", "polars"):
        raise UsageError(f"no data frames are known of {wanted!r}; known: pandas, polars")
    for name in (wanted,) if wanted else ("pandas", "polars"):
        try:
            return import_module(name)
        except ImportError:
            continue
    name = wanted or "pandas"
    raise MissingExtra(f"data frames need {name}, which is not installed: pip install 'rashomon[{name}]'")


def _flat(table: str, each: Row) -> Iterator[Row]:
    if table == "points":
        yield from _answers(each)
    elif table == "statements":
        voice = {"name": None, "kind": None, "entity": None, **each["voice"]}
        said = {"voice": voice["name"], "voice_kind": voice["kind"], "voice_entity": voice["entity"]}
        yield {**each, "nested_in": each.get("nested_in"), **said, "quote": " … ".join(each["quote"])}
    else:
        yield each


def _answers(point: Row) -> Iterator[Row]:
    head = {name: point[name] for name in ("id", "question", "type", "relation", "subtype")}
    for number, position in enumerate(point["positions"]):
        low, high = position["independent"]
        held = {"position": number, "value": position["value"], "independent_low": low, "independent_high": high}
        for mention in position["mentions"]:
            yield {**head, **held, "first_at": position["first_at"], **mention}
