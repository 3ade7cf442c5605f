"""JSON lines, one document a line: `{"id", "text", "title"?, "date"?, "outlet"?, "author"?, "url"?, "lang"?}`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.model import Document
from rashomon.read.drafts import About, finished, whole
from rashomon.read.json_texts import NotJson, parsed
from rashomon.read.plain import about, blocks_of
from rashomon.read.samples import Outcome, Sample

REMEDY = 'Each line must be one JSON object with at least a "text".'


def is_named_jsonl(sample: Sample) -> bool:
    """Whether the name says so: then no other form of JSON is looked for, and the text is taken exactly."""
    return sample.name.lower().endswith((".jsonl", ".ndjson")) and bool(sample.head)


def is_jsonl(sample: Sample) -> bool:
    """Whether the first line is a JSON object with a text by itself."""
    if not sample.head.startswith("{"):
        return False
    first, _, rest = sample.text.lstrip("\ufeff \t\r\n").partition("\n")
    return first.rstrip().endswith("}") and _is_record(_parsed(first)) and rest.lstrip()[:1] in ("", "{")


def read_jsonl(sample: Sample) -> Iterator[Outcome]:
    """A document for each line; a line that is none is a failure of that line alone."""
    count = 0
    for number, line in enumerate(re.split(r"\r?\n", sample.text.lstrip("\ufeff")), 1):
        if line.strip():
            count += 1
            yield _document(sample, f"line {number}", f"{sample.name}:{number}", _parsed(line))
    if not count:
        raise UnreadableCapture(sample.uri, "it holds no line", REMEDY)


def is_records(sample: Sample) -> bool:
    """Whether it is one JSON list of such objects, or one such object by itself."""
    if isinstance(sample.json, list):
        return bool(sample.json) and any(_is_record(item) for item in sample.json[:5])
    return _is_record(sample.json)


def read_records(sample: Sample) -> Iterator[Outcome]:
    """A document for each object of the list."""
    if isinstance(sample.json, dict):
        yield _document(sample, "", sample.name, sample.json)
        return
    for number, item in enumerate(sample.json):
        yield _document(sample, f"[{number}]", f"{sample.name}:{number}", item)


def document_of(sample: Sample, where: str, name: str, record: Mapping[str, Any]) -> Document:
    """The document that a record of named fields describes; its text is exactly the record's."""
    text = whole(record["text"])
    told = About(
        title=_field(record, "title"),
        outlet=_field(record, "outlet"),
        author=_field(record, "author"),
        published_at=_field(record, "date"),
        language=_field(record, "lang"),
        uri=_field(record, "url"),
    )
    blocks = blocks_of(text, f"{where}, " if where else "", may_discuss=not (told.title or told.author))
    seen = about(text, blocks)
    told = About(told.title, told.outlet, told.author, told.published_at or seen.published_at, told.language, told.uri)
    return finished(sample.capture, _field(record, "id") or name, text, blocks, told)


def _document(sample: Sample, where: str, name: str, record: Any) -> Outcome:
    place = f"{sample.uri}:{where}" if where else sample.uri
    if isinstance(record, NotJson):
        return UnreadableCapture(place, record.reason, REMEDY)
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return UnreadableCapture(place, 'it has no "text"', REMEDY)
    if not record["text"].strip():
        return UnreadableCapture(place, 'its "text" is empty', "Leave it out, or give its text.")
    return document_of(sample, where, name, record)


def _is_record(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("text"), str)


def _parsed(line: str) -> Any:
    try:
        return parsed(line)
    except NotJson as fault:
        return fault


def _field(record: Mapping[str, Any], name: str) -> str | None:
    """The field as a text, None where it is missing or empty; a number given for a text is written out."""
    value = record.get(name)
    if value is None or isinstance(value, dict | list | bool):
        return None
    return whole(str(value)) or None
