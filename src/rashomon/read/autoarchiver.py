"""What Bellingcat's auto-archiver knows of the posts that it archived: its JSON, and the table of its CSV database."""

import ast
import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from rashomon.errors import UnreadableCapture
from rashomon.read.dates import from_timestamp, moment
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.json_texts import NotJson, parsed
from rashomon.read.plain import pieces_of
from rashomon.read.samples import Outcome, Sample
from rashomon.text.normal import folded

Record = Mapping[str, Any]
HEADS = ["status", "metadata", "media"]  # of its CSV database: the fields of its record
WRITERS = ("author", "uploader", "channel", "user", "username", "author_name", "screen_name")
NAMES = ("name", "full_name", "screen_name", "username", "first_name")
LONGEST = 2**20  # characters of one cell that is taken apart
REMEDY = "Read the page that was archived, if it was."


def is_archiver_json(sample: Sample) -> bool:
    """Whether it is one record, or a list that begins with records."""
    records = sample.json if isinstance(sample.json, list) else [sample.json]
    return bool(records) and all(_is_record(record) for record in records[:5])


def read_archiver_json(sample: Sample) -> Iterator[Outcome]:
    """A document for each post; one of which only pictures were kept is a failure of that post alone."""
    if isinstance(sample.json, dict):
        yield _document(sample, "", sample.name, sample.json)
        return
    for number, record in enumerate(sample.json):
        yield _document(sample, f"[{number}].", f"{sample.name}:{number}", record)


def is_archiver_table(sample: Sample) -> bool:
    """Whether its heads are those of the CSV database."""
    return sample.head.partition("\n")[0].strip().split(",") == HEADS


def read_archiver_table(sample: Sample) -> Iterator[Outcome]:
    """The same, from a row each; its cells hold what Python shows of the record."""
    rows = csv.DictReader(io.StringIO(sample.text.lstrip("\ufeff \t\r\n"), newline=""))
    number = 1
    while True:
        number += 1
        place = f"{sample.uri}:row {number}"
        try:
            row = next(rows)
            record = {"status": row["status"], "metadata": _value(row["metadata"] or "")}
        except StopIteration:
            return
        except (csv.Error, SyntaxError, ValueError, RecursionError, MemoryError) as error:
            yield UnreadableCapture(place, f"its cells are not whole ({error or type(error).__name__})", REMEDY)
            continue
        yield _document(sample, f"row {number}, ", f"{sample.name}:{number}", record)


def _document(sample: Sample, where: str, name: str, record: Any) -> Outcome:
    place = f"{sample.uri}:{where.rstrip('., ')}" if where else sample.uri
    known = record.get("metadata") if isinstance(record, dict) else None
    if not isinstance(known, dict):
        return UnreadableCapture(place, "it is no record of an archived post", REMEDY)
    title, text = _text(known.get("title")), _words(known.get("content"))
    if not (title or text):
        reason = f"nothing is known of {str(known.get('url'))[:200]} but its pictures (status: {str(record.get('status'))[:80]})"
        return UnreadableCapture(place, reason, REMEDY)
    author, posted_at = _writer(known), _time(known.get("timestamp"))
    pieces = []
    if title and folded(title).rstrip(".…") not in folded(text or ""):
        pieces.append(Piece(title, "title", f"{where}metadata.title", author, posted_at, "1"))
    said = pieces_of(text or "", f"{where}metadata.content, ")
    pieces += [Piece(piece.text, "post", piece.path, author, posted_at, "1") for piece in said]
    url = _text(known.get("url"))
    about = About(title=title, outlet=_site(url), author=author, published_at=posted_at, uri=url)
    return assembled(sample.capture, name, pieces, about)


def _words(content: Any) -> str | None:
    """What the post says. Of some sites the archiver keeps the whole answer of their service, as JSON."""
    text = _text(content)
    if text and text.startswith("{"):
        try:
            told = parsed(text)
        except NotJson:
            return text
        inner = (told.get(key) for key in ("full_text", "text", "caption", "description", "message"))
        return next((words for value in inner if (words := _text(value))), None)
    return text


def _writer(known: Record) -> str | None:
    for key in WRITERS:
        value = known.get(key)
        named = [value.get(name) for name in NAMES] if isinstance(value, dict) else [value]
        for name in named:
            if found := _text(name):
                return found
    return None


def _time(value: Any) -> str | None:
    return from_timestamp(value) if isinstance(value, int | float) else moment(_text(value) or "")


def _site(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").netloc.removeprefix("www.") or None
    except ValueError:
        return None


def _is_record(record: Any) -> bool:
    if not isinstance(record, dict) or not isinstance(record.get("metadata"), dict):
        return False
    return isinstance(record.get("status"), str) and ("media" in record or "url" in record["metadata"])


def _value(shown: str) -> Any:
    """The value that Python showed so: constants, lists and dictionaries of them, and moments. Nothing is run."""
    if len(shown) > LONGEST:
        raise ValueError(f"longer than {LONGEST:,} characters")
    return _made(ast.parse(shown.strip(), mode="eval").body)


def _made(node: ast.AST) -> Any:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Dict):
        keys = [_made(key) if key is not None else None for key in node.keys]
        return {str(key): _made(value) for key, value in zip(keys, node.values, strict=True)}
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return [_made(element) for element in node.elts]
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "datetime.datetime":
        zone = UTC if any(ast.unparse(word.value) == "datetime.timezone.utc" for word in node.keywords) else None
        return datetime(*(_made(part) for part in node.args)).replace(tzinfo=zone).isoformat(sep=" ")
    return None


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
