"""Whether the server holds out: many clients read and judge at once; nothing fails, no word is lost, memory stays where it is.

    python bench/abuse.py [--clients 50] [--seconds 300] [--case DIR]

It makes a case of the bundled accounts, starts `rashomon serve` beside it, and lets every client do as a person at a desk does,
only faster: look at a page of any kind, search, open the queue, and one time in ten put a word down, by the page's form or by the
API, or take one back. It prints how many requests there were, how many failed and how, how many words were acknowledged and how
many of them lie in people.sqlite, the median and 95th percentile by the clock, and the memory of the server and of the process
that settles, after each tenth of the time. Clients and server share the machine's cores.
"""

import argparse
import http.client
import json
import os
import random
import re
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import quote, unquote, urlencode

from rashomon.demo import accounts
from rashomon.store.case import Case

RASHOMON = Path(sys.executable).parent / "rashomon"
PAGES = (
    "/",
    "/points",
    "/documents",
    "/voices",
    "/entities",
    "/timeline",
    "/copies",
    "/run",
    "/review",
    "/parallel",
    "/search?q=people",
)
LISTS = {"point": "points", "document": "documents", "entity": "entities"}
THINKS = 0.5  # seconds between two requests of a client, at most
JUDGES = 0.1  # of its requests


@dataclass
class Tally:
    """What one client met."""

    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    said: set[str] = field(default_factory=set)  # ids of words that the server acknowledged
    taken: set[str] = field(default_factory=set)


class Client:
    """One person at a desk, with a connection and cookies of their own."""

    def __init__(self, port: int, number: int, ids: dict[str, list[str]]) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.tally, self.ids, self.number = Tally(), ids, number
        self.random = random.Random(number)
        answer, body = self.ask("GET", "/api/v1/seat")
        self.word = json.loads(body)["word"]
        self.cookie = answer.headers["set-cookie"].partition(";")[0]

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
        """One request, timed; a connection that the server let go between two is opened again, as browsers do."""
        began = time.perf_counter()
        if hasattr(self, "cookie"):
            headers["cookie"] = self.cookie
        for last in (False, True):
            try:
                self.line.request(method, path, body.encode() or None, headers)
                answer = self.line.getresponse()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.line.close()
                if last or method != "GET":  # a word is never sent twice: whether it was heard is what is measured
                    raise
        data = answer.read()
        self.tally.seconds.append(time.perf_counter() - began)
        return answer, data

    def work(self, until: float) -> None:
        """Reads and judges until then."""
        while time.monotonic() < until:
            try:
                self.judge() if self.random.random() < JUDGES else self.look()
            except (OSError, http.client.HTTPException) as error:
                self.tally.wrong[type(error).__name__] += 1
                self.line.close()
            time.sleep(self.random.random() * THINKS)

    def look(self) -> None:
        """Any page."""
        kind = self.random.choice(["", "", *LISTS])
        path = f"/{kind}/{self.random.choice(self.ids[kind])}" if kind else self.random.choice(PAGES)
        answer, _ = self.ask("GET", path)
        if answer.status not in (200, 303):
            self.tally.wrong[f"{answer.status} {path.partition('?')[0]}"] += 1

    def judge(self) -> None:
        """A note by the form or by the API; or the last one is taken back."""
        way = self.random.choice(["form", "api", "api", "undo"])
        left = unquote(self.random.choice(self.ids["point"]))
        text = f"{self.number} {self.random.random()}"
        self.line.close()  # a fresh line: a word must not meet one that the server is just letting go
        if way == "form":
            fields = {"word": self.word, "left": left, "relation": "note", "text": text, "here": "/review"}
            answer, _ = self.ask("POST", "/judge", urlencode(fields), **{"content-type": "application/x-www-form-urlencoded"})
            found = re.search(r"said=([^&]+)", answer.headers.get("location", ""))
            right, said = answer.status == 303 and found is not None, found[1] if found else ""
        elif way == "undo" and (open_ := sorted(self.tally.said - self.tally.taken)):
            said = self.random.choice(open_)
            answer, _ = self.ask("DELETE", f"/api/v1/judgements/{said}", **{"x-rashomon-word": self.word})
            right = answer.status == 200
            self.tally.taken |= {said} if right else set()
        else:
            body = json.dumps({"left": left, "relation": "note", "text": text})
            sent = {"content-type": "application/json", "x-rashomon-word": self.word}
            answer, data = self.ask("POST", "/api/v1/judgements", body, **sent)
            right, said = answer.status == 201, json.loads(data).get("id", "")
        if right:
            self.tally.said.add(said)
        else:
            self.tally.wrong[f"{answer.status} {way}"] += 1


