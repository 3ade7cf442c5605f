"""Hacker News: an item as the Algolia or the Firebase service gives it, and the saved page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml.html import HtmlElement

from rashomon.read.dates import from_timestamp, moment
from rashomon.read.drafts import About
from rashomon.read.markup import Passage, classes, first, headline, parsed_fragment, passages, shown
from rashomon.read.samples import Outcome, Sample
from rashomon.read.threads import Posting, thread

OUTLET = "Hacker News"
ADDRESS = "https://news.ycombinator.com/item?id="
TITLE = "//*[contains(@class, 'titleline') or contains(@class, 'storylink')]/descendant-or-self::a[1]"
INDENT = 40  # pixels by which a reply stands further in than what it answers
FIELDS = {"author", "created_at", "created_at_i", "parent_id", "points", "story_id", "type"}  # any two, beside id and children
Item = Mapping[str, Any]


def is_algolia(sample: Sample) -> bool:
    """Whether it is an item with its children in it."""
    item = sample.json
    return isinstance(item, dict) and isinstance(item.get("children"), list) and "id" in item and len(FIELDS & item.keys()) >= 2


def read_algolia(sample: Sample) -> Iterator[Outcome]:
    """The item and all that answers it as one document."""
    item = sample.json
    about = About(
        title=_text(item.get("title")) or _text(item.get("story_title")), outlet=OUTLET, uri=f"{ADDRESS}{item.get('id')}"
    )
    yield thread(sample, sample.name, _algolia(item), about)


def is_firebase(sample: Sample) -> bool:
    """Whether it is an item by itself, or a list of items."""
    items = sample.json if isinstance(sample.json, list) else [sample.json]
    return bool(items) and all(_is_item(item) for item in items[:20])


def read_firebase(sample: Sample) -> Iterator[Outcome]:
    """A document for each item that answers no other of them, with all that answers it."""
    given = sample.json if isinstance(sample.json, list) else [sample.json]
    places = {
        str(item["id"]): (f"[{n}]" if isinstance(sample.json, list) else "", item)
        for n, item in enumerate(given)
        if _is_item(item)
    }
    opening = [key for key, (_, item) in places.items() if str(item.get("parent")) not in places] or list(places)[:1]
    for key in opening:
        item = places[key][1]
        about = About(title=_text(item.get("title")), outlet=OUTLET, uri=f"{ADDRESS}{key}")
        yield thread(sample, sample.name if len(opening) == 1 else f"{sample.name}:{key}", _firebase(key, places), about)


def is_hackernews_page(sample: Sample) -> bool:
    """Whether it is a saved page of an item, not of a list of items."""
    return (
        sample.head.startswith("<")
        and "hnmain" in sample.text
        and sample.page is not None
        and bool(sample.page.xpath("//*[@id='hnmain']//*[contains(@class, 'fatitem') or contains(@class, 'comtr')]"))
    )


def read_hackernews_page(sample: Sample) -> Iterator[Outcome]:
    """The item at the head of the page and its comments, each answering what it stands under."""
    page = sample.page
    assert page is not None  # noqa: S101
    title = first(page, f"//*[contains(@class, 'fatitem')]{TITLE}")
    on = first(page, "//*[contains(@class, 'onstory')]//a")
    name = shown(title) if title is not None else on.get("title") or shown(on) if on is not None else None
    head = page.xpath("//table[contains(@class, 'fatitem')]//tr[contains(@class, 'athing')]")
    uri = f"{ADDRESS}{head[0].get('id')}" if head else None
    yield thread(sample, sample.name, _on_page(page), About(title=name, outlet=OUTLET, uri=uri))


def _algolia(root: Item) -> Iterator[Posting]:
    waiting: list[tuple[Item, str, str | None]] = [(root, "", None)]
    while waiting:
        item, place, parent = waiting.pop()
        key = str(item.get("id"))
        posted_at = from_timestamp(item["created_at_i"]) if item.get("created_at_i") else moment(str(item.get("created_at")))
        yield Posting(
            key,
            _passages(item.get("text"), f"{place}text"),
            _text(item.get("author")),
            posted_at,
            parent,
            _title(item, place),
        )
        children = item.get("children")
        inner = [child for child in children if isinstance(child, dict)] if isinstance(children, list) else []
        waiting += [(child, f"{place}children[{n}].", key) for n, child in reversed(list(enumerate(inner)))]


def _firebase(root: str, places: Mapping[str, tuple[str, Item]]) -> Iterator[Posting]:
    answers: dict[str, list[str]] = {}
    for key, (_, item) in places.items():
        answers.setdefault(str(item.get("parent")), []).append(key)
    waiting, seen = [root], set()
    while waiting:
        key = waiting.pop()
        if key in seen:  # an item that answers itself, through others
            continue
        seen.add(key)
        place, item = places[key]
        parent = str(item["parent"]) if item.get("parent") else None
        gone = item.get("deleted") or item.get("dead")
        text = () if gone else _passages(item.get("text"), f"{place}.text".lstrip("."))
        yield Posting(
            key, text, _text(item.get("by")), from_timestamp(item.get("time", "")), parent, _title(item, f"{place}.".lstrip("."))
        )
        kids = item.get("kids")
        order = {str(kid): n for n, kid in enumerate(kids if isinstance(kids, list) else [])}
        waiting += sorted(answers.get(key, []), key=lambda kid: order.get(kid, len(order)), reverse=True)


def _on_page(page: HtmlElement) -> Iterator[Posting]:
    above: list[tuple[int, str]] = []  # the comments that this one may stand under, and how far in they stand
    top, texts = None, _texts(page)
    for row in page.xpath(
        "//tr[contains(concat(' ', @class, ' '), ' athing ') or contains(concat(' ', @class, ' '), ' comtr ')]"
    ):
        key = row.get("id")
        is_comment = "comtr" in classes(row)
        if not key or (not is_comment and (top or not row.xpath("ancestor::table[contains(@class, 'fatitem')]"))):
            continue
        if not is_comment:
            top = key
            table = row.xpath("ancestor::table[contains(@class, 'fatitem')]")[0]
            yield _posting(table, texts.get(table, []), key, None, is_top=True)
            continue
        indent = _indent(row)
        while above and above[-1][0] >= indent:
            above.pop()
        yield _posting(row, texts.get(row, []), key, above[-1][1] if above else top)
        above.append((indent, key))


def _posting(row: HtmlElement, texts: Sequence[HtmlElement], key: str, parent: str | None, is_top: bool = False) -> Posting:
    title = first(row, f".{TITLE}") if is_top else None
    found = tuple(passage for text in texts for passage in passages(text, lambda inner: "reply" in classes(inner)))
    user, age = first(row, ".//a[contains(@class, 'hnuser')]"), first(row, ".//*[contains(@class, 'age')]")
    return Posting(key, found, shown(user) if user is not None else None, _time(age), parent, headline(title))


def _texts(page: HtmlElement) -> dict[HtmlElement, list[HtmlElement]]:
    """Each row of a comment, and the table of a post, with the elements that hold its own words.

    All are found in one go, and none inside another: in a page that was cut up they nest thousands deep.
    """
    found: dict[HtmlElement, list[HtmlElement]] = {}
    known: set[HtmlElement] = set()
    for text in page.xpath(
        "//*[contains(concat(' ', @class, ' '), ' commtext ') or contains(concat(' ', @class, ' '), ' toptext ')]"
    ):
        holders = (one for one in text.iterancestors() if one in known or classes(one) & {"comtr", "fatitem"})
        holder = next(holders, None)
        if holder is not None and holder not in known:
            known.add(text)
            found.setdefault(holder, []).append(text)
    return found


def _time(age: HtmlElement | None) -> str | None:
    """Pages carry "2025-06-15T12:00:00 1750000000", older ones the time alone; both are UTC."""
    words = (age.get("title") or "").split() if age is not None else []
    if len(words) == 2:
        return from_timestamp(words[1])
    return moment(f"{words[0]}Z") if words else None


def _indent(row: HtmlElement) -> int:
    cell = first(row, ".//td[contains(concat(' ', @class, ' '), ' ind ')]")
    if cell is None:
        return 0
    if (cell.get("indent") or "").isdigit():
        return int(cell.get("indent")) * INDENT
    width = next((image.get("width") or "" for image in cell.iter("img")), "")
    return int(width) if width.isdigit() else 0


def _passages(text: Any, where: str) -> tuple[Passage, ...]:
    return tuple(passages(parsed_fragment(text), where=where)) if isinstance(text, str) and text.strip() else ()


def _title(item: Item, place: str) -> Passage | None:
    words = _text(item.get("title"))
    return Passage(words, f"{place}title") if words else None


def _is_item(item: Any) -> bool:
    if not isinstance(item, dict) or "id" not in item:
        return False
    if item.get("deleted") is True and "type" in item:
        return True
    return "by" in item and "time" in item and item.get("type") in ("story", "comment", "ask", "job", "poll", "pollopt")


def _text(value: Any) -> str | None:
    return re.sub(r"\s+", " ", value).strip() or None if isinstance(value, str) else None
