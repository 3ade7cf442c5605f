"""The pages of a case from a small server, on the loopback address unless told otherwise. It only ever reads."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from rashomon.errors import CaseError
from rashomon.model import Capture
from rashomon.store.case import Case
from rashomon.web import pages
from rashomon.web.edition import Edition
from rashomon.web.guard import LOOPBACK, Guard
from rashomon.web.render import static

KINDS = {"page.css": "text/css", "page.js": "text/javascript"}


def serve(case: Path, host: str, port: int) -> None:
    """Shows the case until the process is stopped.

    Raises CaseError where there is no case, or where it was made by a newer version.
    """
    uvicorn.run(app(case, host), host=host, port=port, log_level="warning", server_header=False)


def app(case: Path, host: str = "127.0.0.1") -> Starlette:
    """The pages as an ASGI application; a request must name `host`, or any loopback name where that is one."""
    shown = _Shown(case)
    hosts = LOOPBACK if host in LOOPBACK else None  # whoever opens it to a network names it as they like
    return Starlette(
        routes=[
            Route("/", _page(shown, pages.overview)),
            Route("/points", _page(shown, pages.points)),
            Route("/point/{id}", _page_of(shown, pages.point, "point")),
            Route("/documents", _page(shown, pages.documents)),
            Route("/document/{id}", _page_of(shown, pages.document, "account")),
            Route("/voices", _page(shown, pages.voices)),
            Route("/copies", _page(shown, pages.copies)),
            Route("/run", _page(shown, pages.run)),
            Route("/original/{id}", shown.original),
            Route("/static/{name}", _static),
        ],
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={HTTPException: shown.refusal},
    )


class _Shown:
    """The case as it lies on its shelf now: a `rashomon read` beside the server is seen at the next request."""

    def __init__(self, case: Path) -> None:
        self.case = Case.open(case)
        self._edition = Edition.of(case)
        self._stamp = self._now()

    def edition(self) -> Edition:
        if self._stamp != self._now():
            self._edition, self._stamp = Edition.of(self.case.path), self._now()
        return self._edition

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
        return Response(data, media_type="application/octet-stream", headers={"Content-Disposition": attachment})

    def refusal(self, _: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = error.detail if isinstance(error, HTTPException) else str(error)
        heading = "Not here" if status == 404 else "That cannot be shown"
        message = "There is no such page in this case." if detail == "Not Found" else detail
        return HTMLResponse(pages.refused(self.edition(), heading, message), status)

    def _now(self) -> tuple[int, int]:
        state = (self.case.path / "shelf.sqlite").stat()
        return state.st_mtime_ns, state.st_ino


def _page(shown: _Shown, page: Callable[[Edition], str]) -> Callable[[Request], Response]:
    return lambda _: HTMLResponse(page(shown.edition()))


def _page_of(shown: _Shown, page: Callable[[Edition, str], str | None], noun: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        found = page(shown.edition(), request.path_params["id"])
        if found is None:
            raise HTTPException(404, f"There is no {noun} of that id in this case. It may have gone with a later reading.")
        return HTMLResponse(found)

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
