"""Markdown, as note-taking programs and web clippers save pages: shown without its marks, each block leading back to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind, Document
from rashomon.read.dates import date_in
from rashomon.read.debris import kinds_of
from rashomon.read.drafts import About, Piece, assembled, whole
from rashomon.read.plain import read_plain, told_by
from rashomon.read.samples import Sample

_FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<fields>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_ -]{2,20}):[ \t]*(?P<value>\S.*?)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_FENCE = re.compile(r"[ \t]*(```|~~~)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_QUOTE = re.compile(r"[ \t]*>+[ \t]?")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))+(?:\s+\"[^\"]*\")?\)")
_INLINE = (  # a mark and what it shows, in the order in which they are taken away
    (_PICTURE, r"\1"),
    (re.compile(r"\[\^[^\]\n]+\]:?"), ""),  # a footnote's number
    (re.compile(r"\[([^\[\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[\[(?:[^\[\]|\n]+\|)?([^\[\]\n]+)\]\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+)>"), r"\1"),
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"(\*\*\*|\*\*|__|~~|==)(?=\S)(.{1,400}?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,400}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])"), r"\1"),
)
NAMES = {  # what web clippers call the fields of a document
    "title": ("title",),
    "author": ("author", "authors", "by", "byline"),
    "outlet": ("site", "publisher", "outlet", "publication"),
    "published": ("published", "date", "date published", "pubdate"),
    "url": ("source", "url", "link", "canonical"),
    "lang": ("lang", "language"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A block of Markdown: what it shows, where it stands, and its kind where its mark tells it."""

    text: str
    start: int
    end: int
    kind: BlockKind | None = None


def is_markdown(sample: Sample) -> bool:
    """Whether its name says so, or it opens with fields between lines of dashes or with a heading."""
    if sample.name.lower().endswith((".md", ".markdown")):
        return bool(sample.head)
    front = _FRONT.match(sample.head)
    return bool(front and _FIELD.search(front["fields"])) or bool(re.match(r"#[ \t]+\S.*\r?\n\s*\S", sample.head))


def read_markdown(sample: Sample) -> Iterator[Document]:
    """The page as one document; what has no mark of Markdown for its parts is read as the plain text that it is."""
    text = whole(sample.text)
    front = _FRONT.match(text)
    parts = list(_parts(text, front.end() if front else 0))
    if not parts:
        raise UnreadableCapture(sample.uri, "it holds no text", "Capture it again, or leave it out.")
    if not front and not any(part.kind for part in parts):
        yield from read_plain(sample)
        return
    kinds = _kinds(parts)
    pieces = [Piece(part.text, kind, f"chars {part.start}-{part.end}") for part, kind in zip(parts, kinds, strict=True)]
    seen = told_by([(kind, part.text) for part, kind in zip(parts, kinds, strict=True)])
    yield assembled(sample.capture, sample.name, pieces, _about(front["fields"] if front else "", seen))


def _parts(text: str, at: int) -> Iterator[Part]:
    """The blocks in order: headings, items, quotations and rows by their marks, else lines up to the next blank one."""
    run: list[tuple[int, int, str]] = []  # the lines of a paragraph: start, end, words
    run_kind: BlockKind | None = None
    fenced = ""
    for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|$)", text[at:]):
        start, line = at + found.start(), found.group().rstrip("\r\n")
        fence = _FENCE.match(line)
        if fence or fenced:  # code is nobody's statement
            yield from _part(run, run_kind)
            run, fenced = [], "" if fence and fenced == fence.group(1) else fenced or (fence.group(1) if fence else "")
            continue
        underline = _UNDERLINE.match(line)
        if underline and len(run) == 1 and run_kind is None:
            yield from _part(run, "title" if underline.group(1)[0] == "=" else "heading")
            run = []
            continue
        mark, kind = _mark(line)
        goes_on = bool(run) and kind == run_kind and kind in (None, "quote") and not _ITEM.match(line)
        if not line[mark:].strip() or not goes_on:
            yield from _part(run, run_kind)
            run = []
        if line[mark:].strip():
            run_kind = kind
            run.append((start + mark, start + len(line), line[mark:]))
            if kind not in (None, "quote"):
                yield from _part(run, run_kind)
                run = []
    yield from _part(run, run_kind)


def _mark(line: str) -> tuple[int, BlockKind | None]:
    """How long the mark is that opens the line, and the kind of block that it opens."""
    heading = _HEADING.match(line)
    if heading:
        return heading.start(2), "title" if len(heading.group(1)) == 1 else "heading"
    quote = _QUOTE.match(line)
    if quote:
        return quote.end(), "quote"
    if _TABLE.match(line):
        return 0, "boilerplate"
    if _PICTURE.fullmatch(line.strip()):
        return 0, "caption"
    item = _ITEM.match(line)
    return (item.end() if item else 0), None


def _part(run: Sequence[tuple[int, int, str]], kind: BlockKind | None) -> Iterator[Part]:
    words = "\n".join(words for _, _, words in run)
    for mark, shown in _INLINE:
        words = mark.sub(shown, words)
    words = " ".join(words.split())
    if words.strip("-*_=#| "):
        yield Part(words, run[0][0], run[-1][1], kind)


def _kinds(parts: Sequence[Part]) -> list[BlockKind]:
    """The kind that the mark tells, else the one that the line's own words tell; one title only."""
    told = iter(kinds_of([part.text for part in parts if part.kind is None]))
    titled = any(part.kind == "title" for part in parts)
    kinds: list[BlockKind] = []
    for part in parts:
        kind: BlockKind = next(told) if part.kind is None else part.kind
        if kind == "title" and ("title" in kinds or (part.kind is None and titled)):
            kind = "heading" if part.kind else "para"
        kinds.append(kind)
    return kinds


def _about(fields: str, seen: About) -> About:
    given = {
        found["name"].strip().lower().replace("_", " ").replace("-", " "): found["value"] for found in _FIELD.finditer(fields)
    }

    def field(name: str) -> str | None:
        value = next((given[other] for other in NAMES[name] if other in given), "")
        return re.sub(r"^\[\[|\]\]$", "", value.strip("\"' ")).strip("[]\"' ") or None

    published = field("published")
    return About(
        title=field("title") or seen.title,
        outlet=field("outlet") or seen.outlet,
        author=field("author") or seen.author,
        published_at=(date_in(published) if published else None) or seen.published_at,
        language=field("lang"),
        uri=field("url"),
    )
