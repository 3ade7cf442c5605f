"""Everything that an export says, also what is packed: for tests that look for what must not be in it."""

import html
import re
import unicodedata
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile, is_zipfile

import pyarrow.parquet as pq


def said(path: Path):
    """The name and the text of every file in an export, of those in archives and archives in them, and of every table."""
    for inner in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if inner.is_file():
            yield from _unpacked(inner.relative_to(path).as_posix() if path.is_dir() else "", inner.read_bytes())


def _unpacked(name: str, data: bytes):
    yield name, name
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            yield name, archive.comment.decode("latin-1")
            for inner in archive.infolist():
                yield from _unpacked(f"{name}!/{inner.filename}", archive.read(inner))
    elif data.startswith(b"PAR1"):
        table = pq.read_table(BytesIO(data))
        yield name, f"{table.schema} {table.to_pylist()}"
        yield name, data.decode("latin-1")
    else:
        yield name, data.decode("utf-8", "replace")
        yield name, data.decode("utf-16-le", "replace")


def letters(text: str) -> str:
    """Only the letters and digits of a text, whatever stood between them and however they were escaped or accented."""
    shown = html.unescape(unquote(re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)))
    plain = "".join(one for one in unicodedata.normalize("NFKD", shown.casefold()) if not unicodedata.combining(one))
    return re.sub(r"[\W_]+", "", plain)
