"""A shelf of as many statements as are asked for, made and not read: its numbers are a real case's, its words mean nothing.

For each statement, as in cases that were read here (`growth.py`): 3 mentions, two of them of something with a name, 2.3 facts,
a link, an answer, 0.4 voices, 0.15 points. Fifty accounts of 25 statements tell of one event and answer its points; words are
drawn by Zipf's law out of 30,000, names of people out of 20,000. All is made account by account and lies in files in between,
for as records a million statements would be 15 GB; it is written by `build`, as every shelf is.
"""

import pickle
import random
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
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
)  # fmt: skip
from rashomon.model.rows import TABLES, Cell, as_cells
from rashomon.store.case import Case
from rashomon.store.shelf import build

TOLD, SAID = 50, 25  # accounts of an event, statements of an account
POINTS = 190  # of an event
PEOPLE, VOCABULARY = 20_000, 30_000
KINDS = ("quantity", "place", "cause", "actor", "label", "time", "happened", "status")
RELATIONS = ("conflict", "update", "compatible", "agree", "agree", "agree")
Tables = dict[str, list[Any]]


@dataclass
class _World:
    """What every account draws from."""

    chance: random.Random = field(default_factory=lambda: random.Random(5))
    words: list[str] = field(init=False)
    weights: list[float] = field(init=False)
    people: list[Entity] = field(init=False)
    known: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.words = list(dict.fromkeys(_word(self.chance) for _ in range(VOCABULARY * 2)))[:VOCABULARY]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        names = [f"{_word(self.chance).capitalize()} {_word(self.chance).capitalize()}" for _ in range(PEOPLE)]
        kinds = ("person", "person", "org", "place")
        self.people = [Entity(f"ent1-{at:06}", kinds[at % 4], name, (name, name.split()[1])) for at, name in enumerate(names)]
        self.known = list(accumulate(1 / (rank + 10) for rank in range(PEOPLE)))

    def sentence(self) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=self.chance.randint(10, 24))).capitalize()

    def people_told_of(self, count: int) -> list[Entity]:
        return self.chance.choices(self.people, cum_weights=self.known, k=count)


def make_case(folder: Path, statements: int) -> Path:
    """A case in the folder, with nothing but a shelf."""
    case = Case.create(folder)
    with ExitStack() as stack:
        spool = Path(stack.enter_context(TemporaryDirectory(dir=folder)))
        files = {name: stack.enter_context((spool / name).open("wb")) for name in TABLES}
        for tables in _events(statements):
            for name, cells in as_cells(tables).items():
                pickle.dump(list(cells), files[name])
        for file in files.values():
            file.close()
        with case.lock():
            build(case.path, case.drafts, {name: _spooled(spool / name) for name in TABLES}, "made for bench/shelf.py")
    return folder


def _spooled(path: Path) -> Iterator[tuple[Cell, ...]]:
    with path.open("rb") as file:
        while True:
            try:
                yield from pickle.load(file)
            except EOFError:
                return


