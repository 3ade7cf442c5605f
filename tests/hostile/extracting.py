"""Says who says what in each hostile file, by nets and by rules, in a fork with little memory and time; a line of JSON for each.

`python -m tests.hostile.extracting FOLDER MOST` looks at the first so many characters of each text: some grow with the square of
a sentence without an end, up to the length of a portion that is parsed at once.
"""

import io
import json
import sys
from functools import partial
from pathlib import Path
from typing import Any

from tests.hostile.reading import forked

from rashomon.demo import accounts
from rashomon.extract.documents import extract_one
from rashomon.model import Block, Capture, Document, Fact, Failure, Mention, Original, Span, Statement, Voice
from rashomon.read.captures import read_one
from rashomon.read.found import Found, Tally
from rashomon.read.openings import files_in, is_archive, opened

SECONDS = 60  # of its own time; a run gives up a document after 120 and more


def documents(name: str, data: bytes) -> list[Document]:
    """What is read in a file."""
    file, tally = io.BytesIO(data), Tally()
    found = [
        one for one in (opened(name, file, tally) if is_archive(file) else files_in(name, data, tally)) if isinstance(one, Found)
    ]
    made = [made for one in found for made in read_one(Original(Capture.of(one.uri, "", "", "0", len(one.data)), one.data))]
    return [one for one in made if isinstance(one, Document)]


def shortened(document: Document, most: int) -> Document:
    """The beginning of a document, as one paragraph, where it is longer."""
    if len(document.text) <= most:
        return document
    block = Block(Span(0, most), "para", "1")
    return Document.of(capture_id=document.capture_id, name=document.name, text=document.text[:most], uri="", blocks=(block,))


def extract(name: str, data: bytes, most: int) -> dict[str, Any]:
    """How many records are made of it, how long a text that is, and what failed; each span lies in its text."""
    read, count, failures = documents(name, data), 0, []
    for document in (shortened(one, most) for one in read):
        for nets in (False, True):
            for made in extract_one(document, nets=nets):
                count += 1
                if isinstance(made, Failure):
                    failures.append(made.message)
                for span in spans(made):
                    assert 0 <= span.start < span.end <= len(document.text), (made, span)
    size = sum(len(document.text) for document in read)
    return {
        "documents": len(read),
        "characters": size,
        "records": count,
        "failures": failures,
    }


def spans(made: object) -> tuple[Span, ...]:
    """Where it stands."""
    if isinstance(made, Statement):
        return (*made.source, *made.cue, *made.content)
    if isinstance(made, Mention | Fact) or (isinstance(made, Voice) and made.span):
        return (made.span,) if made.span else ()
    return ()


def main(folder: Path, most: int) -> None:
    """Goes through every file in the folder, once all that it takes is loaded."""
    for path in accounts():
        extract(path.name, path.read_bytes(), most)
    for path in sorted(folder.iterdir()):
        sys.stdout.write(json.dumps(forked(path.name, path.read_bytes(), partial(extract, most=most), SECONDS)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
