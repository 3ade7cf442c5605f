"""How comparing grows with the documents of a case: what each stage after reading costs, and what one document more costs.

The accounts of `/work/shared/data/accounts` and 60 pages of `data/attribution` are read and extracted once, which is timed. A
case's documents are these told again (`retelling.py`); every record keeps its place and is carried over with the words that now
stand there.
"""

import pickle
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import chain, pairwise
from json import dumps, loads
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from subprocess import run
from tempfile import TemporaryDirectory, gettempdir
from time import monotonic, process_time
from typing import Any

from retelling import DATA, Teller, Way, chance_of, tellings

from rashomon.extract.documents import extract
from rashomon.measure.accounts import group_rows
from rashomon.model import Capture, Document, Fact, Mention, Original, Statement, Voice
from rashomon.model.rows import TABLES as RECORDS
from rashomon.pipeline.conduct import read_into
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stages import STAGES
from rashomon.store.case import Case
from rashomon.store.parts import KEPT

SIZES = (125, 250, 500, 1_000, 2_000)
FACTS = 0.52  # of the facts of an account, drawn by lot: thirty for each document, as the task has it
TABLES = ("documents", "mentions", "voices", "statements", "facts")
_PLACES: dict[type, str] = dict(zip((Document, Mention, Voice, Statement, Fact), TABLES, strict=True))
Tables = dict[str, list[Any]]


def figures(sizes: tuple[int, ...] = SIZES) -> dict[str, float]:
    """Seconds and megabytes of each stage for each size, each size in a process of its own, and one document more."""
    if not DATA.exists():
        return {}
    found: dict[str, float] = {}
    for size in sizes:
        told = run([sys.executable, __file__, str(size)], check=True, capture_output=True, text=True)
        for name, value in loads(told.stdout).items():
            found[f"{size} documents: {name}"] = value
    least, most = (found[f"{size} documents: seconds, comparing"] / size for size in (sizes[0], sizes[-1]))
    found["cost of a document, largest to smallest case"] = most / least
    return found


def measured(size: int) -> dict[str, float]:
    """The figures of one case."""
    base, seconds = _base()
    tables = {**made(base, size), "judgements": []}
    found = {"facts": len(tables["facts"]), "megabytes, records alone": _peak()}
    for stage in STAGES[2:]:
        start = process_time()
        for name in stage.writes:
            tables[name] = []
        places = {RECORDS[name]: name for name in stage.writes}
        for record in stage.run({**tables, KEPT: []}):
            if not isinstance(record, bytes):  # kept for the next run
                tables[places[type(record)]].append(record)
        found[f"seconds, {stage.name}"] = process_time() - start
        found[f"megabytes, {stage.name}"] = _peak()
    compared = sum(found[f"seconds, {stage.name}"] for stage in STAGES[2:])
    found |= {f"{name} found": len(tables[name]) for name in ("entities", "links", "points")}
    return found | {"seconds, comparing": compared, "comparing to reading": compared / (seconds * size)}


def added(size: int) -> dict[str, float]:
    """What one more document costs in a case on disk, beside the reading of it: in all, and stage by stage."""
    base, _ = _base()
    tables = made(base, size + 1)
    stages = tuple(replace(stage, run=_given(tables)) if stage.name in ("read", "extract") else stage for stage in STAGES)
    here = Settings(alone_below=sys.maxsize, roomy_below=sys.maxsize)  # what is given needs no workers; comparing has two
    began: dict[str, float] = {}
    started: dict[str, float] = {}

    def note(stage: str, *_: object) -> None:
        began.setdefault(stage, process_time())

    def note_first(stage: str, *_: object) -> None:
        started.setdefault(stage, monotonic())

    with TemporaryDirectory() as folder:
        place = Path(folder)
        case = Case.create(place / "case")
        rows = [f"{document.name}\n".encode() for document in tables["documents"]]
        for number, row in enumerate(rows):
            (place / f"{number:05}.txt").write_bytes(row)
        last = place / f"{size:05}.txt"
        new = last.rename(place / "last")
        read_into(case, [str(path) for path in sorted(place.glob("*.txt"))], stages=stages, settings=here, progress=note_first)
        start, clock = process_time(), monotonic()
        read_into(case, [str(new)], stages=stages, settings=here, progress=note)
        end, by_clock = process_time(), monotonic() - clock
    moments = [*sorted(began.items(), key=lambda one: one[1]), ("end", end)]
    spent = {f"seconds, one more: {name}": after - at for (name, at), (_, after) in pairwise(moments)}
    beside = started["shelf"] - started["copies"]
    workers = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "seconds by the clock, comparing side by side": beside,
        "megabytes, the larger of the two processes": workers,
        "seconds by the clock, one more document": by_clock,
        "seconds, one more document, this process": end - start,
        **spent,
    }


