"""People's word by way of the API: put down and taken back by the rules of the pages' forms."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rashomon.errors import Overtaken, UsageError
from rashomon.model import JudgementRelation
from rashomon.store.case import Case
from rashomon.views.listings import judged
from rashomon.web.api.schemas import OF_TWO, WORD_PARTS
from rashomon.web.edition import Edition
from rashomon.web.forms import LONGEST, Forms
from rashomon.web.settling import Settling


class Shown(Protocol):
    """The case as it lies on its shelf now; whoever reads it takes a turn."""

    case: Case

    @property
    def turn(self) -> AbstractContextManager[object]:
        """Held while somebody reads."""
        ...

    def edition(self) -> Edition:
        """Its present pages."""
        ...


class Words:
    """Who judges has a seat first: a cookie, and a word that only who asked for it can read and send back in a header. So no page
    of another site judges through a visitor's browser. Whoever sends the server's token in a header is no such page.
    """

    def __init__(self, shown: Shown, forms: Forms, settling: Settling) -> None:
        self._shown, self._forms, self._settling = shown, forms, settling

    async def seat(self, request: Request) -> Response:
        """Who judges here, and the word."""
        seat = self._forms.seat(request)
        return seat.keep(JSONResponse({"user": seat.user, "word": seat.word}))

    async def judge(self, request: Request) -> Response:
        """Puts a word down."""
        self._forms.admit(request)
        return await run_in_threadpool(self._judge, request, await _body(request))

    async def undo(self, request: Request) -> Response:
        """Takes a word of one's own back."""
        self._forms.admit(request)
        return await run_in_threadpool(self._undo, request)

    def _judge(self, request: Request, said: Mapping[str, Any]) -> Response:
        left, right = said["left"], said.get("right", "")
        relation = cast(JudgementRelation, said["relation"])
        with self._shown.turn:
            shelf = self._shown.edition().records.shelf
            unknown = [end for end in (left, right) if end and not shelf.holds(end)]
        for end in unknown:
            raise HTTPException(404, f"{end[:80]!r} is no item of this case. It may have gone with a later reading.")
        try:
            put = self._shown.case.judgements.add(
                left, relation, right, user=self._forms.seat(request).user, text=said.get("text", ""), seen=said.get("seen")
            )
        except Overtaken as error:
            raise HTTPException(409, f"{error}: get /judgements?about={left}, and name what you saw in `seen`.") from error
        except UsageError as error:
            raise HTTPException(422, f"{error}.") from error
        self._settling.ask()
        return JSONResponse(judged(put), 201, headers={"Location": f"/api/v1/judgements/{put.id}"})

    def _undo(self, request: Request) -> Response:
        key, known = request.path_params["id"], self._shown.case.judgements.all()
        if key not in {one.id for one in known}:
            raise HTTPException(404, f"judgements has no {key[:80]!r}.")
        try:
            self._shown.case.judgements.undo(key, user=self._forms.seat(request).user)
        except UsageError as error:
            raise HTTPException(409, f"{error}.") from error
        self._settling.ask()
        taken = next(one for one in self._shown.case.judgements.all() if one.id == key)
        return JSONResponse(judged(taken))


async def _body(request: Request) -> dict[str, Any]:
    """What is to be put down.

    Raises HTTPException for what is no JSON, or has not the shape of a word.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "Send the word as application/json.")
    sent = b""
    async for piece in request.stream():
        sent += piece
        if len(sent) > LONGEST:
            raise HTTPException(413, f"That is more than {LONGEST:,} bytes. Shorten it, then send it again.")
    try:
        said = json.loads(sent)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, f"That is no JSON: {error}.") from error
    if fault := _fault(said):
        raise HTTPException(422, f"{fault}.")
    return cast(dict[str, Any], said)


def _fault(said: Any) -> str:
    """What is wrong with a word; empty where nothing is."""
    known = list(WORD_PARTS)
    if not isinstance(said, dict):
        return f"give one object with {', '.join(known)}"
    if unknown := [name for name in said if name not in known]:
        return f"{unknown[0][:80]!r} is no part of a word; known: {', '.join(known)}"
    if missing := [name for name in ("left", "relation") if name not in said]:
        return f"{missing[0]!r} is missing; a word has left and relation at least"
    if not said["left"]:
        return "left is empty; give the id of what is judged"
    seen = said.get("seen", [])
    texts = [*(value for name, value in said.items() if name != "seen"), *(seen if isinstance(seen, list) else [0])]
    if not all(isinstance(text, str) and _is_text(text) for text in texts):
        return "every part of a word is a text, and seen is a list of texts"
    if said["relation"] not in get_args(JudgementRelation):
        return f"{said['relation'][:80]!r} is nothing that can be said; known: {', '.join(get_args(JudgementRelation))}"
    if said["relation"] in OF_TWO and not said.get("right"):
        return f"{said['relation']!r} is said of two items: give right too"
    return ""


def _is_text(text: str) -> bool:
    """Half of a surrogate pair, which JSON can write, is none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
