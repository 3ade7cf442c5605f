"""A web server on the loopback address, and a network for tests that may reach it under the names of public hosts."""

import http.server
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from rashomon.read.addresses import is_public
from rashomon.read.exchanges import Network

Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class Site:
    """What the server answers by path; what is not there is 404. `asked` are the paths and hosts of the requests."""

    port: int = 0
    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=lambda: {"news.example": ["127.0.0.1"]})

    def url(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def network(self) -> Network:
        """Only this server may be reached beside what is public, and only by the names that it has here."""
        return Network(
            resolve=lambda host, _: self.names.get(host, [host]),
            may_reach=lambda address: address == "127.0.0.1" or is_public(address),
            wait=self.waited.append,
        )


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The site, while it is served; over TLS where a context is given."""
    site = Site()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers["Host"]))
            found = site.pages.get(self.path, (404, {}, b"gone"))
            status, headers, body = found() if callable(found) else found
            self.send_response(status)
            if not {"Content-Length", "Transfer-Encoding"} & set(headers):
                self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
