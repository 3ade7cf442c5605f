"""What looks like something else than it is: signs that turn the writing, and letters of another alphabet among Latin ones.

The sign U+202E makes what follows run from right to left, so that "4 died" is read as "deid 4"; a Cyrillic o in "Holt" makes
another name of what looks the same. Marks that only say which way a neutral character leans (LRM, RLM, ALM) turn no letters, and
belong to honest Hebrew and Arabic text: they are no guise. Nor is a name that is written in another alphabet altogether.
"""

import re
from collections.abc import Iterator

from rashomon.model import Span

TURNS = {  # as the Unicode standard calls them (UAX 9), which is how they can be looked up
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
# Cyrillic, Greek and Armenian letters that most typefaces draw like a Latin one (of the confusables of UTS 39)
TWINS = "АВЕЅІЈКМНОРСТУХаеѕіјорсухѵԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυϲՕՍօսոհց"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_BESIDE = re.compile(f"(?<=[{_LATIN}])[{TWINS}]|[{TWINS}](?=[{_LATIN}])")
_TURN = re.compile(f"[{''.join(TURNS)}]")


def is_plain(text: str) -> bool:
    """Whether nothing in it can be a guise: quick, for nearly all that is shown is plain."""
    return text.isascii() or not any(letter in text for letter in (*TURNS, *TWINS))


def guises(text: str) -> Iterator[tuple[Span, str]]:
    """Each sign that turns the writing, with what it is called, and each word of two alphabets, with an empty name; in order."""
    found = [(Span(one.start(), one.end()), TURNS[one[0]]) for one in _TURN.finditer(text)]
    end = 0
    for one in _BESIDE.finditer(text):
        if one.start() >= end:
            start, end = one.span()
            while start and text[start - 1].isalpha():
                start -= 1
            while end < len(text) and text[end].isalpha():
                end += 1
            found.append((Span(start, end), ""))
    yield from sorted(found)


def unmasked(text: str) -> str:
    """The text for whoever reads it on paper: such signs are spelled out, and after a word of two alphabets it says so."""
    if is_plain(text):
        return text
    pieces, at = [], 0
    for span, name in guises(text):
        pieces += [text[at : span.start], f"⟨{name}⟩" if name else f"{span.of(text)} ⟨two alphabets⟩"]
        at = span.end
    return "".join([*pieces, text[at:]])
