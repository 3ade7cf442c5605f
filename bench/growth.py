"""What a case costs as it grows: every stage of `rashomon read`, one document more, and the shelf made anew; time and memory.

    python bench/growth.py [SIZE…] [--keep DIR] [--words N]

The documents are those of `/work/shared/data` told again (`retelling.py`), so that all are distinct: the groups of accounts and
of ECB+ as accounts of one event, PolNeAR's development articles and LGL's news as pages that stand alone. Each is cut at the end
of the sentence with its 200th word (`--words`), so that ten thousand are read within twenty minutes on two cores; each lies in a
file of its own. The command is the real one, with its two processes, and is watched from outside (`watching.py`); which stage was
at work when is what the case's own parts say. A stage's time runs from the end of the one before, so that all of them are the
whole; two that are done side by side begin together.

What was measured of a size replaces what was known of it in results/growth.json, so that sizes can be run one by one; then
the table and the curves are put into docs/scale.md (`curves.py`).
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from curves import table, tell
from retelling import DATA, Teller, Way, tellings
from watching import Watched, watch

from rashomon.pipeline.settings import Settings
from rashomon.store.case import Case

SIZES = (10, 100, 1_000, 10_000)
SMALL = (10, 100)  # what `make bench` runs: two minutes
WORDS = 200
RESULTS = Path(__file__).parent / "results" / "growth.json"
SENTENCE = re.compile(r"(?<=[.!?])[”\"']?\s")
APART = re.compile(r" ([,.;:!?)’'])")  # ECB+ has words and signs apart
Account = dict[str, str]  # as a line of JSONL
Cost = dict[str, float]


def figures(sizes: tuple[int, ...] = SMALL) -> dict[str, float]:
    """Seconds and MB of every stage at small sizes, and what one document more costs."""
    if not DATA.exists():
        return {}
    found: dict[str, float] = {}
    for size in sizes:
        result = measured(size)
        for stage, cost in result["stages"].items():
            found |= {f"{size} documents, {stage}, s": cost["seconds"], f"{size} documents, {stage}, MB": cost["MB"]}
        found[f"{size} documents, one more, s"] = result["one more"]["all"]["seconds"]
        found[f"{size} documents, shelf made anew, s"] = result["shelf anew"]["seconds"]
    return found


def main() -> None:
    """Measures the sizes that are named, and tells of all that are known."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    asked.add_argument("sizes", nargs="*", type=int, default=SIZES)
    asked.add_argument("--keep", type=Path, help="a folder for the cases, to look at them; else they go")
    asked.add_argument("--words", type=int, default=WORDS)
    asked.add_argument("--results", type=Path, default=RESULTS)
    asked.add_argument("--docs", type=Path, default=Path(__file__).parents[1] / "docs")
    given = asked.parse_args()
    known = json.loads(given.results.read_text("utf-8")) if given.results.exists() else {}
    for size in given.sizes:
        known[str(size)] = measured(size, given.words, given.keep)
        known = dict(sorted(known.items(), key=lambda one: int(one[0])))
        given.results.parent.mkdir(exist_ok=True)
        given.results.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
        print(table({str(size): known[str(size)]}), flush=True)
    print(table(known))
    tell(known, given.docs)


def measured(size: int, words: int = WORDS, keep: Path | None = None) -> dict[str, Any]:
    """What a case of so many documents costs, and one document more."""
    from run import machine, versions

    about = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine(), "versions": versions()}
    with TemporaryDirectory() as own:
        place = (keep or Path(own)) / f"growth-{size}"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        told = list(_told(size + 1, words))
        _lay_out(told[:size], place / "captures")
        _lay_out(told[size:], place / "more")
        case = place / "case"
        characters = sum(len(account["text"]) for account in told)
        words_of_all = sum(len(account["text"].split()) for account in told[:size])
        read = watch("read", place / "captures", "--case", case)  # the parts tell of the last run, so each is told of at once
        found = {**about, "words": words_of_all, **_held(case), **_told_of(case, read, characters)}
        more = watch("read", place / "more", "--case", case)
        found["one more"] = _told_of(case, more, characters)
        (case / "shelf.sqlite").unlink()
        anew = watch("read", place / "more", "--case", case)
        return found | {"shelf anew": _cost(anew, anew.began, anew.ended)}


def _told_of(case: Path, watched: Watched, characters: int) -> dict[str, Any]:
    return {"all": _cost(watched, watched.began, watched.ended), "stages": costs(case, watched, characters)}


def costs(case: Path, watched: Watched, characters: int) -> dict[str, Cost]:
    """Of each stage that was at work: seconds by the clock and of processor, MB of all processes together and of the largest."""
    beside = characters >= Settings().beside_from
    found: dict[str, Cost] = {}
    at = first = watched.began
    for start, end, stages in _worked(case, watched.began):
        found |= {} if found else {"find": _cost(watched, at, start)}
        at = first = start if not found.keys() - {"find"} else at
        if len(stages) > 1 and beside:
            found |= _side_by_side(watched, first, end, stages)
            at = end
            continue
        for moment, stage in stages:
            found[stage] = _cost(watched, at, moment)
            at = moment
    return found | {"shelf": _cost(watched, at, watched.ended)}


