"""Requests of those who work on a case: they search, judge, take back. Words are only ever added, whoever else adds some.

Without JavaScript every judgement is a plain form that answers with the next page; with it the same forms go by one key.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from threading import Lock
from typing import Protocol, get_args
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from rashomon.errors import CaseError, Overtaken, UsageError
from rashomon.model import JudgementRelation
from rashomon.store.case import Case
from rashomon.store.judgements import in_force
from rashomon.views.doubts import Doubt, Doubts, doubts
from rashomon.views.review import asked_about
from rashomon.web import worksheets
from rashomon.web.apart import doubted_apart
from rashomon.web.edition import Edition
from rashomon.web.forms import Forms, Seat, call_me
from rashomon.web.settling import Settling

MANY = 20_000  # names' places from which on the doubts are worth a process of their own: to start one takes half a second
PATIENCE = 1.5  # seconds that a form waits for what follows from it: enough for a case of some dozen accounts


class Shown(Protocol):
    """The case as it lies on its shelf now."""

    case: Case

    def edition(self) -> Edition:
        """Its present pages."""
        ...


class Desk:
    """The pages of search and review, and the forms that they send."""

    def __init__(self, shown: Shown, user: str, settle: Callable[[], None] | None) -> None:
        self._shown, self.forms, self.settling = shown, Forms(user), Settling(settle)
        self._finding = Lock()
        self._doubts: tuple[Edition, Doubts] | None = None

    @property
    def routes(self) -> list[Route]:
        """Where they are."""
        return [
            Route("/search", self.search),
            Route("/review", self.queue),
            Route("/review/news", self.news),
            Route("/review/pair", self.pair),
            Route("/review/about/{id}", self.about),
            Route("/review/{item}", self.item),
            Route("/judge", self.judge, methods=["POST"]),
            Route("/undo", self.undo, methods=["POST"]),
            Route("/name", self.name, methods=["POST"]),
        ]

    def make_ready(self) -> None:
        """Looks for the doubts before anybody asks: a second on a big case."""
        with suppress(CaseError, sqlite3.Error, OSError):  # the page that meets it will say so
            self._queue(self._shown.edition())

    def search(self, request: Request) -> Response:
        """What the case holds of some words."""
        return HTMLResponse(worksheets.found(self._shown.edition(), request.query_params))

    def queue(self, request: Request) -> Response:
        """The most useful doubt."""
        edition, seat = self._shown.edition(), self.forms.seat(request)
        page = worksheets.queue(edition, self._present(seat), self._queue(edition), request.query_params)
        return seat.keep(HTMLResponse(page))

    def item(self, request: Request) -> Response:
        """One item or two."""
        edition, seat = self._shown.edition(), self.forms.seat(request)
        doubt = self._doubt(edition, request.path_params["item"])
        return seat.keep(HTMLResponse(worksheets.item(edition, self._present(seat), doubt, request.query_params)))

    def pair(self, request: Request) -> Response:
        """Two items that somebody chose, at their own address."""
        asked = request.query_params
        return RedirectResponse(f"/review/{quote(asked.get('left', ''))}~{quote(asked.get('right', ''))}", 303)

    def about(self, request: Request) -> Response:
        """Everything that may be said of one item."""
        edition, seat = self._shown.edition(), self.forms.seat(request)
        page = worksheets.whole(edition, self._present(seat), request.path_params["id"])
        if page is None:
            raise HTTPException(404, "There is no point, name or account of that id in this case.")
        return seat.keep(HTMLResponse(page))

    def news(self, request: Request) -> Response:
        """How many words were said so far, for a page that wants to know whether somebody else is at work."""
        present = self._present(self.forms.seat(request))
        last = max(present.judged, key=lambda one: max(one.at, one.retracted_at or ""), default=None)
        who = "" if last is None else last.retracted_by or last.user
        return JSONResponse({"count": present.count, "user": who, "at_work": present.is_at_work, "failed": present.failed})

    async def judge(self, request: Request) -> Response:
        """Puts a word down."""
        return await run_in_threadpool(self._judge, request, await self.forms.filled(request))

    async def undo(self, request: Request) -> Response:
        """Takes a word of one's own back."""
        return await run_in_threadpool(self._undo, request, await self.forms.filled(request))

    async def name(self, request: Request) -> Response:
        """Keeps who sits here."""
        fields = await self.forms.filled(request)
        response = RedirectResponse(_way_back(fields), 303)
        call_me(response, fields.get("name", ""))
        return response

    def _judge(self, request: Request, fields: dict[str, str]) -> Response:
        edition, seat = self._shown.edition(), self.forms.seat(request)
        left, right, text = (fields.get(name, "").strip() for name in ("left", "right", "text"))
        relation = fields.get("relation", "")
        known: JudgementRelation | None = next((one for one in get_args(JudgementRelation) if one == relation), None)
        if known is None or not left or any(not edition.records.shelf.holds(end) for end in (left, right) if end):
            raise HTTPException(404, "What was judged is no longer in the case; it may have gone with a later reading.")
        if known == "wrong-speaker":
            right = fields.get("speaker", "")
        try:
            said = self._shown.case.judgements.add(
                left, known, right, user=seat.user, text=text, seen=fields.get("seen", "").split()
            )
        except Overtaken as error:
            if doubt := asked_about(edition.records, f"{left}~{right}" if right and known != "wrong-speaker" else left):
                page = worksheets.item(edition, self._present(seat), doubt, {}, notice=f"{error}.")
                return HTMLResponse(page, 409)
            raise HTTPException(409, f"{error}.") from error
        except UsageError as error:
            raise HTTPException(422, f"{error}.") from error
        self.settling.ask(PATIENCE)
        return RedirectResponse(_way_back(fields, said.id), 303)

    def _undo(self, request: Request, fields: dict[str, str]) -> Response:
        seat = self.forms.seat(request)
        try:
            taken = self._shown.case.judgements.undo(fields.get("id", ""), user=seat.user)
        except UsageError as error:
            raise HTTPException(409, f"{error}.") from error
        self.settling.ask(PATIENCE)
        return RedirectResponse(_way_back(fields, taken.id), 303)

    def _doubt(self, edition: Edition, item: str) -> Doubt:
        """The doubt of that name: as the queue has it, or as it is made of the items."""
        found = next((one for one in self._queue(edition).most_useful if one.key == item), None) or asked_about(
            edition.records, item
        )
        if found is None:
            raise HTTPException(404, "There is nothing of that name to be judged. It may have gone with a later reading.")
        return found

    def _queue(self, edition: Edition) -> Doubts:
        """Made once for each shelf, and by one alone: whoever asks meanwhile waits for it."""
        with self._finding:
            if self._doubts is None or self._doubts[0] is not edition:
                self._doubts = edition, _doubts_of(edition)
            return self._doubts[1]

    def _present(self, seat: Seat) -> worksheets.Present:
        judged = self._shown.case.judgements.all()
        return worksheets.Present(seat, judged, in_force(judged), self.settling.is_at_work, self.settling.failed)


def _doubts_of(edition: Edition) -> Doubts:
    shelf = edition.records.shelf
    if shelf.count("members") > MANY:
        with suppress(BrokenProcessPool, CaseError):  # killed, or the shelf is being replaced: then here
            return doubted_apart(shelf.path.parent)
    return doubts(edition.records)


def _way_back(fields: dict[str, str], said: str = "") -> str:
    """The page that the form names, if it is one of ours, told what was just said."""
    here = fields.get("here", "")
    if not here.startswith("/review") or any(ord(letter) < 33 or letter == "\\" for letter in here):
        here = "/review"
    return f"{here}?{urlencode({'said': said})}" if said else here
