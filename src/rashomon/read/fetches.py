"""A list of web addresses, fetched one after another as a considerate visitor does, and every exchange put into a WARC."""

import base64
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from time import monotonic
from typing import IO
from urllib.parse import urljoin
from uuid import uuid4

from protego import Protego
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rashomon.errors import UnreadableCapture
from rashomon.read.addresses import Target, target_of
from rashomon.read.bodies import decoded
from rashomon.read.exchanges import AGENT, BY_HAND, LATER, Exchange, Network, exchanged

REDIRECTS = 5
PAUSE = 2.0  # seconds between two requests to one host, unless it asks for more
LONGEST_PAUSE = 60.0  # seconds that are waited for a host that asks for it
ROBOTS = 512 * 2**10  # bytes of robots.txt that are read (RFC 9309: at least 500 KiB)
MOVED = (301, 302, 303, 307, 308)
BUSY = (429, 503)


@dataclass(slots=True)
class _Host:
    """What is known of a host: what its robots.txt says, when it was last asked, and why it is asked no more."""

    rules: Protego | None = None
    pause: float = PAUSE
    asked_at: float = float("-inf")
    closed: str | None = None


Hosts = dict[str, _Host]


def addresses_in(text: str) -> list[str]:
    """The addresses of a list, one a line, each once; empty lines and those that begin with # aside."""
    lines = (line.strip().strip("\ufeff") for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line and not line.startswith("#")))


@dataclass
class Fetching:
    """Fetches addresses over a network, and writes every exchange into the WARC."""

    warc: IO[bytes]
    name: str  # of the WARC
    network: Network = field(default_factory=Network)
    hosts: Hosts = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.exchanges = 0
        self._writer = WARCWriter(self.warc, gzip=True, warc_version="1.1")
        told = {"software": f"rashomon {version('rashomon')}", "format": "WARC File Format 1.1", "robots": "classic"}
        self._writer.write_record(self._writer.create_warcinfo_record(self.name, told))

    def fetch(self, urls: Sequence[str]) -> Iterator[tuple[str, str | UnreadableCapture]]:
        """For each address the one at which its page was found in the end, or why there is none."""
        for url in urls:
            try:
                yield url, self._page(url)
            except UnreadableCapture as error:
                yield url, UnreadableCapture(url, _reason(url, error), error.remedy)

    def _page(self, url: str) -> str:
        seen: list[Target] = []
        target = target_of(url)
        while True:
            self._check_robots(target)
            answer = self._asked(target)
            seen.append(target)
            if answer.status not in MOVED or "location" not in answer.headers:
                break
            target = target_of(urljoin(target.url, answer.headers["location"]))
            if target in seen or len(seen) > REDIRECTS:
                raise UnreadableCapture(target.url, f"it is passed on more than {REDIRECTS} times, or in a circle", BY_HAND)
        if not 200 <= answer.status < 300:
            raise UnreadableCapture(target.url, f"the server answers {answer.status} {answer.reason[:60]}".strip(), BY_HAND)
        return target.url

    def _asked(self, target: Target) -> Exchange:
        """The exchange, after a pause; it is in the WARC then, whatever was answered."""
        host = self.hosts.setdefault(f"{target.scheme}://{target.site}", _Host())
        if host.closed:
            raise UnreadableCapture(target.url, host.closed, LATER)
        left = host.asked_at + host.pause - monotonic()
        if left > 0:
            self.network.wait(left)
        host.asked_at = monotonic()
        answer = exchanged(target, self.network)
        self._write(answer)
        if answer.status in BUSY:
            host.closed = f"{target.host} asks for fewer requests ({answer.status} {answer.reason[:60]})"
            raise UnreadableCapture(target.url, host.closed, LATER)
        return answer

    def _check_robots(self, target: Target) -> None:
        """Nothing, where the host lets programs have the page."""
        host = self.hosts.setdefault(f"{target.scheme}://{target.site}", _Host())
        if host.rules is None and not host.closed:
            self._read_robots(target, host)
        if host.closed:
            raise UnreadableCapture(target.url, host.closed, LATER)
        if host.rules is not None and not host.rules.can_fetch(target.url, AGENT):
            raise UnreadableCapture(target.url, f"{target.host} asks programs not to fetch it (robots.txt)", BY_HAND)

    def _read_robots(self, target: Target, host: _Host) -> None:
        """What a host asks of programs. Without a robots.txt it asks nothing; one that cannot be had forbids (RFC 9309)."""
        place = Target(target.scheme, target.host, target.port, "/robots.txt")
        for _ in range(REDIRECTS + 1):
            answer = self._asked(place)
            if answer.status not in MOVED or "location" not in answer.headers:
                break
            place = target_of(urljoin(place.url, answer.headers["location"]))
        if answer.status >= 500 or answer.status in MOVED:
            host.closed = f"the robots.txt of {target.host} cannot be had ({answer.status}), which forbids all"
            return
        text = _unpacked(answer) if 200 <= answer.status < 300 else ""
        rules = Protego.parse(text)
        asks = rules.crawl_delay(AGENT)
        rate = rules.request_rate(AGENT)
        host.pause = max(PAUSE, float(asks or 0), rate.seconds / rate.requests if rate and rate.requests else 0)
        if host.pause > LONGEST_PAUSE:
            host.closed = f"{target.host} asks for {host.pause:.0f} seconds between two requests (robots.txt)"
        host.rules = rules

    def _write(self, answer: Exchange) -> None:
        self.exchanges += 1
        uri, at = answer.target.url, answer.at
        asked = _record(uri, at, answer.asked, "request", answer.address)
        self._writer.write_record(_record(uri, at, answer.answered, "response", answer.address))
        self._writer.write_record(asked)


def _record(uri: str, at: str, block: bytes, kind: str, address: str) -> ArcWarcRecord:
    """A record that holds the bytes as they were: warcio would write the heads anew."""
    body = block.partition(b"\r\n\r\n")[2]
    content = f"application/http; msgtype={kind}"
    headers = StatusAndHeaders(
        "",
        [
            ("WARC-Type", kind),
            ("WARC-Record-ID", f"<urn:uuid:{uuid4()}>"),
            ("WARC-Target-URI", uri),
            ("WARC-Date", at),
            ("WARC-IP-Address", address),
            ("WARC-Block-Digest", _digest(block)),
            ("WARC-Payload-Digest", _digest(body)),
            ("Content-Type", content),
        ],
        protocol="WARC/1.1",
    )
    return ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, content, len(block), payload_length=len(block))


def _digest(data: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(data).digest()).decode()}"


def _unpacked(answer: Exchange) -> str:
    headers = {name: value for name, value in answer.headers.items() if name != "transfer-encoding"}  # its chunks are joined
    return decoded(answer.body, headers, answer.target.url)[:ROBOTS].decode("utf-8", "replace")


def _reason(url: str, error: UnreadableCapture) -> str:
    """Why, and where, if that was not at the address itself or at its robots.txt."""
    try:
        first = target_of(url)
    except UnreadableCapture:
        return error.reason
    at = {first.url, Target(first.scheme, first.host, first.port, "/robots.txt").url}
    return error.reason if error.uri in at else f"{error.reason}, at {error.uri}"
