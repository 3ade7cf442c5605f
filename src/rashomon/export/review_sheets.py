"""An editor's words out of a spreadsheet that `rashomon export` wrote, however it was saved since."""

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

from rashomon.errors import UnreadableCapture, UsageError
from rashomon.export.cells import said_in
from rashomon.export.reviews import Review
from rashomon.export.sheets import REVIEW
from rashomon.export.zips import BROKEN, GROWN
from rashomon.read.decoding import decode

COLUMN = {  # what a row of the points is about -> the column with its id
    "statement": "statement", "fact": "fact", "position": "position_id", "point": "point", "document": "doc",
}  # fmt: skip
USUAL = {  # which of them each word is said of where the editor does not say
    "accept": "statement", "wrong-speaker": "statement", "wrong-span": "statement", "reject": "fact", "note": "point",
    "same": "position", "different": "position", "conflict": "position", "no-conflict": "position",
}  # fmt: skip


def read_csv(data: bytes, name: str, user: str) -> list[Review]:
    """The words in a CSV, also one that a spreadsheet saved with semicolons, tabs, or in another encoding.

    Raises UsageError for a file without the columns of a review.
    """
    try:
        text = decode(data, name).removeprefix("\ufeff")
    except UnreadableCapture as error:
        raise UsageError(f"{name} is no table: {error.reason}. Save it as CSV or XLSX, and give that.") from error
    head = text.partition("\n")[0]
    comma = max(",;\t", key=head.count)
    csv.field_size_limit(2**27)
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=comma))
    if not rows:
        raise _no_columns(name)
    return _reviews(name, [said_in(each) for each in rows[0]], rows[1:], user)


def read_xlsx(data: bytes, name: str, user: str) -> list[Review]:
    """The words on every sheet of a workbook that has the columns of a review.

    Raises UsageError for a file that is no workbook, or has no such sheet.
    """
    from openpyxl import load_workbook

    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(inner.file_size for inner in archive.infolist()) > GROWN:
                raise UsageError(f"{name} unpacks to more than {GROWN // 2**20} MB; that is no workbook that was exported")
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        sheets = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    except (*BROKEN, TypeError, SyntaxError) as error:
        raise UsageError(f"{name} is no workbook that can be read ({error}); save it as .xlsx or .csv") from error
    found = [
        review
        for title, rows in sheets.items()
        if rows and set(REVIEW) <= set(map(_written, rows[0]))
        for review in _reviews(title, list(map(_written, rows[0])), rows[1:], user)
    ]
    if not any(rows and set(REVIEW) <= set(map(_written, rows[0])) for rows in sheets.values()):
        raise _no_columns(name)
    return found


def _reviews(place: str, head: list[str], rows: Iterable[Iterable[Any]], user: str) -> list[Review]:
    if not set(REVIEW) <= set(head):
        raise _no_columns(place)
    found = []
    for number, cells in enumerate(rows, 2):
        row = {key: said_in(_written(value)).strip() for key, value in zip(head, cells, strict=False)}
        if row.get("review") or row.get("review_note"):
            found.append(_review(f"{place}, row {number}", row, user))
    return found


def _review(place: str, row: Mapping[str, str], user: str) -> Review:
    relation = re.sub(r"[\s_]+", "-", row.get("review", "").casefold()) or "note"
    if "position_id" in row:
        about = row.get("review_of", "").casefold() or USUAL.get(relation, "point")
        if about not in COLUMN:
            raise UsageError(f"{place}: {about!r} in review_of is nothing in that row; known: {', '.join(COLUMN)}")
        left = row.get(COLUMN[about], "")
    else:
        left = row.get("id", "")
    told = {name: row.get(name, "") for name in REVIEW}
    return Review(
        place, left, relation, told["review_with"], told["review_note"], told["reviewer"] or user, told["reviewed_at"]
    )  # fmt: skip


def _written(value: Any) -> str:
    """A cell's value as it was typed; a date of the spreadsheet's own in ISO 8601."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _no_columns(name: str) -> UsageError:
    return UsageError(f"{name} has not the columns {', '.join(REVIEW)}: it is no spreadsheet that `rashomon export` wrote")
