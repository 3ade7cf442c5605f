"""CSV and its like: a document for each row, under the heads that JSON lines have as names."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from rashomon.errors import UnreadableCapture
from rashomon.read.columns import REMEDY, field_of, noted_in, places
from rashomon.read.decoding import HEAD
from rashomon.read.jsonl import document_of
from rashomon.read.samples import Outcome, Sample

SEPARATORS = (",", ";", "\t", "|")
csv.field_size_limit(2**31 - 1)  # Python's own limit is 128 KiB; a long report in one cell is longer


def is_sheet(sample: Sample) -> bool:
    """Whether the first row names a text and at least one other field, or the file's name says so, or a person."""
    if not sample.head or sample.head.startswith("<"):
        return False
    if sample.name.lower().endswith((".csv", ".tsv")) or noted_in(sample.capture.media_type):
        return True
    heads, first = _first_rows(sample.head, _separator(sample.head))
    known = {field for head in heads if (field := field_of(head))}
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
            heads, columns = row, places(row, noted_in(sample.capture.media_type), sample.uri)
            continue
        count += 1
        yield document_of_row(sample, f"row {number}", f"{sample.name}:{number}", row, heads, columns)
    if not count:
        raise UnreadableCapture(sample.uri, "a table without a row under its heads", REMEDY)


def heads_of_sheet(sample: Sample) -> list[str]:
    """The first row of the table, if it is one."""
    return _first_rows(sample.head, _separator(sample.head))[0] if sample.head else []


def document_of_row(
    sample: Sample, where: str, name: str, row: Sequence[str], heads: Sequence[str], columns: Mapping[str, int]
) -> Outcome:
    """The document of one row of a table."""
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
    return document_of(sample, where, name, record)


def _separator(text: str) -> str:
    """The separator that cuts the first row into the most heads that we know, then into the most heads."""
    if text.startswith("sep=") and text[4:5] in SEPARATORS:
        return text[4]
    cut = {separator: _first_rows(text[:HEAD], separator)[0] for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: (sum(map(bool, map(field_of, cut[separator]))), len(cut[separator])))


def _first_rows(text: str, separator: str) -> tuple[list[str], list[str]]:
    """The cells of the first two rows."""
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=separator)
    return next(rows, []), next(rows, [])
