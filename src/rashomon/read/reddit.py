"""Reddit: listings as its service gives them, and saved pages of its old, its middle and its present design."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from rashomon.read.dates import from_timestamp, moment
from rashomon.read.drafts import About
from rashomon.read.markup import Passage, classes, first, headline, passages, path_of, shown
from rashomon.read.samples import Outcome, Sample
from rashomon.read.threads import Posting, thread

SITE = "https://www.reddit.com"
NOBODY = ("[deleted]", "[removed]", "")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))+\)")  # Markdown: [words](address)
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1")
_POST = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"


def is_reddit_listing(sample: Sample) -> bool:
    """Whether it is a listing, or the two of a thread (the post, then its comments)."""
    given = sample.json if isinstance(sample.json, list) else [sample.json]
    return bool(given) and all(_is_listing(listing) for listing in given)


def read_reddit_listing(sample: Sample) -> Iterator[Outcome]:
    """A thread as one document; a list of posts as one document each."""
    given = sample.json if isinstance(sample.json, list) else [sample.json]
    starts = [(f"[{n}]." if isinstance(sample.json, list) else "", listing) for n, listing in enumerate(given)]
    things = list(_things(starts))
    opening = [thing for _, thing in things if "title" in thing]
    if len(opening) <= 1:
        yield thread(
            sample, sample.name, (_listed(place, thing) for place, thing in things), _about(opening[0] if opening else {})
        )
        return
    for place, thing in things:
        if "title" in thing:
            yield thread(sample, f"{sample.name}:{thing.get('id')}", [_listed(place, thing)], _about(thing))


def is_reddit_page(sample: Sample) -> bool:
    """Whether it is a saved page of a thread in one of the three designs."""
    if not sample.head.startswith("<") or "reddit" not in sample.text or sample.page is None:
        return False
    return any(first(sample.page, sign) is not None for sign, _ in DESIGNS)


def read_reddit_page(sample: Sample) -> Iterator[Outcome]:
    """The post and the comments that the page holds."""
    page = sample.page
    assert page is not None  # noqa: S101
    postings = next(postings for sign, postings in DESIGNS if first(page, sign) is not None)
    link = first(page, "//link[@rel='canonical']")
    uri = link.get("href") if link is not None else _noted(page)
    place = re.search(r"/(r/\w+)/", uri or "")
    yield thread(sample, sample.name, postings(page), About(outlet=place.group(1) if place else "Reddit", uri=uri))


def _things(starts: list[tuple[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every post and comment with its place, in reading order. "more" stands for comments that were not loaded."""
    waiting = list(reversed(starts))
    while waiting:
        place, item = waiting.pop()
        data = item.get("data") if isinstance(item, dict) else None
        if not isinstance(data, dict):
            continue
        if item.get("kind") == "Listing":
            children = data.get("children")
            children = children if isinstance(children, list) else []
            waiting += [(f"{place}data.children[{n}].", child) for n, child in reversed(list(enumerate(children)))]
        elif item.get("kind") in ("t1", "t3"):
            yield f"{place}data.", data
            waiting.append((f"{place}data.replies.", data.get("replies")))


def _listed(place: str, thing: Mapping[str, Any]) -> Posting:
    field = "selftext" if "title" in thing else "body"
    title = " ".join(html.unescape(str(thing.get("title") or "")).split())
    return Posting(
        str(thing.get("id")),
        (*_plain(str(thing.get(field) or ""), f"{place}{field}{_edited(thing)}"), *_carried(place, thing)),
        _author(thing.get("author")),
        from_timestamp(thing.get("created_utc", "")),
        _bare(thing.get("parent_id")),
        Passage(title, f"{place}title") if title else None,
    )


def _carried(place: str, thing: Mapping[str, Any]) -> Iterator[Passage]:
    """The words of the post that this one passes on from another place (a crosspost): they are their author's."""
    parents = thing.get("crosspost_parent_list")
    for number, parent in enumerate(parents if isinstance(parents, list) else []):
        if isinstance(parent, dict):
            where = f"{place}crosspost_parent_list[{number}].selftext"
            for passage in _plain(str(parent.get("selftext") or ""), where):
                yield replace(passage, quoted=True, author=_author(parent.get("author")))


def _edited(thing: Mapping[str, Any]) -> str:
    """Since when the words are as they stand, where they were edited; false where they were not, true in the oldest."""
    edited = thing.get("edited")
    at = from_timestamp(edited) if isinstance(edited, int | float) and edited > 1 else None
    return f" (edited {at})" if at else ""


def _plain(markdown: str, where: str) -> Iterator[Passage]:
    """The paragraphs of a text in Reddit's Markdown, in which "&gt;" still stands for ">", without its marks."""
    for part in re.split(r"\n\s*\n", html.unescape(markdown)):
        words = _STRONG.sub(r"\2", _LINK.sub(r"\1", part)).strip()
        if words:
            yield Passage(words, where)


def _about(opening: Mapping[str, Any]) -> About:
    place, permalink = opening.get("subreddit"), opening.get("permalink")
    return About(outlet=f"r/{place}" if place else "Reddit", uri=f"{SITE}{permalink}" if permalink else None)


def _is_listing(item: Any) -> bool:
    return isinstance(item, dict) and item.get("kind") in ("Listing", "t1", "t3") and isinstance(item.get("data"), dict)


