"""How fast the pages come from the server on a big case: 2,000 accounts, 60,000 statements, 5,000 points, 8 readers at once.

    python bench/pages_served.py [--case DIR] [--requests N]

It generates the case once (kept in DIR), starts `rashomon serve` beside it, and lets eight readers ask for pages of every kind,
each time another point, account, voice or name, as a desk would. For every kind it prints how many were asked for, the median,
the 95th percentile and the slowest in milliseconds, and the largest page in kB as it crosses the wire. The first page after the
start is printed by itself, and so are the next few of each reader, as "at once": meanwhile the server makes ready what is asked
for most, two seconds' work.
"""

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from rashomon.model import (
    Block,
    Capture,
    Document,
    Entity,
    Event,
    Fact,
    Link,
    Member,
    Mention,
    Point,
    Position,
    Reason,
    Run,
    Span,
    Standing,
    Statement,
    Voice,
)
from rashomon.model.rows import TABLES, as_cells
from rashomon.store.case import Case
from rashomon.store.shelf import build
from rashomon.text.gazetteer import places_named

CASE = Path(gettempdir()) / "rashomon-bench-pages"
AT_ONCE = 25  # pages of each reader right after the start
DOCUMENTS, SAID, POINTS, READERS, PORT = 2_000, 30, 5_000, 8, 8791
WORDS = (
    "the people of town said that on Monday several soldiers killed wounded left bridge river market hospital police ministry "
    "fire shells night morning after before near witnesses officials report told agency army group city wounded children dead"
).split()
TOWNS = ("Aleppo", "Homs", "Hama", "Damascus", "Idlib", "Raqqa", "Manbij", "Latakia", "Tartus", "Palmyra", "Moscow", "London")
KINDS = ("quantity", "place", "cause", "actor", "label", "time")
RELATIONS = ("conflict", "update", "compatible", "agree", "agree")


def figures() -> dict[str, float]:
    """The 95th percentile in milliseconds and the largest page in kB, of every kind of page."""
    first, work, answers = served(CASE, 1_600)
    found = {"first page after the start, s": first, "the server's work a page, ms": work}
    for kind, times, lengths in by_kind(answers):
        found |= {f"{kind}, p95 ms": percentile(times), f"{kind}, largest kB": max(lengths)}
    return found


def main() -> None:
    """The same as a table, on a case and with as many requests as are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--case", type=Path, default=CASE)
    parser.add_argument("--requests", type=int, default=1_600)
    asked = parser.parse_args()
    started = time.perf_counter()
    first, work, answers = served(asked.case, asked.requests)
    print(f"first page {first:.2f} s after the start; {len(answers)} pages, {time.perf_counter() - started:.0f} s in all")
    print(f"the server worked {work:.1f} ms a page")
    print(f"{'page':<12}{'asked':>7}{'median':>9}{'p95':>9}{'slowest':>9}{'largest':>10}")
    for kind, times, lengths in by_kind(answers):
        row = f"{statistics.median(times):>7.0f}ms{percentile(times):>7.0f}ms{times[-1]:>7.0f}ms{max(lengths):>8.1f}kB"
        print(f"{kind:<12}{len(times):>7}{row}")


def served(case: Path, number: int) -> tuple[float, float, list[tuple[str, float, int]]]:
    """Seconds until the first page, the server's work in milliseconds a page, and of each page its kind, seconds and bytes."""
    if not (case / "shelf.sqlite").exists():
        generate(case)
    server = subprocess.Popen([Path(sys.executable).with_name("rashomon"), "serve", "--case", case, "--port", str(PORT)])
    try:
        first = first_page()
        paths = list(addresses(case, number))
        before = worked(server.pid)
        with ThreadPoolExecutor(READERS) as readers:
            shares = [paths[reader::READERS] for reader in range(READERS)]
            answers = [answer for share in readers.map(read, shares) for answer in share]
        return first, (worked(server.pid) - before) * 1000 / number, answers
    finally:
        server.terminate()
        server.wait()


