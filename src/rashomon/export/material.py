"""What every format is written from: the tables of a case, or what a redaction leaves of them, and the originals behind them."""

import json
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from hashlib import sha1
from pathlib import Path
from typing import Any, Self

from rashomon.errors import CaseError
from rashomon.export.chosen import Chosen, choose
from rashomon.export.originals import custody_told, documents_touched, names_in_file
from rashomon.export.redacted import redacted
from rashomon.export.redaction import Redaction
from rashomon.model import Capture, Run
from rashomon.store.case import Case
from rashomon.store.stamps import Stamps
from rashomon.text.moments import latest
from rashomon.views.case import Tables, load
from rashomon.views.claims import Claim, claims
from rashomon.views.exported import ROWS
from rashomon.views.records import Records
from rashomon.views.runs import work_of

Report = Callable[[Records], bytes]  # the case as one page: the room that paints it lies above this one, and hands it in


class _Rows(dict[str, list[dict[str, Any]]]):
    """Rows by their table."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def __missing__(self, table: str) -> list[dict[str, Any]]:
        self[table] = list(ROWS[table](self._tables))
        return self[table]


class Material:
    """One case as it is written: made once, whatever formats are written from it."""

    def __init__(self, case: Path, tables: Tables, report: Report, chosen: Chosen | None = None) -> None:
        self._case, self._chosen, self._report = Case(case), chosen, report
        self.name = case.resolve().name if chosen is None else chosen.redaction.blacked(case.resolve().name)
        self._whole = tables
        self.tables = tables if chosen is None else redacted(tables, chosen, frozenset(self.withheld))

    @classmethod
    def of(cls, case: Path, report: Report, *, redact: Sequence[str] = ()) -> Self:
        """The material of a case without the voices and entities that are named.

        Raises CaseError where there is no case, UsageError for a name that nobody in it bears.
        """
        tables = load(case)
        return cls(case, tables, report, choose(tables, redact) if redact else None)

    @property
    def is_redacted(self) -> bool:
        """Whether anybody is left out."""
        return self._chosen is not None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Whoever is left out, in words for whoever asked for it: they see then whether the right ones were meant."""
        if self._chosen is None:
            return ()
        redaction = self._chosen.redaction
        names = f"names: {', '.join(redaction.names)}"
        parts = f"parts of names: {', '.join((*redaction.parts, *redaction.common))}"
        bare = [f"{one!r} only where it stands so: no voice or entity has that name" for one in self._chosen.by_letters]
        return (names, *([parts] if redaction.parts or redaction.common else ()), *bare)

    @cached_property
    def rows(self) -> Mapping[str, list[dict[str, Any]]]:
        """The tables of the export's contract, each made when it is first asked for."""
        return _Rows(self.tables)

    def made(self, table: str) -> Iterable[dict[str, Any]]:
        """The rows of one of these, made as they are asked for and not kept: those of a large case would fill the memory."""
        return ROWS[table](self.tables)

    @cached_property
    def claims(self) -> list[Claim]:
        """Every place where a position is held."""
        return claims(self.tables)

    @cached_property
    def records(self) -> Records:
        """The tables as the views read them."""
        return Records(self.tables, self.name)

    @property
    def report(self) -> bytes:
        """The case as one page."""
        return self._report(self.records)

    @cached_property
    def settings(self) -> dict[str, Any]:
        """What case.toml says."""
        return tomllib.loads((self._case.path / "case.toml").read_text("utf-8"))

    @property
    def runs(self) -> list[Run]:
        """What each stage did, the first first."""
        return work_of(self.tables["runs"])

    @property
    def made_at(self) -> str:
        """When the last of it came in, a capture or a word: stands for now, so that the same case gives the same bytes."""
        said = [at for one in self.tables["judgements"] for at in (one.at, one.retracted_at)]
        return latest(self._case.captures.last_at, *said) or "1980-01-01T00:00:00+00:00"

    @cached_property
    def custody(self) -> str:
        """The hash that stands for the whole custody log; empty under a redaction, for it was made with the names."""
        return "" if self.is_redacted else self._case.captures.head

    @cached_property
    def custody_log(self) -> bytes:
        """The custody log; under a redaction a copy without its hashes."""
        log = self._case.captures.log
        data = log.read_bytes() if log.exists() else b""
        if self._chosen is None:
            return data
        lines = [json.loads(line) for line in data.splitlines() if line]
        hashes = frozenset(capture.sha256 for capture in self._whole["captures"] if capture.id in self.withheld)
        return custody_told(lines, self._chosen.redaction, hashes).encode("utf-8", "surrogatepass")

    @cached_property
    def stamps(self) -> dict[str, bytes]:
        """The time stamps on the custody log, by the names of their files; none under a redaction, as its hashes are gone."""
        return {} if self.is_redacted else Stamps(self._case.captures.folder, self._case.drafts).all()

    @cached_property
    def withheld(self) -> dict[str, str]:
        """The captures whose originals are not handed on, by their ids in the case: why not."""
        if self._chosen is None:
            return {}
        redaction = self._chosen.redaction
        touched = documents_touched(redaction, self._whole)
        why = {}
        for capture in self._whole["captures"]:
            if found := "it holds a name that is left out" if capture.id in touched else self._search(redaction, capture):
                why[capture.id] = found
        return why

    def originals(self) -> Iterator[tuple[Capture, bytes]]:
        """Every original that may be handed on, with the capture as the tables have it.

        Raises CaseError where one is gone or was changed.
        """
        for whole, told in self._captures():
            if whole.id not in self.withheld:
                yield told, self._case.captures.data(whole)

    def archives(self) -> Iterator[tuple[str, bytes]]:
        """Every web archive that was fetched into the case, by its place there; none under a redaction, for they are packed.

        Raises CaseError where one is gone or was changed.
        """
        if not self.is_redacted:
            captures = self._case.captures
            yield from ((uri, captures.archive(uri)) for uri in captures.archives)

    @property
    def withheld_archives(self) -> list[str]:
        """Those that are not handed on, as far as their places may be told."""
        if self._chosen is None:
            return []
        return list(map(self._chosen.redaction.blacked, self._case.captures.archives))

    @cached_property
    def sha1s(self) -> dict[str, str]:
        """The SHA-1 of every original that may be handed on and is there, by its capture: what some tools name a file by."""
        found = {}
        for whole, told in self._captures():
            with suppress(CaseError):
                if whole.id not in self.withheld:
                    found[told.id] = sha1(self._case.captures.data(whole), usedforsecurity=False).hexdigest()
        return found

    def withheld_originals(self) -> Iterator[tuple[Capture, str]]:
        """Every capture whose original is not handed on, as the tables have it, and why."""
        for whole, told in self._captures():
            if whole.id in self.withheld:
                yield told, self.withheld[whole.id]

    def _captures(self) -> Iterator[tuple[Capture, Capture]]:
        return zip(self._whole["captures"], self.tables["captures"], strict=True)

    def _search(self, redaction: Redaction, capture: Capture) -> str:
        try:
            data = self._case.captures.data(capture)
        except CaseError:
            return "it is gone from the case, or no longer what was captured"
        return names_in_file(redaction, capture, data)
