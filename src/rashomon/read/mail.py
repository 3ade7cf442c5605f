"""Mail (EML): what its writer says, and apart from that what is quoted in it; each attached file is a capture of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.utils import parseaddr

from rashomon.errors import UnreadableCapture
from rashomon.model import BlockKind, Document
from rashomon.read.drafts import About, Piece, assembled
from rashomon.read.markup import parsed_page, passages
from rashomon.read.mime import data_of, head_of, leaves, message_of, text_of, time_of, words_of
from rashomon.read.samples import Sample

POST = "1"  # a message is one post
_MAILBOX = re.compile(rb"\n\r?\nFrom \S[^\r\n]{3,200}\d{4}\r?\n[!-9;-~]{1,60}:")
_MARKS = re.compile(r"(?:>[ ]?)+")
_WROTE = re.compile(  # what mail programs put above a quotation, in the languages that they are most used in
    r"(?:(?:On|Am|Le|El|Il|Em|Op)\b.{5,150}|\S.{0,80})\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\b"
    r".{0,60}:\s*$",
    re.DOTALL,
)
_BY = re.compile(
    r"(?:,|\bat\b|\bschrieb|\bum\b|\bà\b|:\d\d(?: [AP]M)?)\s{1,9}(?!\d)([^,<>\d]{2,60}?)\s{0,9}(?:<[^>]*>|\(|\bwrote|\ba écrit)"
)
_FORWARDED = re.compile(r"(?:-{4,}|_{10,})[ ]?(?:[\w ]{3,40}(?:[Mm]essage|[Nn]achricht|[Mm]ail|[Mm]ensaje)[\w ]{0,20})?[ ]?-*$")
_HEADING = re.compile(r"\*?(?:From|Von|De|Da)\s?:\*?\s*(.+)")
_FIELD = re.compile(r"\*?[A-Z][\w-]{1,14}(?: [a-z]+)?\s?:\*?\s")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that are quoted to one depth, and where they begin and end."""

    depth: int
    lines: tuple[str, ...]
    start: int
    end: int
    author: str | None = None


def is_mail(sample: Sample) -> bool:
    """Whether it begins with the fields of a mail: from whom, and what programs write on its way."""
    return _is_mail(sample.data)


