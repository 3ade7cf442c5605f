"""Postings to the one document that a thread becomes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.errors import UnreadableCapture
from rashomon.model import Document
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.markup import Passage
from rashomon.read.samples import Sample
from rashomon.text.normal import folded

GONE = re.compile(
    r"\[?\s?(?:deleted|removed|flagged|dead|dead comment|comment (?:deleted|removed) by .{2,20}|removed by (?:reddit|moderator)"
    r"|deleted by user"
    r"|this (?:post|message|comment) (?:has been|was) (?:deleted|removed)\.?|\(?post deleted by author\)?)\s?\]?",
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r">+(?!\s*\d)\s*|>+\s+(?=\d)")  # ">50 people" is a figure, "> 50 people" a quotation


@dataclass(frozen=True, slots=True)
class Posting:
    """One post of a thread as a reader found it."""

    id: str
    passages: tuple[Passage, ...]
    author: str | None = None
    posted_at: str | None = None  # ISO 8601, UTC
    reply_to: str | None = None
    title: Passage | None = None  # where the post opens the thread under a title


def thread(sample: Sample, name: str, postings: Iterable[Posting], about: About) -> Document:
    """One document of all postings that say something; a thread without any raises UnreadableCapture."""
    kept = [posting for posting in map(_without_remains, postings) if posting.passages or posting.title]
    if not kept:
        raise UnreadableCapture(
            sample.uri, "a thread in which no post has a text", "Capture it again with its posts loaded, or leave it out."
        )
    known = {posting.id for posting in kept}
    kept = [replace(posting, reply_to=posting.reply_to if posting.reply_to in known else None) for posting in kept]
    first = next((posting for posting in kept if posting.title), kept[0])
    told = About(
        title=about.title or (first.title.text if first.title else None),
        outlet=about.outlet,
        author=about.author or first.author,
        published_at=about.published_at or first.posted_at,
        language=about.language,
        uri=about.uri,
    )
    return assembled(sample.capture, name, _pieces(kept), told)


def quoted_apart(passage: Passage) -> Iterator[Passage]:
    """The passage cut where lines that begin with ">" begin or end, as mail and plain-text forums mark quotations."""
    lines: list[str] = []
    marked = False
    for line in passage.text.split("\n"):
        mark = _QUOTED_LINE.match(line)
        if bool(mark) != marked and lines:
            yield replace(passage, text="\n".join(lines), quoted=passage.quoted or marked)
            lines = []
        marked = bool(mark)
        lines.append(line[mark.end() :] if mark else line)
    yield replace(passage, text="\n".join(lines), quoted=passage.quoted or marked)


def _without_remains(posting: Posting) -> Posting:
    """The posting without what a site puts in the place of a deleted text."""
    kept = tuple(passage for passage in posting.passages if not GONE.fullmatch(passage.text.strip()))
    return replace(posting, passages=kept)


def _pieces(postings: Sequence[Posting]) -> Iterator[Piece]:
    said: dict[str, tuple[str | None, str]] = {}  # post -> its author, and its own words for finding who is quoted
    for posting in postings:
        own = (posting.author, posting.posted_at, posting.id, posting.reply_to)
        if posting.title:
            yield Piece(posting.title.text, "title", posting.title.path, *own)
        words = []
        for passage in (part for whole in posting.passages for part in quoted_apart(whole)):
            if passage.quoted:
                author = passage.author or _quoted(passage.text, posting.reply_to, said)
                yield Piece(passage.text, "quoted_post", passage.path, author, None, posting.id, posting.reply_to)
            else:
                words.append(passage.text)
                yield Piece(passage.text, "post", passage.path, *own)
        said[posting.id] = (posting.author, folded(" ".join(words)))


def _quoted(text: str, reply_to: str | None, said: dict[str, tuple[str | None, str]]) -> str | None:
    """Who is quoted: the author of the post that is answered, if these words stand in it."""
    author, words = said.get(reply_to or "", (None, ""))
    return author if folded(text).strip(' ".…') in words else None
