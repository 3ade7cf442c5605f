"""Identities: every id is a hash of what makes the record that record, so the same input gives the same id anywhere."""

from hashlib import blake2b

from rashomon.model.span import Span

VERSION = "1"  # raise when what an id is made of changes: old and new records must never meet under one id


def make_id(kind: str, *parts: str | int | Span | None) -> str:
    """An id such as `doc1-9f86d081884c7d65`: the kind, the id scheme's version, 64 bits of hash.

    Parts are joined by a separator that no part may hold, so ("ab", "c") and ("a", "bc") differ.
    """
    words = (f"{part.start}-{part.end}" if isinstance(part, Span) else "" if part is None else str(part) for part in parts)
    digest = blake2b("\x1f".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{kind}{VERSION}-{digest}"
