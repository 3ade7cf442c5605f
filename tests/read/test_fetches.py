"""Fetching: as robots.txt asks, slowly, never further than it may, and only from public hosts, also after a redirect."""

import gzip
import io
import shutil
import socket
import ssl
import subprocess
import threading
from dataclasses import replace

import pytest
from tests.read.archiving import page
from tests.read.serving import Site, serving

from rashomon.errors import UnreadableCapture
from rashomon.read import exchanges
from rashomon.read.exchanges import Network
from rashomon.read.fetches import PAUSE, Fetching, addresses_in
from rashomon.read.found import Found, Tally
from rashomon.read.warcs import captures_in

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site():
    with serving() as served:
        served.pages["/fire"] = (200, HTML, page())
        yield served


def fetched(site: Site, *urls: str, network: Network | None = None) -> tuple[dict[str, str], dict[str, str], list[Found]]:
    """Where each page was found, why each other was not, and the captures in the WARC."""
    file = io.BytesIO()
    outcomes = dict(Fetching(file, "a.warc.gz", network or site.network()).fetch(urls))
    made = list(captures_in("a", io.BytesIO(file.getvalue()), Tally()))
    assert all(isinstance(one, Found) for one in made), made
    found = {url: one for url, one in outcomes.items() if isinstance(one, str)}
    failed = {url: one.reason for url, one in outcomes.items() if isinstance(one, UnreadableCapture)}
    return found, failed, [one for one in made if isinstance(one, Found)]


def test_a_page_comes_out_of_the_archive_of_the_exchange(site):
    url = site.url("/fire")
    found, failed, [capture] = fetched(site, url)
    assert (found, failed) == ({url: url}, {})
    assert (capture.uri, capture.data) == (f"a!/{url}", page())
    assert capture.captured_at
    assert [path for path, _ in site.asked] == ["/robots.txt", "/fire"]
    assert {host for _, host in site.asked} == {f"news.example:{site.port}"}


def test_the_archive_holds_what_went_over_the_wire(site):
    packed = gzip.compress(page())
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    site.pages["/fire"] = (
        200,
        {**HTML, "Content-Encoding": "gzip", "Transfer-Encoding": "chunked", "X-Odd": "  kept as is"},
        chunked,
    )
    file = io.BytesIO()
    list(Fetching(file, "a.warc.gz", site.network()).fetch([site.url("/fire")]))
    raw = gzip.decompress(file.getvalue())
    assert chunked in raw
    assert b"X-Odd:   kept as is\r\n" in raw
    assert b"GET /fire HTTP/1.1\r\n" in raw
    assert b"WARC-IP-Address: 127.0.0.1" in raw
    [capture] = captures_in("a", io.BytesIO(file.getvalue()), Tally())
    assert isinstance(capture, Found)
    assert capture.data == page()


