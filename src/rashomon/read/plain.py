"""Plain text: its paragraphs, its debris, or the posts of a discussion. The text stays exactly as it was captured."""

import itertools
import re
from collections.abc import Iterator, Sequence

from rashomon.errors import UnreadableCapture
from rashomon.model import Block, BlockKind, Document, Span
from rashomon.read.dates import date_in
from rashomon.read.debris import is_department, is_furniture, kinds_of
from rashomon.read.discussions import has_headers, is_discussion, posts_of
from rashomon.read.drafts import About, Piece, finished, whole
from rashomon.read.paragraphs import paragraphs
from rashomon.read.samples import Sample


def is_plain(sample: Sample) -> bool:
    """Whether it is a text at all: what no other reader knows is read as it stands."""
    return bool(sample.head)


def read_plain(sample: Sample) -> Iterator[Document]:
    """The text as one document."""
    text = whole(sample.text)
    if not text.strip():
        raise UnreadableCapture(sample.uri, "it holds no text", "Capture it again, or leave it out.")
    blocks = blocks_of(text, "")
    yield finished(sample.capture, sample.name, text, blocks, about(text, blocks))


def blocks_of(text: str, where: str, may_discuss: bool = True) -> list[Block]:
    """The text cut into blocks; each path is `where` and the range of characters."""
    spans = paragraphs(text)
    lines = [span.of(text) for span in spans]
    kinds = kinds_of(lines)
    headed = any(kind in ("title", "byline") for kind in kinds)
    if may_discuss and (has_headers(lines) or (not headed and is_discussion(lines))):
        return _posts(text, spans, kinds, where)
    return [Block(span, kind, _path(where, span)) for span, kind in zip(spans, kinds, strict=True)]


def pieces_of(text: str, where: str) -> list[Piece]:
    """The paragraphs of an article's text that stands in a field of its own, its title in another."""
    blocks = blocks_of(text, where, may_discuss=False)
    kinds: list[BlockKind] = ["para" if block.kind == "title" else block.kind for block in blocks]
    return [Piece(block.span.of(text), kind, block.path) for block, kind in zip(blocks, kinds, strict=True)]


def about(text: str, blocks: Sequence[Block]) -> About:
    """Title, date, outlet and author, where the lines at the head hold them."""
    return told_by([(block.kind, block.span.of(text)) for block in blocks])


def told_by(words: Sequence[tuple[BlockKind, str]]) -> About:
    """The same, from the words of each block with its kind."""
    bylines = [line for kind, line in words if kind == "byline"]
    by = next(
        (found for line in bylines if (found := re.match(r"(?:written |reported |posted )?by\s+(.+)", line, re.IGNORECASE))), None
    )
    outlet = _outlet(words)
    return About(
        title=next((line for kind, line in words if kind == "title"), None),
        outlet=outlet,
        author=by.group(1).strip(" .,") if by else _writer(outlet, words),
        published_at=next((date for line in bylines if (date := date_in(line))), None),
    )


def _outlet(words: Sequence[tuple[BlockKind, str]]) -> str | None:
    """A short name at the head that the page's own foot speaks of again ("X is a blog by …", "© X")."""
    debris = [line for kind, line in words if kind == "boilerplate"]
    for place, line in enumerate(debris):
        if len(line.split()) <= 4 and not is_furniture(line) and not is_department(line):
            again = re.compile(rf"(?<!\w){re.escape(line)}(?!\w)")
            if any(again.search(other) for other in debris[place + 1 :]):
                return line
    return None


def _writer(outlet: str | None, words: Sequence[tuple[BlockKind, str]]) -> str | None:
    """Who writes a blog or column, where its foot says so: "X is a blog by our correspondent Ada Moss that …"."""
    if not outlet:
        return None
    form = re.compile(rf"{re.escape(outlet)} is an? (?:\w+ ){{0,2}}(?:blog|column|newsletter)(?: written)? by (.{{3,120}})")
    said = next((found.group(1) for kind, line in words if kind == "boilerplate" and (found := form.match(line))), "")
    phrase = re.split(r"[,.;]|\s(?:that|which|who|and|on|for|at)\s", said, maxsplit=1)[0]
    name = re.search(r"(?:[A-ZÀ-Þ][\w'’.-]+\s){1,3}[A-ZÀ-Þ][\w'’.-]+$", phrase)
    return name.group() if name else None


def _posts(text: str, spans: Sequence[Span], kinds: Sequence[BlockKind], where: str) -> list[Block]:
    lines = [span.of(text) for span in spans]
    close = [
        False,
        *("\n" not in text[a.end : b.start].replace("\r\n", "\n")[1:] for a, b in itertools.pairwise(spans)),
    ]
    posts = posts_of(lines, close)
    first = next((i for i, post in enumerate(posts) if post), 0)
    blocks = []
    for i, (span, line, post) in enumerate(zip(spans, lines, posts, strict=True)):
        kind: BlockKind
        if post is None:  # above the first post stands the thread's title, elsewhere what the page put between
            kind = kinds[i] if i < first else "boilerplate"
            blocks.append(Block(span, kind, _path(where, span)))
        elif line.startswith(">") and not post.header:  # the words of another, nobody says whose
            blocks.append(Block(span, "quoted_post", _path(where, span), post=post.id))
        else:
            kind = "byline" if post.header else "post"
            blocks.append(Block(span, kind, _path(where, span), author=post.author, post=post.id))
    return blocks


def _path(where: str, span: Span) -> str:
    return f"{where}chars {span.start}-{span.end}"
