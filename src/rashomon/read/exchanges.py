"""One HTTP exchange, byte for byte, with an address that was resolved and checked before: nothing is looked up again."""

import http.client
import io
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from time import monotonic, sleep

from rashomon.errors import UnreadableCapture
from rashomon.read.addresses import Target, is_public, resolved

AGENT = "rashomon"  # the name by which robots.txt may speak of it
LARGEST = 32 * 2**20  # bytes of one answer
CONNECT, SILENCE, WHOLE = 10.0, 20.0, 120.0  # seconds: to connect, without a byte, for one answer in all
BY_HAND = "Save the page in your browser, and read the file."
LATER = "Try again later, or save the page in your browser and read the file."


@dataclass(frozen=True)
class Network:
    """How the outside is reached. Tests pass their own: there is no switch that a page or an environment could turn."""

    resolve: Callable[[str, int], Sequence[str]] = resolved
    may_reach: Callable[[str], bool] = is_public
    wait: Callable[[float], None] = sleep
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked and what was answered, as the bytes went over the wire."""

    target: Target
    at: str  # ISO 8601, UTC: when it was asked
    address: str  # the IP address that answered
    asked: bytes
    answered: bytes
    status: int
    reason: str
    headers: dict[str, str]  # by their names in lower case
    body: bytes  # without its chunks, still packed


def exchanged(target: Target, network: Network, largest: int = LARGEST) -> Exchange:
    """The exchange with the target's host. Raises UnreadableCapture where it may not be reached, or does not answer well."""
    address = _checked(target, network)
    tape = _Tape(largest)
    connection = _Connection(target, address, network, tape)
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    try:
        connection.request("GET", target.path, headers=_headers(target))
        answer = connection.getresponse()
        body = answer.read()
        headers = {name.lower(): value for name, value in reversed(answer.getheaders())}
        return Exchange(target, at, address, bytes(tape.sent), bytes(tape.got), answer.status, answer.reason, headers, body)
    except _TooLarge as error:
        raise UnreadableCapture(target.url, f"it is larger than {largest // 2**20} MB", BY_HAND) from error
    except TimeoutError as error:
        raise UnreadableCapture(target.url, "the server takes too long to answer", LATER) from error
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or "no secure connection"
        raise UnreadableCapture(target.url, f"the server cannot show that it is {target.host} ({why})", BY_HAND) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = " ".join(str(error).split())[:120] or type(error).__name__
        raise UnreadableCapture(target.url, f"the server does not answer as one of web pages does ({why})", LATER) from error
    finally:
        connection.hang_up()


def _checked(target: Target, network: Network) -> str:
    """The one address that is connected to. All that the name stands for must be public: one that is not is no oversight."""
    try:
        found = list(network.resolve(target.host, target.port))
    except OSError as error:  # socket.gaierror is one
        raise UnreadableCapture(target.url, f"the host {target.host} is not known", "Check the address.") from error
    except UnicodeError as error:
        raise UnreadableCapture(target.url, f"{target.host} is no name of a host", "Check the address.") from error
    refused = [address for address in found if not network.may_reach(address)]
    if refused or not found:
        reason = f"{target.host} is no public host (its address is {', '.join(refused) or 'none'})"
        raise UnreadableCapture(target.url, reason, "Only public addresses are fetched. " + BY_HAND)
    return found[0]


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.site,
        "User-Agent": f"{AGENT}/{version('rashomon')}",
        "Accept": "text/html,application/xhtml+xml,application/pdf,application/json;q=0.9,text/plain;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


class _TooLarge(Exception):
    pass


class _Tape:
    """The bytes that went each way, and how many and how long they may."""

    def __init__(self, largest: int) -> None:
        self.sent, self.got = bytearray(), bytearray()
        self._largest, self._until = largest, monotonic() + WHOLE

    def left(self) -> float:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, SILENCE)

    def add(self, data: bytes | bytearray | memoryview) -> None:
        self.got += data
        if len(self.got) > self._largest:
            raise _TooLarge


class _Wire(io.RawIOBase):
    """What comes in over a socket, put on the tape."""

    def __init__(self, sock: socket.socket, tape: _Tape) -> None:
        self._sock, self._tape = sock, tape

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._sock.settimeout(self._tape.left())
        count = self._sock.recv_into(buffer)
        self._tape.add(buffer[:count])
        return count


class _Socket:
    """As much of a socket as http.client asks for."""

    def __init__(self, sock: socket.socket, tape: _Tape) -> None:
        self._sock, self._tape = sock, tape

    def sendall(self, data: bytes) -> None:
        self._tape.sent += data
        self._sock.sendall(data)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(_Wire(self._sock, self._tape))

    def close(self) -> None:
        """Nothing: http.client closes the socket while its answer is still read, and the connection hangs up at the end."""


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, under the name of its host."""

    def __init__(self, target: Target, address: str, network: Network, tape: _Tape) -> None:
        super().__init__(target.host, target.port)
        self._target, self._address, self._network, self._tape = target, address, network, tape
        self._wire: socket.socket | None = None

    def connect(self) -> None:
        sock = socket.create_connection((self._address, self._target.port), timeout=CONNECT)
        try:
            if self._target.scheme == "https":
                sock = self._network.tls.wrap_socket(sock, server_hostname=self._target.host)
        except BaseException:
            sock.close()
            raise
        self._wire = sock
        self.sock = _Socket(sock, self._tape)

    def hang_up(self) -> None:
        self.close()
        if self._wire is not None:
            self._wire.close()