def worked(process: int) -> float:
    """Seconds of a processor that a process has had: on a busy machine this says more than the clock. Linux only, else 0."""
    stat = Path(f"/proc/{process}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def by_kind(answers: Iterable[tuple[str, float, int]]) -> list[tuple[str, list[float], list[float]]]:
    """Every kind of page with its milliseconds, quickest first, and its kilobytes."""
    kinds: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for kind, seconds, length in answers:
        kinds[kind].append((seconds * 1000, length / 1000))
    return [(kind, sorted(time for time, _ in found), [size for _, size in found]) for kind, found in sorted(kinds.items())]


def percentile(times: list[float]) -> float:
    """What 95 of 100 stay below."""
    return times[min(len(times) - 1, int(len(times) * 0.95))]


def first_page() -> float:
    """How long from the start until the overview was there."""
    started = time.perf_counter()
    while time.perf_counter() - started < 60:
        try:
            if fetch(http.client.HTTPConnection("127.0.0.1", PORT), "/")[0] == 200:
                return time.perf_counter() - started
        except OSError:
            time.sleep(0.05)
    sys.exit("the server did not answer within a minute")


def read(paths: Iterable[tuple[str, str]]) -> list[tuple[str, float, int]]:
    """One reader: page after page over one connection."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    found = []
    for number, (kind, path) in enumerate(paths):
        started = time.perf_counter()
        status, length = fetch(connection, path)
        if status != 200:
            sys.exit(f"{path} answered {status}")
        found.append((kind if number >= AT_ONCE else "at once", time.perf_counter() - started, length))
    return found


def fetch(connection: http.client.HTTPConnection, path: str) -> tuple[int, int]:
    """The status and how many bytes came, compressed as for a browser."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def addresses(case: Path, number: int) -> Iterable[tuple[str, str]]:
    """Pages of every kind in the mix of a working day: mostly points and accounts."""
    shelf = Case.open(case).shelf
    chance = random.Random(7)
    ids = {table: [key for (key,) in shelf.cells(table, "id")] for table in ("documents", "points", "voices", "entities")}
    for _ in range(number):
        kind = chance.choices(
            ("point", "document", "points", "overview", "parallel", "voice", "entity", "documents", "voices", "entities",
             "timeline", "copies", "run", "search", "review"),
            (30, 22, 10, 6, 6, 6, 6, 3, 3, 3, 2, 2, 1, 4, 4),
        )[0]  # fmt: skip
        yield kind, path_of(kind, ids, chance)


def path_of(kind: str, ids: dict[str, list[str]], chance: random.Random) -> str:
    """An address of this kind."""
    if kind in ("point", "document", "voice"):
        return f"/{kind}/{chance.choice(ids[kind + 's'])}"
    if kind == "entity":
        return f"/entity/{chance.choice(ids['entities'])}"
    if kind == "parallel":
        return f"/parallel?of={','.join(chance.sample(ids['documents'], chance.choice((2, 3, 4))))}"
    if kind in ("points", "documents", "voices", "entities"):
        return f"/{kind}?page={chance.randint(1, 40)}"
    if kind == "search":
        return f"/search?q={'+'.join(chance.sample(WORDS, 2))}"
    if kind == "review":
        return f"/review?after={chance.randint(1, 200)}"
    return "/" if kind == "overview" else f"/{kind}"


def generate(folder: Path) -> None:
    """Writes the case: its numbers are those of a big desk, its words mean nothing."""
    tables: dict[str, list[Any]] = {name: [] for name in TABLES}
    chance = random.Random(1)
    case = Case.create(folder)
    tables["events"].append(Event("eve1-root", None, "attack", "A case of the bench", None, None))
    tables["runs"].append(Run("run1-a", "read", "1", "ab", "", "2026-03-02T08:00:00+00:00", "2026-03-02T08:00:09+00:00"))
    people = [Entity(f"ent1-{number:04}", "person", f"Speaker {number}", (f"Mr {number}",)) for number in range(1_200)]
    towns = [Entity(f"ent1-town{number}", "place", town, (), places_named(town)[0].place.id) for number, town in enumerate(TOWNS)]
    tables["entities"] += people + towns
    for number in range(DOCUMENTS):
        _account(tables, number, people, towns, chance)
    _points(tables, chance)
    _copies(tables, chance)
    with case.lock():
        build(case.path, case.drafts, as_cells(tables), "made for bench/pages_served.py")


def _account(tables: dict[str, list[Any]], number: int, people: list[Entity], towns: list[Entity], chance: random.Random) -> None:
    """An account of thirty statements in ten paragraphs."""
    name, outlet, day = f"account-{number}", f"Outlet {number % 180}", f"2026-{1 + number % 9:02}-{1 + number % 28:02}"
    capture = Capture.of(f"https://outlet.example/{number}", "2026-03-02T08:00:00+00:00", "text/html", f"{number:064x}", 9000)
    sentences = [" ".join(chance.choices(WORDS, k=chance.randint(12, 30))).capitalize() + "." for _ in range(3 * SAID)]
    paragraphs = [" ".join(sentences[start : start + 9]) for start in range(0, len(sentences), 9)]
    text, blocks = "\n".join(paragraphs), []
    start = 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "para", f"chars {start}"))
        start += len(paragraph) + 1
    document = Document.of(
        capture_id=capture.id, name=name, text=text, uri=capture.uri, blocks=tuple(blocks), title=f"Account {number} of it",
        outlet=outlet, published_at=day, language="en",
    )  # fmt: skip
    tables["captures"].append(capture)
    tables["documents"].append(document)
    own = Voice.of(document.id, "outlet", outlet)
    tables["voices"].append(own)
    at = 0
    for place in range(SAID):
        at = text.index(sentences[3 * place], at)
        span = Span(at, at + len(sentences[3 * place]))
        voice = own
        if place % 2:
            who = chance.choice(people)
            voice = Voice.of(document.id, "named", who.name, Span(span.end + 1, span.end + 6))
            tables["voices"].append(voice)
            tables["members"].append(Member(who.id, voice.id, 0.9, (Reason("same name", 0.9),), "names"))
        mode = "asserted" if voice is own else ("quoted", "reported", "mixed")[place % 3]
        statement = Statement.of(doc_id=document.id, voice_id=voice.id, content=(span,), mode=mode, by="bench", score=0.9)
        tables["statements"].append(statement)
        mention = Mention.of(document.id, Span(span.start, span.start + 5), "place")
        tables["mentions"].append(mention)
        tables["members"].append(Member(chance.choice(towns).id, mention.id, 0.8, (Reason("same name", 0.8),), "places"))
        value = text[span.start : span.start + 12].rsplit(" ", 1)[0]
        tables["facts"].append(
            Fact.of(
                doc_id=document.id, statement_id=statement.id, kind=chance.choice(KINDS), about="kill", value=value, span=span,
                low=float(chance.randint(1, 90)),
            )
        )  # fmt: skip


