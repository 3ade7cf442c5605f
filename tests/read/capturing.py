"""Captures made of bytes, and files found on disk, as the read stage gets them."""

import json
from typing import Any

from rashomon.model import Block, Capture, Document, Failure, Original
from rashomon.read.captures import read_one
from rashomon.read.finding import find
from rashomon.read.found import Archive, Found


def outcomes(data: bytes | str, uri: str = "capture") -> list[Document | Failure]:
    data = data.encode() if isinstance(data, str) else data
    return list(read_one(Original(Capture.of(uri, "2031-05-07T00:00:00Z", "", str(hash(data)), len(data)), data)))


def document(data: bytes | str, uri: str = "capture") -> Document:
    [made] = outcomes(data, uri)
    assert isinstance(made, Document), made
    return made


def failure(data: bytes | str, uri: str = "capture") -> Failure:
    [made] = outcomes(data, uri)
    assert isinstance(made, Failure), made
    return made


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def found(path: Any) -> tuple[list[Document], list[Failure]]:
    """Everything under a path, found and read: the documents, and what failed on either way."""
    documents: list[Document] = []
    failures: list[Failure] = []
    for item in find([str(path)]):
        if isinstance(item, Archive):
            continue
        made = outcomes(item.data, item.uri) if isinstance(item, Found) else [item]
        documents += [one for one in made if isinstance(one, Document)]
        failures += [one for one in made if isinstance(one, Failure)]
    return documents, failures


def words(made: Document, *kinds: str) -> list[str]:
    """The words of the document's blocks, of these kinds only if any are given."""
    return [block.span.of(made.text) for block in made.blocks if not kinds or block.kind in kinds]


def posts(made: Document) -> list[tuple[str | None, str | None, str]]:
    """Author, whom the post answers, and words of every post."""
    return [(block.author, block.reply_to, block.span.of(made.text)) for block in made.blocks if block.kind == "post"]


def lawful(made: Document) -> None:
    """What holds of every document: blocks lie in the text, in order, and do not overlap; a post answers a post."""
    assert made.blocks
    at = 0
    for block in made.blocks:
        assert at <= block.span.start < block.span.end <= len(made.text)
        assert block.path
        at = block.span.end
    known = {block.post for block in made.blocks}
    assert {block.reply_to for block in made.blocks} - {None} <= known
    made.text.encode("utf-8")


def block_of(made: Document, part: str) -> Block:
    """The one block in which these words stand."""
    [block] = [block for block in made.blocks if part in block.span.of(made.text)]
    return block
