"""Praise and blame: what somebody thinks of an act or of who did it."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.extract.facts.denials import is_negated
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

LONG = 10
DEEDS = frozenset("decision choice move action step act response policy order measure appeal call".split())
GRAVE = frozenset(["attack", "kill", "quell", "deploy", "call in", "seize", "arrest"])


@cache
def _words() -> frozenset[str]:
    listed = lexicon("states")
    return frozenset(
        (*listed["praise"], *listed["blame"], *(w for pair in lexicon("opposites")["evaluation"] for side in pair for w in side))
    )


def judgings(scene: Scene) -> Iterator[Fact | None]:
    """Every word of praise or blame with what it is said of."""
    for token in scene.parse:
        if token.lemma_.lower() not in _words() and token.lower_ not in _words():
            continue
        if token.pos_ == "VERB":
            yield _of_verb(scene, token)
        elif token.pos_ == "ADJ":
            yield _of_adjective(scene, token)
        elif token.pos_ == "NOUN" and (token.dep_ in ("attr", "oprd", "appos") or _is_as(token)):
            yield _of_noun(scene, token)


def _of_verb(scene: Scene, verb: Token) -> Fact | None:
    """ "condemned the attack", "was hailed as"."""
    target = object_of(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [verb] if target.i < verb.i else list(scene.parse[verb.i : noun_phrase(target, LONG)[-1].i + 1])[: LONG + 2]
    return scene.fact("evaluation", matter(target), words, verb, denied=is_negated(verb))


def _of_adjective(scene: Scene, word: Token) -> Fact | None:
    """ "a horrible decision", "the barrier was safe"."""
    if word.dep_ == "amod" and word.head.pos_ in ("NOUN", "PROPN"):
        return scene.fact("evaluation", matter(word.head), list(scene.parse[word.i : word.head.i + 1])[:LONG], word.head)
    if word.dep_ in ("acomp", "oprd", "ccomp", "xcomp") and (
        subject := child_of(word.head, "nsubj", "nsubjpass", "dobj") or child_of(word, "nsubj")
    ):
        return scene.fact("evaluation", matter(subject), _with_negation(word), word.head, denied=is_negated(word.head))
    return None


def _of_noun(scene: Scene, word: Token) -> Fact | None:
    """ "this is a crime", "called it an aggression"."""
    verb = word.head.head if _is_as(word) else word.head
    subject = word.head if word.dep_ == "appos" else child_of(verb, "dobj", "nsubjpass", "nsubj") or child_of(verb.head, "dobj")
    if subject is None or subject.i == word.i:
        return None
    return scene.fact("evaluation", matter(subject), noun_phrase(word, LONG), word.head, denied=is_negated(word.head))


def _is_as(word: Token) -> bool:
    """ "condemned it as a crime"."""
    return word.dep_ == "pobj" and word.head.lower_ == "as"


def _with_negation(word: Token) -> list[Token]:
    return list(
        word.doc[
            min([word.i, *(child.i for child in word.children if child.dep_ == "advmod" and child.i == word.i - 1)]) : word.i + 1
        ]
    )


def matter(target: Token) -> str:
    """What is judged: the class of an act, else its noun; "it" and "this" and decisions stand for what was done."""
    of = act_of(target)
    if target.pos_ in ("PRON", "DET") or target.lemma_.lower() in DEEDS or (of is not None and wide(of) in GRAVE):
        return "deed"
    return wide(of) if of is not None else target.lemma_.lower()
