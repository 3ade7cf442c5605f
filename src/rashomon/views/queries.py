"""What a reader types into the search box, understood: words, "phrases", -excluded, one OR another, beginn*.

Nothing that can be typed is wrong. What means nothing to a search (lone quotes, brackets, signs, control characters) only
parts words, and the page says what was understood; so a mistake is seen, and never an error.
"""

import re
from dataclasses import dataclass

MOST = 24  # words and phrases that are looked for; a longer query is a text, and nobody means all of it
LONGEST = 60  # characters of a word, and words of a phrase
PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
QUOTES = str.maketrans("“”„‟«»＂", '"""""""')


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase; `begins` that words count which only begin so."""

    words: tuple[str, ...]
    begins: bool = False

    @property
    def shown(self) -> str:
        """As the page tells it: quoted, with the star that was typed."""
        return f"“{' '.join(self.words)}{'…' if self.begins else ''}”"

    @property
    def expression(self) -> str:
        """As FTS5 takes it: always quoted, so that no word is an operator."""
        return f'"{" ".join(self.words)}"{"*" if self.begins else ""}'


@dataclass(frozen=True, slots=True)
class Query:
    """All of `wanted` must stand there (of each group one), nothing of `excluded`. `ignored` says that there was more."""

    wanted: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    ignored: int = 0

    @property
    def expression(self) -> str:
        """The query for FTS5; empty where nothing is wanted."""
        if not self.wanted:
            return ""
        wanted = " AND ".join(f"({' OR '.join(term.expression for term in group)})" for group in self.wanted)
        excluded = " OR ".join(term.expression for term in self.excluded)
        return f"({wanted}) NOT ({excluded})" if excluded else wanted

    @property
    def understood(self) -> str:
        """What is looked for, in words: "“fire” and “dead” or “killed”, without “drill”"."""
        wanted = " and ".join(" or ".join(term.shown for term in group) for group in self.wanted)
        excluded = " and ".join(term.shown for term in self.excluded)
        without = f"{', ' if wanted else ''}without {excluded}" if excluded else ""
        return f"{wanted}{without}"


def query_of(typed: str) -> Query:
    """What was meant. An OR joins the words on either side of it; a quotation mark without its fellow quotes to the end."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    ignored, either, minus = 0, False, False
    for piece in PIECE.finditer(typed.translate(QUOTES)):
        word = piece["word"] or ""
        if word in ("OR", "|", "||"):
            either = bool(groups)
            continue
        if word in ("AND", "&", "&&"):
            continue
        if word == "NOT":
            minus = True
            continue
        term = _term(piece["phrase"] if piece["phrase"] is not None else word, ends=typed[piece.end() : piece.end() + 1])
        if term is None:
            continue
        if sum(map(len, groups)) + len(excluded) >= MOST:
            ignored += 1
        elif minus or piece["minus"]:
            excluded.append(term)
        elif either:
            groups[-1].append(term)
        else:
            groups.append([term])
        either = minus = False
    return Query(tuple(map(tuple, groups)), tuple(excluded), ignored)


def _term(typed: str, ends: str) -> Term | None:
    """The words in it: "Toqaev's" is the phrase of two that the index holds. None where it has no letter and no digit."""
    words = tuple(word[:LONGEST] for word in WORD.findall(typed)[:LONGEST])
    return Term(words, begins=typed.endswith("*") or ends == "*") if words else None
