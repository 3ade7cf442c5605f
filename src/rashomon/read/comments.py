"""The readers' comments under an article: which elements they are, who wrote them, when, and which answers which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import html

from rashomon.read.dates import date_in, is_dateline, to_utc
from rashomon.read.debris import is_furniture
from rashomon.read.drafts import Piece
from rashomon.read.elements import Passage, text_of
from rashomon.text.normal import folded

_ITEM = re.compile(
    r"(?!(?:add|leave|post|write|new|no|submit|reply|view|show)[-_])(?:[a-z0-9]+(?:__|[-_]))*comment"
    r"(?:(?:__|[-_])(?:item|block|entry|container|wrap|wrapper|single|node|thread|\d+))?",
)
_ID = re.compile(r"(?:div-|li-)?comment[-_]?(?:\d+|[0-9a-f-]{6,})", re.IGNORECASE)
_AUTHOR = re.compile(
    r"(?:(?:comment|user|post|c)(?:__|[-_]))*(?:author|username|user-?name|poster|nick(?:name)?|commenter|display-?name)"
    r"(?:(?:__|[-_])(?:name|link))?|fn"
)
_TIME = re.compile(r"(?:[a-z]+(?:__|[-_]))*(?:date|time|timestamp|datetime|metadata|posted-?on)")
_SAYS = re.compile(r"\s*(?:says|said|wrote|writes|schrieb|sagt|a écrit|dice)?\s*:?\s*$", re.IGNORECASE)
_TAGS = ("article", "dd", "div", "li", "section", "tr")
LONGEST_NAME = 60


@dataclass(slots=True)
class Comment:
    """One comment: its element, what stands in it but in none of its replies, and what the page says of it."""

    element: html.HtmlElement
    number: int
    parent: "Comment | None"
    passages: list[Passage] = field(default_factory=list)

    @property
    def id(self) -> str:
        """An id unique in the document."""
        return f"comment-{self.number}"


def comments_in(root: html.HtmlElement, passages: Sequence[Passage]) -> list[Comment]:
    """The comments of the page in reading order, each with its passages; none where nothing on the page marks them."""
    found = {element: None for element in root.iter(*_TAGS) if _is_comment(element)}
    merged = {element: outer for element in found if (outer := _frame(element, found)) is not None}
    made: dict[html.HtmlElement, Comment] = {}
    for element in found:
        if element not in merged:
            above = next((outer for outer in element.iterancestors() if outer in made), None)
            made[element] = Comment(element, len(made) + 1, None if above is None else made[above])
    for passage in passages:
        around = (passage.element, *passage.element.iterancestors())
        own = next((made[element] for element in around if element in made), None)
        if own:
            own.passages.append(passage)
    return [comment for comment in made.values() if comment.passages]


def pieces_of(comment: Comment) -> Iterator[Piece]:
    """The comment's words as posts: its author, its time and its buttons are left out."""
    author, posted_at = _author(comment), _posted_at(comment)
    reply_to = comment.parent.id if comment.parent and comment.parent.passages else None
    for passage in comment.passages:
        if _is_head(passage, author):
            continue
        if any(element.tag == "blockquote" for element in _within(passage.element, comment.element)):
            yield Piece(passage.text, "quoted_post", passage.path, None, None, comment.id, reply_to)
        else:
            yield Piece(passage.text, "post", passage.path, author, posted_at, comment.id, reply_to)


def _is_comment(element: html.HtmlElement) -> bool:
    kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    if kind in ("Comment", "UserComments"):
        return True
    named = any(_ITEM.fullmatch(name) for name in _names(element)) or _ID.fullmatch(element.get("id") or "") is not None
    return named and element.find(".//h1") is None and element.find(".//textarea") is None


def _frame(element: html.HtmlElement, found: dict[html.HtmlElement, None]) -> html.HtmlElement | None:
    """The comment element around this one that is the same comment: it holds one comment directly, replies lie elsewhere in it."""
    outer = next((outer for outer in element.iterancestors() if outer in found), None)
    if outer is None or element.getparent() is not outer or any(other in found for other in element.itersiblings()):
        return None
    return outer if not any(other in found for other in element.itersiblings(preceding=True)) else None


def _author(comment: Comment) -> str | None:
    """The name of who wrote it, as shown."""
    for element in _own(comment):
        if element.get("itemprop") in ("author", "creator") or any(_AUTHOR.fullmatch(name) for name in _names(element)):
            inner = element.find(".//*[@itemprop='name']")
            name = _SAYS.sub("", text_of(element if inner is None else inner)) or (element.get("content") or "").strip()
            if name and len(name) <= LONGEST_NAME:
                return name
    return None


def _posted_at(comment: Comment) -> str | None:
    for element in _own(comment):
        named = element.tag == "time" or element.get("itemprop") in ("dateCreated", "datePublished", "commentTime")
        if named or any(_TIME.fullmatch(name) for name in _names(element)):
            stated = (element.get("datetime") or element.get("content") or "").strip()
            time = to_utc(stated) or date_in(f"{stated} {text_of(element)}")
            if time:
                return time
    return None


def _own(comment: Comment) -> Iterator[html.HtmlElement]:
    """The elements in which the comment's own passages stand, and those inside them."""
    seen: set[html.HtmlElement] = set()
    for passage in comment.passages:
        outer = reversed(list(_within(passage.element, comment.element)))
        inner = () if "node()" in passage.path and passage.element is comment.element else passage.element.iterdescendants("*")
        for element in (*outer, *inner):
            if element not in seen and element is not comment.element:
                seen.add(element)
                yield element


def _is_head(passage: Passage, author: str | None) -> bool:
    """Whether the passage only says who wrote the comment and when, or is a button."""
    text = passage.text
    words = folded(text)
    by = folded(author or "")
    return (
        is_furniture(text)
        or is_dateline(text)
        or (bool(by) and words.startswith(by) and (len(words) <= len(by) + 10 or is_dateline(words[len(by) :])))
        or any(_TIME.fullmatch(name) for name in _names(passage.element))
        or passage.element.tag in ("time", "form", "label")
    )


def _within(element: html.HtmlElement, outer: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The element and those around it, up to but without the outer one."""
    while element is not None and element is not outer:
        yield element
        element = element.getparent()


def _names(element: html.HtmlElement) -> list[str]:
    return (element.get("class") or "").lower().split()
