"""The case as a workbook: a sheet for each table, and on each that can be judged room for an editor's word."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from rashomon.export.cells import cell, printable
from rashomon.export.material import Material
from rashomon.export.sheets import HEAD, REVIEW, answers
from rashomon.export.whole import whole_file
from rashomon.export.zips import EPOCH, rezipped
from rashomon.views.exported import ROWS as TABLES

JUDGED = ("statements", "mentions", "facts", "entities", "copies")  # whose rows may be judged by their `id`
WIDE = {"question": 40, "quote": 60, "text": 60, "position": 30, "title": 40, "message": 60, "review_note": 40, "voice": 24}
READ = ("question", "position", "quote", "voice")  # columns of the answers that are shown on several lines
ROWS = 1_048_576  # of a sheet, the head among them


def write_xlsx(material: Material, out: Path) -> None:
    """Writes one workbook: `points` with the rows of the CSV, then every other table of the JSONL export."""
    with whole_file(out) as path:
        path.write_bytes(workbook(material))


def workbook(material: Material) -> bytes:
    """The workbook's bytes: the same for the same case."""
    from openpyxl import Workbook  # 0.2 s: only who wants a workbook pays

    book = Workbook(write_only=True)
    _add(book, "points", (*HEAD, *REVIEW), answers(material))
    for name in TABLES:
        if name != "points":
            rows = list(material.made(name))
            head = list(dict.fromkeys(key for row in rows for key in row))
            review = REVIEW if name in JUDGED else ()
            _add(book, name, (*head, *review), ([row.get(key) for key in head] for row in rows))
    made = BytesIO()
    book.save(made)
    return rezipped(made.getvalue(), {"docProps/core.xml": _dated})


def _add(book: Any, name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for place, title in enumerate(head, 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDE.get(title, 14)
    titles = [WriteOnlyCell(sheet, value=title) for title in head]
    for each in titles:
        each.font = Font(bold=True)
    sheet.append(titles)
    wrapped = Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(rows, 2):
        if number > ROWS:
            raise _too_long(name)
        cells: list[Any] = [printable(cell(value)) for value in row]
        for place, value in enumerate(cells):
            is_read = name == "points" and head[place] in READ  # a style costs more than all else: only where people read
            if isinstance(value, str) and (is_read or value.startswith("#")):
                cells[place] = shown = WriteOnlyCell(sheet, value=value)
                shown.data_type = "s"  # text, also where it reads as an error: "#N/A"
                if is_read:
                    shown.alignment = wrapped
        sheet.append(cells)


def _too_long(name: str) -> Exception:
    from rashomon.errors import UsageError

    return UsageError(f"the table {name} has more rows than a sheet holds ({ROWS:,}). Use --format csv, parquet or jsonl.")


def _dated(core: bytes) -> bytes:
    """The workbook's own dates, which would be those of now: all as in an archive of ours."""
    moment = datetime(*EPOCH).isoformat().encode() + b"Z"
    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + moment, core)
