"""The pages of a case from a small server, on the loopback address unless told otherwise. It reads, and adds people's word."""

import getpass
import re
import sqlite3
from base64 import b64encode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from rashomon.errors import CannotWrite, CaseError
from rashomon.model import Capture
from rashomon.store.case import Case
from rashomon.store.migrations import format_of
from rashomon.web import pages
from rashomon.web.api.served import refused, served
from rashomon.web.charts import alone
from rashomon.web.desk import Desk
from rashomon.web.edition import Edition
from rashomon.web.guard import API, LOOPBACK, Guard
from rashomon.web.prints import Prints, handed_out
from rashomon.web.render import render, static

KINDS = {"page.css": "text/css", "review.css": "text/css", "page.js": "text/javascript", "review.js": "text/javascript"}
State = tuple[int, int, int]  # when the case's files were made
Draw = Callable[[Edition], str]
Answer = Callable[[Request], Awaitable[Response]]
REMEDY = "Make a new shelf from what was read: delete shelf.sqlite in the case's folder, then run any rashomon read on it."


def serve(case: Path, host: str, port: int, *, token: str | None = None, settle: Callable[[], None] | None = None) -> None:
    """Shows the case until the process is stopped. `settle` makes of people's word what follows, after each of them.

    Raises CaseError where there is no case, or where it was made by a newer version.
    """
    pages_of = app(case, host, token=token, settle=settle)
    Thread(target=pages_of.state.shown.make_ready, daemon=True).start()
    uvicorn.run(pages_of, host=host, port=port, log_level="warning", server_header=False)


def app(case: Path, host: str = "127.0.0.1", *, token: str | None = None, settle: Callable[[], None] | None = None) -> Starlette:
    """The pages as an ASGI application; a request must name `host`, or any loopback name where that is one, and bring the
    token if there is one.
    """
    shown = _Shown(case)
    desk = Desk(shown, _operator(), settle)
    hosts = LOOPBACK if host in LOOPBACK else None  # whoever opens it to a network names it as they like
    made = Starlette(
        routes=[
            Route("/", _page(shown, pages.overview)),
            Route("/points", _page(shown, pages.points)),
            Route("/point/{id}", _page_of(shown, pages.point, "point")),
            Route("/timeline", _page(shown, pages.timeline)),
            Route("/chart/timeline.svg", shown.timeline),
            Route("/parallel", shown.parallel),
            Route("/documents", _page(shown, pages.documents)),
            Route("/document/{id}", _page_of(shown, pages.document, "account")),
            Route("/voices", _page(shown, pages.voices)),
            Route("/voice/{id}", _page_of(shown, pages.voice, "voice")),
            Route("/entities", _page(shown, pages.entities)),
            Route("/entity/{id}", _page_of(shown, pages.entity, "name")),
            Route("/copies", _page(shown, pages.copies)),
            Route("/run", _page(shown, pages.run)),
            *desk.routes,
            Mount("/api/v1", served(shown, desk.forms, desk.settling)),
            Route("/original/{id}", shown.original),
            Route("/static/{name}", _static),
            Route("/favicon.ico", lambda _: Response(status_code=204)),  # every browser asks, and would note that there is none
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=800, compresslevel=5), Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers=dict.fromkeys((HTTPException, CaseError, CannotWrite, sqlite3.Error, OSError), shown.refusal),
    )
    made.state.shown = shown
    return made


