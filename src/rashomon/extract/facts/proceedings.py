"""How far the law has gone with somebody, where a noun tells it: charges that are faced or filed, a trial, a verdict."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase, subject_of, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.nouns import persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact

CASE = "charge person"
CHARGES = frozenset("charge count".split())
FACED = frozenset("face answer".split())  # by who is charged
BROUGHT = frozenset("file bring lay hand press announce".split())  # against whoever is
LED = frozenset("of against for".split())
COURTS = frozenset("court magistrate judge tribunal crown".split())
AGAINST = frozenset("against to".split())
LONG = 8


def proceedings(scene: Scene) -> Iterator[Fact | None]:
    """Every charge, trial and verdict that is told of somebody; plans and refusals among them."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if lemma in CHARGES and token.dep_ in ("dobj", "nsubjpass"):
            yield _charges(scene, token)
        elif lemma == "appear" and token.pos_ == "VERB":
            yield _before_court(scene, token)
        elif lemma in ("trial", "verdict") and token.pos_ == "NOUN":
            yield _in_court(scene, token)


def _charges(scene: Scene, charges: Token) -> Fact | None:
    """As in "faces charges of murder", "charges were filed against the driver"."""
    verb, is_charge = charges.head, charges.lemma_.lower() == "charge"
    if verb.lemma_.lower() in FACED and charges.dep_ == "dobj":
        told = is_charge or any(child.lower_ == "of" for child in charges.children)
    else:
        told = verb.lemma_.lower() in BROUGHT and is_charge and _are_against_somebody(charges)
    return _told(scene, verb, [*verb_group(verb), *noun_phrase(charges, LONG)]) if told else None


def _are_against_somebody(charges: Token) -> bool:
    preps = (prep for word in (charges.head, charges) for prep in word.children if prep.dep_ == "prep" and prep.lower_ in AGAINST)
    who = next((noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"), None)
    return who is not None and _is_somebody(who)


def _told(scene: Scene, verb: Token, words: Sequence[Token]) -> Fact | None:
    denied = scene.negated(verb)
    planned = not is_real(verb)  # "is expected to face charges", "will face"
    first, last = min(word.i for word in words), max(word.i for word in words)
    if planned and not any(child.lower_ in ("to", "will", "’ll", "'ll") for child in verb.children):
        return None
    return scene.fact("status", CASE, list(scene.tokens[first : last + 1]), verb, denied=denied)


def _before_court(scene: Scene, verb: Token) -> Fact | None:
    """As in "will appear before the magistrates", "appeared in court"."""
    subject = subject_of(verb)
    courts = [noun for prep in verb.children if prep.lower_ in ("in", "at", "before") for noun in prep.children]
    court = next((noun for noun in courts if any(word.lemma_.lower() in COURTS for word in noun_phrase(noun, LONG))), None)
    if court is None or subject is None or not (_is_somebody(subject) or subject.pos_ in ("PRON", "PROPN")):
        return None
    return _told(scene, verb, [*verb_group(verb), court])


def _in_court(scene: Scene, noun: Token) -> Fact | None:
    """As in "the trial of the two men", "a guilty verdict for the driver"."""
    of = next((noun for prep in noun.children if prep.lower_ in LED for noun in prep.children if noun.dep_ == "pobj"), None)
    if of is None or not _is_somebody(of):
        return None
    if noun.lemma_.lower() == "verdict" and child_of(noun, "amod") is None:  # one that is still to come
        return None
    return scene.fact("status", CASE, noun_phrase(noun, LONG), noun)


def _is_somebody(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun.lower_ in ("him", "her", "them", "me") or persons(noun)[0]
