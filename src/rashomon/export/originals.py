"""The originals of a case that may be handed on under a redaction, and the custody log as far as it may."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.export.redaction import Redaction
from rashomon.model import Capture, Document
from rashomon.read.decoding import decode
from rashomon.store.captures import OPENED
from rashomon.views.case import Tables

SEARCHED = (
    "text/",
    "application/json",
    "application/x-ndjson",
    "application/xhtml",
    "application/xml",
)  # in which a name is found
TAG = re.compile(r"<[^<>]{0,2000}>")
UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")


def names_in_file(redaction: Redaction, capture: Capture, data: bytes) -> str:
    """Why an original cannot be handed on; empty where it can be.

    What is no text (a PDF, a picture, an archive) is never: a name may stand in it where no search finds it.
    """
    if redaction.touches(capture.uri):
        return "its place holds a name that is left out"
    if not capture.media_type.startswith(SEARCHED):
        return "it is no plain text, and cannot be searched for names that are left out"
    try:
        text = decode(data, capture.uri)
    except UnreadableCapture:
        return "it cannot be read, and so not searched for names that are left out"
    if any(redaction.touches(form) for form in _forms(text)):
        return "it holds a name that is left out"
    return ""


def documents_touched(redaction: Redaction, tables: Tables) -> set[str]:
    """The ids of the captures from which a document was read that holds a name anywhere."""
    return {document.capture_id for document in tables["documents"] if any(map(redaction.touches, _words_of(document)))}


def _words_of(document: Document) -> Iterator[str]:
    given = (document.text, document.title, document.author, document.outlet, document.name, document.uri)
    yield from (words for words in given if words)
    for block in document.blocks:
        yield from (words for words in (block.author, block.post, block.reply_to) if words)


def _forms(text: str) -> Iterator[str]:
    """The text as it stands, and as a page or a JSON file shows it: a name may be cut by a tag or written in escapes."""
    yield text
    unescaped = UNICODE.sub(lambda found: chr(int(found[1], 16)), text)
    yield from map(html.unescape, (unescaped, TAG.sub("", unescaped), TAG.sub(" ", unescaped)))


def custody_told(lines: list[dict[str, Any]], redaction: Redaction, withheld: frozenset[str]) -> str:
    """The custody log in which names are blacked out. Its chain is gone with them: a hash would prove a guessed name."""
    told = []
    for line in lines:
        given = line["sha256"] not in withheld and line["method"] != OPENED
        kept = {key: value for key, value in line.items() if key not in ("before", "hash", *(() if given else ("sha256",)))}
        told.append({key: redaction.blacked(value) if isinstance(value, str) else value for key, value in kept.items()})
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in told)
