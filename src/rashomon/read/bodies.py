"""The bodies of HTTP answers as they were meant: chunks joined, compression undone, and no further than is sensible."""

import re
import zlib
from collections.abc import Mapping

from rashomon.errors import UnreadableCapture
from rashomon.read.archives import RATIO, SMALL
from rashomon.read.decoding import is_binary

LARGEST = 64 * 2**20  # bytes of one body, packed or not: pages have 0.1 MB, the longest reports as PDF some 30 MB
_GZIPPED = ("gzip", "x-gzip", "deflate")
_STREAMED = {"br": "brotli", "zstd": "zstd"}  # what Arrow, by which tables are kept, can unpack too; "br" most of the web sends
_SURE = (b"%PDF-", b"PK\x03\x04")  # binary, and not compressed once more
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


def headers_of(head: bytes) -> dict[str, str]:
    """The fields of an HTTP head by their names in lower case; of several with one name the first."""
    fields: dict[str, str] = {}
    for line in head.split(b"\n")[1:]:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def decoded(body: bytes, headers: Mapping[str, str], uri: str) -> bytes:
    """The body as the server meant it. Archives often keep it decoded and the head as it was: that is taken as it is.

    Raises UnreadableCapture where its compression is none that is read, is damaged, or hides more than it may.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for coding in reversed(headers.get("content-encoding", "").lower().split(",")):
        coding = coding.strip()
        if coding in _GZIPPED:
            body = _inflated(body, uri)
        elif coding in _STREAMED:
            body = _streamed(body, uri, _STREAMED[coding])
        elif coding not in ("", "identity", "none") and is_binary(body):
            raise UnreadableCapture(
                uri, f"its content is compressed as {coding[:20]!r}, which is not read", "Capture it with gzip, or uncompressed."
            )
    return body


def _joined(body: bytes) -> bytes:
    """The chunks without their lengths; the body itself where it is in no chunks."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        length = int(found.group(1), 16)
        if not length:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + length])
        at = found.end() + length
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    return b"".join(parts) if parts and at >= len(body) else body


def _inflated(body: bytes, uri: str) -> bytes:
    allowed = _allowed(body)
    for bits in (47, -15):  # gzip or zlib, told by its head; then the bare stream that some servers call "deflate"
        stream = zlib.decompressobj(bits)
        try:
            data = stream.decompress(body, allowed + 1)
        except zlib.error:
            continue
        if len(data) > allowed:
            raise _bomb(uri, allowed)
        if stream.eof:
            return data
        raise UnreadableCapture(uri, "its compressed content is cut off", "Capture it again.")
    return _as_it_is(body, uri, "damaged")


def _streamed(body: bytes, uri: str, codec: str) -> bytes:
    """Unpacked by Arrow, no further than is allowed: it gives what was asked for, and keeps the rest packed."""
    import pyarrow as pa  # 0.15 s: most archives have none of these

    allowed = _allowed(body)
    try:
        with pa.CompressedInputStream(pa.BufferReader(body), codec) as stream:
            data = bytes(stream.read(allowed + 1))
    except OSError as error:
        return _as_it_is(body, uri, "cut off" if "Truncated" in str(error) else "damaged")
    if len(data) > allowed:
        raise _bomb(uri, allowed)
    return data


def _allowed(body: bytes) -> int:
    return min(max(SMALL, RATIO * len(body)), LARGEST)


def _bomb(uri: str, allowed: int) -> UnreadableCapture:
    reason = f"its content grows to more than {allowed // 2**20} MB, as a bomb does"
    return UnreadableCapture(uri, reason, "Unpack it by hand if you trust it.")


def _as_it_is(body: bytes, uri: str, fault: str) -> bytes:
    """What could not be unpacked, where it is text or a known kind of file: then it was kept unpacked."""
    if is_binary(body) and not body.startswith(_SURE):
        raise UnreadableCapture(uri, f"its compressed content is {fault}", "Capture it again.")
    return body
