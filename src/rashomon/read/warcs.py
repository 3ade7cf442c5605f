"""WARC files: each answer of a server that can hold an account is a capture, with its address and the time of capture.

They are read as a stream, one record at a time. What a record says of its length and hash is checked before it is believed.
"""

import base64
import gzip
import hashlib
import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed

from rashomon.errors import UnreadableCapture
from rashomon.model import Capture
from rashomon.read.archives import RATIO, SMALL
from rashomon.read.bodies import LARGEST, decoded, headers_of
from rashomon.read.dates import moment
from rashomon.read.decoding import is_binary, sent_as
from rashomon.read.found import Found, Opened, Tally
from rashomon.read.readers import reader_of
from rashomon.read.samples import Sample
from rashomon.read.strangers import read_strange_json

HEAD = 2**16  # bytes in which an answer's own head must stand
LONGEST_LINE = 2**16  # bytes of one line of a record's head
MOST_LINES = 1_000  # of one head: crawlers write some 20
BLOCK = 2**18  # bytes asked of the file at once
AGAIN = "Copy or download the archive again, or write it anew with: warcio recompress."
TEXTS = re.compile(  # types of what can hold an account
    r"text/(?!css|javascript|ecmascript|x-javascript|event-stream|dns)[\w.+-]+|message/rfc822|multipart/related"
    r"|application/(?:xhtml\+xml|pdf|x-pdf|json|[\w.-]+\+json|x-ndjson|jsonl?|xml|msword"
    r"|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet))"
)
UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_WEB = ("http://", "https://", "ftp://", "ftps://", "file://")
BREAKING = (ArchiveLoadFailed, zlib.error, EOFError, OSError, ValueError, AttributeError, UnicodeError, LookupError)

logging.getLogger("warcio").addHandler(logging.NullHandler())  # or it would print addresses out of the archive to the terminal


class _Records(WARCIterator):  # type: ignore[misc]  # warcio has no types
    INC_RECORD = ""  # it prints this where a length is wrong; `err_count` says so too


class _Lines(BufferedReader):  # type: ignore[misc]
    """warcio reads lines without end, and heads without end: a file of one line would be held in memory whole."""

    count = 0

    def read(self, length: int | None = None) -> bytes:
        self.count = 0
        return bytes(super().read(length))

    def readline(self, length: int | None = None) -> bytes:
        self.count += 1
        line = bytes(super().readline(length or LONGEST_LINE))
        if self.count > MOST_LINES or (line and not line.endswith(b"\n")):
            raise ArchiveLoadFailed("a record's head that has no end")
        return line


class _Inflated(gzip.GzipFile):
    """The packed file as a stream, which may grow no further than text does."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(fileobj=file, mode="rb")
        self._packed, self._grown = file, 0

    def read(self, size: int | None = -1) -> bytes:
        try:
            data = super().read1(BLOCK if size is None else size)  # not `read`: it would lose what stands before a fault
        except (EOFError, OSError, zlib.error) as error:  # warcio takes the first for the archive's end
            raise ArchiveLoadFailed(f"its packed content is cut off or damaged: {error}") from error
        self._grown += len(data)
        if self._grown > SMALL + RATIO * self._packed.tell():
            raise ArchiveLoadFailed(f"content that grows more than {RATIO}-fold, as a bomb does")
        return data


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a record holds: the bytes as they came, what is said of them, and where the content begins."""

    block: bytes
    headers: dict[str, str]
    body_at: int


def is_warc(file: IO[bytes]) -> bool:
    """Whether the file begins as a WARC does, packed or not; it stands at its beginning again."""
    head = file.read(2**12)
    file.seek(0)
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(31).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def captures_in(uri: str, file: IO[bytes], tally: Tally) -> Iterator[Opened]:
    """Every capture in the file, in its order, as far as the file is whole; what holds no account is counted in `tally`."""
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream = _Inflated(file) if packed else file
    records = _Records(stream, no_record_parse=True)
    records.reader = _Lines(stream, block_size=BLOCK)
    number = 0
    try:
        for record in records:
            number += 1
            outcome = None
            fault = None if _has_length(record) else "the length is missing or no number"
            if fault is None:
                outcome = _read(uri, record, tally)
                records.read_to_end()
                fault = _fault(record, records.err_count)
            if fault:
                yield UnreadableCapture(uri, f"{fault} in record {number}; the {number - 1} before it are read", AGAIN)
                return
            if outcome is not None:
                yield outcome
    except BREAKING as error:
        reason = f"the archive is damaged after record {number} ({_plain(error)}); what stands before is read"
        yield UnreadableCapture(uri, reason, AGAIN)
        return
    if not number:
        yield UnreadableCapture(uri, "a web archive without a record", AGAIN)