def test_what_robots_txt_forbids_is_not_asked_for(site):
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\nDisallow: /*.secret$\n")
    site.pages["/private/a"] = site.pages["/b.secret"] = (200, HTML, page())
    _, failed, captures = fetched(site, site.url("/private/a"), site.url("/b.secret"), site.url("/fire"))
    assert [reason.partition("(")[2] for reason in failed.values()] == ["robots.txt)", "robots.txt)"]
    assert [path for path, _ in site.asked] == ["/robots.txt", "/fire"]
    assert len(captures) == 1


@pytest.mark.parametrize(("status", "asked"), [(404, 2), (403, 2), (500, 1), (503, 1)])
def test_a_robots_txt_that_cannot_be_had(site, status, asked):
    site.pages["/robots.txt"] = (status, {}, b"")
    _, failed, _ = fetched(site, site.url("/fire"))
    assert len(site.asked) == asked
    assert bool(failed) == (status >= 500)


def test_a_host_is_given_pauses_as_long_as_it_asks_for(site):
    fetched(site, site.url("/fire"), site.url("/fire?2"))
    assert len(site.waited) == 2
    assert all(0 < seconds <= PAUSE for seconds in site.waited)
    site.waited.clear()
    site.pages["/robots.txt"] = (200, {}, b"User-agent: rashomon\nCrawl-delay: 7\n")
    fetched(site, site.url("/fire"), site.url("/fire?2"))
    assert all(PAUSE < seconds <= 7 for seconds in site.waited)
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3600\n")
    _, failed, _ = fetched(site, site.url("/fire"))
    assert "3600 seconds" in failed[site.url("/fire")]


def test_a_host_that_asks_for_fewer_requests_gets_no_more(site):
    site.pages["/busy"] = (429, {}, b"")
    _, failed, _ = fetched(site, site.url("/busy"), site.url("/fire"))
    assert all("fewer requests (429" in reason for reason in failed.values())
    assert [path for path, _ in site.asked] == ["/robots.txt", "/busy"]


def test_a_page_that_moved_is_followed_and_found_where_it_is(site):
    site.pages["/old"] = (301, {"Location": "/older"}, b"")
    site.pages["/older"] = (302, {"Location": site.url("/fire")}, b"")
    found, _, [capture] = fetched(site, site.url("/old"))
    assert found == {site.url("/old"): site.url("/fire")}
    assert capture.uri == f"a!/{site.url('/fire')}"


def test_a_page_passed_on_without_end(site):
    site.pages |= {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(20)}
    site.pages["/round"] = (302, {"Location": "/round"}, b"")
    _, failed, _ = fetched(site, site.url("/0"), site.url("/round"))
    assert all("passed on more than 5 times" in reason for reason in failed.values())
    assert len(site.asked) < 10


INSIDE = ["127.0.0.2", "10.1.2.3", "169.254.169.254", "192.168.0.1", "::1", "::ffff:127.0.0.1", "fe80::1", "224.0.0.1"]


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_stands_for_an_address_inside_is_refused(site, address):
    site.names["inside.example"] = [address]
    _, failed, _ = fetched(site, site.url("/fire", "inside.example"))
    assert "no public host" in failed[site.url("/fire", "inside.example")]
    assert not site.asked


@pytest.mark.parametrize("address", INSIDE)
def test_so_it_is_after_a_redirect(site, address):
    site.names["inside.example"] = [address]
    site.pages["/old"] = (302, {"Location": f"http://inside.example:{site.port}/fire"}, b"")
    host = f"[{address}]" if ":" in address else address
    site.pages["/older"] = (302, {"Location": f"http://{host}:{site.port}/fire"}, b"")
    _, failed, captures = fetched(site, site.url("/old"), site.url("/older"))
    assert ["no public host" in reason for reason in failed.values()] == [True, True]
    assert not captures
    assert "/fire" not in dict(site.asked)


@pytest.mark.parametrize(
    "place", ["file:///etc/passwd", "ftp://news.example/x", "gopher://news.example/", "http://a:b@news.example/"]
)
def test_a_redirect_to_what_is_no_web_address(site, place):
    site.pages["/old"] = (302, {"Location": place}, b"")
    _, failed, captures = fetched(site, site.url("/old"))
    assert len(failed) == 1
    assert not captures


def test_the_robots_txt_cannot_lead_inside_either(site):
    site.names["inside.example"] = ["10.0.0.1"]
    site.pages["/robots.txt"] = (302, {"Location": "http://inside.example/robots.txt"}, b"")
    _, failed, _ = fetched(site, site.url("/fire"))
    assert "no public host" in failed[site.url("/fire")]


def test_a_public_name_beside_one_inside_is_refused(site):
    site.names["both.example"] = ["127.0.0.1", "10.0.0.1"]
    _, failed, _ = fetched(site, site.url("/fire", "both.example"))
    assert "10.0.0.1" in failed[site.url("/fire", "both.example")]


def test_a_name_that_changes_after_it_was_checked_is_not_asked_again(site, monkeypatch):
    """DNS rebinding: what is connected to is the address that was checked."""
    looked_up, connected = [], []
    inner = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda at, **more: connected.append(at[0]) or inner(at, **more))

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) <= 2 else ["10.0.0.1"]

    network = Network(rebinding, lambda address: address == "127.0.0.1", site.waited.append)
    found, failed, _ = fetched(site, site.url("/fire"), site.url("/fire?2"), network=network)
    assert len(found) == 1
    assert "no public host" in failed[site.url("/fire?2")]
    assert connected == ["127.0.0.1", "127.0.0.1"]
    assert len(looked_up) == 3


def test_nobody_gets_past_the_check_without_a_network_of_their_own(site, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", site.url("/"))
    monkeypatch.setenv("http_proxy", site.url("/"))
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"):
        _, failed, _ = fetched(site, f"http://{host}:{site.port}/fire", network=Network(wait=site.waited.append))
        assert len(failed) == 1, host
    assert not site.asked


def test_an_answer_that_is_too_large_or_too_slow(site, monkeypatch):
    monkeypatch.setattr(exchanges, "SILENCE", 0.3)
    monkeypatch.setattr(exchanges, "LARGEST", 1)
    site.pages["/slow"] = (200, {**HTML, "Content-Length": "900"}, b"<p>only a")  # the rest never comes, and the line is cut
    _, failed, _ = fetched(site, site.url("/slow"))
    assert "does not answer" in failed[site.url("/slow")]
    large = Network(site.network().resolve, site.network().may_reach, site.waited.append)
    site.pages["/large"] = (200, HTML, b"x" * 200_000)
    with pytest.raises(UnreadableCapture, match="larger than"):
        exchanges.exchanged(exchanges.Target("http", "news.example", site.port, "/large"), large, largest=100_000)


def test_a_server_that_says_nothing(monkeypatch):
    monkeypatch.setattr(exchanges, "SILENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        network = Network(lambda *_: ["127.0.0.1"], lambda _: True)
        with pytest.raises(UnreadableCapture, match="too long"):
            exchanges.exchanged(exchanges.Target("http", "a.example", silent.getsockname()[1], "/"), network)


@pytest.mark.parametrize(
    "answer", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500, b"HTTP/1.1 2000000 OK\r\n\r\n"]
)
def test_a_server_that_speaks_no_http(answer):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def speak() -> None:
            line, _ = server.accept()
            line.recv(9_000)
            line.sendall(answer)
            line.close()

        thread = threading.Thread(target=speak)
        thread.start()
        target = exchanges.Target("http", "a.example", server.getsockname()[1], "/")
        with pytest.raises(UnreadableCapture, match="does not answer"):
            exchanges.exchanged(target, Network(lambda *_: ["127.0.0.1"], lambda _: True))
        thread.join()


def test_statuses_and_hosts_that_are_not_there(site):
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    _, failed, captures = fetched(site, site.url("/gone"))
    assert "404" in failed[site.url("/gone")]
    assert not captures
    _, failed, _ = fetched(site, "https://no.example/", network=Network(unknown))
    assert "not known" in failed["https://no.example/"]


def test_a_list_of_addresses():
    assert addresses_in("\ufeffhttps://a.example/\n\n# not this\n  https://b.example/x  \r\nhttps://a.example/\n") == [
        "https://a.example/",
        "https://b.example/x",
    ]


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl, to make a certificate")
def test_over_tls_the_host_must_show_that_it_is_the_one_that_was_asked_for(tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example", "-keyout", key, "-out", certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(certificate, key)
    with serving(served) as site:
        site.pages["/fire"] = (200, HTML, page())
        site.names["other.example"] = ["127.0.0.1"]
        url, other = (f"https://{host}:{site.port}/fire" for host in ("news.example", "other.example"))
        trusting = replace(site.network(), tls=ssl.create_default_context(cafile=str(certificate)))
        found, failed, [capture] = fetched(site, url, other, network=trusting)
        assert (found, capture.data) == ({url: url}, page())
        assert "cannot show that it is other.example" in failed[other]
        _, failed, _ = fetched(site, url)
        assert "cannot show that it is news.example" in failed[url]
