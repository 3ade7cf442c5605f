"""What was captured, and the frozen text that was read out of it."""

from dataclasses import dataclass
from typing import Literal, Self

from rashomon.model.ids import make_id
from rashomon.model.span import Span

BlockKind = Literal["title", "heading", "byline", "para", "quote", "caption", "post", "quoted_post", "boilerplate", "repeat"]


@dataclass(frozen=True, slots=True)
class Capture:
    """A file as it was found, byte for byte; `uri` says where (a path, an address, `archive.zip!/member`)."""

    id: str
    uri: str
    captured_at: str  # ISO 8601, UTC
    media_type: str
    sha256: str
    size: int  # bytes

    @classmethod
    def of(cls, uri: str, captured_at: str, media_type: str, sha256: str, size: int) -> Self:
        """A capture whose id depends on its bytes alone: the same bytes found twice are one capture."""
        return cls(make_id("cap", sha256), uri, captured_at, media_type, sha256, size)


@dataclass(frozen=True, slots=True)
class Original:
    """A capture together with its bytes: what the read stage gets. Never a table."""

    capture: Capture
    data: bytes


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document's text with one job in it.

    Statements come from `para`, `quote`, `post` and `title`; from a `caption` only names; nothing from `boilerplate` (debris,
    navigation) nor from `repeat` (a passage that stands earlier in the same document). A post may be several blocks: they
    share `post`, an id unique in the document, and `reply_to` names the post it answers. Without names a post still has its
    id.
    """

    span: Span
    kind: BlockKind
    path: str  # where in the capture: "chars 120-340", "bytes 0-99", "/html/body/article/p[3]", "page 2", "messages[17]"
    author: str | None = None
    posted_at: str | None = None  # ISO 8601 date or time
    post: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One account: a text that is frozen once made, cut into blocks in reading order that do not overlap."""

    id: str
    capture_id: str
    name: str  # the file's name, or the `id` of a JSONL line
    text: str
    title: str | None
    outlet: str | None
    author: str | None
    published_at: str | None  # ISO 8601 date or time
    language: str | None  # ISO 639-1
    uri: str  # the page's own address if it is known, else the capture's
    blocks: tuple[Block, ...]

    @classmethod
    def of(
        cls,
        *,
        capture_id: str,
        name: str,
        text: str,
        uri: str,
        blocks: tuple[Block, ...],
        title: str | None = None,
        outlet: str | None = None,
        author: str | None = None,
        published_at: str | None = None,
        language: str | None = None,
    ) -> Self:
        """A document whose id depends on what it says, not on the file that carried it."""
        key = make_id("doc", name, text, title, outlet, author, published_at, language)
        return cls(key, capture_id, name, text, title, outlet, author, published_at, language, uri, blocks)
