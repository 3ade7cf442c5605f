"""XLSX: a document for each row of each sheet, under the same heads as in CSV."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.read.archives import RATIO, SMALL, UNPACKING, is_zip
from rashomon.read.columns import REMEDY, noted_in, places
from rashomon.read.samples import Outcome, Sample
from rashomon.read.sheets import document_of_row

LARGEST = 512 * 2**20  # bytes that the workbook may unpack to; 100,000 rows of reports have 200 MB
ROWS = 1_048_576  # of one sheet: more than that a sheet cannot have, and a forged one can say it has
CELLS = 20_000_000  # of one sheet; 100,000 rows of 50 columns have a quarter of that
BREAKING = (*UNPACKING, TypeError, AttributeError, SyntaxError, AssertionError, RecursionError, StopIteration, MemoryError)
AGAIN = "Open it in a spreadsheet program and save it again, or as CSV."


def is_xlsx(sample: Sample) -> bool:
    """Whether it is a ZIP that holds a workbook."""
    return is_zip(sample.data) and b"xl/workbook.xml" in sample.data


def read_xlsx(sample: Sample) -> Iterator[Outcome]:
    """A document for each row; a row without a text, or a sheet without a column for it, is a failure of that alone."""
    count, told = 0, noted_in(sample.capture.media_type)
    for title, rows, alone in _sheets(sample):
        where, name = ("", "") if alone else (f"sheet {title!r}, ", f"{title}:")
        place = sample.uri if alone else f"{sample.uri}:sheet {title!r}"
        number, heads = _heads(rows)
        if not heads:
            continue
        count += 1
        try:
            columns = places(heads, told, place)
        except UnreadableCapture as error:
            yield error
            continue
        for row in rows:
            number += 1
            if any(cell.strip() for cell in row):
                yield document_of_row(sample, f"{where}row {number}", f"{sample.name}:{name}{number}", row, heads, columns)
    if not count:
        raise UnreadableCapture(sample.uri, "a workbook without a table", REMEDY)


def heads_of_workbook(sample: Sample) -> list[str]:
    """The heads of all its sheets."""
    return [head for _, rows, _ in _sheets(sample) for head in _heads(rows)[1]]


def _sheets(sample: Sample) -> Iterator[tuple[str, Iterator[list[str]], bool]]:
    """Each sheet's name and rows, and whether it is the only one."""
    from openpyxl import load_workbook  # 0.3 s to import: only when one is read
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _check(sample)
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions that it does not know
            book = load_workbook(io.BytesIO(sample.data), read_only=True, data_only=True, keep_links=False)
            sheets = book.worksheets
    except (*BREAKING, InvalidFileException) as error:
        raise _damaged(sample, error) from error
    for sheet in sheets:
        yield str(sheet.title), _rows(sample, sheet), len(sheets) == 1


def _rows(sample: Sample, sheet: Any) -> Iterator[list[str]]:
    try:
        with warnings.catch_warnings(action="ignore"):
            cells = 0
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                cells += len(row)
                if number > ROWS or cells > CELLS:
                    raise ValueError(f"more than {ROWS:,} rows, or {CELLS:,} cells")
                yield [_shown(cell) for cell in row]
    except BREAKING as error:
        raise _damaged(sample, error) from error


def _heads(rows: Iterator[list[str]]) -> tuple[int, Sequence[str]]:
    """The first row that says something, and its number."""
    for number, row in enumerate(rows, 1):
        if any(cell.strip() for cell in row):
            while not row[-1].strip():
                row.pop()
            return number, row
    return 0, []


def _check(sample: Sample) -> None:
    entries = zipfile.ZipFile(io.BytesIO(sample.data)).infolist()
    if sum(entry.file_size for entry in entries) > min(LARGEST, max(16 * SMALL, RATIO * len(sample.data))):
        raise UnreadableCapture(sample.uri, "the workbook grows as a ZIP bomb does", AGAIN)


def _shown(cell: Any) -> str:
    """What a cell says; a day without a clock time is a day."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _damaged(sample: Sample, error: Exception) -> UnreadableCapture:
    return UnreadableCapture(sample.uri, f"a damaged workbook ({str(error)[:200] or type(error).__name__})", AGAIN)
