"""What every answer of the server carries, and which requests it answers at all."""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # a case may hold what must not lie in a browser's cache
}


class Guard:
    """Turns away a request that names a strange host, and puts the headers on every answer.

    A page elsewhere may point its own name at this machine (DNS rebinding) and so read a case through the visitor's
    browser; such a request still names that page's host. `hosts` are those that may be named; None allows any.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        named = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if self.hosts is not None and _host(named) not in self.hosts:
            refusal = PlainTextResponse(f"This server answers to {', '.join(sorted(self.hosts))} only.", 421)
            await refusal(scope, receive, send_guarded)
            return
        await self.app(scope, receive, send_guarded)


def _host(named: str) -> str:
    """The name without its port: "[::1]:8000" is "::1"."""
    if named.startswith("["):
        return named[1:].partition("]")[0].lower()
    return named.partition(":")[0].lower()
