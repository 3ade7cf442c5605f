"""Whether fighters were where something was hit: what those who struck say, and those who were there deny."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, governor, noun_phrase, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.scene import PLACES, Scene
from rashomon.model import Fact
from rashomon.model.subjects import PRESENT
from rashomon.text.lexicon import lexicon

LONG = 14


def presences(scene: Scene) -> Iterator[Fact | None]:
    """As in "militants were hiding in the school", "the mosque was used by gunmen", "there were no fighters in the village"."""
    for token in scene.tokens:
        if _is_fighter(token) and token.dep_ in ("nsubj", "nsubjpass", "attr", "pobj"):
            yield _of_fighters(scene, token)
        elif token.lower_ in ("shield", "shields") and token.pos_ == "NOUN":
            yield _shielded(scene, token)


def _of_fighters(scene: Scene, fighters: Token) -> Fact | None:
    of = fighters.head if fighters.dep_ == "pobj" and fighters.head.lower_ == "of" else None
    counted = of.head if of is not None and of.head.lower_ in ("none", "some", "all", "any", "many", "one", "dozens") else None
    who = counted or fighters
    verb = who.head
    if fighters.dep_ == "pobj" and counted is None:
        if fighters.head.dep_ != "agent" or fighters.head.lower_ != "by":
            return None
        verb = fighters.head.head
        there = _site(child_of(verb, "nsubjpass"))
        told = verb.lemma_.lower() in _words("using")
    elif verb.lemma_.lower() == "be" and child_of(verb, "expl") is not None:
        there, told = _where(verb) or _where(who), True
    else:
        there = _where(verb) or (_site(child_of(verb, "dobj")) if verb.lemma_.lower() in _words("entering") else None)
        told = verb.lemma_.lower() in _words("staying") | _words("entering")
    denied = scene.negated(verb) or _is_none(who)
    if there is None or not told or not (denied or is_real(verb)):
        return None
    words = [*noun_phrase(who, LONG), *verb_group(verb), *noun_phrase(there, LONG)]
    first, last = min(word.i for word in words), max(word.i for word in words)
    return scene.fact("happened", PRESENT, list(scene.tokens[first : last + 1])[: 2 * LONG], verb, denied=denied)


def _shielded(scene: Scene, shield: Token) -> Fact | None:
    """As in "used the patients as human shields"."""
    verb = governor(shield)
    if verb.lemma_.lower() not in _words("using") or not is_real(verb):
        return None
    words = scene.tokens[min(verb_group(verb)[0].i, shield.i) : max(verb.i, shield.i) + 1]
    return scene.fact("happened", PRESENT, list(words)[: 2 * LONG], verb, denied=scene.negated(verb))


def _is_none(who: Token) -> bool:
    return who.lower_ == "none" or any(child.lower_ in ("no", "neither") for child in who.children)


def _where(word: Token) -> Token | None:
    """The site in which, at which or near which somebody is."""
    preps = [prep for prep in word.children if prep.dep_ == "prep" and prep.lower_ in _words("at")]
    found = (_site(child_of(prep, "pobj")) for prep in preps)
    inside = next(
        (child for child in word.children if child.lower_ in ("inside", "there", "nearby") and not list(child.children)), None
    )
    return next(filter(None, found), None) or inside


def _site(noun: Token | None) -> Token | None:
    if noun is None:
        return None
    told = noun.lemma_.lower() in _words("sites") or noun.ent_type_ in PLACES or noun.lemma_.lower() in lexicon("places")["sites"]
    return noun if told else None


def _is_fighter(token: Token) -> bool:
    if token.lemma_.lower() in ("man", "men", "people", "person"):
        return any(child.lower_ == "armed" for child in token.children)
    return token.lower_ in _words("fighters") or token.lemma_.lower() in _words("fighters")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("presences")[name])