def _read(uri: str, record: Any, tally: Tally) -> Opened | None:
    """The capture in a record; None where it holds none, which is counted then."""
    target = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    place = f"{uri}!/{target}"
    skip = _kind(record, target)
    if skip is None:
        answer, skip = _answer(record)
        if answer is None or skip is not None:
            tally.left_out[skip or "other"] += 1
            return None
        if record.length > LARGEST:
            reason = f"it is larger than {LARGEST // 2**20} MB"
            return UnreadableCapture(place, reason, "Take it out of the archive, and read it as a file.")
        try:
            found = _found(place, record, answer)
        except UnreadableCapture as error:
            return error
        if isinstance(found, Found):
            return found
        skip = found
    tally.left_out[skip] += 1
    return None


def _kind(record: Any, target: str) -> str | None:
    """What the record is, where its kind alone says that no account stands in it."""
    kind = str(record.rec_type or "untyped")[:40]
    if kind not in ("response", "resource"):
        return kind
    if not target.lower().startswith(_WEB):  # crawlers keep notes of their own under `urn:`, the page's text among them
        return f"{kind} of {target.partition(':')[0][:20] or 'no address'}"
    if kind == "response" and not str(record.content_type or "application/http").lower().startswith("application/http"):
        return f"response as {str(record.content_type)[:40]}"
    return None


def _answer(record: Any) -> tuple[_Answer | None, str | None]:
    """The beginning of what was answered, or why it can hold no account."""
    start = bytes(record.raw_stream.read(HEAD))
    if record.rec_type == "resource":
        headers, body_at = {"content-type": str(record.content_type or "")}, 0
    else:
        status, end = _STATUS.match(start), _END_OF_HEAD.search(start)
        if not status or not end:
            return None, "response without an HTTP head"
        if not status.group(1).startswith(b"2"):
            return None, f"status {status.group(1).decode()}"
        headers, body_at = headers_of(start[: end.start()]), end.end()
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in UNTOLD and not TEXTS.fullmatch(kind):
        return None, kind[:60]
    return _Answer(start, headers, body_at), None


def _found(place: str, record: Any, answer: _Answer) -> Found | str:
    """The capture itself, or why it can hold no account."""
    block = answer.block + bytes(record.raw_stream.read(LARGEST))
    stated = record.rec_headers.get_header("WARC-Block-Digest")
    if stated and not record.raw_stream.limit and not agrees(block, stated):
        raise UnreadableCapture(
            place, f"its bytes are not those of its own hash {stated[:80]}: it was altered, or damaged", AGAIN
        )
    data = decoded(block[answer.body_at :], answer.headers, place)
    kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not data.strip():
        return "empty answer"
    if place.partition("?")[0].endswith("/robots.txt"):
        return "robots.txt"
    if kind in UNTOLD and is_binary(data) and b"%PDF-" not in data[:1024]:
        return "binary file"
    if data.lstrip()[:1] in (b"{", b"[") and _is_strange(place, data):
        return "JSON of no known form"
    at = moment(str(record.rec_headers.get_header("WARC-Date") or ""))
    return Found(place, data, at, sent_as(answer.headers.get("content-type", "")))


def agrees(data: bytes, stated: str) -> bool:
    """Whether the bytes have the hash that is stated, as `algorithm:value`, the value in base 32 or 16; one of an unknown
    algorithm is believed.
    """
    name, _, value = stated.strip().partition(":")
    name = name.lower().replace("-", "")
    if name not in hashlib.algorithms_available or name.startswith("shake"):
        return True
    digest = hashlib.new(name, data, usedforsecurity=False).digest()
    return value.rstrip("=").upper() in (base64.b32encode(digest).decode().rstrip("="), digest.hex().upper())


def _is_strange(place: str, data: bytes) -> bool:
    """Whether it is JSON that no reader knows: what a page's scripts ask of their servers."""
    sample = Sample(Capture.of(place, "", "", "", len(data)), data)
    try:
        return reader_of(sample).read is read_strange_json
    except UnreadableCapture:
        return False


def _has_length(record: Any) -> bool:
    return re.fullmatch(r"\s*\d{1,18}\s*", str(record.rec_headers.get_header("Content-Length"))) is not None


def _fault(record: Any, wrong: int) -> str | None:
    """What is wrong with the length that the record states, if anything."""
    if record.raw_stream.limit:
        return "the archive is cut off"
    return "the stated length is false" if wrong else None


def _plain(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
