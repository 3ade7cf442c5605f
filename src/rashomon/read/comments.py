"""The readers' comments under an article: which elements they are, who wrote them, when, and which answers which."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import html

from rashomon.read.dates import date_in, is_dateline, to_utc
from rashomon.read.debris import is_furniture, is_sentence
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
LONGEST_HEAD = 20  # words
LINKED = 0.9  # share of a short line's letters in links from which it is a button: "Reply", "Permalink"


@dataclass(slots=True)
class Comment:
    """One comment: what the page says of it, and what stands in it but in none of its replies."""

    element: html.HtmlElement
    id: str
    author: str | None
    posted_at: str | None
    reply_to: str | None
    passages: list[Passage] = field(default_factory=list)

    def pieces(self) -> Iterator[Piece]:
        """The comment's words as posts: its author, its time and its buttons are left out."""
        for passage in self.passages:
            if _is_head(passage, self.author):
                continue
            if any(element.tag == "blockquote" for element in _within(passage.element, self.element)):
                yield Piece(passage.text, "quoted_post", passage.path, None, None, self.id, self.reply_to)
            else:
                yield Piece(passage.text, "post", passage.path, self.author, self.posted_at, self.id, self.reply_to)


def comments_in(root: html.HtmlElement, passages: Sequence[Passage]) -> list[Comment]:
    """The comments of the page in reading order, each with its passages.

    None where no comment has a name and fewer than two have a sentence: columns are called "comment" too, and so is the place
    for comments that are not loaded.
    """
    found = dict.fromkeys(element for element in root.iter(*_TAGS) if _is_comment(element))
    inner = {element for element in found if _is_inner(element, found)}
    outer = [element for element in found if element not in inner]
    held: dict[html.HtmlElement, list[Passage]] = {element: [] for element in outer}
    for passage in passages:
        around = (passage.element, *passage.element.iterancestors())
        nearest = next((element for element in around if element in held), None)
        if nearest is not None:
            held[nearest].append(passage)
    made: dict[html.HtmlElement, Comment] = {}
    for number, element in enumerate((element for element in outer if held[element]), 1):
        above = next((made[other] for other in element.iterancestors() if other in made), None)
        own = list(_own(element, held.keys()))
        author, posted_at = _author(own), _posted_at(own)
        comment = Comment(element, f"comment-{number}", author, posted_at, above.id if above else None, held[element])
        if any(comment.pieces()):
            made[element] = comment
    comments = list(made.values())
    speaking = sum(any(is_sentence(piece.text) for piece in comment.pieces()) for comment in comments)
    return comments if speaking > 1 or any(comment.author for comment in comments) else []


def _is_comment(element: html.HtmlElement) -> bool:
    kind = (element.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    if kind in ("Comment", "UserComments"):
        return True
    named = any(_ITEM.fullmatch(name) for name in _names(element)) or _ID.fullmatch(element.get("id") or "") is not None
    return named and element.find(".//h1") is None


def _is_inner(element: html.HtmlElement, found: Collection[html.HtmlElement]) -> bool:
    """Whether the element is the inside of the comment around it, not a reply: its only child of that kind."""
    outer = element.getparent()
    return outer in found and not any(
        other in found for other in (*element.itersiblings(), *element.itersiblings(preceding=True))
    )


def _author(own: Sequence[html.HtmlElement]) -> str | None:
    """The name of who wrote it, as shown."""
    for element in own:
        if element.get("itemprop") in ("author", "creator") or any(_AUTHOR.fullmatch(name) for name in _names(element)):
            inner = element.find(".//*[@itemprop='name']")
            name = _SAYS.sub("", text_of(element if inner is None else inner)) or (element.get("content") or "").strip()
            if name and len(name) <= LONGEST_NAME:
                return name
    return None


def _posted_at(own: Sequence[html.HtmlElement]) -> str | None:
    for element in own:
        named = element.tag == "time" or element.get("itemprop") in ("dateCreated", "datePublished", "commentTime")
        if named or any(_TIME.fullmatch(name) for name in _names(element)):
            stated = (element.get("datetime") or element.get("content") or "").strip()
            time = to_utc(stated) or date_in(f"{stated} {text_of(element)}")
            if time:
                return time
    return None


def _own(element: html.HtmlElement, others: Collection[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """The elements in a comment, in order, but for those in its replies."""
    todo = list(reversed(element))
    while todo:
        inner = todo.pop()
        if isinstance(inner.tag, str) and inner not in others:
            yield inner
            todo += reversed(inner)


def _is_head(passage: Passage, author: str | None) -> bool:
    """Whether the passage only says who wrote the comment and when, or is a button."""
    text, element = passage.text, passage.element
    if is_furniture(text) or is_dateline(text) or element.tag in ("time", "form", "label"):
        return True
    if len(text.split()) > LONGEST_HEAD:
        return False
    if any(_TIME.fullmatch(name) or "reply" in name for name in _names(element)):
        return True
    if author and folded(_SAYS.sub("", text)) == folded(author):
        return True
    if "node()" in passage.path:
        return any(other.tag == "a" for other in _within(element, element.getroottree().getroot()))
    linked = sum(len(text_of(link)) for link in element.iterdescendants("a"))
    return element.find(".//time") is not None or linked >= LINKED * len(text) > 0


def _within(element: html.HtmlElement, outer: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The element and those around it, up to but without the outer one."""
    while element is not None and element is not outer:
        yield element
        element = element.getparent()


def _names(element: html.HtmlElement) -> list[str]:
    return (element.get("class") or "").lower().split()
