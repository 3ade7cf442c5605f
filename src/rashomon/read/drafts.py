"""Pieces of a capture put together: the one place where documents are made and their laws are kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from rashomon.model import Block, BlockKind, Capture, Document, Span
from rashomon.read.languages import language_of
from rashomon.read.lengths import in_lengths
from rashomon.read.repeats import without_repeats

SEPARATOR = "\n\n"
_WEB = re.compile(r"!/(https?://.+)", re.IGNORECASE | re.DOTALL)
_LONE = re.compile("[\ud800-\udfff]")  # half a surrogate pair: no encoding can write it down


@dataclass(frozen=True, slots=True)
class Piece:
    """What becomes a block of a document whose text we put together ourselves."""

    text: str
    kind: BlockKind
    path: str
    author: str | None = None
    posted_at: str | None = None
    post: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a capture says about a document: all that is not its text."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published_at: str | None = None
    language: str | None = None
    uri: str | None = None


def assembled(capture: Capture, name: str, pieces: Iterable[Piece], about: About) -> Document:
    """A document whose text is the pieces' texts, a blank line between them."""
    texts, blocks, at = [], [], 0
    for piece in pieces:
        text = whole(piece.text).strip()
        if not text:
            continue
        span = Span(at, at + len(text))
        blocks.append(Block(span, piece.kind, piece.path, piece.author, piece.posted_at, piece.post, piece.reply_to))
        texts.append(text)
        at = span.end + len(SEPARATOR)
    return finished(capture, name, SEPARATOR.join(texts), blocks, about)


def finished(capture: Capture, name: str, text: str, blocks: Sequence[Block], about: About) -> Document:
    """A document with this text and these blocks: passages that stand twice marked, very long ones parted, the language
    guessed where it is not given.
    """
    return Document.of(
        capture_id=capture.id,
        name=name,
        text=text,
        uri=about.uri or address(capture.uri) or capture.uri,
        blocks=tuple(in_lengths(text, without_repeats(text, blocks))),
        title=about.title,
        outlet=about.outlet,
        author=about.author,
        published_at=about.published_at,
        language=about.language or language_of(text),
    )


def whole(text: str) -> str:
    """The text with every half of a surrogate pair replaced by U+FFFD, so that it can be stored; the length stays."""
    return _LONE.sub("�", text)


def address(uri: str) -> str | None:
    """The address on the web of what an archive of web pages holds; None for other captures."""
    found = _WEB.search(uri)
    return found.group(1) if found else None


def file_name(uri: str) -> str:
    """The last part of a path, an address or an archive member's place."""
    return PurePosixPath(uri.replace("\\", "/")).name or uri


def moved(blocks: Iterable[Block], by: int) -> list[Block]:
    """The same blocks, further on in a longer text."""
    return [replace(block, span=block.span.moved(by)) for block in blocks]
