"""MHTML: a page with all that belongs to it in one file, as browsers and Hunchly save it."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from rashomon.errors import UnreadableCapture
from rashomon.model import Document
from rashomon.read.forums import is_forum, read_forum
from rashomon.read.hackernews import is_hackernews_page, read_hackernews_page
from rashomon.read.html import read_html
from rashomon.read.mime import head_of, leaves, message_of, text_of, time_of
from rashomon.read.reddit import is_reddit_page, read_reddit_page
from rashomon.read.samples import Outcome, Sample

PAGES = ("text/html", "application/xhtml+xml")
THREADS = ((is_hackernews_page, read_hackernews_page), (is_reddit_page, read_reddit_page), (is_forum, read_forum))
AGAIN = "Save the page again, as MHTML or as HTML."


def is_mhtml(sample: Sample) -> bool:
    """Whether its fields are those of a saved page: it says where it comes from, and goes to nobody."""
    return _head(sample.data) is not None


def captured_at(data: bytes) -> str | None:
    """When the page was saved, ISO 8601 in UTC; None where it does not say so, or is no such file."""
    head = _head(data)
    return time_of(head) if head is not None else None


def read_mhtml(sample: Sample) -> Iterator[Outcome]:
    """The page itself, as an article or a thread; what is framed in it (advertisements, players) is not read."""
    message = message_of(sample.data, sample.uri)
    pages = [part for part in leaves(message) if part.get_content_type() in PAGES]
    if not pages:
        raise UnreadableCapture(sample.uri, "no page is in it, or it is cut off", AGAIN)
    start = message.get_param("start")
    page = next((part for part in pages if start and part.get("Content-ID") == start), pages[0])
    inner = Sample(sample.capture, BOM_UTF8 + text_of(page, sample.uri).encode("utf-8", "surrogatepass"))
    read = next((read for is_one, read in THREADS if is_one(inner)), read_html)
    address = _address(message, page)
    for outcome in read(inner):
        yield replace(outcome, uri=address) if address and isinstance(outcome, Document) else outcome


def _head(data: bytes) -> Message | None:
    head = head_of(data)
    if head is None or head.get("To") or head.get("Received"):
        return None
    if head.get("Snapshot-Content-Location"):
        return head
    is_page = head.get_content_type() in PAGES and head.get("Content-Location")
    return head if is_page or head.get_content_type() == "multipart/related" else None


def _address(message: Message, page: Message) -> str | None:
    """Where the page came from: what its head says, or its part."""
    for value in (message.get("Snapshot-Content-Location"), page.get("Content-Location"), message.get("Content-Location")):
        address = "".join(str(value or "").split())
        if address.lower().startswith(("http://", "https://")):
            return address
    return None
