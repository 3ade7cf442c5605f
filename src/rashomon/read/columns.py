"""Which column of a table holds what: told by the usual heads, or by whoever reads it (`--columns text=Body,date=Published`)."""

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.errors import UnreadableCapture, UsageError

HEADS: Mapping[str, tuple[str, ...]] = {  # field -> other heads under which it is found, used where only one of them stands
    "id": ("doc id", "document id", "article id", "identifier"),
    "text": ("body", "content", "full text", "fulltext", "article", "article text", "message", "text content", "maintext"),
    "title": ("headline", "heading", "upload title"),
    "date": ("published", "published at", "publication date", "publish date", "date published", "pubdate", "created at",
             "upload timestamp", "date publish"),
    "outlet": ("source", "publisher", "publication", "newspaper", "site", "source domain"),
    "author": ("by", "byline", "writer", "creator", "username", "authors"),
    "url": ("link", "uri", "address", "permalink"),
    "lang": ("language",),
}  # fmt: skip
REMEDY = (
    f"The first row must name the columns: {', '.join(HEADS)}; only text is required. "
    "Or say which is which: --columns text=Body,date=Published"
)
_TOLD = re.compile(r'; columns="((?:[^"\\]|\\.)*)"')
Columns = Mapping[str, str]  # field -> the head of its column


def columns_of(option: str) -> dict[str, str]:
    """What `field=head,field=head` says. Raises UsageError for a field that there is none of, or that is named twice."""
    told: dict[str, str] = {}
    for pair in next(csv.reader([option], skipinitialspace=True), []):
        field, equals, head = (part.strip() for part in pair.partition("="))
        if not equals or not head or field not in HEADS:
            raise UsageError(
                f"--columns {pair!r} names no field and its column. The fields are {', '.join(HEADS)}. "
                "Write: --columns text=Body,date=Published"
            )
        if field in told:
            raise UsageError(f"--columns names two columns for {field}: {told[field]!r} and {head!r}. Name one.")
        told[field] = head
    if "text" not in told:
        raise UsageError("--columns names no column for text, which must be: --columns text=Body")
    return told


def noted(media_type: str, columns: Columns) -> str:
    """The media type with the columns as its parameter: so a capture keeps how it was said to be read."""
    written = ",".join(_quoted(f"{field}={head}") for field, head in columns.items())
    escaped = written.replace("\\", r"\\").replace('"', r"\"")
    return f'{media_type}; columns="{escaped}"'


def noted_in(media_type: str) -> dict[str, str]:
    """The columns that a capture's media type names; none where nobody said anything."""
    found = _TOLD.search(media_type)
    return columns_of(re.sub(r"\\(.)", r"\1", found.group(1))) if found else {}


def places(heads: Sequence[str], told: Columns, uri: str) -> dict[str, int]:
    """Which column holds which field: what was told, else a field's own name, else its only other name.

    Raises UnreadableCapture where a column that was told is not there, or none holds a text.
    """
    chosen = {field: _place(heads, head) for field, head in told.items()}
    missing = [told[field] for field, place in chosen.items() if place is None]
    if missing:
        raise UnreadableCapture(uri, f"a table without the column {missing[0]!r} ({listed(heads)})", "Name one of these.")
    known = {field: place for field, place in chosen.items() if place is not None}
    columns = {field: place for field, place in _usual(heads).items() if place not in known.values()} | known
    if "text" not in columns:
        could = [head.strip() for head in heads if field_of(head) == "text"]
        if could:
            reason = f"a table in which {' and '.join(map(repr, could))} could both be the text"
        else:
            reason = f"a table without a text column ({listed(heads)})"
        raise UnreadableCapture(uri, reason, REMEDY)
    return columns


def has_all(heads: Sequence[str], told: Columns) -> bool:
    """Whether every column that was told is among the heads."""
    return all(_place(heads, head) is not None for head in told.values())


def listed(heads: Sequence[str]) -> str:
    """The heads of a table, for a message."""
    return f"its heads are {', '.join(head.strip() for head in heads[:24])}{', …' if len(heads) > 24 else ''}"


def field_of(head: str) -> str | None:
    """The field that a head usually names, or None."""
    plain = _plain(head)
    return next((field for field, others in HEADS.items() if plain == field or plain in others), None)


def _usual(heads: Sequence[str]) -> dict[str, int]:
    exact: dict[str, int] = {}
    others: dict[str, list[int]] = defaultdict(list)
    for place, head in enumerate(heads):
        field = field_of(head)
        if field and _plain(head) == field:
            exact.setdefault(field, place)
        elif field:
            others[field].append(place)
    return {field: found[0] for field, found in others.items() if len(found) == 1} | exact


def _place(heads: Sequence[str], named: str) -> int | None:
    """The column of that head, letter for letter, else but for capitals and marks."""
    exact = [place for place, head in enumerate(heads) if head.strip() == named]
    alike = [place for place, head in enumerate(heads) if _plain(head) == _plain(named)]
    return next(iter(exact or alike), None)


def _plain(head: str) -> str:
    return " ".join(head.replace("_", " ").replace("-", " ").split()).casefold()


def _quoted(pair: str) -> str:
    doubled = pair.replace('"', '""')
    return f'"{doubled}"' if re.search(r'[,"]|^\s', pair) else pair