def _events(statements: int) -> Iterator[Tables]:
    """The tables, event by event."""
    world = _World()
    root = Event("eve1-root", None, "attack", "A case of the bench", None, None)
    run = Run("run1-a", "read", "1", "ab", "", "2026-03-02T08:00:00+00:00", "2026-03-02T08:00:09+00:00")
    yield {"entities": world.people, "events": [root], "runs": [run]}
    for number in range(-(-statements // (TOLD * SAID))):
        tables: Tables = {name: [] for name in TABLES}
        tables["events"].append(
            Event(f"eve1-{number:06}", "eve1-root", "attack", world.sentence(), f"2026-{1 + number % 12:02}", None)
        )
        for account in range(min(TOLD, -(-statements // SAID) - number * TOLD)):
            _account(tables, number, account, world)
        _points(tables, number, world.chance)
        _copies(tables, world.chance)
        yield tables


def _account(tables: Tables, event: int, number: int, world: _World) -> None:
    """An account of 25 statements, every one a sentence, in five paragraphs, with a sentence of nobody's between them."""
    chance = world.chance
    outlet, day = f"Outlet {chance.randint(1, 900)}", f"2026-{1 + event % 12:02}-{1 + chance.randint(0, 27):02}"
    sentences = [world.sentence() + "." for _ in range(SAID + 5)]
    paragraphs = [" ".join(sentences[start : start + 6]) for start in range(0, len(sentences), 6)]
    text = "\n".join(paragraphs)
    ends = list(accumulate(len(paragraph) + 1 for paragraph in paragraphs))
    blocks = tuple(Block(Span(end - 1 - len(each), end - 1), "para", "p") for end, each in zip(ends, paragraphs, strict=True))
    name = f"account {event:06}-{number:02}"
    capture = Capture.of(
        f"https://outlet.example/{name}", f"{day}T08:00:00+00:00", "text/html", f"{event * TOLD + number:064x}", 9_000
    )
    document = Document.of(
        capture_id=capture.id, name=name, text=text, uri=capture.uri, blocks=blocks, title=world.sentence(), outlet=outlet,
        published_at=day, language="en",
    )  # fmt: skip
    tables["captures"].append(capture)
    tables["documents"].append(document)
    voices = [Voice.of(document.id, "outlet", outlet)]
    for who in world.people_told_of(10):
        at = chance.randrange(len(text) - 20)
        voices.append(Voice.of(document.id, "named", who.name, Span(at, at + 12)))
        tables["members"].append(_member(who.id, voices[-1].id))
    tables["voices"] += voices
    at = 0
    for place in range(SAID):
        at = text.index(sentences[place], at)
        _statement(tables, document, Span(at, at + len(sentences[place])), voices[place % 11 if place % 2 else 0], event, world)
        at += len(sentences[place])


def _statement(tables: Tables, document: Document, span: Span, voice: Voice, event: int, world: _World) -> None:
    chance = world.chance
    mode = "asserted" if voice.kind == "outlet" else chance.choice(("quoted", "reported", "mixed"))
    statement = Statement.of(
        doc_id=document.id, voice_id=voice.id, content=(span,), mode=mode, by="bench", score=chance.uniform(0.6, 1),
        source=() if mode == "asserted" else (Span(span.start, span.start + 5),),
    )  # fmt: skip
    tables["statements"].append(statement)
    for place, who in enumerate(world.people_told_of(2)):
        at = span.start + 9 * place
        mention = Mention.of(document.id, Span(at, at + 8), "person" if who.kind == "person" else "place")
        tables["mentions"].append(mention)
        tables["members"].append(_member(who.id, mention.id))
    act = Mention.of(document.id, Span(span.end - 8, span.end - 1), "happening", "attack")
    tables["mentions"].append(act)
    if chance.random() < 0.7:
        reasons = (Reason("same act", 0.5), Reason("told near the top", 0.2), Reason("same day", 0.2))
        tables["tellings"].append(Member(f"eve1-{event:06}", act.id, 0.7, reasons, "happenings"))
    for at in range(2 + (chance.random() < 0.3)):
        inner = Span(span.start + 5 * at, span.start + 5 * at + 30)
        value = document.text[inner.start : inner.start + 12]
        fact = Fact.of(
            doc_id=document.id, statement_id=statement.id, kind=chance.choice(KINDS), about="kill", value=value, span=inner,
            low=float(chance.randint(1, 90)),
        )  # fmt: skip
        tables["facts"].append(fact)


def _member(group: str, item: str) -> Member:
    return Member(group, item, 0.9, (Reason("same letters", 1.0, Span(191, 197), Span(71, 77)),), "names")


def _points(tables: Tables, event: int, chance: random.Random) -> None:
    """The questions of one event: two or three answers each, of which a few are given in many places."""
    facts = tables["facts"]
    dates = {document.id: document.published_at for document in tables["documents"]}
    for number in range(min(POINTS, len(facts) // 4)):
        kind, relation = chance.choice(KINDS), chance.choice(RELATIONS)
        key = f"{event:06}-{number:03}"
        reasons = (Reason("numbers exclude each other", 0.9),)
        question = f"How many were told of in the {number}th place?"
        tables["points"].append(
            Point(f"poi1-{key}", f"eve1-{event:06}", question, kind, relation, None, reasons, chance.random())
        )
        given = []
        for place in range(1 if relation == "agree" else chance.choice((2, 2, 3))):
            answers = chance.sample(facts, min(len(facts), 40 if number < 5 else chance.choice((1, 2, 4))))
            position = Position(f"pos1-{key}-{place}", f"poi1-{key}", answers[0].value)
            tables["positions"].append(position)
            tables["answers"] += [
                Member(position.id, fact.id, 1.0, (Reason("the same answer", 1.0),), "bench") for fact in answers
            ]
            first = min(day for fact in answers if (day := dates[fact.doc_id]))
            tables["standings"].append(Standing(position.id, len(answers), len(answers), 1, len(answers), first, reasons))
            given.append(answers)
        for left, right in pairwise(given):
            for one, other in zip(left * 3, right * 3, strict=False):
                why = (Reason("numbers exclude each other", 0.9, one.span, other.span),)
                tables["links"].append(Link.of(one.id, other.id, relation, by="bench", score=0.9, reasons=why))


def _copies(tables: Tables, chance: random.Random) -> None:
    """Who repeats whom within an event: of three accounts one copies another."""
    documents = tables["documents"]
    for right in documents[1::3]:
        left = chance.choice(documents)
        if left.id != right.id:
            runs = tuple(Reason("15 words the same", 0.1, Span(at, at + 80), Span(at, at + 80)) for at in (0, 400, 900))
            link = Link.of(left.id, right.id, "copies", by="bench", score=0.9, reasons=runs, subtype="same-text", origin=left.id)
            tables["copies"].append(link)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("aeiou" if at % 2 else "bcdfghklmnprstvz") for at in range(chance.randint(4, 9)))
