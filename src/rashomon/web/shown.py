"""The case as it lies on its shelf now, drawn for whoever asks: one page at a time, and each only once."""

import gc
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from gc import collect
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rashomon.errors import CaseError
from rashomon.store.case import Case
from rashomon.store.migrations import format_of
from rashomon.web import pages
from rashomon.web.apart import drawn_apart
from rashomon.web.charts import alone
from rashomon.web.edition import Edition
from rashomon.web.prints import Prints, handed_out
from rashomon.web.render import compile_templates
from rashomon.web.turns import Turns

State = tuple[int, ...]  # when the case's files were made, and those of people's word
SHELF = 3  # of these tell which shelf it is
Draw = Callable[[Edition], str]
FIRST = {"/points": pages.points, "/documents": pages.documents, "/timeline": pages.timeline, "/copies": pages.copies,
         "/voices": pages.voices, "/entities": pages.entities}  # fmt: skip


class Shown:
    """The case as it lies on its shelf now: a `rashomon read` beside the server is seen at the next request.

    Pages take turns: at eight readers at once, threads that draw side by side wait for the interpreter at each of the hundred
    questions that a page puts to the shelf, and every page takes three times as long.
    """

    def __init__(self, case: Path) -> None:
        self.turn, self.drawing, self._opening = Turns(), Lock(), Lock()
        self.case = Case.open(case)
        self.prints = Prints()
        self._held = self._now(), Edition.of(case)
        self._held[1].hear(self.case.judgements.all())
        self._timeline: tuple[Edition, str] | None = None

    def edition(self) -> Edition:
        """The case's pages.

        Raises CaseError if it is gone or was made by a newer version meanwhile, sqlite3.Error if its shelf is damaged.
        """
        return self._current()[1]

    def make_ready(self) -> None:
        """Draws the pages that are asked for first, while whoever started the server still opens the browser.

        Nothing of a case goes round in circles, so that Python need not look for what does: on a big case that look stops every
        reader for 0.3 s. And whoever waits for the interpreter gets it after 0.5 ms, not 5: a page lets go of it a hundred times.
        """
        sys.setswitchinterval(0.0005)
        gc.set_threshold(50_000, 20, 100)
        with suppress(CaseError, sqlite3.Error, OSError, HTTPException):  # the page that meets it will say so
            self._draw("/", pages.overview)
            compile_templates()
            self.edition().make_ready()  # outside the turn: readers have it meanwhile
            for address, page in FIRST.items():
                self._draw(address, page)
        gc.freeze()

    async def page(self, request: Request, draw: Draw) -> Response:
        """The page of an address, from its print if there is one.

        Raises HTTPException where there is nothing to be drawn.
        """
        address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        packed = self.prints.find(self._now(), address)
        if packed is None:
            packed = await run_in_threadpool(self._draw, address, draw)
        return handed_out(packed, request.headers.get("accept-encoding", ""))

    def _draw(self, address: str, draw: Draw) -> bytes:
        with self.turn:
            state, edition = self._current()
            drawn = self.prints.find(state, address) or draw(edition)  # whoever had the turn before may have drawn it
        return drawn if isinstance(drawn, bytes) else self.prints.keep(state, address, drawn)

    def make_timeline_ready(self) -> None:
        """Draws the timeline before anybody asks."""
        with suppress(CaseError, sqlite3.Error, OSError, HTTPException):
            self.timeline()

    def timeline(self) -> str:
        """The timeline as an image, drawn when it is first asked for, so that no page waits for it.

        Raises HTTPException where there are not two dates, or the drawing was killed.
        """
        with self.drawing:
            edition = self.edition()
            if self._timeline is None or self._timeline[0] is not edition:
                with self.turn:
                    lines = edition.timeline_lines
                if lines is None:
                    raise HTTPException(404, "Fewer than two dates are known, so there is no line to draw.")
                try:
                    self._timeline = edition, alone(drawn_apart(lines))
                except BrokenProcessPool as error:
                    raise HTTPException(503, "The timeline could not be drawn now; the table has all that it shows.") from error
            return self._timeline[1]

    def _current(self) -> tuple[State, Edition]:
        """The case's pages, with the state of its files in which they were opened."""
        held, now = self._held, self._now()
        if held[0] == now:
            return held
        with self._opening:  # forty threads that see a new shelf at once would open it forty times
            held, now = self._held, self._now()
            if held[0] != now:
                is_new = held[0][:SHELF] != now[:SHELF]
                if is_new:
                    format_of(self.case.path)
                edition = Edition.of(self.case.path) if is_new else held[1]
                edition.hear(self.case.judgements.all())
                held = self._held = now, edition
                if is_new:
                    collect()  # records refer to themselves: else old shelves stay open, a file each, until Python looks for such
            return held

    def _now(self) -> State:
        try:
            shelf, case = (self.case.path / "shelf.sqlite").stat(), (self.case.path / "case.toml").stat()
        except FileNotFoundError as error:
            raise CaseError(f"the case {self.case.path} is gone, or only half there. Put it back, or serve another.") from error
        said = self.case.judgements.path
        return shelf.st_mtime_ns, shelf.st_ino, case.st_mtime_ns, *_written(said), *_written(said.with_name(f"{said.name}-wal"))


def _written(path: Path) -> tuple[int, int]:
    """When a file was written and how long it is; whoever only reads people's word makes and takes away an empty one."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return (found.st_mtime_ns, found.st_size) if found.st_size else (0, 0)
