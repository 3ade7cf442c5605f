"""Names of places for looking up: one key for the ways in which one name is typed."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from rashomon.text.normal import folded

_ALPHABETIC = 0x0530  # below it Latin, Greek and Cyrillic: romanised letter by letter; what is above stays as it is
_MARKS = re.compile(r"['\"`’ʻʼʿʾ]")
_WORD = re.compile(r"[^\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """The name in lower case without accents, apostrophes, hyphens and a leading "the": "St. John's" is `saint johns`."""
    bare = _MARKS.sub("", folded(_MARKS.sub("", name)))
    if not bare.isascii():
        bare = "".join(_letter(sign) for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))
    words = [_SHORT.get(word, word) for word in _WORD.findall(bare)]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _letter(sign: str) -> str:
    return sign if sign.isascii() or ord(sign) >= _ALPHABETIC else _MARKS.sub("", anyascii(sign)).lower()
