"""Whom the police are still looking for: the state before somebody is held."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.extract.clauses import child_of, noun_phrase, subject_of, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact

HELD = "custody person"
HUNTING = frozenset("search hunt look seek".split())
HUNT = frozenset("search hunt manhunt".split())
HUNTERS = frozenset(
    "police officer deputy detective authority investigator official marshal sheriff agent force troop soldier interpol".split()
)
HUNTED = frozenset(
    (
        "suspect gunman gunmen shooter attacker assailant killer murderer bomber robber burglar kidnapper abductor rapist "
        "arsonist thief fugitive escapee inmate prisoner convict perpetrator culprit driver man woman pair duo gang offender "
        "accomplice"
    ).split()
)
LOST = frozenset("missing lost body survivor remains victim".split())  # who is looked for to be helped
LONG = 10


def hunts(scene: Scene) -> Iterator[Fact | None]:
    """As in "police are searching for the gunman", "a manhunt for two suspects is under way"."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in HUNTING:
            yield _hunted(scene, token, subject_of(token))
        elif token.pos_ == "NOUN" and lemma in HUNT:
            yield _hunt(scene, token)


def _hunted(scene: Scene, verb: Token, hunters: Token | None) -> Fact | None:
    whom = _for(verb) or (child_of(verb, "dobj") if verb.lemma_.lower() == "seek" else None)
    if hunters is None or whom is None or hunters.lemma_.lower() not in HUNTERS or not _is_hunted(whom) or not is_real(verb):
        return None
    words = scene.tokens[verb_group(verb)[0].i : noun_phrase(whom)[-1].i + 1]
    return scene.fact("status", HELD, list(words)[:LONG], verb, denied=scene.negated(verb))


def _hunt(scene: Scene, noun: Token) -> Fact | None:
    whom = _for(noun)
    if whom is None or not _is_hunted(whom):
        return None
    return scene.fact("status", HELD, list(scene.tokens[noun.i : noun_phrase(whom)[-1].i + 1])[:LONG], noun)


def _for(word: Token) -> Token | None:
    after = next((prep for prep in word.children if prep.dep_ == "prep" and prep.lower_ in ("for", "of")), None)
    return child_of(after, "pobj") if after is not None else None


def _is_hunted(whom: Token) -> bool:
    """A suspect; somebody by name may be missing just as well."""
    told = {word.lemma_.lower() for word in whom.subtree}
    return whom.lemma_.lower() in HUNTED and not told & LOST
