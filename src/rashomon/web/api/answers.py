"""What each thing that can be asked of the API is answered with."""

import tomllib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from typing import Any
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rashomon.errors import UsageError
from rashomon.model.rows import TABLES
from rashomon.views.listings import Gone, hit_row, listing, row
from rashomon.views.records import Records
from rashomon.views.search import Sought, search
from rashomon.web.api.openapi import described
from rashomon.web.api.operations import MOST, OPERATIONS, USUAL, Operation
from rashomon.web.api.words import Shown

HOME = "/api/v1"
PLACE_GONE = "cursor is no place in this list, or is gone since the case was made anew. Begin from the first page again."


class Answers:
    """Reads the case as it lies on its shelf now. An answer's ETag is known before the answer is made: it stands for the shelf,
    the address and the program's version, so that nothing is read for whoever has it already.
    """

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    def answer(self, operation: Operation, request: Request) -> Response:
        """The answer to a reading request.

        Raises HTTPException for parameters that cannot be meant and for what is not there.
        """
        tag = self._tag(operation, request)
        headers = {"ETag": tag} if tag else {}
        here = request.headers.get("if-none-match", "")
        if tag and _names(here, tag):
            return Response(status_code=304, headers=headers)
        asked = _asked(operation, request)
        try:
            with self._shown.turn:
                body, more = getattr(self, f"_{operation.does}")(operation, asked, request.path_params.get("id", ""))
        except Gone as error:
            raise HTTPException(404, PLACE_GONE) from error
        except UsageError as error:
            raise HTTPException(400, f"{error}.") from error
        if here.strip() == "*":  # whatever there is: so it must be known that there is something
            return Response(status_code=304, headers=headers)
        if more is not None:
            body["next"] = _written(more)
            onward = urlencode({**asked, "cursor": body["next"]}, quote_via=quote)
            headers["Link"] = f'<{HOME}{operation.path}?{onward}>; rel="next"'
        return JSONResponse(body, headers=headers)

    def _tag(self, operation: Operation, request: Request) -> str:
        if operation.table == "judgements":
            return ""  # they are read where people write them, and are few
        try:
            shelf = (self._shown.case.path / "shelf.sqlite").stat()
        except OSError:
            return ""  # what is the matter is said when it is read
        parts = (version("rashomon"), shelf.st_mtime_ns, shelf.st_ino, request.url.path, request.url.query)
        return f'W/"{sha256(repr(parts).encode()).hexdigest()[:32]}"'

    def _records(self, table: str) -> Records:
        """Judgements as people wrote them a moment ago; the shelf knows them only once what follows from them is made."""
        if table == "judgements":
            return Records({"judgements": self._shown.case.judgements.all()}, "")
        return self._shown.edition().records

    def _page(self, operation: Operation, asked: Mapping[str, str], _: str) -> tuple[dict[str, Any], str | None]:
        chosen = {name: value for name, value in asked.items() if name not in ("limit", "cursor")}
        after = _read(asked["cursor"]) if "cursor" in asked else None
        found = listing(
            self._records(operation.table), operation.table, chosen, after=after, limit=int(asked.get("limit", USUAL))
        )
        rows = found.rows
        if operation.table == "documents":
            rows = [{name: value for name, value in each.items() if name != "text"} for each in rows]
        return {"items": rows, "next": None}, found.next

    def _row(self, operation: Operation, _: Mapping[str, str], key: str) -> tuple[dict[str, Any], None]:
        found = row(self._records(operation.table), operation.table, key)
        if found is None:
            raise HTTPException(404, f"{operation.table} has no {key[:80]!r}. It may have gone with a later reading.")
        return found, None

    def _search(self, _: Operation, asked: Mapping[str, str], __: str) -> tuple[dict[str, Any], str | None]:
        size = int(asked.get("limit", USUAL))
        place = _read(asked["cursor"]) if "cursor" in asked else "0"
        if not (place.isascii() and place.isdigit() and len(place) < 8):
            raise Gone("no place in a search")
        page, within = divmod(int(place), size)
        if within:
            raise HTTPException(400, "limit is another than on the pages before. Keep it, or begin from the first page again.")
        view = search(self._shown.edition().records, Sought.of(asked), page + 1, size)
        found = {
            "items": [hit_row(each) for each in view.found],
            "next": None,
            "total": view.total,
            "understood": view.query.understood,
        }
        return found, str(view.page * size) if view.page * size < view.total else None

    def _manifest(self, *_: Any) -> tuple[dict[str, Any], None]:
        records, case = self._shown.edition().records, self._shown.case
        versions = {"rashomon": version("rashomon"), **{run.stage: run.version for run in records.runs}}
        stages = {run.stage: {"settings": run.settings_sha, "weights": run.weights_sha} for run in records.runs}
        return {
            "name": records.name,
            "rows": {table: records.shelf.count(table) for table in TABLES},
            "versions": versions,
            "settings": {**tomllib.loads((case.path / "case.toml").read_text("utf-8")), "stages": stages},
            "custody": case.captures.head,  # stands for the whole log: note it elsewhere
            "made_from": records.shelf.made_from,
            "by_rules": records.by_rules,
        }, None

    def _index(self, *_: Any) -> tuple[dict[str, str], None]:
        return {one.path.strip("/"): HOME + one.path for one in OPERATIONS if one.method == "get" and one.path != "/"}, None

    def _openapi(self, *_: Any) -> tuple[dict[str, Any], None]:
        return self._description, None

    @cached_property
    def _description(self) -> dict[str, Any]:
        return described()


def _asked(operation: Operation, request: Request) -> dict[str, str]:
    """The query's parameters.

    Raises HTTPException for one that is not known, is longer than anybody means, or is no value of its schema.
    """
    asked = dict(request.query_params)
    known = {one.name: one.schema for one in operation.parameters if one.place == "query"}
    for name, value in asked.items():
        if name not in known:
            raise HTTPException(400, f"{name[:80]!r} is no parameter of this; known: {', '.join(known) or 'none'}.")
        if (allowed := known[name].get("enum")) and value not in allowed:
            raise HTTPException(400, f"{name} is {value[:80]!r}; known: {', '.join(allowed)}.")
        if known[name].get("type") == "integer" and not _is_count(value):
            raise HTTPException(400, f"{name} is {value[:80]!r}; give a whole number from 1 to {MOST}.")
        if operation.does == "search" and name in ("since", "until") and not Sought.of({name: value}).asked:
            raise HTTPException(400, f"{name} is {value[:80]!r}; give a year, a month or a day: 2017, 2017-04, 2017-04-04.")
    return asked


def _is_count(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 5 and 1 <= int(value) <= MOST


def _names(here: str, tag: str) -> bool:
    """Whether If-None-Match names this ETag; compared weakly, as RFC 9110 asks for."""
    return tag.removeprefix("W/") in {one.strip().removeprefix("W/") for one in here.split(",")}


def _written(place: str) -> str:
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _read(cursor: str) -> str:
    try:
        return urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError as error:
        raise Gone("no place of ours") from error
