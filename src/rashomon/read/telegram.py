"""Telegram Desktop's export of a chat, or of an account with all its chats (`result.json`)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from rashomon.errors import UnreadableCapture
from rashomon.read.dates import from_timestamp, moment
from rashomon.read.drafts import About, Piece, assembled, whole
from rashomon.read.samples import Outcome, Sample

Message = Mapping[str, Any]
FIRST_YEAR = "2013"  # Telegram's own; before 2023 it exported the edit of what was never edited as 1970


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
    for place, chat in _placed(export):
        if _is_chat(chat):
            yield _document(sample, f"{sample.name}:{chat['id']}", place, chat)


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
        said = [(text, quoted) for text, quoted in _said(message) if text.strip()]
        if not said:
            continue
        key = str(message.get("id", number))
        key = f"{key} (messages[{number}])" if key in known else key  # a chat that moved may count twice from the beginning
        reply_to = _answered(message, known)
        known.add(key)
        path, posted_at = f"{where}messages[{number}]{_edited(message)}", _time(message)
        is_forward = "forwarded_from" in message  # another's words, carried here: null where the origin's account is gone
        for text, quoted in said:
            if is_forward or quoted:
                author = _name(message["forwarded_from"]) if is_forward and not quoted else None
                yield Piece(text, "quoted_post", path, author, posted_at if is_forward else None, key, reply_to)
            else:
                author = _name(message.get("author")) or _name(message.get("from"))  # a channel's post may be signed
                yield Piece(text, "post", path, author, posted_at, key, reply_to)


def _said(message: Message) -> Iterator[tuple[str, bool]]:
    """The words of a message in order, and whether they are marked as a quotation: a string, or a list of strings and of
    marked pieces. Of a poll its question.
    """
    text = message.get("text") or message.get("text_entities")
    poll = message.get("poll")
    if not text and isinstance(poll, dict):
        text = poll.get("question")
    parts = text if isinstance(text, list) else [text]
    for quoted, run in groupby(parts, key=lambda part: isinstance(part, dict) and part.get("type") == "blockquote"):
        words = (part.get("text") if isinstance(part, dict) else part for part in run)
        yield whole("".join(word for word in words if isinstance(word, str))), quoted


def _answered(message: Message, known: Collection[str]) -> str | None:
    """Which message of this chat it answers; one that answers a message of another chat answers none of this."""
    answered = message.get("reply_to_message_id")
    if answered is None or message.get("reply_to_peer_id") is not None:
        return None
    return str(answered) if str(answered) in known else None


def _edited(message: Message) -> str:
    """The words are those after the last edit, and nobody can tell what stood there before: the path says since when."""
    at = from_timestamp(message.get("edited_unixtime", "")) or moment(str(message.get("edited") or ""))
    return f" (edited {at})" if at and at >= FIRST_YEAR else ""


def _time(message: Message) -> str | None:
    """`date` is the exporting machine's local time and names no zone: only without `date_unixtime` is it better than none."""
    if message.get("date_unixtime"):
        return from_timestamp(message["date_unixtime"])
    return moment(str(message.get("date") or ""))


def _name(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _chats(export: Mapping[str, Any]) -> list[Any]:
    return [chat for _, chat in _placed(export)]


def _placed(export: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The chats of an account with their places, those that it has left too."""
    holders = [(key, export.get(key)) for key in ("chats", "left_chats")]
    lists = [(key, holder.get("list")) for key, holder in holders if isinstance(holder, dict)]
    return [(f"{key}.list[{n}].", chat) for key, inner in lists if isinstance(inner, list) for n, chat in enumerate(inner)]


def _is_chat(chat: Any) -> bool:
    """Messages with a type and a date, under a chat's name and type."""
    if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list) or not {"type", "id"} <= chat.keys():
        return False
    return all(isinstance(message, dict) and {"id", "type"} <= message.keys() for message in chat["messages"][:5])
