"""Everything that can be asked of the API, as one table: the routes and their description are both made from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.views.filters import DAY, FILTERS, LONGEST
from rashomon.views.listings import LISTS
from rashomon.views.search import KINDS
from rashomon.web.api.schemas import TEXT, Schema
from rashomon.web.forms import SEAT as COOKIE
from rashomon.web.forms import WORD

MOST = 200  # rows of one answer
USUAL = 50


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be said beside a path: in its query, in the path itself or in a header."""

    name: str
    place: Literal["query", "path", "header", "cookie"]
    says: str
    schema: Schema


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked. `does` names the method of `Answers` that answers, `table` what it is asked of."""

    method: Literal["get", "post", "delete"]
    path: str
    does: str
    says: str
    gives: str  # the schema of the answer
    table: str = ""
    parameters: tuple[Parameter, ...] = ()
    takes: str = ""  # the schema of the body
    done: int = 200
    refused: tuple[int, ...] = ()


LIMIT = Parameter(
    "limit", "query", "How many rows at most.", {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
)
CURSOR = Parameter("cursor", "query", "Where to go on: `next` of the answer before.", {**TEXT, "maxLength": LONGEST})
ID = Parameter("id", "path", "The item's id.", {**TEXT, "minLength": 1, "maxLength": LONGEST})
SEAT = (
    Parameter(COOKIE, "cookie", "The cookie that /seat gave.", TEXT),
    Parameter(WORD, "header", "The word that /seat gave with that cookie; whoever sends the server's token needs neither.", TEXT),
)
A_DAY = {**TEXT, "pattern": f"^{DAY.pattern}$"}
SOUGHT = (
    Parameter("q", "query", 'Words, "a phrase", -not this, this OR that, beginn*; no input is an error.', TEXT),
    Parameter("voice", "query", "Whose words: part of a name, or the id of a voice or an entity.", TEXT),
    Parameter("entity", "query", "What is named there: part of a name, or an id.", TEXT),
    Parameter("kind", "query", "Passages, statements, a mode, or the kind of a fact.", {"type": "string", "enum": list(KINDS)}),
    Parameter("outlet", "query", "Part of the outlet's name.", TEXT),
    Parameter("since", "query", "Published on this day, month or year, or later.", A_DAY),
    Parameter("until", "query", "Published on this day, month or year, or before.", A_DAY),
    LIMIT,
    CURSOR,
)


def _filters(table: str) -> tuple[Parameter, ...]:
    found = []
    for name, one in FILTERS[table].items():
        schema = (
            {"type": "string", "enum": list(one.known)} if one.known else A_DAY if one.form else {**TEXT, "maxLength": LONGEST}
        )
        found.append(Parameter(name, "query", one.says, schema))
    return tuple(found)


def _lists() -> Sequence[Operation]:
    made = []
    for table, kind in LISTS.items():
        asked = (*_filters(table), LIMIT, CURSOR)
        made.append(
            Operation("get", f"/{table}", "page", f"The {table}, some at a time.", f"{table}.page", table, asked, refused=(404,))
        )
        if kind.has_ids:
            whole = "documents.whole" if table == "documents" else f"{table}.row"
            made.append(Operation("get", f"/{table}/{{id}}", "row", f"One of the {table}.", whole, table, (ID,), refused=(404,)))
    return made


OPERATIONS: tuple[Operation, ...] = (
    Operation("get", "/", "index", "Where everything is.", "index"),
    Operation("get", "/openapi.json", "openapi", "This description.", "index"),
    Operation("get", "/manifest", "manifest", "What the case holds, and what made it.", "manifest"),
    *_lists(),
    Operation("get", "/search", "search", "Exact words of passages and statements, the best first.", "search.page", "", SOUGHT,
              refused=(404,)),
    Operation("get", "/seat", "seat", "A word and a cookie, both needed to judge.", "seat"),
    Operation("post", "/judgements", "judge", "Puts down a word on one or two items.", "judgements.row", "", SEAT, "word",
              201, (400, 403, 404, 409, 413, 415, 422)),
    Operation("delete", "/judgements/{id}", "undo", "Takes back a word of one's own; that it was said is kept.", "judgements.row",
              "", (ID, *SEAT), refused=(403, 404, 409)),
)  # fmt: skip