def hold(case: Path, clients: int, seconds: float) -> dict[str, object]:
    """Lets that many clients at a case for so long; gives what came of it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    before = len(_kept(case))
    command = [RASHOMON, "serve", "--case", case, "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _wait_for(port, server)
        with Case.open(case).shelf as shelf:
            ids = {kind: [quote(key) for (key,) in shelf.cells(table, "id")] for kind, table in LISTS.items()}
        people = [Client(port, number, ids) for number in range(clients)]
        end = time.monotonic() + seconds
        threads = [Thread(target=person.work, args=(end,)) for person in people]
        for thread in threads:
            thread.start()
        memory = []
        for tenth in range(1, 11):
            time.sleep(max(0.0, end - seconds * (10 - tenth) / 10 - time.monotonic()))
            memory.append(_memory(server.pid))
        for thread in threads:
            thread.join()
    finally:
        server.terminate()
        told = server.communicate()[1]
    return _figures(case, [person.tally for person in people], before, memory, told)


def _figures(case: Path, tallies: list[Tally], before: int, memory: list[list[int]], told: str) -> dict[str, object]:
    kept, wrong = _kept(case), sum((tally.wrong for tally in tallies), Counter[str]())
    said, taken = set().union(*(tally.said for tally in tallies)), set().union(*(tally.taken for tally in tallies))
    times = sorted(second for tally in tallies for second in tally.seconds)
    return {
        "requests": len(times),
        "failed": dict(wrong),
        "words acknowledged": len(said),
        "of them kept": len(said & kept.keys()),
        "taken back": len(taken),
        "of them kept as taken back": sum(kept.get(one) is not None for one in taken),
        "words that nobody was told of": len(kept) - before - len(said),
        "median ms": round(statistics.median(times) * 1000),
        "95th percentile ms": round(times[int(len(times) * 0.95)] * 1000),
        "memory MB, server and settling": memory,
        "tracebacks": told.count("Traceback"),
    }


def _kept(case: Path) -> dict[str, str | None]:
    """The words in people.sqlite: when each was taken back."""
    path = Case.open(case).judgements.path
    if not path.exists():
        return {}
    with sqlite3.connect(path) as people:
        return dict(people.execute("SELECT id, retracted_at FROM judgements"))


def _memory(pid: int) -> list[int]:
    """Resident MB of a process and of each of its children (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [_resident(one) for one in (pid, *map(int, children))]


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def _wait_for(port: int, server: subprocess.Popen[str]) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def made(folder: Path) -> Path:
    """A case of the bundled accounts."""
    subprocess.run([RASHOMON, "read", *map(str, accounts()), "--case", folder], check=True, capture_output=True)
    return folder


def figures() -> dict[str, float]:
    """What `make bench` prints: a short run."""
    with TemporaryDirectory() as folder:
        found = hold(made(Path(folder) / "case"), 20, 20)
    return {name: float(value) for name, value in found.items() if isinstance(value, int)}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--clients", type=int, default=50)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--case", type=Path)
    options = asked.parse_args()
    with TemporaryDirectory() as folder:
        found = hold(options.case or made(Path(folder) / "case"), options.clients, options.seconds)
    for name, value in found.items():
        print(f"{name:<32} {value}")
