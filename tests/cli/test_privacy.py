"""Nothing leaves the machine: the whole job in all its processes, where the kernel ends whoever calls and Python counts them."""

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from tests.cli.test_serve import free_port
from tests.interrupting import heeded
from tests.sealed import can_seal

from rashomon.demo import accounts

SEALED = Path(__file__).parents[1] / "sealed.py"
RASHOMON = Path(sys.executable).parent / "rashomon"

pytestmark = pytest.mark.skipif(not can_seal(), reason="needs Linux on x86-64 or ARM64")


@pytest.fixture
def log(tmp_path):
    return tmp_path / "calls.txt"


def sealed(log, *words, **options):
    command = [sys.executable, SEALED, log, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)


JOB = """
import sys
from rashomon.cli import main
for words in {words!r}:
    sys.argv = ["rashomon", *words]
    try:
        main()
    except SystemExit as end:
        if end.code:
            sys.exit(f"{{words}}: {{end.code}}")
"""


def test_reading_reporting_handing_on_and_serving_call_nobody(log, tmp_path):
    case, out = str(tmp_path / "case"), tmp_path / "report.html"
    exports = [("export", "--case", case, "--format", kind, "-o", str(tmp_path / kind)) for kind in ("jsonl", "bundle")]
    words = [
        ("read", *map(str, accounts()), "--case", case),
        ("show", "--case", case),
        ("report", "--case", case, "-o", str(out)),
        *exports,
        ("verify", case),
    ]
    done = sealed(log, sys.executable, "-c", JOB.format(words=words))
    assert done.returncode == 0, done.stderr
    assert log.read_text() == ""
    assert "<html" in out.read_text("utf-8")
    assert_serves(log, tmp_path / "case")


def assert_serves(log, case):
    port = free_port()
    command = [sys.executable, SEALED, log, RASHOMON, "serve", "--case", case, "--port", str(port)]
    server = subprocess.Popen([str(word) for word in command], stderr=subprocess.PIPE, text=True, preexec_fn=heeded)
    try:
        server.stderr.readline()
        base = f"http://127.0.0.1:{port}"
        while server.poll() is None:
            try:
                page = urllib.request.urlopen(f"{base}/points").read().decode()
                break
            except OSError:
                continue
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        point = re.search(r'href="/point/([^"?#]+)', page)[1]
        word = re.search(r'name="word" value="(\w+)"', browser.open(f"{base}/review").read().decode())[1]
        said = f"word={word}&left={point}&relation=note&text=sealed&here=/review".encode()
        assert "Put down" in browser.open(f"{base}/judge", said).read().decode(), (
            "and what follows is made in a process of its own"
        )
        assert browser.open(f"{base}/chart/timeline.svg").status == 200
    finally:
        server.send_signal(signal.SIGINT)
        said_last = server.communicate(timeout=60)[1]
    assert "Traceback" not in said_last
    assert log.read_text() == ""


@pytest.mark.parametrize(
    "code",
    [
        "import ctypes, socket; ctypes.CDLL(None).connect(socket.socket().fileno(), bytes(16), 16)",
        "import ctypes, socket; s = socket.socket(type=2); ctypes.CDLL(None).sendto(s.fileno(), b'x', 1, 0, bytes(16), 16)",
        "import subprocess, sys; c = 'import ctypes; ctypes.CDLL(None).connect(3, bytes(16), 16)'; "
        "import os; os.kill(os.getpid(), -subprocess.run([sys.executable, '-c', c]).returncode)",
    ],
)
def test_the_seal_ends_whoever_calls_by_c(log, code):
    assert sealed(log, sys.executable, "-c", code).returncode == -signal.SIGSYS


@pytest.mark.parametrize("code", ["socket.create_connection(('127.0.0.1', 9))", "socket.getaddrinfo('example.org', 80)"])
@pytest.mark.parametrize("where", ["here", "child"])
def test_the_seal_counts_whoever_calls_by_python(log, code, where):
    code = f"import socket; {code}"
    child = f"import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', {code!r}]).returncode)"
    done = sealed(log, sys.executable, "-c", code if where == "here" else child)
    assert done.returncode == 1
    assert "the network is forbidden here" in done.stderr
    assert len(log.read_text().splitlines()) == 1
