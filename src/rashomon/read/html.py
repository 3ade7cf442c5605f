"""HTML pages as browsers save them: the article's text with its parts, and what the page says of itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.errors import UnreadableCapture
from rashomon.model import Document
from rashomon.read.comments import comments_in
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.elements import passages, tree_of
from rashomon.read.languages import language_of
from rashomon.read.maintext import main_passages
from rashomon.read.pages import about_page
from rashomon.read.roles import Article
from rashomon.read.samples import Sample

_BEFORE = re.compile(r"(?:\s|\ufeff|<!--.*?-->|<\?xml.*?\?>)*+", re.DOTALL)  # *+: some dozen of these would else take for ever
_PAGE = re.compile(r"<!doctype\s+html\b|<html\b|<head\b|<body\b|<frameset\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:a|article|aside|b|blockquote|br|center|div|em|figure|font|footer|form|h[1-6]|header|hr|i|img|link|main|meta|nav|ol|p|pre"
    r"|script|section|small|span|strong|style|table|tbody|td|title|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_NAMED = (".html", ".htm", ".xhtml")
_TAIL = 400  # bytes in which the end of the last tag stands


def is_html(sample: Sample) -> bool:
    """Whether it is a page, or a part of one: it begins with a tag, and ends with one where the first is no page's first."""
    start = _BEFORE.match(sample.head)
    beginning = sample.head[start.end() if start else 0 :]
    if _PAGE.match(beginning):
        return True
    if sample.name.lower().endswith(_NAMED) and _FRAGMENT.search(beginning):
        return True
    return bool(_FRAGMENT.match(beginning)) and sample.data[-_TAIL:].replace(b"\x00", b"").rstrip().endswith(b">")


def read_html(sample: Sample) -> Iterator[Document]:
    """The page as one document: the article in reading order, then its readers' comments."""
    root = tree_of(sample.text, sample.uri)
    shown = list(passages(root))
    comments = comments_in(root, shown)
    posted = {passage.path for comment in comments for passage in comment.passages}
    rest = [passage for passage in shown if passage.path not in posted]
    about = about_page(root)
    main = main_passages(root, [passage.text for passage in rest], [comment.element for comment in comments])
    kinds = Article(rest, main, about).kinds()
    pieces = [Piece(passage.text, kind, passage.path) for passage, kind in zip(rest, kinds, strict=True) if kind]
    pieces += [piece for comment in comments for piece in comment.pieces()]
    if not any(piece.kind not in ("boilerplate", "byline") for piece in pieces):
        raise UnreadableCapture(
            sample.uri, "the page shows no text", "Save it again when it has loaded, or save what it shows as text or PDF."
        )
    yield assembled(sample.capture, sample.name, pieces, _told(about, pieces))


def _told(about: About, pieces: Sequence[Piece]) -> About:
    """What is known of the document: the title as the page shows it, the language that it is written in."""
    title = next((piece.text for piece in pieces if piece.kind == "title"), about.title)
    words = " ".join(piece.text for piece in pieces if piece.kind in ("para", "post", "quote"))
    return replace(about, title=title, language=language_of(words) or about.language)
