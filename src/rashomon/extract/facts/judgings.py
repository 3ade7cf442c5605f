"""Praise and blame: what somebody thinks of an act or of who did it."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import child_of, noun_phrase
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

LONG = 10
RULES = frozenset(
    (
        "sanction resolution law rule regulation ceasefire truce agreement "
        "treaty accord deal embargo convention ban order charter"
    ).split()
)
KEEPING = frozenset(
    (
        "comply observe enforce abide adhere respect obey violate "
        "breach flout contravene break violation breach contravention compliance"
    ).split()
)
DEEDS = frozenset("decision choice move action step act response policy order measure appeal call".split())
DEED = "deed"  # whatever the account is about that was done: all who judge it meet
GRAVE = frozenset(["attack", "kill", "quell", "deploy", "call in", "seize", "arrest"])


@cache
def _words() -> frozenset[str]:
    listed = lexicon("states")
    return frozenset(
        (*listed["praise"], *listed["blame"], *(w for pair in lexicon("opposites")["evaluation"] for side in pair for w in side))
    )


def _kept_or_broken(scene: Scene, word: Token) -> Fact | None:
    """Whether rules are kept: "strictly observed the sanctions", "in violation of the ceasefire"."""
    if word.pos_ == "NOUN":
        rules = next((t for c in word.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"), None)
        first = word.head if word.dep_ == "pobj" else word
    else:
        rules = child_of(word, "dobj", "nsubjpass") or next(
            (
                t
                for c in word.children
                if c.dep_ == "prep" and c.lower_ in ("with", "by", "to")
                for t in c.children
                if t.dep_ == "pobj"
            ),
            None,
        )
        first = word.left_edge if rules is not None and rules.i < word.i else word
    if rules is None or not _is_rule(rules):
        return None
    last = noun_phrase(rules, LONG)[-1] if rules.i > word.i else word
    return scene.fact(
        "evaluation", "rules", list(scene.parse[first.i : last.i + 1])[-LONG - 4 :], word, denied=scene.negated(word)
    )


def _is_rule(noun: Token) -> bool:
    return any(token.lemma_.lower() in RULES for token in (noun, *noun.children))


def judgings(scene: Scene) -> Iterator[Fact | None]:
    """Every word of praise or blame with what it is said of."""
    for token in scene.parse:
        if token.lemma_.lower() in KEEPING and token.pos_ in ("VERB", "NOUN"):
            told = _kept_or_broken(scene, token)
            if told is not None:
                yield told
                continue
        if token.lemma_.lower() not in _words() and token.lower_ not in _words():
            continue
        if token.pos_ == "VERB":
            yield _of_verb(scene, token)
            yield _for_a_deed(scene, token)
        elif token.pos_ == "ADJ":
            yield _of_adjective(scene, token)
        elif token.pos_ == "NOUN" and (token.dep_ in ("attr", "oprd", "appos") or _is_as(token)):
            yield _of_noun(scene, token)


def _of_verb(scene: Scene, verb: Token) -> Fact | None:
    """As in "condemned the attack", "was hailed as"."""
    target = object_of(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    words = [verb] if target.i < verb.i else list(scene.parse[verb.i : noun_phrase(target, LONG)[-1].i + 1])[: LONG + 2]
    denied = scene.negated(verb)
    told = scene.fact("evaluation", matter(target), words, verb, denied=denied)
    return told or scene.fact("evaluation", matter(target), [verb], verb, denied=denied)  # "condemned" may be all the page says


def _for_a_deed(scene: Scene, verb: Token) -> Fact | None:
    """As in "criticised the zoo for killing the animal", "was praised over the rescue": what was done is judged too."""
    judged = object_of(verb)
    heads = [verb, *([judged, *judged.conjuncts] if judged is not None else [])]
    preps = (word for head in heads for word in head.children if word.dep_ == "prep" and word.lower_ in ("for", "over"))
    deed = next((done for word in preps for done in word.children if done.dep_ in ("pobj", "pcomp")), None)
    if deed is None or matter(deed) != DEED:
        return None
    words = list(scene.parse[verb.i : deed.i + 1])
    return scene.fact("evaluation", DEED, words, verb, denied=scene.negated(verb)) if len(words) <= LONG + 2 else None


def _of_adjective(scene: Scene, word: Token) -> Fact | None:
    """As in "a horrible decision", "the barrier was safe"."""
    if word.dep_ == "amod" and word.head.pos_ in ("NOUN", "PROPN"):
        return scene.fact("evaluation", matter(word.head), list(scene.parse[word.i : word.head.i + 1])[:LONG], word.head)
    if word.dep_ in ("acomp", "oprd", "ccomp", "xcomp") and (
        subject := child_of(word.head, "nsubj", "nsubjpass", "csubj", "dobj") or child_of(word, "nsubj")
    ):
        return scene.fact("evaluation", matter(subject), _with_negation(word), word.head, denied=scene.negated(word.head))
    return None


def _of_noun(scene: Scene, word: Token) -> Fact | None:
    """As in "this is a crime", "called it an aggression"."""
    verb = word.head.head if _is_as(word) else word.head
    subject = word.head if word.dep_ == "appos" else child_of(verb, "dobj", "nsubjpass", "nsubj") or child_of(verb.head, "dobj")
    if subject is None or subject.i == word.i:
        return None
    return scene.fact("evaluation", matter(subject), noun_phrase(word, LONG), word.head, denied=scene.negated(word.head))


def _is_as(word: Token) -> bool:
    """As in "condemned it as a crime"."""
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
        return DEED
    return wide(of) if of is not None else target.lemma_.lower()
