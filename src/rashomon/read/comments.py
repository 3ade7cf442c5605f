"""The readers' comments under an article: which elements they are, who wrote them, when, and which answers which."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import html

from rashomon.read.dates import date_in, is_dateline, moment
from rashomon.read.debris import is_furniture, is_sentence
from rashomon.read.drafts import Piece
from rashomon.read.elements import Passage, text_of

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
_SAYS = re.compile(r"\s{0,9}(?:says|said|wrote|writes|schrieb|sagt|a écrit|dice)?\s{0,9}:?\s{0,9}$", re.IGNORECASE)
_TAGS = ("article", "dd", "div", "li", "section", "tr")
LONGEST_NAME = 60
BUTTON = 3  # words of a link that is a button


@dataclass(slots=True)
class Comment:
    """One comment: what the page says of it, and what stands in it but in none of its replies."""

    element: html.HtmlElement
    id: str
    author: str | None
    posted_at: str | None
    reply_to: str | None
    marks: list[str]
    passages: list[Passage]

    def pieces(self) -> Iterator[Piece]:
        """The comment's words as posts: its author, its time and its buttons are left out."""
        for passage in self.passages:
            if _is_head(passage, self.marks):
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
    found = [element for element in root.iter(*_TAGS) if _is_comment(element)]
    held: dict[html.HtmlElement, list[Passage]] = {element: [] for element in found}
    for passage in passages:
        around = (passage.element, *passage.element.iterancestors())
        nearest = next((element for element in around if element in held), None)
        if nearest is not None:
            held[nearest].append(passage)
    for element in found:
        if _is_inside(element, held):
            held[element.getparent()] = held.pop(element)
    made: dict[html.HtmlElement, Comment] = {}
    for number, element in enumerate((element for element in held if held[element]), 1):
        above = next((made[other] for other in element.iterancestors() if other in made), None)
        own = list(_own(element, held.keys()))
        reply_to = above.id if above else None
        comment = Comment(element, f"comment-{number}", _author(own), _posted_at(own), reply_to, _marks(own), held[element])
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


def _is_inside(element: html.HtmlElement, held: Mapping[html.HtmlElement, list[Passage]]) -> bool:
    """Whether the element is the inside of the comment around it, no reply: nothing else stands in that, no comment beside it."""
    outer = element.getparent()
    if outer not in held or held[outer]:
        return False
    return not any(other in held for other in (*element.itersiblings(), *element.itersiblings(preceding=True)))


def _author(own: Sequence[html.HtmlElement]) -> str | None:
    """The name of who wrote it, as shown."""
    for element in own:
        if _is_author(element):
            inner = element.find(".//*[@itemprop='name']")
            name = _SAYS.sub("", text_of(element if inner is None else inner)) or (element.get("content") or "").strip()
            if name and len(name) <= LONGEST_NAME:
                return name
    return None


def _posted_at(own: Sequence[html.HtmlElement]) -> str | None:
    for element in own:
        if _is_time(element):
            stated = (element.get("datetime") or element.get("content") or "").strip()
            time = moment(stated) or date_in(f"{stated} {text_of(element)}")
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


def _marks(own: Sequence[html.HtmlElement]) -> list[str]:
    """What stands in a comment and is not said in it: names, times, and links of a word or two such as "Reply"."""
    marks = [text_of(element) for element in own if _is_author(element) or _is_time(element) or _is_button(element)]
    return sorted(filter(None, marks), key=len, reverse=True)


def _is_head(passage: Passage, marks: Sequence[str]) -> bool:
    """Whether nothing is left of the passage once names, times and buttons are taken away."""
    text = passage.text
    if is_furniture(text) or is_dateline(text) or passage.element.tag in ("form", "label"):
        return True
    for mark in marks:
        text = text.replace(mark, " ", 1)
    return _SAYS.fullmatch(text.strip(" ·•|,-–—")) is not None


def _is_author(element: html.HtmlElement) -> bool:
    return element.get("itemprop") in ("author", "creator") or any(_AUTHOR.fullmatch(name) for name in _names(element))


def _is_time(element: html.HtmlElement) -> bool:
    if element.tag == "time" or element.get("itemprop") in ("dateCreated", "datePublished", "commentTime"):
        return True
    return any(_TIME.fullmatch(name) for name in _names(element))


def _is_button(element: html.HtmlElement) -> bool:
    named = any("reply" in name for name in _names(element)) or element.tag == "a"
    text = text_of(element) if named else ""
    return 0 < len(text.split()) <= BUTTON and "://" not in text


def _within(element: html.HtmlElement, outer: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The element and those around it, up to but without the outer one."""
    while element is not None and element is not outer:
        yield element
        element = element.getparent()


def _names(element: html.HtmlElement) -> list[str]:
    return (element.get("class") or "").lower().split()
