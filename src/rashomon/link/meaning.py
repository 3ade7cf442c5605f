"""Whether a statement follows from another, contradicts it, or neither, where there are no facts to compare.

Named features of the two parses, weighed by two logistic regressions (`training/contradiction`). No case is linked by them:
docs/decisions/0019 says why.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any, Literal

from spacy.tokens import Doc, Token

from rashomon.link.alignments import Alignment, Counterpart, above, aligned, negatives, refusals, value
from rashomon.text.lexicon import lexicon

Bearing = Literal["follows", "contradicts", "neither"]
Weights = Mapping[str, Mapping[str, float]]

SURE = 0.5
ENOUGH = 0.5  # of the ground in the claim: the texts that taught the weights are longer than their claims and seldom show more
SUBJECTS = frozenset({"nsubj", "csubj", "agent"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
ARGUMENTS = SUBJECTS | OBJECTS | {"pobj"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim laid beside the ground on which it is judged: each one's words with their counterparts in the other."""

    ground: Doc
    claim: Doc
    there: Alignment  # the claim's words in the ground
    back: Alignment
    predicate: Token | None  # what the claim says of its subject: its main verb, or what follows "is"

    @classmethod
    def of(cls, ground: Doc, claim: Doc) -> "Pair":
        """The two statements, aligned."""
        return cls(ground, claim, aligned(claim, ground), aligned(ground, claim), _predicate(claim))


def bearing(pair: Pair, weights: Weights | None = None) -> Bearing:
    """How the claim stands to its ground, by the weights of the package or by others.

    Only what differs contradicts: much in common alone, which weighs for it, makes no contradiction.
    """
    if any(FEATURES[sign](pair) for sign in SIGNS) and chance("contradicts", pair, weights) >= SURE:
        return "contradicts"
    return "follows" if chance("follows", pair, weights) >= SURE else "neither"


def chance(of: Bearing, pair: Pair, weights: Weights | None = None) -> float:
    """How surely the claim follows or contradicts (0..1); 0.5 is where it is called so.

    Not a frequency: of what is called a contradiction a quarter is one.
    """
    weighed = (weights or learnt()["weights"])[of]
    odds = weighed["bias"] + sum(weighed[name] * feature(pair) for name, feature in FEATURES.items() if name in weighed)
    return 1 / (1 + exp(-odds))


def learnt() -> dict[str, Any]:
    """`weights`; `folds`, each learnt without a tenth of the texts; `taught`, the digests of the texts that taught them."""
    return lexicon("statement_pairs")  # type: ignore[no-any-return]


def _predicate(claim: Doc) -> Token | None:
    root = next((sentence.root for sentence in claim.sents), None)
    if root is None or root.lemma_ != "be":
        return root
    return next((child for child in root.children if child.dep_ in ("attr", "acomp")), root)


def _names_missing(pair: Pair) -> float:
    names = [word for word in pair.there.words if word.pos_ == "PROPN"]
    return sum(not pair.there.likeness(name) for name in names) / len(names) if names else 0.0


def _another_name(pair: Pair) -> float:
    """A name is missing, and the ground has one of its kind that the claim has not."""
    kinds = {word.ent_type_ for word in pair.back.missing()} - {""}
    return float(any(word.pos_ == "PROPN" and word.ent_type_ in kinds for word in pair.there.missing()))


def _another_number(pair: Pair) -> float:
    """The ground counts the same with another number."""
    numbers = [word for word in pair.there.missing() if word.pos_ == "NUM" and word.ent_type_ not in ("DATE", "TIME")]
    counted = [pair.there.found[word.head.i].word for word in numbers if word.head.i in pair.there.found]
    return float(any(child.dep_ == "nummod" and value(child) is not None for one in counted for child in one.children))


def _another_date(pair: Pair) -> float:
    """Both have dates, and the claim one that the ground has not."""
    return float(any(not pair.there.likeness(word) for word in _dates(pair.claim)) and bool(_dates(pair.ground)))


