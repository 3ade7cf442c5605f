"""Whether somebody had a weapon: "was armed with a knife", "did not have a gun", "unarmed"."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase, subject_of, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.text.lexicon import lexicon

ARMED = "bear arms"
LONG = 10


def arms(scene: Scene) -> Iterator[Fact | None]:
    """Every telling that somebody had a weapon or had none; not of police and soldiers, who have theirs."""
    for token in scene.tokens:
        form = token.lower_
        if form in _words("unarmed"):
            yield scene.fact("happened", ARMED, [token], token, denied=not scene.negated(token.head))
        elif form in _words("bearing") and token.pos_ in ("ADJ", "VERB"):
            yield _armed(scene, token)
        elif token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in _words("having"):
            yield _having(scene, token)


def _armed(scene: Scene, word: Token) -> Fact | None:
    """As in "was armed with a knife"; "an armed man" and "the armed forces" only say who."""
    told = child_of(word, "nsubjpass", "nsubj") if word.pos_ == "VERB" else child_of(word.head, "nsubj")
    if word.dep_ == "amod" or told is None or _is_of_forces(told):
        return None
    verb = word if word.pos_ == "VERB" else word.head
    tool = next((child for child in word.children if child.dep_ == "prep" and child.lower_ == "with"), None)
    last = noun_phrase(arm)[-1] if tool is not None and (arm := child_of(tool, "pobj")) is not None else word
    if not is_real(verb) and not scene.negated(verb):
        return None
    words = list(scene.tokens[verb_group(verb)[0].i : last.i + 1])[:LONG]
    return scene.fact("happened", ARMED, words, verb, denied=scene.negated(verb))


def _having(scene: Scene, verb: Token) -> Fact | None:
    """As in "pulled a gun", "never had a weapon"."""
    weapon = child_of(verb, "dobj")
    if weapon is None or weapon.lemma_.lower() not in _words("weapons"):
        return None
    who = subject_of(verb)
    denied = scene.negated(verb) or any(child.lower_ == "no" for child in weapon.children)
    if who is None or _is_of_forces(who) or (not denied and not is_real(verb)):
        return None
    words = scene.tokens[verb_group(verb)[0].i : noun_phrase(weapon)[-1].i + 1]
    return scene.fact("happened", ARMED, list(words)[:LONG], verb, denied=denied)


def _is_of_forces(who: Token) -> bool:
    return any(word.lemma_.lower() in _words("forces") for word in (who, *who.children))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("arms")[name])
