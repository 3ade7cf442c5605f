"""What the questions of the pages to a shelf of a million statements cost, and what a search of it does.

    python bench/shelf.py [--statements N] [--case DIR]

The shelf is made once (`made_shelf.py`) and kept in DIR. Pages of every kind are drawn in this process, each time of another
point, account, voice or name; every question that one puts to SQLite is timed until its last row is there, and added up for the
page. What is asked once for each shelf, while a server makes itself ready, is told apart from that. Of each it prints how many,
the median, the 95th percentile and the slowest; then what a statement takes of the file.
"""

import argparse
import random
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import gettempdir
from time import perf_counter, process_time
from typing import Any

from made_shelf import make_case

from rashomon.store.shelf import Shelf, opened
from rashomon.views.records import Records
from rashomon.views.search import Sought, search
from rashomon.web import pages
from rashomon.web.edition import Edition

STATEMENTS, SMALL = 1_000_000, 50_000
EACH = 150  # pages of a kind
Cost = tuple[float, float]  # milliseconds by the clock, and of processor: on a busy machine only these say something
Costs = dict[str, list[Cost]]


class Timed:
    """A connection that notes how long each question takes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.asked: list[Cost] = []

    def execute(self, sql: str, values: Sequence[Any] = ()) -> "Answered":
        """All rows, at once."""
        start, worked = perf_counter(), process_time()
        rows = self._db.execute(sql, values).fetchall()
        self.asked.append(((perf_counter() - start) * 1000, (process_time() - worked) * 1000))
        return Answered(rows)

    def close(self) -> None:
        """Lets go of it."""
        self._db.close()

    def spent(self) -> "Cost":
        """The milliseconds since it was last asked."""
        spent = sum(clock for clock, _ in self.asked), sum(worked for _, worked in self.asked)
        self.asked.clear()
        return spent


class Answered:
    """Rows as a cursor gives them."""

    def __init__(self, rows: list[Any]) -> None:
        self._rows = iter(rows)

    def __iter__(self) -> Iterator[Any]:
        return self._rows

    def __next__(self) -> Any:
        return next(self._rows)

    def fetchall(self) -> list[Any]:
        """Those that are left."""
        return list(self._rows)

    def fetchone(self) -> Any:
        """The next, or None."""
        return next(self._rows, None)


def figures(statements: int = SMALL) -> dict[str, float]:
    """What 95 of 100 pages of each kind stay below, in milliseconds of questions; the size of the file; what is made once."""
    case = _case(Path(gettempdir()) / f"rashomon-bench-shelf-{statements}", statements)
    pages_of, once = asked(case)
    found = {f"{statements} statements, {kind}, p95 ms": percentile(at for at, _ in costs) for kind, costs in pages_of.items()}
    found |= {f"{statements} statements, once: {what}, ms": time for what, (time, _) in once.items()}
    return found | {f"{statements} statements, bytes of each": (case / "shelf.sqlite").stat().st_size / statements}


def main() -> None:
    """The same as a table."""
    given = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    given.add_argument("--statements", type=int, default=STATEMENTS)
    given.add_argument("--case", type=Path)
    chosen = given.parse_args()
    case = _case(chosen.case or Path(gettempdir()) / f"rashomon-bench-shelf-{chosen.statements}", chosen.statements)
    pages_of, once = asked(case)
    print("once for each shelf, ms of questions by the clock, and of processor")
    print("\n".join(f"  {what:<22}{clock:>10,.0f}{worked:>10,.0f}" for what, (clock, worked) in once.items()))
    print(f"{'page, ms of questions':<28}{'pages':>6}{'median':>9}{'p95':>9}{'slowest':>9}{'p95 of processor':>20}")
    for kind, costs in pages_of.items():
        clocks, worked = [clock for clock, _ in costs], percentile(worked for _, worked in costs)
        row = f"{statistics.median(clocks):>9.1f}{percentile(clocks):>9.1f}{max(clocks):>9.1f}{worked:>20.1f}"
        print(f"{kind:<28}{len(costs):>6}{row}")
    size = (case / "shelf.sqlite").stat().st_size
    print(f"{size / 1e9:.2f} GB, {size / chosen.statements:,.0f} bytes a statement; this process {_megabytes():,.0f} MB")


def asked(case: Path) -> tuple[Costs, dict[str, Cost]]:
    """The milliseconds of questions of each page, by its kind; and of what is made once for each shelf."""
    timed = Timed(opened(case / "shelf.sqlite"))
    edition = Edition(Records(Shelf(case, timed), case.name))  # type: ignore[arg-type]
    once = {"records": timed.spent()}
    for what in ("overview", "copied_pairs", "copies_chart", "voices", "entities", "timeline_lines", "map", "order"):
        getattr(edition, what)
        once[what] = timed.spent()
    for page in (
        pages.overview,
        pages.points,
        pages.documents,
        pages.timeline,
        pages.copies,
        pages.voices,
        pages.entities,
        pages.run,
    ):
        page(edition)
        once[f"first {page.__name__}"] = timed.spent()
    search(edition.records, Sought(voice="nobody", entity="nobody"))
    once["names to search by"] = timed.spent()
    found: Costs = defaultdict(list)
    for kind, draw in _pages(edition):
        draw()
        found[kind].append(timed.spent())
    return dict(found), once


def _pages(edition: Edition) -> Iterator[tuple[str, Any]]:
    """Pages of every kind, as calls that draw one."""
    chance = random.Random(7)
    shelf = edition.records.shelf
    ids = {table: [key for (key,) in shelf.cells(table, "id")] for table in ("documents", "points", "voices", "entities")}
    words = _words(edition.records)
    for _ in range(EACH):
        point, account, voice, entity = (chance.choice(ids[table]) for table in ("points", "documents", "voices", "entities"))
        number = {"page": str(chance.randint(1, 300))}
        yield "point", partial(pages.point, edition, point)
        yield "document", partial(pages.document, edition, account)
        yield "voice", partial(pages.voice, edition, voice)
        yield "entity", partial(pages.entity, edition, entity)
        yield "points", partial(pages.points, edition, number)
        yield "documents", partial(pages.documents, edition, number)
        yield "voices", partial(pages.voices, edition, number)
        yield "entities", partial(pages.entities, edition, number)
        yield "copies", partial(pages.copies, edition, number)
        yield "run", partial(pages.run, edition, number)
        yield "parallel", partial(pages.parallel, edition, {"of": ",".join(chance.sample(ids["documents"], 3))})
        for what, typed in words(chance):
            yield f"search: {what}", partial(search, edition.records, Sought(q=typed))
        _, word = next(words(chance))
        yield "search: of a voice", partial(search, edition.records, Sought(q=word, voice=voice))
        yield "search: of an outlet", partial(search, edition.records, Sought(q=word, outlet="Outlet 71"))


def _words(records: Records) -> Any:
    """What people type: a word, two, a phrase of the accounts, a beginning; and the commonest word of all."""
    texts = [records.documents[key].text.lower().replace(".", "").split() for key in list(records.heads)[::997][:60]]
    common = max(set(texts[0]), key=texts[0].count)

    def typed(chance: random.Random) -> Iterator[tuple[str, str]]:
        text = chance.choice(texts)
        at = chance.randrange(len(text) - 3)
        yield "a word", text[at]
        yield "two words", f"{text[at]} {chance.choice(text)}"
        yield "a phrase", f'"{text[at]} {text[at + 1]}"'
        yield "a beginning", f"{chance.choice(text)[:3]}*"
        yield "the commonest word", common

    return typed


def percentile(times: Iterable[float]) -> float:
    """What 95 of 100 stay below."""
    found = sorted(times)
    return found[min(len(found) - 1, int(len(found) * 0.95))]


def _case(folder: Path, statements: int) -> Path:
    if not (folder / "shelf.sqlite").exists():
        start = process_time()
        make_case(folder, statements)
        print(f"made in {process_time() - start:.0f} s of processor", flush=True)
    return folder


def _megabytes() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
