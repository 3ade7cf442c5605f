"""The words of one statement beside their counterparts in another: the same word, one near in meaning, or its opposite."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.text.kindred import base, near, one_root, rarity
from rashomon.text.lexicon import lexicon
from rashomon.text.normal import folded
from rashomon.text.numbers import words_value

NEAR = 0.5  # words less near in meaning than this are no counterparts
ROOTED = 0.9  # how like each other two words of one root are
ONE_SIDE = 0.6  # and two that stand on one side of an entry among the opposites
LEAST = 0.3  # weight of the commonest word; a word that is in no list weighs 1
LETTERS = 5  # names that begin with the same five letters may be one in two spellings
STEPS = 3  # governing words that are looked at for what turns a word round
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM", "ADV"})
LIGHT = frozenset("be have do say tell make take get go will would can could may might should must mr mrs ms dr".split())


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The word of the other statement that answers to a word: how like it is (0..1), or that it is its opposite."""

    word: Token
    likeness: float
    opposed: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The content words of one statement, and by their places in it what they weigh and which have a counterpart."""

    words: tuple[Token, ...]
    weight: Mapping[int, float]
    found: Mapping[int, Counterpart]

    def share(self) -> float:
        """How much of the statement the other one has, rare words counting more: 0 nothing to 1 all."""
        whole = sum(self.weight.values())
        return sum(self.weight[word.i] * self.likeness(word) for word in self.words) / whole if whole else 0.0

    def likeness(self, word: Token) -> float:
        """How like its counterpart a word is; 0 where it has none, or its opposite."""
        other = self.found.get(word.i)
        return 0.0 if other is None or other.opposed else other.likeness

    def missing(self) -> list[Token]:
        """The words that the other statement has not."""
        return [word for word in self.words if not self.likeness(word)]


def aligned(statement: Doc, other: Doc) -> Alignment:
    """Each content word of a statement beside the likest word of the other; of several such the one that stands most alike, so
    that in a text beside itself each word is its own counterpart.
    """
    theirs = content(other)
    found = {}
    for word in content(statement):
        options = [option for option in (counterpart(word, their) for their in theirs) if option is not None]
        if options:
            found[word.i] = max(options, key=lambda one: (one.likeness, _stands_alike(word, one.word), -abs(word.i - one.word.i)))
    words = tuple(content(statement))
    return Alignment(words, {word.i: LEAST + (1 - LEAST) * rarity(lemma(word)) for word in words}, found)


def content(doc: Doc) -> list[Token]:
    """The words that say something: no auxiliaries, no negations, no words of saying."""
    return [word for word in doc if _tells(word)]


def _tells(word: Token) -> bool:
    if word.pos_ not in CONTENT or word.lower_ in negatives() or lemma(word) in LIGHT:
        return False
    return any(map(str.isalnum, word.text)) and not (word.pos_ == "ADV" and word.is_stop)


def lemma(word: Token) -> str:
    """The base form by which words are compared; that of a name or number is itself."""
    return base(word.lemma_ if word.pos_ in ("VERB", "NOUN", "AUX", "ADJ") else word.lower_)


def counterpart(word: Token, other: Token) -> Counterpart | None:
    """The other word as this one's counterpart; None where they have nothing in common."""
    if word.lower_ == other.lower_:
        return Counterpart(other, 1.0)
    if "NUM" in (word.pos_, other.pos_):
        return Counterpart(other, 1.0) if value(word) is not None and value(word) == value(other) else None
    here, there = lemma(word), lemma(other)
    if here == there:
        return Counterpart(other, 1.0)
    if "PROPN" in (word.pos_, other.pos_):
        one, two = folded(word.text)[:LETTERS], folded(other.text)[:LETTERS]
        return Counterpart(other, ROOTED) if one == two and len(one) == LETTERS else None
    if opposite(here, there):
        return Counterpart(other, NEAR, opposed=True)
    likeness = ROOTED if one_root(here, there) else max(near(here, there), ONE_SIDE * on_one_side(here, there))
    return Counterpart(other, likeness) if likeness >= NEAR else None


def _stands_alike(word: Token, other: Token) -> int:
    return (word.dep_ == other.dep_) + (lemma(word.head) == lemma(other.head))


def value(word: Token) -> float | None:
    """The number that a word is, in figures or letters."""
    figures = word.text.replace(",", "")
    return float(figures) if figures.replace(".", "", 1).isdecimal() else words_value(word.lower_)


def opposite(one: str, other: str) -> bool:
    """Whether two base forms stand on the two sides of an entry in `resources/contradiction.yaml`, and never on one."""
    facing = {(entry, not side) for entry, side in _sides().get(one, ())}
    return not facing.isdisjoint(_sides().get(other, ())) and not on_one_side(one, other)


def on_one_side(one: str, other: str) -> bool:
    """Whether two base forms stand on one side of such an entry, as "approve" and "pass"."""
    return not _sides().get(one, frozenset()).isdisjoint(_sides().get(other, frozenset()))


@cache
def _sides() -> dict[str, frozenset[tuple[int, bool]]]:
    """Word -> the entries in which it stands, and on which side of each."""
    listed = [
        (word, (number, side is entry[1]))
        for number, entry in enumerate(lexicon("contradiction")["opposites"])
        for side in entry
        for word in side
    ]
    return {word: frozenset(place for other, place in listed if other == word) for word, _ in listed}


@cache
def negatives() -> frozenset[str]:
    """Words that turn round the one that they stand with."""
    return frozenset(lexicon("contradiction")["negative"])


@cache
def refusals() -> frozenset[str]:
    """Base forms under which what stands is said not to be so, or not to be done."""
    return frozenset(lexicon("contradiction")["refusing"])


def above(word: Token) -> Iterator[Token]:
    """The words under which a word stands, the nearest first, up to its clause's verb and a little beyond."""
    for _ in range(STEPS):
        if word.head is word or word.dep_ == "conj":
            return
        word = word.head
        yield word
