"""The server as it is started by hand: to a network with a token that is printed once, and it ends with Ctrl-C in peace."""

import re
import signal
import socket
import subprocess
import urllib.request
from urllib.error import HTTPError

import pytest
from tests.cases import case_of, told
from tests.cli.test_commands import RASHOMON
from tests.interrupting import heeded


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def started(tmp_path):
    """Starts the server; gives the address as it was printed, once it answers, and a way to end it."""
    running: list[subprocess.Popen[str]] = []

    def start(*words: str) -> str:
        case = case_of(told(), tmp_path / "case")
        command = [RASHOMON, "serve", "--case", case, "--port", str(free_port()), *words]
        running.append(subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=heeded))
        printed = re.search(r"http://\S+", running[-1].stderr.readline())[0]
        answer = None
        while answer is None and running[-1].poll() is None:
            try:
                answer = urllib.request.urlopen(re.sub(r"\?.*", "static/page.css", printed.replace("0.0.0.0", "127.0.0.1")))
            except HTTPError:
                break
            except OSError:
                continue
        return printed

    def end(how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        running[-1].send_signal(how)
        said = running[-1].communicate(timeout=60)  # as long as a process of its is left, the pipes stay open
        return running[-1].returncode, "".join(said)

    yield start, end
    for process in running:
        process.kill()


def status(address: str) -> int:
    try:
        return urllib.request.urlopen(address).status
    except HTTPError as error:
        return error.code


def test_opened_to_a_network_it_asks_for_the_token_that_it_printed(started):
    start, end = started
    printed = start("--host", "0.0.0.0").replace("0.0.0.0", "127.0.0.1")
    assert len(re.search(r"\?token=(\S+)$", printed)[1]) >= 32
    assert status(printed.partition("?")[0]) == 401
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    assert "Fire in Port Lys" in browser.open(printed).read().decode()
    code, said = end()
    assert "Traceback" not in said
    assert code in (0, 130)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_it_leaves_no_process_behind(started, how):
    start, end = started
    assert status(start()) == 200
    code, said = end(how)
    assert code in (128 + how, -how)
    if how != signal.SIGKILL:  # a process of its that was just starting then complains, in Python's words, that nobody is there
        assert "Traceback" not in said


def test_on_this_machine_alone_it_asks_for_none(started):
    start, end = started
    printed = start()
    assert "token" not in printed
    assert status(printed) == 200
    assert "Traceback" not in end()[1]


def test_on_a_machine_that_others_use_it_asks_if_told_to(started):
    start, end = started
    printed = start("--token")
    assert status(printed.partition("?")[0]) == 401
    assert "Port Lys" in urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(printed).read().decode()
    end()


def test_the_token_stands_in_no_log_and_on_no_page(started):
    start, end = started
    printed = start("--host", "0.0.0.0").replace("0.0.0.0", "127.0.0.1")
    base, token = printed.split("?token=")
    jar = urllib.request.HTTPCookieProcessor()
    browser = urllib.request.build_opener(jar)
    pages = [browser.open(printed)]
    assert "token" not in pages[0].url, "the address that goes on in Referer has none"
    pages += [browser.open(base + path) for path in ("review", "search?q=fire", "run", "points", "api/v1/manifest")]
    assert all(token not in page.read().decode() + str(page.headers) for page in pages)
    for path in (f"no/such?token={token}x", f"document/%00?x={token}", f"api/v1/points/{token}"):
        with pytest.raises(HTTPError):
            browser.open(base + path)
    with socket.create_connection(("127.0.0.1", int(base.rsplit(":", 1)[1].strip("/")))) as line:
        line.sendall(f"GET /?token={token} HTTP/1.1\r\nbroken {token}\r\n\r\n".encode())
        assert b"400" in line.recv(1000)
    assert token not in end()[1]
