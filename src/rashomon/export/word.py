"""The case to be read, as a Word document: headings that make a table of contents, quotations set off, tables."""

import re
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from rashomon.export.cells import UNPRINTABLE
from rashomon.export.material import Material
from rashomon.export.papers import Kind, Paragraph, Table, paper
from rashomon.export.whole import whole_file
from rashomon.export.zips import EPOCH, rezipped
from rashomon.text.guises import unmasked

STYLES: dict[Kind, str] = {
    "title": "Title", "part": "Heading 1", "point": "Heading 2", "answer": "List Bullet", "line": "Normal", "quote": "Quote",
    "item": "List Bullet 2",
}  # fmt: skip
WIDTHS = {  # centimetres of a page of 17
    ("", "Account", "Title", "Date", "Found at"): (1.0, 3.4, 5.2, 2.6, 4.8),
    ("Original", "Captured", "SHA-256"): (6.4, 3.2, 7.4),
}
LONG = re.compile(r"(\S{24})(?=\S)")  # an address or hash has no place to break a line: one is put in


def write_docx(material: Material, out: Path) -> None:
    """Writes one .docx file; the same case gives the same bytes."""
    from docx import Document
    from docx.shared import Cm, Pt

    book = Document()
    for section in book.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    book.styles["Normal"].font.size = Pt(10.5)
    book.styles["Quote"].paragraph_format.left_indent = Cm(1.2)
    book.styles["Quote"].font.italic = False
    _tell(book, material.name)
    ids = {style.name: style.style_id for style in book.styles}
    for leaf in paper(material):
        if isinstance(leaf, Table):
            _table(book, leaf)
        else:
            _paragraph(book, leaf, ids[STYLES[leaf.kind]])
    made = BytesIO()
    book.save(made)
    with whole_file(out) as path:
        path.write_bytes(rezipped(made.getvalue(), {}))


def _tell(book: Any, name: str) -> None:
    """What the file says of itself; its dates are the first of dates, and not of now."""
    about = book.core_properties
    about.title, about.author, about.comments = printed(name), "Rashomon", ""
    about.created = about.modified = datetime(*EPOCH, tzinfo=UTC)


def _paragraph(book: Any, leaf: Paragraph, style: str) -> None:
    from docx.shared import RGBColor

    shown = book.add_paragraph()
    shown._p.style = style  # noqa: SLF001 (by its name the library seeks it among all, 5 ms for each paragraph)
    for piece in leaf.pieces:
        run = shown.add_run(printed(piece.words))
        run.bold = True if piece.style == "strong" else None
        if piece.style == "quiet":
            run.font.color.rgb = RGBColor(0x59, 0x59, 0x59)


def _table(book: Any, leaf: Table) -> None:
    from docx.shared import Cm, Pt

    table = book.add_table(rows=0, cols=len(leaf.head), style="Table Grid")
    table.autofit = False
    for number, row in enumerate((leaf.head, *leaf.rows)):
        for cell, words, width in zip(table.add_row().cells, row, WIDTHS[leaf.head], strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(printed(LONG.sub("\\1\N{ZERO WIDTH SPACE}", words)))
            run.font.size, run.bold = Pt(8.5), number == 0
    for column, width in zip(table.columns, WIDTHS[leaf.head], strict=True):
        column.width = Cm(width)  # Word goes by the cells, LibreOffice by the columns
    book.add_paragraph()


def printed(words: str) -> str:
    """The words as XML can hold them, and as what they are."""
    return unmasked(UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words))
