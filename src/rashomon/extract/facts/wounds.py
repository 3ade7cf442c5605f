"""What somebody died of or was hurt by: "died of smoke inhalation", "had gunshot wounds", "neither body showed traces of gas"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import child_of, noun_phrase, verb_group
from rashomon.extract.facts.denials import is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import is_thing, persons
from rashomon.extract.facts.scene import Scene
from rashomon.model import Fact
from rashomon.model.subjects import WOUND
from rashomon.text.lexicon import lexicon

WOUNDS = frozenset("wound injury trauma burn hole fracture".split())
TRACES = frozenset("trace sign mark residue fragment".split())
BEARING = frozenset("have suffer sustain show bear receive carry find".split())
DEAD = frozenset("body corpse victim remains autopsy".split())
HITTING = frozenset("hit strike kill wound injure".split())
NONE = frozenset("no none neither".split())
THEM = frozenset("it this that".split())  # the death that the sentence before tells of
ANYBODY = frozenset("you one".split())  # "you get shot": what befalls people in general
LONG = 10


def wounds(scene: Scene) -> Iterator[Fact | None]:
    """Every kind of wound or death, under the kinds of `resources/wounds.yaml`; `scope` says which it is."""
    for token in scene.tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma == "die":
            yield _of_phrase(scene, token, ("of", "from"))
        elif token.pos_ == "VERB" and lemma in HITTING and child_of(token, "auxpass") is not None and _befalls(object_of(token)):
            yield _of_phrase(scene, token, ("by", "with", "from"))
        elif token.pos_ == "VERB" and _kind(token.lower_) is not None:
            yield _done(scene, token)
        elif token.lower_ == "due" and token.head.lemma_ == "be":
            yield _due(scene, token)
        elif token.pos_ == "NOUN" and lemma in WOUNDS | TRACES and token.dep_ in ("dobj", "nsubjpass"):
            yield _borne(scene, token)


def _of_phrase(scene: Scene, verb: Token, preps: Sequence[str]) -> Fact | None:
    """As in "died of a head injury", "was hit in the neck by a bullet"."""
    beside = (prep for prep in verb.children if prep.dep_ in ("prep", "agent") and prep.lower_ in preps)
    what = next((noun for prep in beside for noun in prep.children if noun.dep_ == "pobj"), None)
    if what is None or not is_real(verb) or not is_thing(what):
        return None
    return _told(scene, noun_phrase(what, LONG), verb, scene.negated(verb))


def _done(scene: Scene, verb: Token) -> Fact | None:
    """As in "had shot the drivers", "was stabbed"."""
    whom = object_of(verb)
    if whom is None or not is_real(verb) or not _befalls(whom) or any(child.dep_ == "prt" for child in verb.children):
        return None
    words = verb_group(verb) if whom.i < verb.i else scene.tokens[verb_group(verb)[0].i : noun_phrase(whom)[-1].i + 1]
    told = _kind(verb.lower_)
    return scene.fact("cause", WOUND, list(words)[:LONG], verb, denied=scene.negated(verb), scope=told)


def _due(scene: Scene, word: Token) -> Fact | None:
    """As in "the death was due to a fall", "it may have been due to the explosives", where that is the death told just before."""
    subject, to = child_of(word.head, "nsubj"), child_of(word, "prep", "pcomp")
    what = child_of(to, "pobj") if to is not None else None
    if subject is None or what is None or what.pos_ != "NOUN":
        return None
    start = word.sent.start
    before = word.doc[start - 1].sent if subject.lower_ in THEM and start > 0 else (subject,)
    if not any(act_of(other) == "kill" for other in before):
        return None
    return _told(scene, noun_phrase(what, LONG), word.head, scene.negated(word.head))


def _borne(scene: Scene, wound: Token) -> Fact | None:
    """As in "had bullet wounds", "neither body showed traces of explosives"."""
    verb, subject = wound.head, child_of(wound.head, "nsubj")
    if verb.lemma_.lower() not in BEARING or not is_real(verb):
        return None
    if wound.lemma_.lower() in TRACES and not (subject is not None and {t.lemma_.lower() for t in subject.subtree} & DEAD):
        return None
    of_none = subject is not None and any(word.lower_ in NONE for word in (subject, *subject.children))
    denied = of_none or scene.negated(verb) or any(child.lower_ == "no" for child in wound.children)
    return _told(scene, noun_phrase(wound, LONG), verb, denied)


def _told(scene: Scene, words: Sequence[Token], verb: Token, denied: bool) -> Fact | None:
    kind = _kind(" ".join(word.lower_ for word in words))
    return scene.fact("cause", WOUND, words, verb, denied=denied, scope=kind) if kind is not None else None


def _befalls(whom: Token | None) -> bool:
    """Whether it befalls somebody; where a bus is hit nobody need be."""
    if whom is None or act_of(whom) is not None or whom.lower_ in ANYBODY:
        return False
    return whom.pos_ in ("PRON", "PROPN") or whom.ent_type_ == "PERSON" or persons(whom)[0]


def _kind(told: str) -> str | None:
    """The one kind that the words name; none where they name two: "burns and bullet wounds"."""
    kinds = [kind for kind, pattern in _kinds() if pattern.search(told)]
    return kinds[0] if len(kinds) == 1 else None


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    listed: dict[str, list[str]] = lexicon("wounds")
    return [(kind, re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")) for kind, words in listed.items()]
