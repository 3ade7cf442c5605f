"""What kind of file these bytes are."""

from rashomon.errors import UnreadableCapture, UsageError
from rashomon.model import Capture
from rashomon.read.columns import Columns, has_all, listed, noted
from rashomon.read.readers import UNKNOWN, reader_of
from rashomon.read.samples import Reader, Sample
from rashomon.read.sheets import heads_of_sheet, read_sheet
from rashomon.read.workbooks import heads_of_workbook, read_xlsx

SHEET = "text/csv"


def sniff(data: bytes, uri: str, columns: Columns | None = None, charset: str | None = None) -> str:
    """The media type, told from the content; the name only decides between kinds of text. Of a table it holds the columns,
    where it was said which is which; of a text its encoding, where a server said so.

    Raises UsageError where a table has not the columns that were named.
    """
    sent = f"; charset={charset}" if charset and charset != "utf-8" else ""
    sample = Sample(Capture.of(uri, "", sent, "", len(data)), data)
    try:
        reader = reader_of(sample)
    except UnreadableCapture:  # it begins as a format that we know, and goes on as nothing: reading it will say what
        return UNKNOWN.media_type
    kind = _as_told(sample, reader, columns) if columns else reader.media_type
    return kind + sent if kind.startswith("text/") else kind


def _as_told(sample: Sample, reader: Reader, columns: Columns) -> str:
    try:
        heads = heads_of_workbook(sample) if reader.read is read_xlsx else heads_of_sheet(sample)
    except UnreadableCapture:
        return reader.media_type
    is_table = reader.read in (read_xlsx, read_sheet)
    if has_all(heads, columns):
        return noted(reader.media_type if is_table else SHEET, columns)
    if not is_table:
        return reader.media_type
    missing = next(head for head in columns.values() if not has_all(heads, {"text": head}))
    raise UsageError(f"--columns: {sample.uri} has no column {missing!r}; {listed(heads)}. Name one of these.")
