"""Forms that change something: each carries a word that only a page of this server can know, for this browser alone."""

from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from hmac import new as hmac
from secrets import token_bytes, token_urlsafe
from urllib.parse import parse_qsl, quote, unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

SEAT, NAME = "rashomon_seat", "rashomon_name"
WORD = "X-Rashomon-Word"  # the header in which a program sends the word
LONGEST = 64_000  # bytes of a form
A_NAME = 80  # characters of a person's name
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Seat:
    """One browser: the word that its forms carry, and the name of the person before it."""

    id: str
    word: str
    user: str
    is_new: bool

    def keep(self, response: Response) -> Response:
        """The answer, with the cookie by which the browser is known again."""
        if self.is_new:
            response.set_cookie(SEAT, self.id, httponly=True, samesite="strict", path="/")
        return response


class Forms:
    """Gives out forms and takes them back. What it knows ends with the server: a form of an earlier start is refused."""

    def __init__(self, user: str) -> None:
        self._secret, self._user = token_bytes(32), user

    def seat(self, request: Request) -> Seat:
        """The browser that asks."""
        known = request.cookies.get(SEAT, "")
        seat = known or token_urlsafe(24)
        user = _name(unquote(request.cookies.get(NAME, ""))) or self._user
        return Seat(seat, self._word(seat), user, not known)

    async def filled(self, request: Request) -> dict[str, str]:
        """What was filled in.

        Raises HTTPException for a form that was not given out to this browser, or is too long.
        """
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST:
                raise HTTPException(413, "That is more than a form of this case holds. Shorten it, then send it again.")
        fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        seat = request.cookies.get(SEAT, "")
        if not seat or not compare_digest(fields.get("word", "").encode(), self._word(seat).encode()):
            raise HTTPException(
                403, "This form was given out before the server was started anew, or to another browser, so nothing was changed. "
                "Go back, load the page again, then send it once more.",
            )  # fmt: skip
        return fields

    def admit(self, request: Request) -> None:
        """Nothing, where a program that asked for a seat sends the word back in a header, or brings the server's own token: the
        guard has looked at that, and no page of another site can make a browser send it.

        Raises HTTPException otherwise.
        """
        if request.headers.get("authorization", "").startswith("Bearer "):  # a proxy's "Basic" a browser sends by itself
            return
        seat = request.cookies.get(SEAT, "")
        if not seat or not compare_digest(request.headers.get(WORD, "").encode(), self._word(seat).encode()):
            raise HTTPException(403, f"Ask /api/v1/seat first; then send its cookie back, and its word as the header {WORD}.")

    def _word(self, seat: str) -> str:
        return hmac(self._secret, seat.encode("utf-8", "surrogateescape"), sha256).hexdigest()


def call_me(response: Response, name: str) -> None:
    """Keeps in the browser who judges there."""
    response.set_cookie(NAME, quote(_name(name)), max_age=YEAR, httponly=True, samesite="strict", path="/")


def _name(written: str) -> str:
    """A name on one line, without what cannot be printed."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in written).split())[:A_NAME]
