"""What is said in documents that belong to no case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from rashomon.errors import WeightsError
from rashomon.extract.documents import extract_one
from rashomon.inference.attributor import NETS
from rashomon.inference.session import check
from rashomon.model import Capture, Document, Fact, Failure, Mention, Original, Statement, Voice
from rashomon.read.captures import read_one
from rashomon.read.columns import Columns
from rashomon.read.finding import find
from rashomon.read.found import Archive, Found
from rashomon.read.sniff import sniff


@dataclass(frozen=True, slots=True)
class Said:
    """One document with all that is said in it, in the order in which it was found."""

    document: Document
    voices: tuple[Voice, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


def said_in(paths: Sequence[str], *, nets: bool = True, columns: Columns | None = None) -> Iterator[Said | Archive | Failure]:
    """What is said in every document under the paths, one at a time; what cannot be done is a Failure. Nothing is written.

    After all that is said in an archive comes the Archive itself.

    Without nets, by rules alone. `columns` says what the columns of tables are. Raises WeightsError, before anything is
    looked for, if the net is missing or altered; UsageError where a table has not these columns.
    """
    if nets:
        for name in NETS:
            check(name)
    for found in find(paths):
        if not isinstance(found, Found):
            yield found
            continue
        for document in read_one(_original(found, columns)):
            if isinstance(document, Failure):
                yield document
            else:
                yield from _said(document, nets=nets)


def _original(found: Found, columns: Columns | None) -> Original:
    at = datetime.now(UTC).isoformat(timespec="seconds")
    kind = sniff(found.data, found.uri, columns, found.charset) if columns or found.charset else ""
    digest = sha256(found.data).hexdigest()
    return Original(Capture.of(found.uri, found.captured_at or at, kind, digest, len(found.data)), found.data)


def _said(document: Document, *, nets: bool) -> Iterator[Said | Failure]:
    try:
        records = extract_one(document, nets=nets)
    except WeightsError:
        raise
    except Exception as error:
        yield Failure("extract", document.name, type(error).__name__, f"{error}. Leave the file out and report it.")
        return
    yield from (record for record in records if isinstance(record, Failure))
    yield Said(
        document,
        tuple(record for record in records if isinstance(record, Voice)),
        tuple(record for record in records if isinstance(record, Statement)),
        tuple(record for record in records if isinstance(record, Mention)),
        tuple(record for record in records if isinstance(record, Fact)),
    )
