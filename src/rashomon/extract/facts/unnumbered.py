"""Counts that are told without a number: a man who died is one, "no injuries" are none, "light casualties" a few."""

from collections.abc import Iterator, Set

from spacy.tokens import Token

from rashomon.extract.acts import act_of, befalls_people
from rashomon.extract.facts.counted import matter_of
from rashomon.extract.facts.counts import GROUPS
from rashomon.extract.facts.matters import Matter
from rashomon.extract.facts.nouns import persons, singular
from rashomon.extract.facts.scene import Scene
from rashomon.extract.facts.things import called, done
from rashomon.model import Fact

COUNTED_ONE = frozenset(["kill", "injure", "casualty", "arrest", "abduct", "miss", "rescue", "charge"])
PAIRED = {"double": 2.0, "twin": 2.0, "triple": 3.0}
UNHARMED = frozenset("unharmed unhurt uninjured unscathed".split())
FEARED = frozenset("deserve face fear risk want wish merit die avoid escape prevent".split())
INCLUDED = {"casualty": ("kill", "injure")}  # "no casualties": nobody was killed, and nobody hurt
LOSSES = frozenset("casualty loss".split())
SLIGHT = frozenset("few light minor small low limited slight minimal negligible".split())
GREAT = frozenset("big heavy high large great huge massive major significant serious severe many".split())
FEW = 4  # nobody who tells of few casualties means dozens; a vague number may be five times as high (link/quantities.py)
ORDINALS = frozenset("second third fourth fifth sixth".split())  # "killing two and injuring a third"


def unnumbered(scene: Scene, taken: Set[int]) -> Iterator[Fact | None]:
    """Whoever is counted by other words than a number; the words that are `taken` belong to one."""
    yield from _without_number(scene, taken)
    yield from _without_harm(scene)
    yield from _few_losses(scene)


def _without_number(scene: Scene, taken: Set[int]) -> Iterator[Fact | None]:
    """As in "a child was killed" is one, "no injuries" is none, "many were hurt" is nobody knows how many."""
    for token in scene.tokens:
        if token.lower_ in PAIRED and token.head.i > token.i and (of := act_of(token.head)) is not None:
            many = PAIRED[token.lower_]
            about = done(token.head)
            yield scene.fact("quantity", about or of, [token], token.head, low=many, high=many, unit=called(token.head))
        if token.i in taken or token.lower_ not in ("a", "an", "another", "no", "many", "numerous") or token.head.i <= token.i:
            continue
        noun = token.head
        human, scope = persons(noun) if noun.lower_ not in ORDINALS else (noun.pos_ != "NOUN" or noun.dep_ != "amod", None)
        if token.lower_ in ("a", "an", "another") and singular(noun) in GROUPS:  # "a family was killed": not one
            continue
        own = act_of(noun)
        harm = own is not None and befalls_people(own)
        if not human and not (harm and token.lower_ in ("no", "many")):
            continue
        matter = Matter(own, noun) if own is not None and harm else matter_of(noun)
        single = token.lower_ in ("a", "an", "another")
        if matter is None or matter.word.lower_ in UNHARMED or matter.about not in COUNTED_ONE or (single and noun.tag_ == "NNS"):
            continue
        none = token.lower_ == "no" or (
            single and token.i > token.sent.start and token.nbor(-1).lower_ == "not"
        )  # "not a single"
        bound = None if token.lower_ in ("many", "numerous") else 0.0 if none else 1.0
        words = list(scene.tokens[token.i - 1 if none and single else token.i : noun.i + 1])
        if (
            single and own is not None and noun.dep_ == "dobj" and noun.head.lemma_.lower() in FEARED
        ):  # "deserve a death by hanging"
            continue
        if single and token.i < matter.word.i < noun.i:  # "a wounded man told us" counts nobody
            continue
        if len(words) <= 6:
            for about in (matter.about, *(INCLUDED.get(matter.about, ()) if none else ())):
                yield scene.fact("quantity", about, words, matter.word, low=bound, high=bound, unit="person", scope=scope)


def _without_harm(scene: Scene) -> Iterator[Fact | None]:
    """As in "without casualties", "without causing injuries", "neither deaths nor injuries", "no loss of life": nobody."""
    for noun in scene.tokens:
        of = "kill" if _is_of_life(noun) else act_of(noun)
        if of not in COUNTED_ONE or not befalls_people(of) or not (noun.tag_ == "NNS" or _is_of_life(noun)):
            continue
        if (first := _denying(noun)) is not None:
            words = list(scene.tokens[first.i : noun.i + 1])
            for about in (of, *INCLUDED.get(of, ())):
                yield scene.fact("quantity", about, words, noun, low=0, high=0, unit="person")


def _is_of_life(noun: Token) -> bool:
    after = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)].text.lower()
    return noun.lemma_.lower() == "loss" and after in ("of life", "of lives")


def _denying(noun: Token) -> Token | None:
    """The word that says that there were none, unless it stands right before a noun for harm, where it is told as a number."""
    head = noun.head
    if noun.dep_ == "dobj" and head.dep_ == "pcomp":
        head = head.head
    if head.lower_ == "without" and noun.dep_ in ("pobj", "dobj"):
        return head
    first = noun
    while first.dep_ == "conj" and first.head.i < first.i and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    none = next((child for child in first.children if child.lower_ in ("no", "neither")), None)
    return none if none is not None and (first != noun or none.lower_ == "neither" or _is_of_life(noun)) else None


def _few_losses(scene: Scene) -> Iterator[Fact | None]:
    """As in "light casualties", "the losses were not heavy": a few, whoever counts."""
    for noun in scene.tokens:
        if noun.lemma_.lower() not in LOSSES or noun.tag_ != "NNS":
            continue
        told = [child for child in noun.children if child.dep_ == "amod"]
        if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in ("be", "remain"):
            told += [child for child in noun.head.children if child.dep_ in ("acomp", "attr")]
        for word in told:
            denied = scene.negated(word) or scene.negated(noun) or scene.negated(word.head)
            if word.lower_ in (GREAT if denied else SLIGHT):
                words = list(scene.tokens[min(noun.i, word.i) : max(noun.i, word.i) + 1])
                yield scene.fact("quantity", "casualty", words, noun, low=0, high=FEW, unit="person")
                break
