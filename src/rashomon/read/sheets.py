"""CSV and its like: a document for each row, under the heads that JSON lines have as names."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.errors import UnreadableCapture
from rashomon.read.decoding import HEAD
from rashomon.read.jsonl import document_of
from rashomon.read.samples import Outcome, Sample

SEPARATORS = (",", ";", "\t", "|")
HEADS: Mapping[str, tuple[str, ...]] = {  # field -> other heads under which it is found, used where only one of them stands
    "id": ("doc id", "document id", "article id", "identifier"),
    "text": ("body", "content", "full text", "fulltext", "article", "article text", "message"),
    "title": ("headline", "heading"),
    "date": ("published", "published at", "publication date", "publish date", "date published", "pubdate", "created at"),
    "outlet": ("source", "publisher", "publication", "newspaper", "site"),
    "author": ("by", "byline", "writer", "creator", "username"),
    "url": ("link", "uri", "address", "permalink"),
    "lang": ("language",),
}  # fmt: skip
REMEDY = f"The first row must name the columns: {', '.join(HEADS)}; only text is required."
csv.field_size_limit(2**31 - 1)  # Python's own limit is 128 KiB; a long report in one cell is longer


def is_sheet(sample: Sample) -> bool:
    """Whether the first row names a text and at least one other field, or the file's name says so."""
    if not sample.head or sample.head.startswith("<"):
        return False
    if sample.name.lower().endswith((".csv", ".tsv")):
        return True
    heads, first = _first_rows(sample.head, _separator(sample.head))
    known = {field for head in heads if (field := _field(head))}
    is_even = len(first) == len(heads) or len(sample.data) > HEAD  # the head may break off within the first row's text
    return "text" in known and len(known) >= 2 and is_even


def read_sheet(sample: Sample) -> Iterator[Outcome]:
    """A document for each row; a row without a text is a failure of that row alone."""
    text = sample.text.lstrip("\ufeff")
    separator = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: dict[str, int] = {}
    heads: list[str] = []
    count = number = 0
    while True:
        number += 1
        place = f"{sample.uri}:row {number}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield UnreadableCapture(place, f"its quotation marks do not match ({error})", "Double each quotation mark in a cell.")
            continue
        if not any(cell.strip() for cell in row) or (not columns and row[0].startswith("sep=")):
            continue
        if not columns:
            heads, columns = row, _columns(sample, row)
            continue
        count += 1
        yield _document(sample, number, row, heads, columns)
    if not count:
        raise UnreadableCapture(sample.uri, "a table without a row under its heads", REMEDY)


def _document(sample: Sample, number: int, row: Sequence[str], heads: Sequence[str], columns: Mapping[str, int]) -> Outcome:
    where = f"row {number}"
    place = f"{sample.uri}:{where}"
    if any(cell.strip() for cell in row[len(heads) :]):
        return UnreadableCapture(
            place, f"it has {len(row)} cells under {len(heads)} heads", "Put cells that hold the separator into quotation marks."
        )
    record = {field: row[place] for field, place in columns.items() if place < len(row)}
    if not record.get("text", "").strip():
        return UnreadableCapture(
            place, f"its cell under {heads[columns['text']].strip()!r} is empty", "Leave the row out, or give its text."
        )
    return document_of(sample, where, f"{sample.name}:{number}", record)


def _columns(sample: Sample, heads: Sequence[str]) -> dict[str, int]:
    """Which column holds which field. A field's own name goes before its other names; two of those say nothing."""
    exact: dict[str, int] = {}
    others: dict[str, list[int]] = defaultdict(list)
    for place, head in enumerate(heads):
        field = _field(head)
        if field and _plain(head) == field:
            exact.setdefault(field, place)
        elif field:
            others[field].append(place)
    columns = {field: places[0] for field, places in others.items() if len(places) == 1} | exact
    if "text" not in columns:
        could = [heads[place].strip() for place in others["text"]]
        if could:
            reason = f"a table in which {' and '.join(map(repr, could))} could both be the text"
        else:
            reason = f"a table without a text column (its heads are {', '.join(head.strip() for head in heads[:12])})"
        raise UnreadableCapture(sample.uri, reason, REMEDY)
    return columns


def _separator(text: str) -> str:
    """The separator that cuts the first row into the most heads that we know, then into the most heads."""
    if text.startswith("sep=") and text[4:5] in SEPARATORS:
        return text[4]
    cut = {separator: _first_rows(text[:HEAD], separator)[0] for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: (sum(map(bool, map(_field, cut[separator]))), len(cut[separator])))


def _first_rows(text: str, separator: str) -> tuple[list[str], list[str]]:
    """The cells of the first two rows."""
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=separator)
    return next(rows, []), next(rows, [])


def _field(head: str) -> str | None:
    """The field that a head names, or None."""
    plain = _plain(head)
    return next((field for field, others in HEADS.items() if plain == field or plain in others), None)


def _plain(head: str) -> str:
    return " ".join(head.replace("_", " ").replace("-", " ").split()).casefold()
