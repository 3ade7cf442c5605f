"""What befell the counted: the class of an act, with the word that tells it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import VERBAL

BOTH = {frozenset({"kill", "injure"}): "casualty", frozenset({"kill", "miss"}): "dead or missing"}


@dataclass(frozen=True, slots=True)
class Matter:
    """What befell the counted: the class of the act, and the word that tells it."""

    about: str
    word: Token


def together(word: Token) -> Matter:
    """The act of the word; "killed or wounded", "dead and missing" without an object between them count both at once."""
    of = act_of(word) or ""
    for both, called in BOTH.items():
        if of in both and any(act_of(other) in both - {of} for other in _joined(word)):
            return Matter(called, word)
    return Matter(of, word)


def _joined(word: Token) -> Iterator[Token]:
    """The act words joined to this one by "and", "or" or nothing at all."""
    doc = word.doc
    for step in (-1, 1):
        at = word.i + step
        if 0 <= at < len(doc) and doc[at].lower_ in ("and", "or", "/", "and/or"):
            at += step
        if not (0 <= at < len(doc)) or at == word.i or doc[at].sent.start != word.sent.start:
            continue
        if not _counts(doc[at] if step > 0 else word) or (step < 0 and not (at and doc[at - 1].like_num)):
            yield doc[at]


def _counts(word: Token) -> bool:
    """Whether the word has a number of its own: "left 50 dead and injured more than 400", no "missing stood at 50"."""
    for token in word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]:
        if token.like_num:
            return True
        if token.pos_ in VERBAL or token.lower_ == "at":
            return False
    return False
