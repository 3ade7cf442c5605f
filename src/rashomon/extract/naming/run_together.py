"""Names that the parser ran together, taken apart: "Syria's Aleppo", "Turkey Germany", "Ilka Brandt - elected"."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from rashomon.extract.naming.governments import countries
from rashomon.model import Span
from rashomon.text.normal import folded

_DASHES = frozenset(["-", "–", "—", "|", "/", "(", ")", "•"])
_EDGE = re.compile(r"^\W+|\W+$")
_OWNS = ("'s", "’s", "'", "’")


def parts_of(name: Tokens) -> Iterator[Tokens]:
    """The names in it, in order: it ends at a dash that stands free, a bracket or a bar, and after a country that owns the
    rest or stands before another country.
    """
    start = name.start
    for token in name:
        if _parts(token, name):
            if start < token.i:
                yield name.doc[start : token.i]
            start = token.i + 1
        elif token.i + 1 < name.end and _ends(name, token, start):
            yield name.doc[start : token.i + 1]
            start = token.i + 1
    if start < name.end:
        yield name.doc[start : name.end]


def owns_rest(words: str) -> bool:
    """Whether it is a country's name with the "s" of a possessive that has lost its apostrophe."""
    return len(words) > 4 and words.endswith("s") and folded(words) not in countries() and folded(words[:-1]) in countries()


def without(span: Span, words: str, inside: Iterable[Span]) -> list[tuple[Span, str]]:
    """What is left of a name when these places are taken out of it, as spans and words; signs at the edges are left off."""
    left, at = [], span.start
    for taken in [*sorted(inside), Span(span.end, span.end + 1)]:
        piece = words[at - span.start : max(at, taken.start) - span.start]
        bare = _EDGE.sub("", piece)
        if any(sign.isalpha() for sign in bare) and bare not in ("s", "the"):
            start = at + piece.index(bare)
            left.append((Span(start, start + len(bare)), bare))
        at = max(at, taken.end)
    return left


def _parts(token: Token, name: Tokens) -> bool:
    """Whether the sign stands free between two words, not inside "Nur-Sultan"."""
    if token.text not in _DASHES or not name.start < token.i < name.end - 1:
        return False
    return token.text not in ("-", "–", "—", "/") or bool(token.whitespace_ and token.nbor(-1).whitespace_) or token.text == "/"


def _ends(name: Tokens, token: Token, start: int) -> bool:
    """Whether a country ends here, and what follows is a name of its own."""
    words = name.doc[start : token.i + 1].text
    after = name.doc[token.i + 1 : name.end]
    if not after[0].text[:1].isupper():
        return False
    if token.text in _OWNS:
        return folded(words[: -len(token.text)]) in countries()
    return owns_rest(words) or (folded(words) in countries() and folded(after.text) in countries())
