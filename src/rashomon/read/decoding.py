"""Bytes to text: which encoding it is, in the order of how much each sign can be trusted."""

import codecs
import re

from charset_normalizer import from_bytes

from rashomon.errors import UnreadableCapture

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,40})""", re.IGNORECASE
)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_OF_THE_WEB = re.compile(  # WHATWG Encoding, in Python's names; UTF-16 is told by its mark or its zeros
    r"utf-8|cp(?:866|874|932|949|950|125\d)|iso8859-\d+|koi8-[ru]|mac-\w+|gbk|gb2312|gb18030|big5(?:hkscs)?|euc_(?:jp|kr)"
    r"|shift_jis|iso2022_jp"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_LATIN1 = {"iso8859-1", "ascii", "latin-1"}  # what pages call these is cp1252 in practice (WHATWG Encoding, labels)
HEAD = 65_536  # bytes looked at for a declaration or a guess: 64 KiB


def decode(data: bytes, uri: str, sent: str | None = None) -> str:
    """The text of these bytes: byte order mark, then UTF-16 by its zeros, UTF-8, what the server `sent` it as, declaration,
    cp1252, detection.

    Text of another encoding is hardly ever clean UTF-8, while pages in UTF-8 are often declared as something else; only where
    no byte shows it does the declaration come first. Bytes that fit nowhere are shown as U+FFFD.

    Raises UnreadableCapture where it is no text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    wide = _wide(data[:HEAD])
    if wide:
        return data.decode(wide, "replace")
    if is_binary(data):
        raise UnreadableCapture(uri, "it is a binary file, not text", "Save what it shows as text, HTML or PDF and read that.")
    for stated in ("utf-8", sent, declared(data)) if _HIGH.search(data) else (sent, declared(data), "utf-8"):
        if stated:
            try:
                return data.decode(stated)
            except (ValueError, LookupError):
                continue
    return _guessed(data)


def is_binary(data: bytes) -> bool:
    """Whether these bytes are no text: a zero byte, or more than one control character in a hundred."""
    head = data[:HEAD]
    return b"\x00" in data or len(_CONTROL.findall(head)) * 100 > len(head)


def declared(data: bytes) -> str | None:
    """The encoding that an HTML or XML page names in its head, where Python knows it."""
    found = _DECLARED.search(data[:HEAD])
    if not found:
        return None
    name = _known((found.group(1) or found.group(2)).decode("ascii"))
    if name and name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # a page whose declaration could be read as ASCII is not UTF-16
    return name


def sent_as(media_type: str) -> str | None:
    """The encoding that a media type names ("text/html; charset=koi8-r"), where it is one of those of the web."""
    found = _CHARSET.search(media_type)
    name = _known(found.group(1)) if found else None
    return name if name and _OF_THE_WEB.fullmatch(name) else None


def _known(encoding: str) -> str | None:
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):  # no encoding; a zero byte in its name
        return None
    return "cp1252" if found.name in _LATIN1 else found.name


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: Western text has its zero bytes all on one side."""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    half = max(len(head) // 2, 1)
    if odd > 0.4 * half and even * 20 < odd:
        return "utf-16-le"
    if even > 0.4 * half and odd * 20 < even:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    """What is not clean UTF-8: broken UTF-8 where most sequences are whole, else cp1252 or what the detector says."""
    patched = data.decode("utf-8", "replace")
    wide = sum(char > "\x7f" and char != "�" for char in patched)
    if wide > 2 * patched.count("�"):
        return patched
    western = data.decode("cp1252", "replace")
    letters = [char for char in western if char.isalpha()]
    # Western words have single accents among plain letters; another alphabet read as cp1252 has hardly a plain letter.
    if sum(char > "\x7f" for char in letters) * 4 < len(letters) or not letters:
        return western
    best = from_bytes(data[:HEAD]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
