"""A finished page in which what looks like something else than it is shows that it does, wherever it stands (text/guises.py).

A sign that turns the writing is shut into a box of its own, where it turns nothing, and the style sheet prints its name there; a
word of two alphabets is marked, and the style sheet says why. The words themselves stay as they were, letter for letter.
"""

import re
from collections.abc import Iterator

from rashomon.text.guises import TURNS, guises, is_plain

_PIECES = re.compile("<(/?)([a-z]*)[^<>]*>?|[^<]+")  # tags, and text: templates escape both brackets in what they are given
_RAW = ("title", "option", "svg", "textarea", "script", "style")  # no element of ours can stand in there
_READ = _RAW[:3]  # but a reader sees the text
_SPELT = str.maketrans(dict.fromkeys(TURNS, "\N{REPLACEMENT CHARACTER}"))


def shown(page: str) -> str:
    """The page with its guises marked; the same page where there are none."""
    return page if is_plain(page) else "".join(_pieces(page))


def _pieces(page: str) -> Iterator[str]:
    within = ""
    for found in _PIECES.finditer(page):
        piece, ends, name = found[0], found[1], found[2]
        if name is None:  # text
            yield from _marked(piece) if not within else [piece.translate(_SPELT) if within in _READ else piece]
            continue
        if within == name and ends:
            within = ""
        elif not within and name in _RAW and not ends:
            within = name
        yield piece


def _marked(words: str) -> Iterator[str]:
    at = 0
    for span, name in guises(words):
        yield words[at : span.start]
        yield (
            f'<bdi class="turning {name.lower()}">{span.of(words)}</bdi>'
            if name
            else f'<span class="guise">{span.of(words)}</span>'
        )
        at = span.end
    yield words[at:]
