"""The pages of a case from a small server, on the loopback address unless told otherwise. It reads, and adds people's word."""

import getpass
import re
import sqlite3
from base64 import b64encode
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Thread
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
from rashomon.web import pages
from rashomon.web.api.served import refused, served
from rashomon.web.connections import Connection
from rashomon.web.desk import Desk
from rashomon.web.edition import Edition
from rashomon.web.guard import API, LOOPBACK, Guard
from rashomon.web.render import render, static
from rashomon.web.shown import Shown

KINDS = {"page.css": "text/css", "review.css": "text/css", "page.js": "text/javascript", "review.js": "text/javascript"}
Answer = Callable[[Request], Awaitable[Response]]
REMEDY = "Make a new shelf from what was read: delete shelf.sqlite in the case's folder, then run any rashomon read on it."


def serve(case: Path, host: str, port: int, *, token: str | None = None, settle: Callable[[], None] | None = None) -> None:
    """Shows the case until the process is stopped. `settle` makes of people's word what follows, after each of them.

    Raises CaseError where there is no case, or where it was made by a newer version.
    """
    pages_of = app(case, host, token=token, settle=settle)
    _make_ready(*pages_of.state.rooms)
    # below "warning" it would write every address that is asked for, and so the token, into its log
    uvicorn.run(pages_of, host=host, port=port, log_level="warning", server_header=False, http=Connection, ws="none")


def app(case: Path, host: str = "127.0.0.1", *, token: str | None = None, settle: Callable[[], None] | None = None) -> Starlette:
    """The pages as an ASGI application; a request must name `host`, or any loopback name where that is one, and bring the
    token if there is one.
    """
    shown = Shown(case)
    answers = _Served(shown)
    desk = Desk(shown, _operator(), settle)
    hosts = LOOPBACK if host in LOOPBACK else None  # whoever opens it to a network names it as they like
    made = Starlette(
        routes=[
            Route("/", _page(shown, pages.overview)),
            Route("/points", _page(shown, pages.points)),
            Route("/point/{id}", _page_of(shown, pages.point, "point")),
            Route("/timeline", _page(shown, pages.timeline)),
            Route("/chart/timeline.svg", answers.timeline),
            Route("/parallel", answers.parallel),
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
            Route("/original/{id}", answers.original),
            Route("/static/{name}", _static),
            Route("/favicon.ico", lambda _: Response(status_code=204)),  # every browser asks, and would note that there is none
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=800, compresslevel=5), Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers=dict.fromkeys((HTTPException, CaseError, CannotWrite, sqlite3.Error, OSError), answers.refusal),
    )
    made.state.rooms = (shown, desk)
    return made


def _make_ready(shown: Shown, desk: Desk) -> None:
    """Makes what is asked for first, while whoever started the server still opens the browser: beside each other, for the
    timeline and the doubts of a big case are made in processes of their own.
    """
    for work in (shown.make_ready, desk.make_ready, shown.make_timeline_ready):
        Thread(target=work, daemon=True).start()


class _Served:
    """Answers that are more than a page of the case."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def timeline(self, _: Request) -> Response:
        """The timeline as an image."""
        return Response(self._shown.timeline(), media_type="image/svg+xml")

    async def parallel(self, request: Request) -> Response:
        """Accounts side by side, at an address that holds when later accounts change the letters."""
        written = request.query_params.get("of", "")
        chosen = ",".join(await run_in_threadpool(lambda: pages.parallel_of(self._shown.edition(), written)))
        if written and chosen and written != chosen:
            return RedirectResponse(f"/parallel?of={chosen}", 303)
        return await self._shown.page(request, lambda edition: pages.parallel(edition, {"of": written}))

    def original(self, request: Request) -> Response:
        """The captured bytes, as a download only: nothing of a capture is ever opened in the browser as a page of ours."""
        capture = self._shown.edition().records.captures.get(request.path_params["id"])
        if capture is None:
            raise HTTPException(404, "There is no captured file of that id in this case.")
        try:
            data = self._shown.case.captures.data(capture)
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
            return HTMLResponse(pages.refused(self._shown.edition(), heading, message), status)
        except (CaseError, sqlite3.Error, OSError):
            return HTMLResponse(render("pages/bare.html", heading=heading, message=message, again=""), status)


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


def _page(shown: Shown, page: Callable[[Edition, pages.Asked], str]) -> Answer:
    async def answer(request: Request) -> Response:
        return await shown.page(request, lambda edition: page(edition, request.query_params))

    return answer


def _page_of(shown: Shown, page: Callable[[Edition, str, pages.Asked], str | None], noun: str) -> Answer:
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