def _given(tables: Tables) -> Callable[[Any], Iterator[Any]]:
    """A stage that gives what is known of the documents already."""
    by_name = {document.name: document for document in tables["documents"]}
    held: dict[str, list[Any]] = defaultdict(list)
    for one in chain(*(tables[name] for name in TABLES[1:])):
        held[one.doc_id].append(one)

    def given(items: Any) -> Iterator[Any]:
        for original in items.get("originals", ()):
            yield replace(by_name[original.data.decode().strip()], capture_id=original.capture.id)
        for document in items.get("documents", ()):
            yield from held[document.id]

    return given


def made(base: list[Tables], size: int) -> Tables:
    """The tables of a case of so many documents. `base` holds groups of accounts of one event."""
    teller = Teller(document.text for group in base for document in group["documents"])
    together, alone = ([group for group in base if (len(group["documents"]) > 1) == several] for several in (True, False))
    tables: Tables = {name: [] for name in TABLES}
    for group, number, event in tellings(together, alone, size):
        _retell(group, number, Way(teller, event, number), tables)
    return tables


def _retell(group: Tables, number: int, way: Way, tables: Tables) -> None:
    """Adds one account of the event to the tables."""
    old = group["documents"][number % len(group["documents"])]
    text = way.words(old.text)
    document = Document.of(
        capture_id="cap",
        name=f"{old.name} {way.event:04} {number:03}",
        text=text,
        uri=f"u{way.event} {number}",
        blocks=old.blocks,
        title=way.words(old.title) if old.title else None,
        outlet=f"{old.outlet} {number // 5}" if old.outlet else f"outlet {number}",
        author=old.author,
        published_at=way.date(old.published_at),
        language=old.language,
    )
    own = {name: [one for one in group[name] if one.doc_id == old.id] for name in TABLES[1:]}
    tables["documents"].append(document)
    for mention in own["mentions"]:
        norm = way.date(mention.norm) if mention.kind == "time" else mention.norm
        gone = mention.kind == "place" and mention.span.of(text) != mention.span.of(old.text)
        tables["mentions"].append(Mention.of(document.id, mention.span, mention.kind, None if gone else norm))
    voices: dict[str, str] = {}
    for voice in own["voices"]:
        new = Voice.of(document.id, voice.kind, voice.span.of(text) if voice.span else document.outlet or "", voice.span)
        voices[voice.id] = new.id
        tables["voices"].append(new)
    ids = {}
    for one in own["statements"]:
        key = Statement.of(doc_id=document.id, voice_id=voices[one.voice_id], content=one.content, mode=one.mode, by=one.by).id
        ids[one.id] = key
    for one in own["statements"]:
        nested = ids.get(one.nested_in) if one.nested_in else None
        tables["statements"].append(
            replace(one, id=ids[one.id], doc_id=document.id, voice_id=voices[one.voice_id], nested_in=nested)
        )
    for fact in own["facts"]:
        if chance_of(fact.id).random() > FACTS:
            continue
        at = old.text.find(fact.value, fact.span.start, fact.span.end)
        value = text[at : at + len(fact.value)] if at >= 0 else fact.value
        low, high = (way.number(bound, fact.value) for bound in (fact.low, fact.high))
        new_fact = replace(
            fact,
            doc_id=document.id,
            statement_id=ids[fact.statement_id],
            about=way.shared(fact.about),
            value=value,
            low=low,
            high=high,
            when=way.date(fact.when),
            where=way.words(fact.where) if fact.where else None,
        )
        made_id = Fact.of(
            doc_id=document.id,
            statement_id=new_fact.statement_id,
            kind=fact.kind,
            about=new_fact.about,
            value=value,
            span=fact.span,
        ).id
        tables["facts"].append(replace(new_fact, id=made_id))


def _base() -> tuple[list[Tables], float]:
    """The groups of accounts as extracted, and the seconds that reading and extracting took for each; kept for the next time."""
    made_by = sha256(dumps([(stage.name, stage.version) for stage in STAGES[:2]]).encode()).hexdigest()[:16]
    kept = Path(gettempdir()) / f"rashomon-bench-comparison-{made_by}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
    list(extract({"documents": []}))
    groups = [group_rows(path) for path in sorted((DATA / "accounts/groups").glob("*.json"))]
    lines = (DATA / "attribution/polnear-dev.jsonl").read_text("utf-8").splitlines()[:60]
    groups += [dumps({name: row[name] for name in ("id", "text")}).encode() for row in map(loads, lines)]
    start = process_time()
    base = [_extracted(rows) for rows in groups]
    seconds = (process_time() - start) / sum(len(group["documents"]) for group in base)
    kept.write_bytes(pickle.dumps((base, seconds)))
    return base, seconds


def _extracted(rows: bytes) -> Tables:
    capture = Capture.of("in.jsonl", "", "application/x-ndjson", sha256(rows).hexdigest(), len(rows))
    tables: Tables = {"originals": [Original(capture, rows)], **{name: [] for name in TABLES}}
    for stage in STAGES[:2]:
        for record in stage.run(tables):
            tables[_PLACES[type(record)]].append(record)
    return {name: tables[name] for name in TABLES}


def _peak() -> float:
    return getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(dumps(measured(int(sys.argv[1])) | added(int(sys.argv[1]))))
    else:
        for name, value in figures().items():
            print(f"{name:<60} {value:>12,.2f}")
