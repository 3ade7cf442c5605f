"""A server that speaks OpenAI's chat completions, as nearly every one does, on this machine or another. It is given no tools."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib import import_module
from time import sleep
from typing import Any

from rashomon.errors import MissingExtra, UsageError

Json = Mapping[str, Any]
TRIES = 4
PATIENCE = 60.0  # seconds that a server's "later" is waited for; one that asks for more is left alone for this run
BACKOFF = (1.0, 3.0, 9.0)  # seconds after a server's own fault
MOST = 1_000_000  # bytes of an answer: the longest that was asked for has some 3,000


class Unanswered(Exception):
    """One question got no answer that could be read; `lasting` says that the next would fare no better."""

    def __init__(self, message: str, *, lasting: bool = False) -> None:
        super().__init__(message)
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the words, why they ended there ("stop", "length", …), and how many tokens it took, where it was said."""

    content: str
    finish: str
    tokens: int | None


class Server:
    """A model on a server. `wait` is what passes the time between two tries."""

    def __init__(
        self, url: str, model: str, key: str = "", *, timeout: float = 120.0, wait: Callable[[float], None] = sleep
    ) -> None:
        if not url.startswith(("http://", "https://")):
            raise UsageError(f"{url!r} is no address of a server; give one like http://127.0.0.1:8080/v1")
        try:
            self._httpx = import_module("httpx")
        except ImportError:
            raise MissingExtra(
                "to ask a language model needs httpx, which is not installed: pip install 'rashomon[llm]'"
            ) from None
        self.url, self.model = url.rstrip("/"), model
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._timeout, self._wait = timeout, wait
        self._binds = True  # whether the server can be bound to a schema, as far as is known

    def ask(self, messages: list[Json], schema: Json, most: int) -> Reply:
        """The model's answer, of `most` tokens at most, bound to the schema where the server can do that.

        Raises Unanswered if the server cannot be reached, refuses, or still says "later" at the fourth try.
        """
        for attempt in range(TRIES):
            status, headers, body = self._post(messages, schema, most, attempt)
            if status == 200:
                return _reply(body)
            if status in (400, 422) and self._binds:
                self._binds = False  # it may not know `response_format`: what comes back is checked all the same
                continue
            if status == 429 or status >= 500:
                self._rest(_later(headers), attempt, f"it says {status}: {body[:200]!r}")
                continue
            raise Unanswered(f"the server {self.url} refuses with {status}: {_told(status, body)}", lasting=True)
        raise Unanswered(f"the server {self.url} gave no answer at {TRIES} tries")

    def _post(self, messages: list[Json], schema: Json, most: int, attempt: int) -> tuple[int, Json, str]:
        """One try. What fails on the way there counts as a fault of the server, 599."""
        asked = {"model": self.model, "messages": messages, "temperature": 0, "max_tokens": most, "stream": False}
        if self._binds:
            asked["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            }
        try:
            return self._sent(asked)
        except self._httpx.ConnectError as error:
            raise Unanswered(
                f"the server {self.url} cannot be reached ({error}); see that it is started", lasting=True
            ) from error
        except self._httpx.TimeoutException:
            return 599, {}, f"no answer within {self._timeout:.0f} s"
        except self._httpx.HTTPError as error:
            return 599, {}, str(error) or type(error).__name__

    def _sent(self, asked: Json) -> tuple[int, Json, str]:
        """Redirects are not followed: whoever is sent elsewhere would carry the key there."""
        call = {"json": asked, "headers": self._headers, "timeout": self._timeout, "follow_redirects": False}
        with self._httpx.stream("POST", f"{self.url}/chat/completions", **call) as response:
            body = b""
            for piece in response.iter_bytes():
                body += piece
                if len(body) > MOST:
                    raise Unanswered(f"the server {self.url} sends without end")
            return int(response.status_code), response.headers, body.decode("utf-8", "replace")

    def _rest(self, asked: float | None, attempt: int, why: str) -> None:
        if attempt + 1 >= TRIES:
            raise Unanswered(f"the server {self.url} gave no answer at {TRIES} tries; {why}")
        if asked is not None and asked > PATIENCE:
            raise Unanswered(f"the server {self.url} asks to come back in {asked:.0f} s; run it again then", lasting=True)
        self._wait(BACKOFF[attempt] if asked is None else max(0.0, asked))


def _reply(body: str) -> Reply:
    """What the body holds.

    Raises Unanswered where it is no answer of that kind.
    """
    try:
        whole = json.loads(body)
        choice = whole["choices"][0]
        content, finish = choice["message"].get("content"), choice.get("finish_reason")
        tokens = (whole.get("usage") or {}).get("total_tokens")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Unanswered(f"the server's answer is none of chat completions: {body[:120]!r}") from error
    refusal = choice["message"].get("refusal")
    words = content if isinstance(content, str) else ""
    return Reply(words, "refusal" if refusal else str(finish or "stop"), tokens if isinstance(tokens, int) else None)


def _later(headers: Json) -> float | None:
    """The seconds after which the server asks to be tried again, where it says so: a number, or a date."""
    told = str(headers.get("retry-after", "")).strip()
    if not told:
        return None
    try:
        return float(told)
    except ValueError:
        pass
    try:
        return (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None


def _told(status: int, body: str) -> str:
    remedy = {
        401: "set the environment variable RASHOMON_LLM_KEY to its key",
        403: "set the environment variable RASHOMON_LLM_KEY to a key that may use this model",
        404: "see that --llm ends where /chat/completions begins (often in /v1), and that it has this --model",
    }.get(status, "see what it logs")
    return f"{remedy}. It said {body[:200]!r}"
