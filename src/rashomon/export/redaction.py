"""What is blacked out of a text: chosen names, however they are typed, joined, accented or escaped in an address.

Every code point that goes is replaced by one block, so that each offset of the case stays true. How long a name was can
therefore still be seen; and who is meant can be told from what is said of them: read before you share.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

BLOCK = "█"
SHORT = 3  # letters and digits: so few stand in many other words, so such a name counts as a whole word only
ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
WORD = re.compile(r"[^\W_]+")
BETWEEN = rf"(?:[^\w{BLOCK}]|_){{0,6}}"  # of one name's words: "Ann\n Holt", "ann_holt", "ann-holt", "annholt"


@dataclass(frozen=True, slots=True)
class Redaction:
    """`names` go wherever they stand, also inside a longer word; `parts` of them (a surname) as whole words.

    In running text a name of three letters or fewer goes as a whole word, and as it is written: "IS" in capitals, "Ann" with
    one; so does a part that is a word of these texts too (`common`: "Will", "White"). In an address they go in any form.
    """

    names: tuple[str, ...]
    parts: tuple[str, ...] = ()
    common: tuple[str, ...] = ()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where in the text something is blacked out, as code points."""
        folded, starts, ends = _folded(text)
        running = " " in text.strip()
        found = [match.span() for match in _anywhere(self.names, self.parts).finditer(folded)]
        for pattern, written in ((_short(self.names, True), str.isupper), (_short(self.names, False), _capital)):
            found += _written(pattern, written if running else None, folded, text, starts, ends)
        found += _written(_whole(self.common), _capital if running else None, folded, text, starts, ends)
        return [(starts[start], ends[end - 1]) for start, end in found]

    def blacked(self, text: str) -> str:
        """The text with blocks in place of the names; as long as before."""
        return blacked(text, self.spans(text))

    def touches(self, text: str) -> bool:
        """Whether anything in the text would go."""
        return bool(self.spans(text))


def blacked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a block for every code point of these spans but line breaks, which part paragraphs."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [letter if letter == "\n" else BLOCK for letter in letters[start:end]]
    return "".join(letters)


def folded(text: str) -> str:
    """The text as names are compared in it: no capitals, accents, soft hyphens; escapes of an address read."""
    return _folded(text)[0]


def _folded(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """The folded text, and for each of its letters where in the text it comes from."""
    if text.isascii() and "%" not in text:
        return text.lower(), range(len(text)), range(1, len(text) + 1)
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for letter, start, end in _pieces(text):
        plain = _plain(letter)
        if not plain and ends:
            ends[-1] = max(ends[-1], end)  # an accent goes with its letter
        letters.append(plain)
        starts += [start] * len(plain)
        ends += [end] * len(plain)
    return "".join(letters), starts, ends


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Each code point with its place; what is escaped as in an address, read."""
    at = 0
    for escaped in ESCAPED.finditer(text):
        yield from ((text[place], place, place + 1) for place in range(at, escaped.start()))
        at = escaped.start()
        for letter in _unescaped(escaped[0]):
            end = at + 3 * len(letter.encode("utf-8", "surrogateescape"))
            yield letter, at, end
            at = end
    yield from ((text[place], place, place + 1) for place in range(at, len(text)))


def _unescaped(escaped: str) -> str:
    return unquote_to_bytes(escaped).decode("utf-8", "surrogateescape")


@lru_cache(4096)
def _plain(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(one for one in decomposed if unicodedata.category(one) not in ("Mn", "Cf"))


def _words(name: str) -> list[str]:
    return WORD.findall(folded(name))


def _written(
    pattern: re.Pattern[str],
    how: Callable[[str], bool] | None,
    folded: str,
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """The matches that are written so in the text itself."""
    for match in pattern.finditer(folded):
        if how is None or how(text[starts[match.start()] : ends[match.end() - 1]]):
            yield match.span()


def _capital(word: str) -> bool:
    return word[:1] != word[:1].lower()


def is_short(name: str) -> bool:
    """Whether the name has so few letters that it stands in many other words."""
    return len("".join(_words(name))) <= SHORT


@lru_cache(64)
def _anywhere(names: tuple[str, ...], parts: tuple[str, ...]) -> re.Pattern[str]:
    long = (BETWEEN.join(map(re.escape, _words(name))) for name in names if not is_short(name))
    return _either([*long, *(_alone(_words(part)) for part in parts)])


@lru_cache(64)
def _short(names: tuple[str, ...], capitals: bool) -> re.Pattern[str]:
    return _either(_alone(_words(name)) for name in names if _words(name) and is_short(name) and name.isupper() == capitals)


@lru_cache(64)
def _whole(words: tuple[str, ...]) -> re.Pattern[str]:
    return _either(_alone(_words(word)) for word in words)


def _alone(words: Sequence[str]) -> str:
    return rf"(?<![^\W_]){BETWEEN.join(map(re.escape, words))}(?![^\W_])"


def _either(patterns: Iterable[str]) -> re.Pattern[str]:
    chosen = sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))
    return re.compile("|".join(chosen) or r"(?!)")
