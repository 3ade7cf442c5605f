"""Messages in MIME, as mail and pages saved as MHTML are: their heads and their parts."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import parsedate_to_datetime

from rashomon.errors import UnreadableCapture
from rashomon.read.decoding import HEAD, decode

LARGEST = 128 * 2**20  # bytes; taken apart, a message takes some five times its size in memory
MOST = 2_000  # parts; a page saved with each of its pictures has some 300
_FIELDS = re.compile(rb"(?:From [^\r\n]{1,200}\r?\n)?(?:[!-9;-~]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
_BREAKING = (RecursionError, ValueError, LookupError, AssertionError, AttributeError, TypeError)


def head_of(data: bytes) -> Message | None:
    """The fields at the beginning of the bytes; None where they do not begin with fields."""
    found = _FIELDS.match(data[:HEAD].lstrip(b"\r\n"))
    return BytesHeaderParser().parsebytes(found.group()) if found else None


def message_of(data: bytes, uri: str) -> Message:
    """The whole message. Raises UnreadableCapture where it is too large, or its parts lie too deep in one another."""
    if len(data) > LARGEST:
        raise UnreadableCapture(
            uri, f"it is larger than {LARGEST // 2**20} MB", "Save its text and its files apart, and read those."
        )
    try:
        message = BytesParser().parsebytes(data.lstrip(b"\r\n"))
        count = sum(1 for _ in message.walk())
    except _BREAKING as error:
        reason = f"its parts cannot be told apart ({type(error).__name__})"
        raise UnreadableCapture(uri, reason, "Save it again, or save what it shows as text, HTML or PDF.") from error
    if count > MOST:
        raise UnreadableCapture(uri, f"it has more than {MOST:,} parts", "Save what it shows as text, HTML or PDF and read that.")
    return message


def leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something themselves, in their order; what is in an attached message is not looked into."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.is_multipart() and part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def text_of(part: Message, uri: str) -> str:
    """The words of a part, in the encoding that it states, or else the one that it seems to have."""
    data = data_of(part)
    try:
        return data.decode(part.get_content_charset() or "")
    except (LookupError, ValueError):  # a name of no encoding, or of none that fits; one with a zero byte in it
        return decode(data, uri)


def data_of(part: Message) -> bytes:
    """The bytes of a part as they were before they were packed for the way."""
    try:
        data = part.get_payload(decode=True)
    except _BREAKING:
        return b""
    return data if isinstance(data, bytes) else b""


def words_of(message: Message, name: str) -> str | None:
    """What a field says, its encoded words read; None where it says nothing."""
    value = message.get(name)
    if value is None:
        return None
    try:
        parts = decode_header(str(value))
        said = "".join(
            words if isinstance(words, str) else words.decode(charset or "ascii", "replace") for words, charset in parts
        )
    except (HeaderParseError, LookupError, ValueError):
        said = str(value)
    said = said.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(said.split()) or None


def time_of(message: Message) -> str | None:
    """The moment in its `Date`, ISO 8601 in UTC."""
    try:
        at = parsedate_to_datetime(str(message.get("Date") or ""))
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        return datetime.isoformat(at, timespec="seconds").replace("+00:00", "Z")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