def attachments(uri: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The place and bytes of every file that is attached to a mail; nothing for what is no mail."""
    if not _is_mail(data):
        return
    try:
        message = message_of(data, uri)
    except UnreadableCapture:
        return  # said when it is read
    seen: set[str] = set()
    for number, part in enumerate(leaves(message), 1):
        if not _is_attached(part):
            continue
        name = re.sub(r"[/\\\x00]", "_", words_of(part, "Content-Description") or "") if not part.get_filename() else ""
        name = name or re.sub(r"[/\\\x00]", "_", str(part.get_filename() or f"part {number}"))
        place = f"{uri}!/{name if name not in seen else f'{number} {name}'}"
        seen.add(name)
        yield place, _bytes(part)


def read_mail(sample: Sample) -> Iterator[Document]:
    """The message as one document of one post: its subject, its own words, and what it quotes."""
    if _MAILBOX.search(sample.data):
        raise UnreadableCapture(sample.uri, "it is a mailbox of several messages", "Save each message as a file (.eml).")
    message = message_of(sample.data, sample.uri)
    name, address = parseaddr(words_of(message, "From") or "")
    author, posted_at, subject = name or address or None, time_of(message), words_of(message, "Subject")
    pieces = [Piece(subject, "title", "Subject", author, posted_at, POST)] if subject else []
    said = [replace(piece, posted_at=posted_at if piece.kind == "post" else None) for piece in _said(message, sample, author)]
    if not said:
        raise UnreadableCapture(sample.uri, "the message has no text", "Leave it out, or read what is attached to it.")
    yield assembled(sample.capture, sample.name, pieces + said, About(title=subject, author=author, published_at=posted_at))


def _said(message: Message, sample: Sample, author: str | None) -> list[Piece]:
    """The pieces of the message's text: of the plain one where there is one, since it is what the writer typed."""
    bodies = [(n, part) for n, part in enumerate(leaves(message), 1) if not _is_attached(part)]
    plain = [(n, text_of(part, sample.uri)) for n, part in bodies if part.get_content_type() == "text/plain"]
    if any(text.strip() for _, text in plain):
        return [piece for n, text in plain for piece in _typed(text, f"part {n}, ", author)]
    pages = [(n, text_of(part, sample.uri)) for n, part in bodies if part.get_content_type() == "text/html"]
    return [piece for n, text in pages for piece in _shown(text, f"part {n}, ", author, sample.uri)]


def _typed(text: str, where: str, author: str | None) -> Iterator[Piece]:
    for run in _attributed(list(_runs(text))):
        kind: BlockKind = "quoted_post" if run.depth else "post"
        signed = next((n for n, line in enumerate(run.lines) if line.rstrip("\r") in ("-- ", "--")), len(run.lines))
        path = f"{where}chars {run.start}-{run.end}"
        by = run.author if run.depth else author
        for words in re.split(r"\n\s*\n", "\n".join(run.lines[:signed])):
            yield Piece(words, kind, path, by, None, POST)
        yield Piece("\n".join(run.lines[signed + 1 :]), "boilerplate", path)


def _runs(text: str) -> Iterator[_Run]:
    """The text cut where the depth of quotation changes; all that follows the head of a forwarded message is quoted."""
    lines: list[str] = []
    depth = start = at = forwarded = 0
    for line in text.splitlines(keepends=True):
        mark = _MARKS.match(line)
        level = (mark.group().count(">") if mark else 0) + forwarded
        bare = line[mark.end() :] if mark else line
        is_forward = not mark and bool(_FORWARDED.match(line.strip()))
        if (level != depth or is_forward) and lines:
            yield _Run(depth, tuple(lines), start, at)
            lines = []
        if not lines:
            start = at
        at += len(line)
        forwarded += is_forward
        depth = level + is_forward
        if not is_forward:
            lines.append(bare.rstrip("\r\n"))
    yield _Run(depth, tuple(lines), start, at)


def _attributed(runs: list[_Run]) -> list[_Run]:
    """The runs with who is quoted in each, where the line above it, or its own head, says so; those lines say nothing else."""
    made: list[_Run] = []
    for run in runs:
        lines, author = list(run.lines), None
        if made and run.depth > made[-1].depth:
            above = list(made[-1].lines)
            while above and not above[-1].strip():
                above.pop()
            for length in (1, 2):  # "On Monday Ada Moss" and, in the next line, "wrote:"
                if len(above) >= length and _WROTE.match(" ".join(above[-length:])):
                    author = _quoted(" ".join(above[-length:]))
                    made[-1] = replace(made[-1], lines=tuple(above[:-length]))
                    break
        head = next((n for n, line in enumerate(lines) if line.strip()), 0)
        named = _HEADING.match(lines[head].strip()) if lines and run.depth else None
        if named:
            author = parseaddr(named.group(1))[0] or re.sub(r"[<\[(].*", "", named.group(1)).strip() or None
            while head < len(lines) and _FIELD.match(lines[head].strip()):
                head += 1
            lines = lines[head:]
        made.append(replace(run, lines=tuple(lines), author=author))
    return made


def _quoted(line: str) -> str | None:
    found = _BY.search(line) or re.match(r"()?([^,<>\d]{2,60}?)\s+(?:wrote|writes|schrieb|a écrit|escribió)", line)
    return (found.group(found.lastindex or 1) or "").strip(" \"'") or None if found else None


def _shown(text: str, where: str, author: str | None, uri: str) -> Iterator[Piece]:
    root = parsed_page(text, uri)
    for passage in passages(root) if root is not None else ():
        if passage.quoted:
            yield Piece(passage.text, "quoted_post", where + passage.path, passage.author, None, POST)
        elif not _WROTE.fullmatch(passage.text):
            yield Piece(passage.text, "post", where + passage.path, author, None, POST)


def _is_mail(data: bytes) -> bool:
    head = head_of(data)
    if head is None or not head.get("From") or head.get("Snapshot-Content-Location"):
        return False
    return sum(bool(head.get(name)) for name in ("Date", "Subject", "To", "Message-ID", "MIME-Version", "Received")) >= 2


def _is_attached(part: Message) -> bool:
    if part.get_content_type() not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner and isinstance(inner[0], Message):
        try:
            return inner[0].as_bytes()
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return b""
    return data_of(part)