def _points(tables: dict[str, list[Any]], chance: random.Random) -> None:
    """Five thousand questions: most with two or three answers in a few accounts, a hundred with hundreds of places."""
    facts = tables["facts"]
    dates = {document.id: document.published_at for document in tables["documents"]}
    for number in range(POINTS):
        kind, relation = chance.choice(KINDS), chance.choice(RELATIONS)
        point = Point(
            f"poi1-{number:05}", "eve1-root", f"How many were {WORDS[number % len(WORDS)]} in the {number}th place?", kind,
            relation, None, (Reason("numbers exclude each other", 0.9),), chance.random(),
        )  # fmt: skip
        tables["points"].append(point)
        given = []
        for place in range(1 if relation == "agree" else chance.choice((2, 2, 3, 5))):
            answers = chance.sample(facts, 60 if number % 50 == 0 else chance.choice((1, 2, 4, 8)))
            position = Position(f"pos1-{number:05}-{place}", point.id, answers[0].value)
            tables["positions"].append(position)
            tables["answers"] += [Member(position.id, fact.id, 1.0, (), "bench") for fact in answers]
            tables["standings"].append(
                Standing(position.id, len(answers), len(answers), max(1, len(answers) // 2), len(answers),
                         min(dates[fact.doc_id] for fact in answers), (Reason("same words: one ~ other", 1.0),) * 3)
            )  # fmt: skip
            given.append(answers)
        for left, right in pairwise(given):
            for one, other in zip(left[:4], right[:4], strict=False):
                reasons = (Reason("numbers exclude each other", 0.9, one.span, other.span),)
                tables["links"].append(Link.of(one.id, other.id, relation, by="bench", score=0.9, reasons=reasons))


def _copies(tables: dict[str, list[Any]], chance: random.Random) -> None:
    """Three thousand pairs of accounts that share words."""
    documents = tables["documents"]
    for _ in range(3_000):
        left, right = chance.sample(documents, 2)
        runs = tuple(
            replace(Reason("shared words", 1.0), left=Span(start, start + 200), right=Span(start, start + 200))
            for start in chance.sample(range(0, 4_000, 400), 2)
        )
        tables["copies"].append(
            Link.of(left.id, right.id, "copies", by="bench", score=0.9, reasons=runs, subtype="same-text", origin=left.id)
        )


if __name__ == "__main__":
    main()
