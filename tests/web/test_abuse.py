"""Those who would harm the server by what they send, or by how slowly: it answers or hangs up, and goes on for everybody else."""

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from rashomon.web import app as house
from rashomon.web import connections, guesses
from rashomon.web.app import app
from rashomon.web.connections import Connection
from rashomon.web.guesses import Guesses

TOKEN = "a-token-that-was-printed-once"
PATIENT = 60  # seconds until a test gives up: none is timed


@pytest.fixture
def raw() -> Iterator[Callable[[Any], Callable[[], socket.socket]]]:
    """Serves an application as `rashomon serve` does; gives a way to connect to it."""
    with ExitStack() as ends:

        def serve(application: Any) -> Callable[[], socket.socket]:
            config = uvicorn.Config(application, port=0, log_level="critical", http=Connection, ws="none")
            server = uvicorn.Server(config)
            thread = Thread(target=server.run)
            thread.start()
            ends.callback(thread.join)
            ends.callback(setattr, server, "should_exit", True)
            while not server.started:
                sleep(0.02)
            address = server.servers[0].sockets[0].getsockname()[:2]
            return lambda: ends.enter_context(socket.create_connection(address, timeout=PATIENT))

        yield serve


def all_of(line: socket.socket) -> bytes:
    """What comes until the other side hangs up."""
    found = b""
    try:
        while piece := line.recv(65536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def asked(connect: Callable[[], socket.socket], request: bytes) -> bytes:
    line = connect()
    line.sendall(request)
    return all_of(line)


def get(path: bytes, host: bytes = b"127.0.0.1", more: bytes = b"") -> bytes:
    return b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n" + more + b"\r\n"


def test_the_server_is_started_with_these_connections(case, monkeypatch):
    given = {}
    monkeypatch.setattr(uvicorn, "run", lambda _, **options: given.update(options))
    house.serve(case, "127.0.0.1", 8000)
    assert given["http"] is Connection
    assert given["ws"] == "none"
    assert given["log_level"] == "warning"


@pytest.mark.parametrize(
    "beginning",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        b"POST /judge HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nleft=a",
        b"POST /judge HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nleft=\r\n",
    ],
)
def test_whoever_does_not_finish_asking_is_hung_up_on(case, raw, monkeypatch, beginning):
    monkeypatch.setattr(connections, "ASKING", 0.3)
    connect = raw(app(case))
    slow = connect()
    slow.sendall(beginning)
    assert b" 200 " in asked(connect, get(b"/"))
    assert b" 200 " not in all_of(slow)


def test_a_byte_now_and_then_wins_no_time(case, raw, monkeypatch):
    monkeypatch.setattr(connections, "ASKING", 0.5)
    slow = raw(app(case))()
    sent = 0
    with suppress(OSError):
        for letter in b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + b"a" * 1000:
            slow.sendall(bytes([letter]))
            sent += 1
            sleep(0.05)
    assert sent < 500


