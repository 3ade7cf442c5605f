"""What befell the counted: the class of an act, with the word that tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract.acts import act_of


@dataclass(frozen=True, slots=True)
class Matter:
    """What befell the counted: the class of the act, and the word that tells it."""

    about: str
    word: Token


def together(word: Token) -> Matter:
    """The act of the word; "killed or wounded" without an object between them counts both at once."""
    of = act_of(word) or ""
    if of in ("kill", "injure"):
        for other in _joined(word):
            if act_of(other) in {"kill", "injure"} - {of}:
                return Matter("casualty", word)
    return Matter(of, word)


def _joined(word: Token) -> Iterator[Token]:
    """The act words joined to this one by "and", "or" or nothing at all."""
    doc = word.doc
    for step in (-1, 1):
        at = word.i + step
        if 0 <= at < len(doc) and doc[at].lower_ in ("and", "or", "/", "and/or"):
            at += step
        if 0 <= at < len(doc) and at != word.i and doc[at].sent.start == word.sent.start and not (step > 0 and _counts(doc[at])):
            yield doc[at]


def _counts(word: Token) -> bool:
    """Whether the word has a number of its own: "left 50 dead and injured more than 400"."""
    return any(token.like_num for token in word.doc[word.i + 1 : min(word.i + 4, word.sent.end)])