def _old(page: HtmlElement) -> Iterator[Posting]:
    """The design up to 2018: each thing lies inside the one it answers."""
    for thing in page.xpath(f"//div[{_POST.format('thing')}]"):
        kinds = classes(thing)
        if not kinds & {"comment", "link", "self"} or "morechildren" in kinds or "promoted" in kinds:
            continue
        above = next((outer for outer in thing.iterancestors("div") if {"thing", "comment"} <= classes(outer)), None)
        if above is None and "comment" in kinds:
            above = first(page, f"//div[{_POST.format('thing')} and ({_POST.format('link')} or {_POST.format('self')})]")
        entry = first(thing, f"./div[{_POST.format('entry')}]")
        texts = entry.xpath(f".//div[{_POST.format('usertext-body')}]") if entry is not None else []
        time, name = (first(entry, ".//time") if entry is not None else None), thing.get("data-author")
        if name is None and entry is not None:
            name = shown(user) if (user := first(entry, f".//a[{_POST.format('author')}]")) is not None else None
        title = first(thing, f".//a[{_POST.format('title')}]") if "comment" not in kinds else None
        yield Posting(
            _old_id(thing),
            tuple(passage for text in texts for passage in passages(text)),
            _author(name),
            moment(time.get("datetime") or "") if time is not None else None,
            _old_id(above) if above is not None else None,
            headline(title),
        )


def _old_id(thing: HtmlElement) -> str:
    permalink = (thing.get("data-permalink") or "").rstrip("/")
    found = re.search(r"/comments/(\w+)(?:/[^/]*(?:/(\w+))?)?$", permalink)
    return _bare(thing.get("data-fullname")) or (found.group(2) or found.group(1) if found else None) or path_of(thing)


def _middle(page: HtmlElement) -> Iterator[Posting]:
    """The design of 2018 to 2023: names that mean something are only in the ids, the rest in the script that made the page."""
    state = _state(page)
    head = first(page, "//*[starts-with(@id, 'PostTopMeta--Created--')]")
    top = _bare(head.get("id").rpartition("--")[2]) if head is not None else None
    if top:
        title = first(page, "//*[@data-test-id='post-content']//h1 | //h1")
        body = first(page, "//*[@data-test-id='post-content']//*[contains(@class, 'RichTextJSON-root')]")
        if body is None and head is not None:
            body = first(head, "./ancestor::*[.//h1][1]//*[contains(@class, 'RichTextJSON-root')]")
        yield _stated(top, state.get(f"t3_{top}", {}), tuple(passages(body)) if body is not None else (), None, headline(title))
    above: list[tuple[int, str]] = []
    for comment in page.xpath("//div[starts-with(@id, 't1_')]"):
        key, depth = comment.get("id")[3:], _padding(comment)
        while above and above[-1][0] >= depth:
            above.pop()
        text = first(comment, ".//*[@data-test-id='comment']")
        found = tuple(passages(text)) if text is not None else ()
        yield _stated(key, state.get(f"t1_{key}", {}), found, above[-1][1] if above else top)
        above.append((depth, key))


def _stated(
    key: str, told: Mapping[str, Any], found: tuple[Passage, ...], parent: str | None, title: Passage | None = None
) -> Posting:
    seconds = told.get("created")
    is_milliseconds = isinstance(seconds, int | float) and seconds > 10**11
    posted_at = from_timestamp(seconds / 1000 if is_milliseconds else seconds) if seconds else None
    return Posting(key, found, _author(told.get("author")), posted_at, parent, title)


def _state(page: HtmlElement) -> dict[str, Any]:
    """What the script that made the page knows of each post and comment, by its full name."""
    for script in page.iter("script"):
        words = script.text or ""
        if "window.___r" in words[:200]:
            try:
                told, _ = json.JSONDecoder().raw_decode(words, words.index("{"))
                return {**told["posts"]["models"], **told["comments"]["models"]}
            except (ValueError, KeyError, TypeError, RecursionError):
                return {}
    return {}


def _padding(comment: HtmlElement) -> int:
    found = re.search(r"padding-left:\s*(\d+)", comment.get("style") or "")
    return int(found.group(1)) if found else 0


def _present(page: HtmlElement) -> Iterator[Posting]:
    """The design since 2023: elements of its own, whose attributes say all."""
    post = first(page, "//shreddit-post")
    top = None
    if post is not None:
        top = _bare(post.get("id") or post.get("thingid")) or "post"
        body = first(post, ".//*[@slot='text-body']")
        title = first(post, ".//*[@slot='title']")
        named = headline(title) or (Passage(post.get("post-title"), path_of(post)) if post.get("post-title") else None)
        found = tuple(passages(body)) if body is not None else ()
        yield Posting(top, found, _author(post.get("author")), moment(post.get("created-timestamp") or ""), None, named)
    for comment in page.iter("shreddit-comment"):
        text = first(comment, "./*[@slot='comment']")
        time = first(comment, "./*[@slot='commentMeta']//*[@ts or @datetime]")
        stamp = comment.get("created") or ((time.get("ts") or time.get("datetime")) if time is not None else None)
        yield Posting(
            _bare(comment.get("thingid")) or path_of(comment),
            tuple(passages(text)) if text is not None else (),
            _author(comment.get("author")),
            moment(stamp or ""),
            _bare(comment.get("parentid")) or top,
        )


def _noted(page: HtmlElement) -> str | None:
    meta = first(page, "//meta[@property='og:url']")
    return meta.get("content") if meta is not None else None


def _author(name: Any) -> str | None:
    return None if not isinstance(name, str) or name.strip() in NOBODY else name.strip()


def _bare(name: Any) -> str | None:
    """The id without the kind before it: "t1_abc" is "abc"."""
    return re.sub(r"^t\d_", "", name) or None if isinstance(name, str) else None


DESIGNS = (
    ("//shreddit-post | //shreddit-comment", _present),
    ("//div[starts-with(@id, 't1_')]//*[@data-test-id='comment']", _middle),
    (f"//div[{_POST.format('thing')} and @data-author and ({_POST.format('comment')} or {_POST.format('link')})]", _old),
)
