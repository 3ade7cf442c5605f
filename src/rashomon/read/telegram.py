"""Telegram Desktop's export of a chat, or of an account with all its chats (`result.json`)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.read.dates import from_timestamp, moment
from rashomon.read.drafts import About, Piece, assembled, whole
from rashomon.read.samples import Outcome, Sample

Message = Mapping[str, Any]


def is_telegram(sample: Sample) -> bool:
    """Whether it is an export of one chat or of several."""
    export = sample.json
    return isinstance(export, dict) and (_is_chat(export) or any(map(_is_chat, _chats(export))))


def read_telegram(sample: Sample) -> Iterator[Outcome]:
    """A document for each chat; one in which nobody writes anything is a failure of that chat alone."""
    export = sample.json
    if _is_chat(export):
        yield _document(sample, sample.name, "", export)
        return
    for number, chat in enumerate(_chats(export)):
        if _is_chat(chat):
            key = chat.get("id", number)
            yield _document(sample, f"{sample.name}:{key}", f"chats.list[{number}].", chat)


def _document(sample: Sample, name: str, where: str, chat: Mapping[str, Any]) -> Outcome:
    title = _name(chat.get("name"))
    pieces = list(_pieces(where, chat["messages"]))
    if not pieces:
        place = f"{sample.uri}:{where.rstrip('.')}" if where else sample.uri
        reason = f"the chat {title!r} holds no message with a text" if title else "the chat holds no message with a text"
        return UnreadableCapture(place, reason, "Export it again with its messages, or leave it out.")
    about = About(title=title, outlet=title if "channel" in str(chat.get("type")) else None, published_at=pieces[0].posted_at)
    return assembled(sample.capture, name, pieces, about)


def _pieces(where: str, messages: Sequence[Any]) -> Iterator[Piece]:
    """The messages that say something; who joined, calls and pinned messages are the service's own, not a person's."""
    known: set[str] = set()
    for number, message in enumerate(messages):
        if not isinstance(message, dict) or message.get("type") != "message":
            continue
        text = _text(message.get("text"))
        if not text.strip():
            continue
        key = str(message.get("id", number))
        reply_to = str(message["reply_to_message_id"]) if message.get("reply_to_message_id") is not None else None
        reply_to = reply_to if reply_to in known else None
        known.add(key)
        author, path, posted_at = _name(message.get("from")), f"{where}messages[{number}]", _time(message)
        if "forwarded_from" in message:  # another's words, carried here: null where the origin's account is gone
            yield Piece(text, "quoted_post", path, _name(message["forwarded_from"]), posted_at, key, reply_to)
        else:
            yield Piece(text, "post", path, author, posted_at, key, reply_to)


def _text(text: Any) -> str:
    """The words of a message: a string, or a list of strings and of marked pieces."""
    parts = text if isinstance(text, list) else [text]
    words = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return whole("".join(word for word in words if isinstance(word, str)))


def _time(message: Message) -> str | None:
    """`date` is the exporting machine's local time and names no zone: only without `date_unixtime` is it better than none."""
    if message.get("date_unixtime"):
        return from_timestamp(message["date_unixtime"])
    return moment(str(message.get("date") or ""))


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _chats(export: Mapping[str, Any]) -> list[Any]:
    holder = export.get("chats")
    inner = holder.get("list") if isinstance(holder, dict) else None
    return inner if isinstance(inner, list) else []


def _is_chat(chat: Any) -> bool:
    """Messages with a type and a date, under a chat's name and type."""
    if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list) or not {"type", "id"} <= chat.keys():
        return False
    return all(isinstance(message, dict) and {"id", "type"} <= message.keys() for message in chat["messages"][:5])
