"""What every answer of the server carries, and which requests it answers at all."""

from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.api.problems import problem
from rashomon.web.guesses import Guesses
from rashomon.web.render import render

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
API = "/api/"
READING = frozenset({"GET", "HEAD"})
COOKIE = "rashomon_token"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # under "no-referrer" a form of our own would come with the origin "null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",  # a case may hold what must not lie in a browser's cache
}


class Guard:
    """Turns away a request that names a strange host, lacks the token, or would change something on another page's behalf; and
    puts the headers on every answer.

    A page elsewhere may point its own name at this machine (DNS rebinding) and so read a case through the visitor's browser;
    such a request still names that page's host. `hosts` are those that may be named; None allows any. `token` is what whoever
    opens a case to a network was given; it comes once in the address, and is kept in a cookie that no other site's page sends.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None, token: str | None = None) -> None:
        self.app, self.hosts, self.token, self.guesses = app, hosts, token, Guesses()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await (self._refusal(scope) or self.app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """What to answer in the page's stead; None where the request may pass."""
        headers = Headers(scope=scope)
        if self.hosts is not None and _host(headers.get("host", "")) not in self.hosts:
            return _told(scope, 421, f"This server answers to {', '.join(sorted(self.hosts))} only.")
        if self.token is not None and not scope["path"].startswith("/static/"):
            address = (scope["client"] or [""])[0]
            if self.guesses.is_barred(address):
                return _told(scope, 429, "Too many wrong tokens came from your address. Wait a minute, then try again.")
            asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
            brought = [asked.get("token", ""), _cookie(headers.get("cookie", "")), _borne(scope, headers)]
            if _is(brought[0], self.token):
                return _admitted(scope["path"], asked, self.token)
            if not any(_is(one, self.token) for one in brought):
                for wrong in filter(None, brought):
                    self.guesses.note(address, wrong)
                return _unknown(scope)
        if scope["method"] not in READING and not _from_here(headers):
            return _told(scope, 403, "That came from a page of another site, so nothing was changed.")
        return None


def _borne(scope: Scope, headers: Headers) -> str:
    """The token that a program brings in a header; pages are opened with the cookie."""
    return headers.get("authorization", "").removeprefix("Bearer ") if scope["path"].startswith(API) else ""


def _unknown(scope: Scope) -> Response:
    """The answer to whoever brings no token."""
    if scope["path"].startswith(API):
        return problem(401, "Send the token that was printed when the server was started: Authorization: Bearer TOKEN.")
    return HTMLResponse(_locked(scope["path"], scope["query_string"].decode("latin-1")), 401)


def _told(scope: Scope, status: int, message: str) -> Response:
    """A refusal in the form that whoever asked can read."""
    return problem(status, message) if scope["path"].startswith(API) else PlainTextResponse(message, status)


def _admitted(path: str, asked: dict[str, str], token: str) -> Response:
    """The same page without the token in its address, and the cookie."""
    rest = urlencode([(name, value) for name, value in asked.items() if name != "token"])
    response = RedirectResponse(_local(path) + (f"?{rest}" if rest else ""), 303)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
    return response


def _locked(path: str, query: str) -> str:
    """The page for whoever brings no token. A strict cookie stays away when a link in a mail is followed: once more from here."""
    asked = urlencode([(name, value) for name, value in parse_qsl(query) if name != "token"])
    message = (
        "Open it with the whole address that was printed when the server was started: it ends in ?token=… Whoever started it has "
        "that address. If this browser has opened the case before, go on with the link below."
    )
    again = _local(path) + (f"?{asked}" if asked else "")
    return render("pages/bare.html", heading="This case is locked", message=message, again=again)


def _local(path: str) -> str:
    """A path that stays on this server: "//elsewhere" would not."""
    return "/" + path.lstrip("/\\")


def _from_here(headers: Headers) -> bool:
    """Whether a page of this server sent it, by what the browser says; what is no browser says neither, and needs a token."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _cookie(header: str) -> str:
    try:
        morsel = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _is(given: str, token: str) -> bool:
    return compare_digest(given.encode(), token.encode())


def _host(named: str) -> str:
    """The name without its port: "[::1]:8000" is "::1"."""
    if named.startswith("[") and "]" in named:
        return named[1:].partition("]")[0].lower()
    return named.partition(":")[0].lower()
