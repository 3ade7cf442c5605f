"""A flow of four small stages whose calls are counted: what the conductor is tested with."""

import os
import re
import signal
import time
from pathlib import Path

from rashomon.model import Block, Document, Entity, Failure, Point, Span, Statement, Voice
from rashomon.model.ids import make_id
from rashomon.pipeline.settings import Settings
from rashomon.pipeline.stage import Stage

CALLS: list[str] = []  # what was worked on in this process, as "stage item"
SMALL = Settings(workers=1, part_items=3)
SHARED_OUT = Settings(workers=2, part_items=3, alone_below=0)


def read(tables):
    """A document a line: `name: text`. A line without a colon is a Failure; one that says BREAK breaks the stage."""
    for original in tables["originals"]:
        CALLS.append(f"read {Path(original.capture.uri).name}")
        for number, line in enumerate(original.data.decode().splitlines(), start=1):
            name, colon, text = line.partition(": ")
            if "BREAK" in line:
                raise ValueError(f"cannot bear {line!r}")
            if not colon:
                yield Failure("read", f"{original.capture.uri}:line {number}", "NoColon", "it has no colon. Give it one.")
                continue
            blocks = (Block(Span(0, len(text)), "para", f"line {number}"),)
            yield Document.of(capture_id=original.capture.id, name=name, text=text, uri=original.capture.uri, blocks=blocks)


def extract(tables):
    """Every word is a statement of the page; DIE kills the process that works on it, SLEEP keeps it busy, HUNGER takes all the
    memory that it may have, for as long as a file says so.
    """
    for document in tables["documents"]:
        CALLS.append(f"extract {document.name}")
        deadly = re.search(r"DIE (\S+)", document.text)
        if deadly and Path(deadly[1]).exists():
            os.kill(os.getpid(), signal.SIGKILL)
        while (endless := re.search(r"SLEEP (\S+)", document.text)) and Path(endless[1]).exists():
            time.sleep(0.05)
        if (hungry := re.search(r"HUNGER (\S+)", document.text)) and Path(hungry[1]).exists():
            _eat(64 << 20)
        voice = Voice.of(document.id, "outlet", document.name)
        yield voice
        for word in re.finditer(r"\w+", document.text):
            content = (Span(*word.span()),)
            yield Statement.of(doc_id=document.id, voice_id=voice.id, content=content, mode="asserted", by="flow")


def _eat(room: int) -> None:
    """Takes so much more memory, of which there is no byte beyond until it breaks."""
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + room, before[1]))
    try:
        taken = [bytearray(1 << 20)]
        while True:
            taken.append(bytearray(1 << 20))
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def resolve(tables):
    """Who speaks, and who was judged to be the same."""
    CALLS.append("resolve")
    for voice in tables["voices"]:
        yield Entity(make_id("ent", voice.id), "org", voice.name, ())
    for judgement in tables["judgements"]:
        yield Entity(make_id("ent", judgement.id), "group", f"{judgement.left} {judgement.relation} {judgement.right}", ())


def weigh(tables):
    """One point that names the order in which everything came."""
    CALLS.append("weigh")
    if any(document.text == "SOUR" for document in tables["documents"]):
        raise ArithmeticError("the scales are broken")
    said = [statement.content[0].of(_text(tables, statement.doc_id)) for statement in tables["statements"]]
    yield Point("poi1-order", "", " ".join(said), "label", "agree", None, (), 0.5)


def _text(tables, doc_id):
    return next(document.text for document in tables["documents"] if document.id == doc_id)


FLOW = (
    Stage("read", 1, "document", ("originals",), ("documents",), read),
    Stage("extract", 1, "document", ("documents",), ("voices", "statements"), extract),
    Stage("resolve", 1, "whole", ("documents", "voices", "judgements"), ("entities",), resolve, heeds=("voi",)),
    Stage("weigh", 1, "whole", ("documents", "statements", "entities"), ("points",), weigh),
)