def _dates(doc: Doc) -> list[Token]:
    return [word for word in doc if word.ent_type_ == "DATE" and (value(word) is not None or word.pos_ == "PROPN")]


def _moved(pair: Pair) -> float:
    """Who does something, or has it done to him, stands in the ground elsewhere than by that act."""
    for word in pair.there.words:
        if pair.there.likeness(word) and (_is_subject(word) or word.dep_ in OBJECTS):
            act, now = pair.there.found.get(_governor(word).i), _governor(pair.there.found[word.i].word)
            if act is not None and act.word.i != now.i:
                return 1.0
    return 0.0


def _one_has_a_negation(pair: Pair) -> float:
    """There is a negation in one of the two, and much in common."""
    one, other = (any(word.lower_ in negatives() for word in doc) for doc in (pair.ground, pair.claim))
    return float(one != other) * pair.there.share()


def _one_is_negated(pair: Pair) -> float:
    """One act, of the same people or things, told as done in one and as not done in the other."""
    acts = [word for word in pair.there.words if word.pos_ == "VERB" or word is pair.predicate]
    return float(
        any(_is_negated(act) != _is_negated(other.word) for act, other in _told_of_both(pair, acts) if not other.opposed)
    )


def _opposites(pair: Pair) -> float:
    """A word of the claim, and its opposite said of the same people or things."""
    return float(any(other.opposed for _, other in _told_of_both(pair, pair.there.words)))


def _told_of_both(pair: Pair, words: Sequence[Token]) -> list[tuple[Token, Counterpart]]:
    """The words with their counterparts, where both stand by words that are counterparts too."""
    found = [(word, pair.there.found[word.i]) for word in words if word.i in pair.there.found]
    return [(word, other) for word, other in found if _by_like_words(pair, word, other.word)]


def _by_like_words(pair: Pair, word: Token, other: Token) -> bool:
    places = _near(other)
    near = (pair.claim[place] for place in _near(word))
    return any(pair.there.likeness(one) and pair.there.found[one.i].word.i in places for one in near)


def _near(word: Token) -> set[int]:
    """The places of the words that a word governs, of what stands by these, and of the word that governs it."""
    below = [child for one in word.children for child in (one.children if one.dep_ in ("prep", "agent") else (one,))]
    places = {one.i for one in below} | {child.i for one in below if one.dep_ in ARGUMENTS for child in one.children}
    governor = _governor(word)
    return (places | {governor.i}) - {word.i}


def _is_negated(word: Token) -> bool:
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in negatives():
            return True
        if child.dep_ in SUBJECTS | OBJECTS and any(one.lower_ in negatives() for one in child.children):
            return True
    return any(one.lemma_.lower() in refusals() or any(child.dep_ == "neg" for child in one.children) for one in above(word))


def _is_subject(word: Token) -> bool:
    return word.dep_ in SUBJECTS or (word.dep_ == "pobj" and word.head.dep_ == "agent")


def _governor(word: Token) -> Token:
    return word.head.head if word.dep_ == "pobj" else word.head


def _predicate_missing(pair: Pair) -> float:
    return float(pair.predicate in pair.there.missing())


FEATURES: Mapping[str, Callable[[Pair], float]] = {
    "claim's words in the ground": lambda pair: pair.there.share(),
    "ground's words in the claim": lambda pair: min(ENOUGH, pair.back.share()),
    "names missing": _names_missing,
    "another name": _another_name,
    "another number": _another_number,
    "another date": _another_date,
    "who and whom elsewhere": _moved,
    "a negation in one": _one_has_a_negation,
    "one denies it": _one_is_negated,
    "opposites": _opposites,
    "what is said missing": _predicate_missing,
    "only what is said missing": lambda pair: float(pair.there.missing() == [pair.predicate]),
    "one word missing": lambda pair: float(len(pair.there.missing()) == 1),
}
SIGNS = tuple(name for name in FEATURES if name not in ("claim's words in the ground", "ground's words in the claim"))
