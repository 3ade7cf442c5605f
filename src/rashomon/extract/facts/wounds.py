"""What somebody died of or was hurt by: "died of smoke inhalation", "had gunshot wounds", "neither body showed traces of gas".

Who was shot or beaten need not have died of it: that counts only of those who are told to be dead.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from rashomon.extract.acts import act_of
from rashomon.extract.clauses import child_of, noun_phrase, verb_group
from rashomon.extract.facts.denials import is_of_none, is_real
from rashomon.extract.facts.happened import object_of
from rashomon.extract.facts.nouns import is_thing, persons
from rashomon.extract.facts.scene import Scene
from rashomon.extract.reading import Reading
from rashomon.model import Fact
from rashomon.model.subjects import WOUND
from rashomon.text.lexicon import lexicon

WOUNDS = frozenset("wound injury trauma burn hole fracture".split())
TRACES = frozenset("trace sign mark residue fragment".split())
BEARING = frozenset("have suffer sustain show bear receive carry find".split())
DEAD = frozenset("body corpse victim remains autopsy".split())
HITTING = frozenset("hit strike kill wound injure suffocate choke overcome".split())
STRUCK = frozenset("attack arrest stroke failure".split())  # of the heart
NONE = frozenset("no none neither".split())
THEM = frozenset("it this that".split())  # the death that the sentence before tells of
ANYBODY = frozenset("you one".split())  # "you get shot": what befalls people in general
KILLING = frozenset("dead death fatally".split())  # "shot dead", "stabbed to death"
KIN = frozenset("father mother son daughter brother sister husband wife child boy girl cousin uncle nephew".split())
OURS = frozenset("my our".split())
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
        elif token.pos_ == "NOUN" and lemma in STRUCK and token.dep_ == "dobj":
            yield _struck(scene, token)
        elif token.pos_ == "VERB" and lemma == "blame":
            yield _blamed(scene, token)


def _of_phrase(scene: Scene, verb: Token, preps: Sequence[str]) -> Fact | None:
    """As in "died of a head injury", "was hit in the neck by a bullet"."""
    beside = (prep for prep in verb.children if prep.dep_ in ("prep", "agent") and prep.lower_ in preps)
    what = next((noun for prep in beside for noun in prep.children if noun.dep_ == "pobj"), None)
    if what is None or not is_real(verb) or not is_thing(what):
        return None
    if act_of(verb) != "kill" and not _is_dead(scene, object_of(verb)):
        return None
    return _told(scene, noun_phrase(what, LONG), verb, scene.negated(verb))


def _done(scene: Scene, verb: Token) -> Fact | None:
    """As in "had shot the drivers", "was stabbed"."""
    whom = object_of(verb)
    if whom is None or not is_real(verb) or not _befalls(whom) or any(child.dep_ == "prt" for child in verb.children):
        return None
    if not (_kills(verb) or _is_dead(scene, whom)):
        return None
    words = verb_group(verb) if whom.i < verb.i else scene.tokens[verb_group(verb)[0].i : noun_phrase(whom)[-1].i + 1]
    told = _kind(verb.lower_)
    return scene.fact("cause", WOUND, list(words)[:LONG], verb, denied=scene.negated(verb), scope=told)


def _kills(verb: Token) -> bool:
    """As in "drowned", "was shot dead", "stabbed to death"."""
    beside = {word.lower_ for child in verb.children for word in (child, *child.children)}
    return act_of(verb) == "kill" or bool(beside & KILLING)


def _is_dead(scene: Scene, whom: Token | None) -> bool:
    """Whether the account tells the death of who is called so; "my son", of whom a page quotes somebody, is the one who died."""
    if whom is None or whom.pos_ not in ("NOUN", "PROPN"):  # "he" may be anybody
        return False
    dead = _dead(scene.reading)
    mine = whom.lemma_.lower() in KIN and any(child.lower_ in OURS for child in whom.children)
    return whom.lemma_.lower() in dead or (mine and bool(dead))


def _dead(reading: Reading) -> set[str]:
    """The words by which those are called whose death the account tells."""
    deaths = (act.word for passage in reading.speaking for act in passage.acts if act.of == "kill")
    return {whom.lemma_.lower() for death in deaths for whom in _died(death)}


def _died(death: Token) -> Iterator[Token]:
    """Whose death it is: "killed two drivers", "the drivers died", "Kessler's death", "the fatal shooting of Kessler"."""
    noun = death.head if death.dep_ == "amod" else death
    if death.pos_ == "VERB" and (whom := object_of(death) or child_of(death, "nsubj")) is not None:
        yield whom
    elif death.pos_ == "ADJ":
        yield child_of(death.head, "nsubj") or death.head
    for child in noun.children:
        if child.dep_ == "poss":
            yield child
        elif child.lower_ == "of":
            yield from (whom for whom in child.children if whom.dep_ == "pobj")


def _due(scene: Scene, word: Token) -> Fact | None:
    """As in "the death was due to a fall", "it may have been due to the explosives", where that is the death told just before."""
    subject, to = child_of(word.head, "nsubj"), child_of(word, "prep", "pcomp")
    what = child_of(to, "pobj") if to is not None else None
    if subject is None or what is None or what.pos_ != "NOUN":
        return None
    told = _tells_death(word) if subject.lower_ in THEM else act_of(subject) == "kill"
    if not told:
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
    denied = of_none or scene.negated(verb) or is_of_none(wound)
    return _told(scene, noun_phrase(wound, LONG), verb, denied)


def _struck(scene: Scene, stroke: Token) -> Fact | None:
    """As in "had suffered a heart attack", where that sentence or the one before tells of a death."""
    verb = stroke.head
    kind = _kind(" ".join(word.lower_ for word in noun_phrase(stroke)))
    if verb.lemma_.lower() not in ("have", "suffer") or not is_real(verb) or kind != "illness" or not _tells_death(stroke):
        return None
    return _told(scene, noun_phrase(stroke, LONG), verb, scene.negated(verb))


def _blamed(scene: Scene, verb: Token) -> Fact | None:
    """As in "the family blame tear gas", beside a death or what else it is said to have come of."""
    what = child_of(verb, "dobj")
    if what is None or not is_thing(what) or not is_real(verb) or not _tells_death(verb):
        return None
    return _told(scene, noun_phrase(what, LONG), verb, scene.negated(verb))


def _tells_death(word: Token) -> bool:
    """Whether its sentence or the one before tells that somebody died."""
    start = word.sent.start
    before = word.doc[start - 1].sent if start > 0 else ()
    return any(act_of(other) == "kill" for other in (*word.sent, *before))


def _told(scene: Scene, words: Sequence[Token], verb: Token, denied: bool) -> Fact | None:
    """The wound in these words, where they are of a kind that is listed."""
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
