"""Whether it was done on purpose: "deliberately bombed", "hit by mistake"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of, wide
from rashomon.extract.clauses import child_of, governor, noun_phrase, verb_group
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import INTENT
from rashomon.text.lexicon import lexicon

HARMFUL = frozenset("attack kill injure destroy hit shoot strike explode burn crash sink gas".split())
LONG = 12


def intents(scene: Scene) -> Iterator[Fact | None]:
    """Every telling that harm was meant, or was not; `scope` says which."""
    for token in scene.tokens:
        side = _side(token)
        if side is None or (act := _meant(token)) is None:
            continue
        denied = scene.negated(token) or (act.pos_ == "VERB" and scene.negated(act))
        first, last = min(token.i, act.i), max(token.i, act.i)
        if act.pos_ == "VERB":
            done = child_of(act, "dobj")
            first = min(first, verb_group(act)[0].i)
            last = max(last, noun_phrase(done, LONG)[-1].i if done is not None and done.i > act.i else last)
        yield scene.fact("cause", INTENT, list(scene.tokens[first : last + 1])[:LONG], act, denied=denied, scope=side)


def _side(token: Token) -> str | None:
    return next((side for side in ("meant", "unmeant") if token.lower_ in _words(side)), None)


def _meant(word: Token) -> Token | None:
    """The harm that was meant or not: the verb beside an adverb, the noun of an adjective, what was "a mistake"."""
    if word.pos_ == "ADV" or (word.pos_ == "ADJ" and word.dep_ == "advmod"):
        return _harm(word.head)
    if word.pos_ == "ADJ":
        if word.dep_ == "amod":
            return _harm(word.head)
        return _harm(child_of(word.head, "nsubj", "nsubjpass"))
    if word.pos_ != "NOUN":
        return None
    if word.dep_ == "attr" or word.dep_ == "oprd":
        return _harm(child_of(word.head, "nsubj")) or _harm(child_of(word.head, "dobj"))
    if word.dep_ == "pobj" and word.head.lower_ in ("by", "on", "in", "as"):
        return _harm(governor(word)) or _harm(word.head.head)
    return None


def _harm(word: Token | None) -> Token | None:
    of = act_of(word) if word is not None else None
    return word if of is not None and (of in HARMFUL or wide(of) in HARMFUL) else None


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(lexicon("intents")[side])
