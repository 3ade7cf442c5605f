"""The API as an application of its own, to be mounted beside the pages: what goes wrong in it is told to a program."""

import sqlite3
from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from rashomon.errors import CannotWrite, CaseError
from rashomon.web.api.answers import Answers
from rashomon.web.api.operations import OPERATIONS, Operation
from rashomon.web.api.problems import problem
from rashomon.web.api.words import Shown, Words
from rashomon.web.forms import Forms
from rashomon.web.settling import Settling

Answer = Callable[[Request], Awaitable[Response]]


def served(shown: Shown, forms: Forms, settling: Settling) -> Starlette:
    """Everything under /api/v1."""
    answers, words = Answers(shown), Words(shown, forms, settling)
    by_hand: dict[str, Answer] = {"seat": words.seat, "judge": words.judge, "undo": words.undo}
    paths: dict[str, dict[str, Answer]] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.upper()] = by_hand.get(one.does) or _reading(answers, one)
    return Starlette(
        routes=[Route(path, _by_method(methods), methods=list(methods)) for path, methods in paths.items()],
        exception_handlers=dict.fromkeys((HTTPException, CaseError, CannotWrite, sqlite3.Error, OSError), refused),
    )


def _reading(answers: Answers, operation: Operation) -> Answer:
    async def answer(request: Request) -> Response:
        return await run_in_threadpool(answers.answer, operation, request)

    return answer


def _by_method(methods: Mapping[str, Answer]) -> Answer:
    """One endpoint a path, so that a method which the path does not have is told with those that it has."""

    async def answer(request: Request) -> Response:
        return await methods["GET" if request.method == "HEAD" else request.method](request)

    return answer


def refused(_: Request, error: Exception) -> Response:
    """What went wrong, told to a program."""
    if isinstance(error, HTTPException):
        detail = "There is nothing at this address; /api/v1/openapi.json says what there is."
        return problem(error.status_code, detail if error.detail == "Not Found" else error.detail, error.headers)
    if isinstance(error, CannotWrite):
        return problem(507, str(error))
    if isinstance(error, CaseError):
        return problem(503, str(error))
    return problem(503, f"The case is damaged or cannot be read ({error}). Run any `rashomon read` on it, then ask again.")
