"""What blew up: the bomb, the grenade, the gas or the dust that a text names as the cause of a blast.

All answer one question, the cause of the explosion, so that one who speaks of a planted bomb and one who speaks of dust meet.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import VERBAL, child_of, noun_phrase
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact

BLAST = "explode"
BOMBS = frozenset("bomb device explosive grenade mine detonator dynamite landmine".split())
SOURCES = BOMBS | frozenset(
    "dust gas fuel methane ammonia boiler cylinder canister tank petrol munition ammunition firework".split()
)
FUELS = SOURCES | frozenset("charge cloud vapour vapor powder".split())
PLANTING = frozenset("plant hide place lay put conceal smuggle".split())
BRINGING = frozenset("bring carry have plant hide place lay put smuggle".split())
SETTING_OFF = frozenset("set detonate ignite explode light".split())
TELLING = PLANTING | BRINGING | SETTING_OFF
OWN = ("det", "amod", "compound", "nummod", "nmod", "poss", "predet")  # what stands before a noun in its own phrase
LONG = 12


def blasts(scene: Scene) -> Iterator[Fact | None]:
    """Each thing that is said to have blown up, or to have set off what did."""
    for token in scene.tokens:
        if token.pos_ in VERBAL:
            yield from _of_verb(scene, token)
        elif token.pos_ == "NOUN" and act_of(token) == BLAST:
            yield _compound(scene, token)


def _of_verb(scene: Scene, verb: Token) -> Iterator[Fact | None]:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        yield _named(scene, verb)
    if lemma not in TELLING and act_of(verb) != BLAST:
        return
    done_to, denied = object_of(verb), scene.negated(verb)
    if done_to is not None and _is(done_to, BOMBS) and ((lemma in PLANTING and is_real(verb)) or (lemma in BRINGING and denied)):
        yield _source(scene, done_to, verb, denied)
    elif not is_real(verb):
        return
    elif done_to is not None and lemma in SETTING_OFF and _is(done_to, FUELS) and (lemma != "set" or _has_off(verb)):
        yield _source(scene, _setter(verb), verb, denied)
    elif act_of(verb) == BLAST and (subject := _setter(verb)) is not None and _is(subject, SOURCES):
        yield _source(scene, subject, verb, denied)


def _setter(verb: Token) -> Token | None:
    """The thing that does it; a parse may hang the verb on it: "a grenade set off the dust"."""
    subject = child_of(verb, "nsubj") or (verb.head if verb.dep_ == "acl" and verb.tag_ != "VBG" else None)
    return subject if subject is not None and subject.pos_ == "NOUN" else None


def _named(scene: Scene, verb: Token) -> Fact | None:
    """As in "it was dust", "there was no bomb"."""
    what, subject = child_of(verb, "attr"), child_of(verb, "nsubj", "expl")
    if what is None or subject is None or not _is(what, SOURCES) or not is_real(verb):
        return None
    if subject.lower_ not in ("it", "this", "that", "there") or (subject.dep_ == "expl" and not _is(what, BOMBS)):
        return None
    return _source(scene, what, verb, scene.negated(verb) or any(child.lower_ == "no" for child in what.children))


def _compound(scene: Scene, noun: Token) -> Fact | None:
    """As in "a dust explosion", "the gas blast"."""
    of = next((child for child in noun.children if child.dep_ in ("compound", "amod") and _is(child, SOURCES)), None)
    if of is None:
        return None
    denied = noun.dep_ == "attr" and scene.negated(noun.head)
    return scene.fact("cause", BLAST, list(scene.tokens[of.left_edge.i : noun.i + 1]), noun, denied=denied or scene.negated(noun))


def _source(scene: Scene, what: Token | None, verb: Token, denied: bool) -> Fact | None:
    if what is None:
        return None
    outside = {t.i for child in what.children if child.i < what.i and child.dep_ not in OWN for t in child.subtree}
    words = [word for word in noun_phrase(what, LONG) if word.i not in outside]  # less the hour that a parse hangs on it
    return scene.fact("cause", BLAST, words, verb, denied=denied, timed=act_of(verb) == BLAST)


def _is(noun: Token, listed: frozenset[str]) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in listed


def _has_off(verb: Token) -> bool:
    return any(child.lower_ == "off" for child in verb.children)
