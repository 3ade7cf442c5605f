"""What a page says of itself: its title, author, outlet, date, language and address."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from rashomon.read.dates import date_in, moment
from rashomon.read.drafts import About
from rashomon.text.normal import folded, one_line

_SAVED = re.compile(
    r"saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile\s+url:\s*(\S+)|^\s*Mirrored from (\S+) by HTTrack"
)
_PUBLISHED = {  # names of meta elements, lower case, marks between words left out
    "articlepublishedtime", "articlepublished", "ogarticlepublishedtime", "ogpublishedtime", "datepublished", "publishedtime",
    "publisheddate", "publicationdate", "originalpublicationdate", "pubdate", "publishdate", "parselypubdate", "sailthrudate",
    "dcdate", "dcdateissued", "dcdatecreated", "dctermsdate", "dctermsissued", "dctermscreated", "citationpublicationdate",
    "date",
}  # fmt: skip
_AFTER = re.compile(  # what runs on behind a name that the page does not mark up
    r"[\s,]+(?:published|updated|posted|is an?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b).*", re.IGNORECASE
)
_MARKS = re.compile(r"[^a-z]+")
_DEEP = 30  # levels of JSON-LD looked into
FIRST_YEAR = "1900"  # systems that know no date write the year 1 or 1970: the first is told from a date, the second cannot be


def about_page(root: html.HtmlElement) -> About:
    """What the page's own metadata says; the words of the page decide only where it says nothing."""
    from trafilatura.metadata import extract_metadata  # 0.7 s to import: only when a page is read

    said = extract_metadata(root, date_config={"original_date": True, "extensive_search": False})
    uri = address(root)
    outlet = one_line(said.sitename or "") or (urlsplit(uri).netloc.removeprefix("www.") if uri else None)
    return About(
        title=one_line(said.title or "") or None,
        outlet=outlet,
        author=_author(said.author, outlet),
        published_at=published_at(root) or moment(said.date or ""),
        language=_language(root),
        uri=uri,
    )


def published_at(root: html.HtmlElement) -> str | None:
    """When the page says that it was published, in ISO 8601: the first date that it names, with the time where any names it."""
    made = [made for text in _dates(root) if (made := _iso(text))]
    return next((time for time in made if time[:10] == made[0][:10] and len(time) > len(made[0])), made[0]) if made else None


def address(root: html.HtmlElement) -> str | None:
    """The page's own address: what it calls canonical, else where it was saved from; the address of a site comes last."""
    saved = _saved_from(root)
    base = next((href for href in root.xpath("//head/base/@href") if _is_web(href)), None) or saved or ""
    named = root.xpath("//link[contains(concat(' ', @rel, ' '), ' canonical ')]/@href | //meta[@property='og:url']/@content")
    found = [url for href in named if _is_web(url := _joined(base, href.strip()))] + ([saved] if saved else [])
    return next((url for url in found if urlsplit(url).path.strip("/")), found[0] if found else None)


def linked_data(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, outer ones first."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _objects(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue  # pages are read that say nothing; this one says it in broken JSON


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list) and depth < _DEEP:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _objects(inner, depth + 1)


def _dates(root: html.HtmlElement) -> Iterator[str]:
    """The dates that the page gives for its publication, the most trusted first."""
    objects = [thing for thing in linked_data(root) if isinstance(thing.get("datePublished"), str)]
    yield from (thing["datePublished"] for thing in sorted(objects, key=lambda thing: "Article" not in str(thing.get("@type"))))
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if _MARKS.sub("", name.lower()) in _PUBLISHED:
            yield meta.get("content") or ""
    for element in root.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]"):
        yield element.get("datetime") or element.get("content") or element.text_content()


def _iso(text: str) -> str | None:
    made = moment(text) or date_in(text)
    return made if made and made >= FIRST_YEAR else None


def _author(author: str | None, outlet: str | None) -> str | None:
    """The names, a comma between them; an outlet that signs as its own author is none."""
    names = [_AFTER.sub("", one_line(name)) for name in (author or "").split(";")]
    kept = [name for name in names if name and folded(name) != folded(outlet or "")]
    return ", ".join(kept) or None


def _language(root: html.HtmlElement) -> str | None:
    code = (root.get("lang") or root.get("xml:lang") or "").strip().lower().replace("_", "-").split("-")[0]
    return code if re.fullmatch("[a-z]{2}", code) else None


def _saved_from(root: html.HtmlElement) -> str | None:
    """Where the browser or copier that saved the page says it came from."""
    for comment in root.xpath("/comment() | /html/comment() | /html/head/comment()"):
        found = _SAVED.search(comment.text or "")
        *saved, mirrored = found.groups() if found else ("",)
        url = f"http://{mirrored}" if mirrored else next((part for part in saved if part), "")
        if _is_web(url):
            return url
    return None


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