class _Shown:
    """The case as it lies on its shelf now: a `rashomon read` beside the server is seen at the next request.

    Pages take turns: at eight readers at once, threads that draw side by side wait for the interpreter at each of the hundred
    questions that a page puts to the shelf, and every page takes three times as long.
    """

    def __init__(self, case: Path) -> None:
        self.turn = Lock()
        self.case = Case.open(case)
        self.prints = Prints()
        self._held = self._now(), Edition.of(case)

    def edition(self) -> Edition:
        """The case's pages.

        Raises CaseError if it is gone or was made by a newer version meanwhile, sqlite3.Error if its shelf is damaged.
        """
        return self._current()[1]

    def make_ready(self) -> None:
        """Draws the pages that are asked for first, while whoever started the server still opens the browser: the overview, then
        what takes longest to make.
        """
        first = {"/": pages.overview, "/points": pages.points, "/voices": pages.voices, "/copies": pages.copies}
        later = {"/entities": pages.entities, "/documents": pages.documents, "/timeline": pages.timeline}
        with suppress(CaseError, sqlite3.Error, OSError):  # the page that meets it will say so
            for address, page in (first | later).items():
                self._draw(address, page)

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

    def timeline(self, _: Request) -> Response:
        """The timeline as an image: drawn when it is first asked for, so that no page waits for it."""
        chart = self.edition().timeline_chart
        if chart is None:
            raise HTTPException(404, "Fewer than two dates are known, so there is no line to draw.")
        return Response(alone(chart), media_type="image/svg+xml")

    async def parallel(self, request: Request) -> Response:
        """Accounts side by side, at an address that holds when later accounts change the letters."""
        written = request.query_params.get("of", "")
        chosen = ",".join(await run_in_threadpool(lambda: pages.parallel_of(self.edition(), written)))
        if written and chosen and written != chosen:
            return RedirectResponse(f"/parallel?of={chosen}", 303)
        return await self.page(request, lambda edition: pages.parallel(edition, {"of": written}))

    def original(self, request: Request) -> Response:
        """The captured bytes, as a download only: nothing of a capture is ever opened in the browser as a page of ours."""
        capture = self.edition().records.captures.get(request.path_params["id"])
        if capture is None:
            raise HTTPException(404, "There is no captured file of that id in this case.")
        try:
            data = self.case.captures.data(capture)
        except CaseError as error:
            raise HTTPException(404, str(error)) from error
        attachment = f"attachment; filename*=UTF-8''{quote(_file_name(capture), safe='')}"
        digest = f"sha-256=:{b64encode(bytes.fromhex(capture.sha256)).decode()}:"  # as RFC 9530 writes it
        headers = {"Content-Disposition": attachment, "Repr-Digest": digest}
        return Response(data, media_type="application/octet-stream", headers=headers)

    def refusal(self, request: Request, error: Exception) -> Response:
        """A page that says what could not be shown or done, and what to do; a bare one where the case itself is at fault."""
        if request.url.path.startswith(API):
            return refused(request, error)
        status, heading, message = _told(error)
        try:
            return HTMLResponse(pages.refused(self.edition(), heading, message), status)
        except (CaseError, sqlite3.Error, OSError):
            return HTMLResponse(render("pages/bare.html", heading=heading, message=message, again=""), status)

    def _current(self) -> tuple[State, Edition]:
        """The case's pages, with the state of its files in which they were opened."""
        held, now = self._held, self._now()
        if held[0] != now:
            format_of(self.case.path)
            held = self._held = now, Edition.of(self.case.path)
        return held

    def _now(self) -> State:
        try:
            shelf, case = (self.case.path / "shelf.sqlite").stat(), (self.case.path / "case.toml").stat()
        except FileNotFoundError as error:
            raise CaseError(f"the case {self.case.path} is gone, or only half there. Put it back, or serve another.") from error
        return shelf.st_mtime_ns, shelf.st_ino, case.st_mtime_ns


def _told(error: Exception) -> tuple[int, str, str]:
    """An error as its page has it: status, heading, and what to do."""
    if isinstance(error, HTTPException):
        heading = "Not here" if error.status_code == 404 else "That was not done" if error.status_code < 500 else "Not now"
        return error.status_code, heading, "There is no such page in this case." if error.detail == "Not Found" else error.detail
    if isinstance(error, CannotWrite):
        return 507, "That could not be written", str(error)
    if isinstance(error, CaseError):
        return 503, "This case cannot be shown", str(error)
    return 503, "This case cannot be shown", f"It is damaged or cannot be read ({error}). {REMEDY}"


def _operator() -> str:
    """Who is called by name until somebody gives another."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user may have no name
        return "somebody"


def _page(shown: _Shown, page: Callable[[Edition, pages.Asked], str]) -> Answer:
    async def answer(request: Request) -> Response:
        return await shown.page(request, lambda edition: page(edition, request.query_params))

    return answer


def _page_of(shown: _Shown, page: Callable[[Edition, str, pages.Asked], str | None], noun: str) -> Answer:
    async def answer(request: Request) -> Response:
        def draw(edition: Edition) -> str:
            found = page(edition, request.path_params["id"], request.query_params)
            if found is None:
                raise HTTPException(404, f"There is no {noun} of that id in this case. It may have gone with a later reading.")
            return found

        return await shown.page(request, draw)

    return answer


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in KINDS:
        raise HTTPException(404)
    return Response(static(name), media_type=KINDS[name])


def _file_name(capture: Capture) -> str:
    """The last part of where it was found, without what a file system might trip over."""
    last = re.split(r"[/\\]", capture.uri.split("?")[0].rstrip("/\\"))[-1]
    return re.sub(r"[^\w.() -]", "_", last).strip(" .")[:120] or capture.sha256
