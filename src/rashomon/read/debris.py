"""What the lines of a captured page are: its text, its headings and captions, or what stood around them."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.model import BlockKind
from rashomon.read.dates import is_dateline
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded

_BYLINE = re.compile(r"(?:by|von|par|por)\s+[A-Z][^.!?]{2,80}|(?:written|reported|posted) by\s.{2,80}", re.IGNORECASE)
_CAPTION_DATE = re.compile(
    r"\bon (?:\w+day,? )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}(?:, \d{4})?\.?$"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|\w{2,}ed)\b")
_END = re.compile(r"[.!?…][\"”’')\]]*$")
_SMALL = {
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "and",
    "or",
    "but",
    "nor",
    "with",
    "from",
    "by",
    "as",
    "is",
    "vs",
    "via",
    "de",
    "la",
    "le",
    "der",
    "die",
    "das",
    "und",
}
HEADLINE = 20  # words at most
HEADING = 9
CASED = 0.7  # share of a headline's words with a capital, small words aside


def kinds_of(lines: Sequence[str]) -> list[BlockKind]:
    """What each line is. Told by what the line is like, where it stands and what stands beside it."""
    kinds: list[BlockKind] = ["boilerplate" if is_furniture(line) else "para" for line in lines]
    _name_clips(lines, kinds)
    _close_lists(lines, kinds)
    _close_sections(lines, kinds)
    _find_captions(lines, kinds)
    _find_headings(lines, kinds)
    return kinds


def is_furniture(line: str) -> bool:
    """Whether the line is known page furniture by its words alone: a button, a player's clock, a cookie text."""
    words = _bare(line)
    known = _known()
    return not words or any(words in known[name] for name in ("player", "lines", "lists", "sections")) or _is_pattern(line)


def is_department(line: str) -> bool:
    """Whether the line names a part of a newspaper ("World", "Politics")."""
    return _bare(line) in _known()["departments"]


def is_headline(line: str) -> bool:
    """Whether the line looks like the headline of some article: short, no full stop, its words in capitals."""
    words = line.split()
    if not 3 <= len(words) <= HEADLINE or re.search(r"[.!…]$", line):
        return False
    return title_case(line) >= CASED


def title_case(line: str) -> float:
    """The share of the line's words that begin with a capital, small words and figures aside."""
    words = [word.strip("\"'“”‘’(") for word in line.split()]
    counted = [word for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    return sum(word[0].isupper() for word in counted) / len(counted) if counted else 0.0


def is_sentence(line: str) -> bool:
    """Whether the line is a paragraph of running text: it ends as sentences do and is not a mere label."""
    return len(line.split()) >= 5 and bool(_END.search(line))


def _name_clips(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """A headline right before a player's lines is the clip's name, not a line of this text."""
    for i in range(1, len(lines)):
        if (_bare(lines[i]) in _known()["player"] and kinds[i - 1] == "para" and not is_sentence(lines[i - 1])) or (
            _bare(lines[i]) in _known()["player"] and kinds[i - 1] == "para" and is_headline(lines[i - 1])
        ):
            kinds[i - 1] = "boilerplate"


def _close_lists(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """The headlines under "Most read" and its like are other pages' headlines."""
    inside = False
    for i, line in enumerate(lines):
        if _bare(line) in _known()["lists"]:
            inside = True
        elif inside and kinds[i] == "para":
            inside = len(line.split()) <= HEADLINE and not re.search(r"[.…][\"”’']?$", line)
            if inside:
                kinds[i] = "boilerplate"


def _close_sections(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    """What stands under "About this blog" and its like belongs to it, up to the next piece of furniture."""
    inside = False
    for i, line in enumerate(lines):
        if _bare(line) in _known()["sections"]:
            inside = i * 2 >= len(lines)  # in the first half it may be a menu's entry, and the text follows
        elif kinds[i] == "boilerplate":
            inside = False
        elif inside:
            kinds[i] = "boilerplate"


def _find_captions(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    marks = lexicon("debris")["captions"]
    begun = False  # a picture stands before the first sentence; later the same form is news of things to come
    for i, line in enumerate(lines):
        if kinds[i] != "para":
            continue
        words = folded(line)
        twin = i + 1 < len(lines) and folded(lines[i + 1]) == words and not line.startswith(("-", ">", "["))
        marked = any(words.endswith(mark) if mark.startswith("(") else words.startswith(mark) for mark in marks)
        if marked or (twin and len(words) >= 12) or (not begun and _is_dated_picture(line)):
            kinds[i] = "caption"
        begun = begun or (kinds[i] == "para" and is_sentence(line))


def _is_dated_picture(line: str) -> bool:
    """Captions tell in the present tense what is seen, and end with place and date: "Soldiers board a plane … on May 6." """
    return bool(_CAPTION_DATE.search(line)) and len(line.split()) <= 40 and not _PAST.search(line) and line.count(". ") == 0


def _find_headings(lines: Sequence[str], kinds: list[BlockKind]) -> None:
    first = next((i for i, line in enumerate(lines) if kinds[i] == "para" and is_sentence(line)), len(lines))
    titled = False
    for i, line in enumerate(lines):
        if kinds[i] != "para":
            continue
        if is_dateline(line) or (i < first + 2 and _BYLINE.fullmatch(line) and len(line.split()) <= 12):
            kinds[i] = "byline"
        elif i < first < len(lines):
            kinds[i] = "title" if not titled and is_title(line) else "boilerplate" if len(line.split()) <= 3 else "para"
            titled = titled or kinds[i] == "title"
        elif _is_heading(line) and i + 1 < len(lines):
            kinds[i] = "heading"


def is_title(line: str) -> bool:
    """Whether the line, standing before the first sentence, can be the page's own title."""
    return 4 <= len(line.split()) <= 30 and not re.search(r"[.…:,;]$", line) and line[0] not in "-*•>["


def _is_heading(line: str) -> bool:
    return (
        len(line.split()) <= HEADING and not re.search(r"[.…:,;!\"”]$", line) and title_case(line) >= CASED and line[0].isalnum()
    )


def _bare(line: str) -> str:
    return folded(line).strip(" .:…!»›>|•·-")


def _is_pattern(line: str) -> bool:
    return _pattern().fullmatch(line.strip()) is not None


@cache
def _known() -> dict[str, frozenset[str]]:
    return {name: frozenset(lexicon("debris")[name]) for name in ("player", "lines", "lists", "sections", "departments")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in lexicon("debris")["patterns"]), re.IGNORECASE)