def _side_by_side(watched: Watched, start: float, end: float, stages: list[tuple[float, str]]) -> dict[str, Cost]:
    """Two stages that began together: each has its own worker, and that of the first to end works no more after."""
    (early, first), (_, last) = stages
    after = watched.worked_each(early, end)
    worker = min(after, key=lambda pid: after[pid])
    mine = watched.worked_each(start, early).get(worker, 0.0)
    found = {first: _cost(watched, start, early), last: _cost(watched, start, end)}
    found[first]["processor"], found[last]["processor"] = mine, found[last]["processor"] - mine
    return found


def _worked(case: Path, since: float) -> Iterator[tuple[float, float, list[tuple[float, str]]]]:
    """Which stages were begun together, when, and when each ended, as the parts say that were made since then."""
    spans: dict[str, tuple[float, float]] = {}
    store = Case.open(case).parts
    for stage in (folder.name for folder in (case / "parts").iterdir()):
        parts = [(_moment(part.started), _moment(part.ended)) for part in store.done(stage) if part.started]
        made = [span for span in parts if span[0] >= since - 0.01]
        if made:
            spans[stage] = min(start for start, _ in made), max(end for _, end in made)
    starts = sorted({start for start, _ in spans.values()})
    for start in starts:
        stages = sorted((end, stage) for stage, (begun, end) in spans.items() if begun == start)
        yield start, stages[-1][0], stages


def _moment(iso: str) -> float:
    return datetime.fromisoformat(iso).timestamp()


def _cost(watched: Watched, start: float, end: float) -> Cost:
    together, largest = watched.most_held(start, end)
    return {"seconds": end - start, "processor": watched.worked(start, end), "MB": together, "MB of one": largest}


def _held(case: Path) -> Cost:
    """What the case holds, and what it takes on disk."""
    with Case.open(case).shelf as shelf:
        counts = {name: float(shelf.count(name)) for name in ("documents", "statements", "facts", "entities", "links", "points")}
    sizes = {
        f"{name}, MB": sum(path.stat().st_size for path in (case / name).rglob("*") if path.is_file()) / 1e6
        for name in ("captures", "parts")
    }
    return {**counts, **sizes, "shelf, MB": (case / "shelf.sqlite").stat().st_size / 1e6}


def _lay_out(accounts: list[Account], folder: Path) -> None:
    for number, account in enumerate(accounts):
        path = folder / f"{number // 1000:02}" / f"{account['id']}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(account, ensure_ascii=False) + "\n", "utf-8")


def _told(size: int, words: int) -> Iterator[Account]:
    """So many distinct accounts, none much longer than so many words."""
    together, alone = [*_groups(), *_topics()], [*_articles(), *_local_news()]
    teller = Teller(account["text"] for group in (*together, *alone) for account in group)
    for group, number, event in tellings(together, alone, size):
        account = group[number % len(group)]
        way = Way(teller, event, number)
        title = {"title": way.words(account["title"])} if account.get("title") else {}
        day = {"date": way.date(account["date"]) or ""} if account.get("date") else {}
        outlet = f"{account.get('outlet', 'Outlet')} {number // 5 if len(group) > 1 else event % 997}"
        name = f"{event:05}-{number:02}"
        yield {"id": name, "text": way.words(_cut(account["text"], words)), "outlet": outlet, **title, **day}


def _cut(text: str, words: int) -> str:
    """The text up to the end of the sentence in which its so manieth word stands."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    if len(ends) <= words:
        return text
    end = SENTENCE.search(text, ends[words - 1])
    return text[: end.start() if end else None]


def _groups() -> Iterator[list[Account]]:
    for path in sorted((DATA / "accounts/groups").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["documents"]


def _topics() -> Iterator[list[Account]]:
    """ECB+'s two events of each topic."""
    for folder in sorted((DATA / "ecbplus").glob("[0-9]*")):
        for event in ("ecb", "ecbplus"):
            texts = [ElementTree.parse(path).getroot() for path in sorted(folder.glob(f"*_*[0-9]{event}.xml"))]
            yield [{"text": APART.sub(r"\1", " ".join(token.text or "" for token in text.iter("token")))} for text in texts]


def _articles() -> Iterator[list[Account]]:
    for line in (DATA / "attribution/polnear-dev.jsonl").read_text("utf-8").splitlines():
        yield [{"text": json.loads(line)["text"]}]


def _local_news() -> Iterator[list[Account]]:
    for article in ElementTree.parse(DATA / "places/lgl.xml").getroot():
        day = (article.findtext("dltime") or "")[:10]
        yield [{"text": article.findtext("text") or "", "title": article.findtext("title") or "", "date": day}]


if __name__ == "__main__":
    main()
