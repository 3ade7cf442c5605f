"""A server that speaks chat completions and says what a test tells it to: one answer, or fault, after the other."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep
from typing import Any

Said = tuple[int, dict[str, str], bytes, float]  # status, headers, body, and how long it keeps silent before


def says(content: Any, *, finish: str = "stop", tokens: int | None = 100, **message: Any) -> Said:
    """An answer of these words, or of this JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    body = {"choices": [{"message": {"role": "assistant", "content": words, **message}, "finish_reason": finish}]}
    if tokens is not None:
        body["usage"] = {"total_tokens": tokens}
    return 200, {}, json.dumps(body).encode(), 0.0


def fails(status: int, body: str = "no", *, silent: float = 0.0, **headers: str) -> Said:
    """A fault."""
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, body.encode(), silent


class Scripted:
    """What was asked of the server, and where it is."""

    def __init__(self, script: list[Said | Callable[[dict[str, Any]], Said]]) -> None:
        self.script, self.asked, self.headers, self.url = script, [], [], ""

    def answer(self, asked: dict[str, Any]) -> Said:
        """The next of the script; its last for ever."""
        self.asked.append(asked)
        said = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return said(asked) if callable(said) else said


@contextmanager
def scripted(*script: Said | Callable[[dict[str, Any]], Said]) -> Iterator[Scripted]:
    """The server, for as long as the block runs."""
    held = Scripted(list(script))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
            held.headers.append({name.lower(): value for name, value in self.headers.items()})
            status, headers, body, silent = held.answer(asked)
            sleep(silent)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # whoever asked went away, as a test of time-outs does

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    held.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
