"""Originals as they were found, by the hash of their bytes, and the custody log: who brought what, when, from where.

The log (`custody.jsonl`) is only ever appended to. Each line carries its own hash and the hash of the line before, so a
changed, removed, added or moved line breaks the chain. Whoever can write the folder could forge a whole new chain: compare
`head` with one noted elsewhere (an export's manifest holds it) to tell.
"""

import getpass
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from hashlib import file_digest, sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rashomon.errors import CaseError
from rashomon.model import Capture
from rashomon.store.durable import place_bytes, sync_names, writing

Line = dict[str, Any]
OPENED = "archive opened"  # the method of a line that stands for an archive: it is no capture, and its bytes are not kept
FETCHED = "fetched"  # the case's folder of web archives that rashomon made itself: those are kept
SET_BACK = "set back"
START = "0" * 64  # what the first line names as the hash before it


class Captures:
    """The originals of a case. Only one process may keep at a time (the case's lock sees to it)."""

    def __init__(self, folder: Path, drafts: Path) -> None:
        self.folder, self.log, self._drafts = folder, folder / "custody.jsonl", drafts
        self._whole_bytes = 0  # length of the log without a line that was cut short

    def keep(
        self,
        uri: str,
        data: bytes,
        *,
        media_type: Callable[[bytes, str], str],
        method: str,
        captured_at: str | None = None,
        anew: bool = False,
    ) -> Capture:
        """The capture of these bytes. The same bytes are stored once, and logged again only for a new `uri`, or `anew` where
        the type is another than was logged: the last that was said holds.

        `media_type` tells the type from bytes and uri; it is asked only where there may be something to log. `captured_at`
        is when it was captured, where that was before it came here.
        Raises CannotWrite if the disk is full; then neither the file nor the line is there.
        """
        digest = sha256(data).hexdigest()
        if not self._path(digest).exists():
            place_bytes(data, self._path(digest), self._drafts)
        kind = media_type(data, uri) if anew or (digest, uri) not in self._places else None
        if kind and ((digest, uri) not in self._places or kind != self._first[digest].media_type):
            self._append({
                "at": datetime.now(UTC).isoformat(timespec="seconds"),
                "uri": uri,
                "method": method,
                "media_type": kind,
                "sha256": digest,
                "size": len(data),
                "by": _operator(),
                "with": f"rashomon {version('rashomon')}",
                **({"captured_at": captured_at} if captured_at else {}),
            })  # fmt: skip
        return self._first[digest]

    def note(self, uri: str, digest: str, size: int, *, given: int, left_out: Mapping[str, int]) -> None:
        """Logs an archive out of which captures came: by its hash, what it gave, and what was left out. Each is logged once."""
        if any(line["method"] == OPENED and (line["sha256"], line["uri"]) == (digest, uri) for line in self._lines):
            return
        self._append({
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "uri": uri,
            "method": OPENED,
            "sha256": digest,
            "size": size,
            "given": given,
            "left_out": dict(left_out),
            "by": _operator(),
            "with": f"rashomon {version('rashomon')}",
        })  # fmt: skip

    def all(self) -> list[Capture]:
        """Every capture, in the order in which they came; the first place where it was found is its `uri`."""
        return list(self._first.values())

    def data(self, capture: Capture) -> bytes:
        """The original's bytes.

        Raises CaseError if they are gone or no longer those that were captured.
        """
        path = self._path(capture.sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CaseError(f"the original of {capture.uri} is gone: {path}. Put it back from a copy of the case.") from error
        if sha256(data).hexdigest() != capture.sha256:
            raise CaseError(f"the original of {capture.uri} was changed: {path}. Put it back from a copy of the case.")
        return data

    @property
    def archives(self) -> dict[str, str]:
        """The web archives that rashomon made itself and that lie in the case: each one's place in it -> its SHA-256."""
        made = {str(line["uri"]): str(line["sha256"]) for line in self._lines if line["method"] == OPENED}
        return {uri: digest for uri, digest in made.items() if uri.startswith(f"{FETCHED}/")}

    def archive(self, uri: str) -> bytes:
        """The bytes of one of these.

        Raises CaseError if they are gone or no longer those that were fetched.
        """
        try:
            data = (self.folder.parent / uri).read_bytes()
        except OSError as error:
            raise CaseError(f"the web archive {uri} is gone. Put it back from a copy of the case.") from error
        if sha256(data).hexdigest() != self.archives[uri]:
            raise CaseError(f"the web archive {uri} was changed. Put it back from a copy of the case.")
        return data

    @property
    def head(self) -> str:
        """The hash of the last line: it stands for the whole log."""
        return str(self._lines[-1]["hash"]) if self._lines else START

    @property
    def last_at(self) -> str | None:
        """When the last line was written, by this machine's clock; None before the first."""
        return str(self._lines[-1]["at"]) if self._lines else None

    def hashes(self) -> list[str]:
        """The hash of every line: each stands for the log up to it."""
        return [str(line["hash"]) for line in self._lines]

    def clock_set_back(self) -> list[str]:
        """Which lines say that the clock stood before the line above them, in plain words: no change, but worth knowing."""
        return [
            f"custody line {number} says {line['at']}, which is before the line above it: the clock was set back"
            for number, line in enumerate(self._lines, start=1)
            if line.get("clock") == SET_BACK
        ]

    def verify(self) -> list[str]:
        """What is wrong with the log or the originals, in plain words; empty when nothing is."""
        return [*self.broken_lines(), *self._broken_files()]

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    @cached_property
    def _lines(self) -> list[Line]:
        """The log's lines. A last line cut short by a crash was never acknowledged, and does not count."""
        if not self.log.exists():
            return []
        whole, newline, _torn = self.log.read_bytes().rpartition(b"\n")
        self._whole_bytes = len(whole) + len(newline)
        try:
            return [json.loads(line) for line in whole.split(b"\n")] if whole else []
        except ValueError as error:
            raise CaseError(f"the custody log {self.log} is damaged ({error}). Put it back from a copy of the case.") from error

    @cached_property
    def _first(self) -> dict[str, Capture]:
        first: dict[str, Capture] = {}
        for line in self._lines:
            if line["method"] != OPENED:
                _add(first, line)
        return first

    @cached_property
    def _places(self) -> set[tuple[str, str]]:
        return {(line["sha256"], line["uri"]) for line in self._lines if line["method"] != OPENED}

    def _append(self, entry: Line) -> None:
        if self._lines and entry["at"] < self._lines[-1]["at"]:  # both are UTC, written alike
            entry = {**entry, "clock": SET_BACK}  # noted, not refused: what was found is no less found
        entry = {**entry, "before": self.head}
        entry["hash"] = _hash_of(entry)
        with writing(self.log):
            self.folder.mkdir(exist_ok=True)  # an archive that gave nothing may be the first that is logged
        with writing(self.log), self.log.open("ab") as file:
            end = self._whole_bytes
            file.truncate(end)  # drops a line that a crash cut short
            try:
                file.write(_bytes_of(entry))
                file.flush()
                os.fsync(file.fileno())
                if not end:
                    sync_names(self.folder)  # a log that is new has no name yet that a power cut would leave
            except OSError:
                file.truncate(end)
                raise
            self._whole_bytes = file.tell()
        self._lines.append(entry)
        if entry["method"] != OPENED:
            _add(self._first, entry)
            self._places.add((entry["sha256"], entry["uri"]))

    def broken_lines(self) -> Iterator[str]:
        """What is wrong with the log itself, line by line."""
        before = START
        for number, raw in enumerate(self.log.read_bytes().splitlines(keepends=True) if self.log.exists() else (), start=1):
            if not raw.endswith(b"\n"):
                yield f"custody line {number} was cut short; the next `rashomon read` drops it and keeps the file anew"
                return
            try:
                line = json.loads(raw)
                if line["before"] != before:
                    yield f"custody line {number} does not follow the line before it: one was changed, removed, added or moved"
                if raw != _bytes_of(line) or line["hash"] != _hash_of(line):
                    yield f"custody line {number} was changed"
                before = line["hash"]
            except (ValueError, KeyError, TypeError):
                yield f"custody line {number} is not a line of the log: {raw[:80]!r}"

    def _broken_files(self) -> Iterator[str]:
        try:
            captures = self.all()
        except (CaseError, KeyError, TypeError):
            return  # the lines are broken, and said to be
        for capture in captures:
            try:
                self.data(capture)
            except CaseError as error:
                yield str(error)
        logged = {capture.sha256 for capture in captures}
        yield from self._broken_archives()
        for path in sorted(self.folder.glob("??/*")):
            if path.name not in logged:
                yield f"{path} is in no line of the custody log"

    def _broken_archives(self) -> Iterator[str]:
        """Of the web archives that rashomon made: each must have the bytes that were logged, and stand in the log."""
        made = self.archives
        there = {f"{FETCHED}/{path.name}": path for path in sorted((self.folder.parent / FETCHED).glob("*"))}
        for uri in sorted(made.keys() | there.keys()):
            if uri not in there:
                yield f"the web archive {uri} is gone. Put it back from a copy of the case."
            elif uri not in made:
                yield f"the web archive {uri} is in no line of the custody log"
            else:
                with there[uri].open("rb") as file:
                    if file_digest(file, "sha256").hexdigest() != made[uri]:
                        yield f"the web archive {uri} was changed. Put it back from a copy of the case."


def _add(first: dict[str, Capture], line: Line) -> None:
    """A capture is as it was first found, and of the type that was said last."""
    known = first.setdefault(line["sha256"], _capture(line))
    first[line["sha256"]] = replace(known, media_type=line["media_type"])


def _capture(line: Line) -> Capture:
    return Capture.of(line["uri"], line.get("captured_at") or line["at"], line["media_type"], line["sha256"], line["size"])


def _hash_of(entry: Line) -> str:
    return sha256(_bytes_of({key: value for key, value in entry.items() if key != "hash"})).hexdigest()


def _bytes_of(entry: Line) -> bytes:
    return json.dumps(entry, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def _operator() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
