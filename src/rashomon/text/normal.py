"""Texts made comparable: the same words give the same string, however they were typed or spaced."""

import re
import unicodedata

_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»〝〞", '"'), **dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("–—―‐‑−", "-")})
_WORD = re.compile(r"\w+")


def one_line(text: str) -> str:
    """The text on one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """The text for comparing: compatibility forms, quotes and dashes unified, lower case, on one line."""
    return one_line(unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold())


def words(text: str) -> list[str]:
    """The words of the text for comparing, without punctuation."""
    return _WORD.findall(folded(text))