def test_a_connection_that_is_used_again_is_waited_for_again(case, raw, monkeypatch):
    monkeypatch.setattr(connections, "ASKING", 0.5)
    line = raw(app(case))()
    for _ in range(3):
        line.sendall(b"GET /static/page.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        head = b""
        while b"\r\n\r\n" not in head:
            head += line.recv(65536)
        body = int(re.search(rb"content-length: (\d+)", head)[1]) - len(head.partition(b"\r\n\r\n")[2])
        while body > 0:
            body -= len(line.recv(65536))
        sleep(0.3)
    line.sendall(b"GET / HT")
    assert all_of(line) == b""


def test_whoever_does_not_take_the_answer_is_hung_up_on(raw, monkeypatch):
    monkeypatch.setattr(connections, "TAKING", 0.5)
    ended = []

    async def much(_scope: Any, _receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(64):
            await send({"type": "http.response.body", "body": b"x" * 2**20, "more_body": True})
        await send({"type": "http.response.body"})
        ended.append(True)

    connect = raw(much)
    slow = connect()
    slow.sendall(get(b"/"))
    while not ended:  # it writes on once nobody is there to read
        sleep(0.05)
    assert len(all_of(slow)) < 64 * 2**20
    line, taken = connect(), 0
    line.sendall(get(b"/"))
    while piece := line.recv(2**22):
        taken += len(piece)
        sleep(0.02)
    assert taken > 64 * 2**20, "who reads on gets all of it, however slowly"


def test_more_connections_than_there_is_room_for_are_refused_and_room_comes_back(case, raw, monkeypatch):
    monkeypatch.setattr(connections, "MOST", 8)
    monkeypatch.setattr(connections, "ASKING", 1.0)
    connect = raw(app(case))
    held = [connect() for _ in range(8)]
    assert asked(connect, get(b"/")) == b""
    assert [all_of(line) for line in held] == [b""] * 8
    assert b" 200 " in asked(connect, get(b"/"))


@pytest.mark.parametrize(
    "request_",
    [
        get(b"/", more=b"X-Big: " + b"a" * 200_000 + b"\r\n"),
        get(b"/", more=b"".join(b"X-%d: a\r\n" % number for number in range(20_000))),
        get(b"/" + b"a" * 200_000),
        get(b"/", more=b"Host: evil.example\r\n"),
        get(b"/", host=b"127.0.0.1\r\nBroken header without colon"),
        get(b"/", more=b"Content-Length: 5\r\nContent-Length: 6\r\n"),
        get(b"/", more=b"Content-Length: -1\r\n"),
        get(b"/", more=b"Transfer-Encoding: gzip\r\n"),
        get(b"/ a b"),
        get("/süd".encode()),
        b"GET / HTTP/1.1\r\n\r\n",
        b"POST /judge HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"\x00" * 100_000,
        b"GET\r\n\r\n",
        b"\r\n" * 1000,
    ],
)
def test_what_is_no_request_is_told_so_and_nobody_else_notices(case, raw, request_, capfd, monkeypatch):
    monkeypatch.setattr(connections, "ASKING", 2.0)
    connect = raw(app(case))
    try:
        answer = asked(connect, request_)
    except OSError:  # hung up on while it was still sending
        answer = b""
    assert answer == b"" or re.match(rb"HTTP/1\.1 (400|421) ", answer), answer[:80]
    assert b" 200 " in asked(connect, get(b"/"))
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "path",
    [
        "/static/../case.toml",
        "/static/%2e%2e/case.toml",
        "/static/..%2fcase.toml",
        "/static/%2e%2e%2fpeople.sqlite",
        "/static/..%5c..%5ccase.toml",
        "/static/%2fetc%2fpasswd",
        "//etc/passwd",
        "/original/..%2f..%2fcase.toml",
        "/original/%00",
        "/document/%00",
        "/document/..%2f..",
        "/document/%ff%fe",
        "/point/" + "a" * 30_000,
        "/voice/%F0%9F%92%A9%E2%80%AE",
        "/entity/'%20OR%201=1--",
        "/review/a~b~c%00",
        "/api/v1/points/..%2f..%2fmanifest",
        "/api/v1/documents/%00",
        "/static/page.css%00.png",
    ],
)
def test_no_path_leads_out_of_the_case(case, raw, path, capfd):
    answer = asked(raw(app(case)), get(path.encode()))
    assert re.match(rb"HTTP/1\.1 (400|404|414) ", answer), answer[:80]
    assert b"root:" not in answer
    assert b"format" not in answer.partition(b"\r\n\r\n")[2][:40], "the first line of case.toml"
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff", "q=" + "a+" * 20_000, "q=%22" * 999, "page=-1", "page=9" + "9" * 300, "&" * 5000]
)
@pytest.mark.parametrize("page", ["/search", "/points", "/documents"])
def test_no_question_is_an_error(case, page, query):
    answer = TestClient(app(case), base_url="http://127.0.0.1").get(f"{page}?{query}")
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "[::1", "127.0.0.1@evil.example"]
)
def test_a_page_elsewhere_that_points_its_name_here_reads_nothing(case, raw, host):
    answer = asked(raw(app(case)), get(b"/", host=host.encode()))
    assert re.match(rb"HTTP/1\.1 (400|421) ", answer), answer[:80]
    assert b"Port Lys" not in answer


@pytest.mark.parametrize("host", ["[::1", "a:b:c", "]", "%00", "x" * 5000, "a b"])
def test_a_strange_host_breaks_nothing_where_any_is_allowed(case, raw, host, capfd):
    answer = asked(
        raw(app(case, "0.0.0.0", token=TOKEN)), get(b"/", host.encode(), b"Cookie: rashomon_token=" + TOKEN.encode() + b"\r\n")
    )
    assert re.match(rb"HTTP/1\.1 (200|400) ", answer), answer[:200]
    assert "Traceback" not in capfd.readouterr().err


@pytest.fixture
def opened(case):
    """The case opened to a network."""
    return TestClient(app(case, "0.0.0.0", token=TOKEN), base_url="http://desk.example:8000", follow_redirects=False)


@pytest.mark.parametrize("way", ["address", "cookie", "header"])
def test_whoever_guesses_is_heard_no_more_for_a_while_even_with_the_right_one(opened, way):
    def brought(token: str) -> int:
        if way == "address":
            return int(opened.get(f"/?token={token}").status_code)
        opened.cookies.clear()
        name = "cookie" if way == "cookie" else "authorization"
        value = f"rashomon_token={token}" if way == "cookie" else f"Bearer {token}"
        return int(opened.get("/api/v1/manifest", headers={name: value}).status_code)

    assert [brought(f"guess{number}") for number in range(guesses.MOST + 3)] == [401] * guesses.MOST + [429] * 3
    assert brought(TOKEN) == 429


def test_a_wait_ends_and_others_do_not_wait():
    now = [0.0]
    known = Guesses(lambda: now[0])
    for number in range(guesses.MOST):
        assert not known.is_barred("10.0.0.1")
        known.note("10.0.0.1", f"guess{number}")
    assert known.is_barred("10.0.0.1")
    assert not known.is_barred("10.0.0.2")
    now[0] = guesses.PAUSE
    assert not known.is_barred("10.0.0.1")


def test_a_page_left_open_with_an_old_token_bars_nobody(opened):
    for _ in range(guesses.MOST * 3):
        assert opened.get("/review/news", headers={"cookie": "rashomon_token=of-an-earlier-start"}).status_code == 401
    assert opened.get(f"/?token={TOKEN}").status_code == 303


def test_addresses_are_not_remembered_without_end(monkeypatch):
    monkeypatch.setattr(guesses, "KNOWN", 100)
    known = Guesses()
    for number in range(1000):
        known.note(str(number), "guess")
    assert len(known._wrong) == 100
